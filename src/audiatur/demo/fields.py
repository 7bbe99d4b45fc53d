"""Typed access to what YAML holds, so that a slip in the content is told by file and field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files

import yaml

from audiatur.errors import RegisterError

_MOMENT = re.compile(r"(\d+) (\d\d):(\d\d)")
_FASTEST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where libyaml is there


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping of a content file; ``place`` says where it stands. Every reader raises RegisterError."""

    place: str
    values: dict[str, object]

    def text(self, name: str, default: str | None = None) -> str:
        """A string that must be there, unless there is a default."""
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise self.wrong(name, "a text")
        return value

    def optional(self, name: str) -> str | None:
        """A string, or None where the field is absent."""
        return self.text(name) if name in self.values else None

    def number(self, name: str, default: int) -> int:
        """A whole number."""
        value = self.values.get(name, default)
        if not isinstance(value, int):
            raise self.wrong(name, "a whole number")
        return value

    def flag(self, name: str) -> bool:
        """A yes or no; no where the field is absent."""
        return self.values.get(name) is True

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings; empty where the field is absent."""
        value = self.values.get(name, [])
        if not isinstance(value, list):
            raise self.wrong(name, "a list")
        return tuple(str(item) for item in value)

    def each(self, name: str) -> Iterator[Fields]:
        """The mappings of a list; none where the field is absent."""
        value = self.values.get(name, [])
        if not isinstance(value, list):
            raise self.wrong(name, "a list")
        for index, item in enumerate(value):
            yield mapping(item, f"{self.place}, {name} {index + 1}")

    def within(self, name: str) -> Fields | None:
        """The mapping below; None where the field is absent."""
        return mapping(self.values[name], f"{self.place}, {name}") if name in self.values else None

    def day(self, name: str, epoch: datetime) -> datetime | None:
        """The beginning of a day counted from the epoch; None where the field is absent."""
        return epoch + timedelta(days=self.number(name, 0)) if name in self.values else None

    def moment(self, name: str, epoch: datetime) -> datetime | None:
        """``DAY HH:MM`` counted from the epoch; None where the field is absent."""
        if name not in self.values:
            return None
        match = _MOMENT.fullmatch(self.text(name))
        if match is None:
            raise self.wrong(name, "a day and a time such as '3 07:30'")
        days, hours, minutes = map(int, match.groups())
        return epoch + timedelta(days=days, hours=hours, minutes=minutes)

    def wrong(self, name: str, wanted: str) -> RegisterError:
        """The error for a field that is not what it has to be."""
        return RegisterError("demo-content", f"{name} is not {wanted}", place=self.place, remedy="correct the content")


def mapping(value: object, place: str) -> Fields:
    """The value as Fields; RegisterError where it is no mapping."""
    if not isinstance(value, dict):
        raise RegisterError("demo-content", "a mapping is missing", place=place, remedy="correct the content")
    return Fields(place, {str(key): item for key, item in value.items()})


def read(name: str) -> object:
    """A content file of the package, parsed."""
    text = (files("audiatur.demo") / "content" / f"{name}.yaml").read_text(encoding="utf-8")
    # Both loaders are safe ones: they make plain values only.
    return yaml.load(text, Loader=_FASTEST)  # noqa: S506
