"""Reading a document of plain values (YAML, JSON), with every mistake named by its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from audiatur.errors import AddressError, RegisterError
from audiatur.fetching.guard import allow_everything
from audiatur.fetching.targets import target
from audiatur.hub.sources.models import ADDRESS_LENGTH

E = TypeVar("E", bound=StrEnum)

# ISO 639-1 and 639-3 have codes of two and three letters.
_LANGUAGE = re.compile(r"[a-z]{2,3}")
# What the addresses of pages and the column of a slug take.
_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,64}")
# ISO 3166-1 alpha-2, or EU for its member states.
_JURISDICTION = re.compile(r"[A-Z]{2}")


def web_or_empty(address: str | None) -> str:
    """The address, if it can be asked over http or https and fits its column; else empty."""
    try:
        return _web((address or "").strip())
    except AddressError:
        return ""


def language_or_empty(tag: str | None) -> str:
    """The ISO 639 code of a language tag (``en`` of ``en-GB``); empty where it begins with none."""
    code = (tag or "").strip().lower().replace("_", "-").split("-")[0]
    return code if _LANGUAGE.fullmatch(code) else ""


def _web(address: str) -> str:
    """The address as it was given; AddressError. Whether it may be asked is judged where it is asked."""
    if address:
        target(address, allow_everything)
    if len(address) > ADDRESS_LENGTH:
        raise AddressError("too-long", f"the address is longer than {ADDRESS_LENGTH} characters")
    return address


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

    def given(self, name: str) -> bool:
        """Whether the field is there at all, be it empty."""
        return name in self.value

    def fill(self, row: object, readers: Mapping[str, Callable[[str], object]], *, every: bool = False) -> None:
        """Set the attributes of ``row`` whose fields are there, each as its reader has it; leave the others alone.

        With ``every``, a field that is missing is read too: for a new row, to which nothing was ever given.
        """
        for name, read in readers.items():
            if every or self.given(name):
                setattr(row, name, read(name))

    def text(self, name: str, default: str = "", *, most: int | None = None) -> str:
        """A text, of at most so many characters; ``default`` where it is missing."""
        found = self.value.get(name)
        return default if found is None else self._text(found, self.at(name), most)

    @staticmethod
    def _text(found: object, place: str, most: int | None = None) -> str:
        if isinstance(found, bool):
            return "yes" if found else "no"  # YAML reads a bare yes as true, and the code of Norway as false
        if not isinstance(found, str | int | float):
            raise RegisterError("not-a-text", "must be a text", place=place, remedy="write it in quotation marks")
        told = str(found).replace("\0", "")  # PostgreSQL takes no NUL in a text
        if most is not None and len(told.strip()) > most:
            raise RegisterError(
                "too-long", f"has {len(told):,} characters", place=place, remedy=f"{most:,} are the most; shorten it"
            )
        return told

    def needed(self, name: str, *, most: int | None = None) -> str:
        """A text that must be there."""
        found = self.text(name, most=most).strip()
        if not found:
            raise RegisterError("missing", "is missing", place=self.at(name), remedy="add it")
        return found

    def slug(self, name: str) -> str:
        """A part of an address; empty where it is missing."""
        found = self.text(name).strip()
        if found and not _SLUG.fullmatch(found):
            remedy = "use up to 64 Latin letters, digits, hyphens and underscores"
            raise RegisterError(
                "not-a-slug", f"{found[:80]!r} cannot be part of an address", place=self.at(name), remedy=remedy
            )
        return found

    def address(self, name: str) -> str:
        """A web address; empty where it is missing."""
        found = self.text(name).strip()
        try:
            return _web(found)
        except AddressError as error:
            remedy = "write it as https://host/path"
            raise RegisterError(
                "not-an-address",
                f"{found[:80]!r} is no web address: {error.message}",
                place=self.at(name),
                remedy=remedy,
            ) from error

    def language(self, name: str) -> str:
        """The code of a language; empty where it is missing."""
        found = self.text(name).strip().lower()
        if found and not _LANGUAGE.fullmatch(found):
            remedy = "use its ISO 639 code of two or three letters, e.g. en, or leave it empty"
            raise RegisterError(
                "not-a-language", f"{found[:80]!r} is no code of a language", place=self.at(name), remedy=remedy
            )
        return found

    def jurisdictions(self, name: str) -> str:
        """Codes of countries, separated by spaces; there must be one."""
        found = [word.strip().upper() for word in self.texts(name)]
        wrong = next((word for word in found if not _JURISDICTION.fullmatch(word)), None)
        if wrong is not None or not found:
            told = "is missing" if wrong is None else f"{wrong[:80]!r} is no code of a country"
            remedy = "use ISO 3166-1 codes of two letters, e.g. [DE, FR], or EU"
            raise RegisterError("not-a-jurisdiction", told, place=self.at(name), remedy=remedy)
        return " ".join(found)

    def number(self, name: str, *, least: int, most: int) -> int:
        """A whole number within bounds."""
        found = self.value.get(name)
        if isinstance(found, bool) or not isinstance(found, int):
            raise RegisterError("not-a-number", "must be a whole number", place=self.at(name))
        if not least <= found <= most:
            remedy = f"use a number from {least:,} to {most:,}"
            raise RegisterError("out-of-bounds", f"{found} is out of bounds", place=self.at(name), remedy=remedy)
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
        if isinstance(found, str | bool):
            return self._text(found, self.at(name)).split()
        if not isinstance(found, list):
            raise RegisterError("not-a-list", "must be a list", place=self.at(name))
        return [self._text(item, f"{self.at(name)}[{number}]") for number, item in enumerate(found)]

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
        """A mapping within, which cannot be empty; None where it is missing."""
        return Plain(self.value[name], self.at(name)) if self.given(name) else None
