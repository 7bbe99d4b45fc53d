"""Reading a document of plain values (YAML, JSON), with every mistake named by its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from audiatur.errors import RegisterError

E = TypeVar("E", bound=StrEnum)


class Plain:
    """A mapping of a document, with its place in it."""

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, Mapping):
            raise RegisterError("not-a-mapping", "must be a mapping of names to values", place=place)
        self.value = value
        self.place = place

    def at(self, name: str) -> str:
        """The place of a field."""
        return f"{self.place}.{name}" if self.place else name

    def only(self, *names: str) -> None:
        """Refuse fields that nobody knows: a misspelt one would be lost without a word."""
        unknown = sorted(str(name) for name in self.value if name not in names)
        if unknown:
            raise RegisterError(
                "unknown-field",
                f"unknown field {unknown[0]!r}",
                place=self.place or "the document",
                remedy=f"known are {', '.join(names)}",
            )

    def text(self, name: str, default: str = "") -> str:
        """A text; ``default`` where it is missing."""
        found = self.value.get(name)
        if found is None:
            return default
        if isinstance(found, bool):
            return "yes" if found else "no"  # YAML reads a bare yes as true
        if not isinstance(found, str | int | float):
            raise RegisterError("not-a-text", "must be a text", place=self.at(name))
        return str(found)

    def needed(self, name: str) -> str:
        """A text that must be there."""
        found = self.text(name).strip()
        if not found:
            raise RegisterError("missing", "is missing", place=self.at(name), remedy="add it")
        return found

    def number(self, name: str, default: int) -> int:
        """A whole number."""
        found = self.value.get(name, default)
        if isinstance(found, bool) or not isinstance(found, int):
            raise RegisterError("not-a-number", "must be a whole number", place=self.at(name))
        return found

    def flag(self, name: str) -> bool:
        """A yes or no; no where it is missing."""
        found = self.value.get(name, False)
        if not isinstance(found, bool):
            raise RegisterError("not-a-flag", "must be true or false", place=self.at(name))
        return found

    def choice(self, name: str, kind: type[E], default: E | None = None) -> E:
        """One of a fixed set of words."""
        found = self.text(name) or (default or "")
        try:
            return kind(found)
        except ValueError as error:
            known = ", ".join(kind)
            raise RegisterError(
                "unknown-word", f"{found!r} is not known here", place=self.at(name), remedy=f"use one of {known}"
            ) from error

    def moment(self, name: str) -> datetime | None:
        """A date and time; a day alone is its first moment in UTC. None where it is missing."""
        found = self.value.get(name)
        if found is None or isinstance(found, datetime):
            return found if found is None or found.tzinfo else found.replace(tzinfo=UTC)
        if isinstance(found, date):
            return datetime(found.year, found.month, found.day, tzinfo=UTC)
        try:
            read = datetime.fromisoformat(str(found))
        except ValueError as error:
            raise RegisterError(
                "not-a-date", f"{found!r} is no date", place=self.at(name), remedy="write it as 2022-04-12"
            ) from error
        return read if read.tzinfo else read.replace(tzinfo=UTC)

    def day(self, name: str) -> date | None:
        """A day; None where it is missing."""
        found = self.moment(name)
        return found.date() if found else None

    def texts(self, name: str) -> list[str]:
        """A list of texts, or one text of words."""
        found = self.value.get(name)
        if found is None:
            return []
        if isinstance(found, str):
            return found.split()
        if not isinstance(found, list):
            raise RegisterError("not-a-list", "must be a list", place=self.at(name))
        return [str(item) for item in found]

    def each(self, name: str) -> Iterator[Plain]:
        """The mappings of a list; none where it is missing."""
        found = self.value.get(name)
        if found is None:
            return
        if not isinstance(found, list):
            raise RegisterError("not-a-list", "must be a list", place=self.at(name))
        for number, item in enumerate(found):
            yield Plain(item, f"{self.at(name)}[{number}]")

    def part(self, name: str) -> Plain | None:
        """A mapping within; None where it is missing."""
        found = self.value.get(name)
        return None if found is None else Plain(found, self.at(name))
