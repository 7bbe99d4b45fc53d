"""A filter as a page offers it: its values, each with how much it would leave."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter, with the number of what has it, all other filters applied; None: not counted."""

    value: str
    label: str
    number: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values."""

    key: str
    label: str
    options: tuple[Option, ...]
