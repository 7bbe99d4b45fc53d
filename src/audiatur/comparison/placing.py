"""Articles in reading order, and the sides they are on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from audiatur.comparison.values import SideLabel, Told

Sides = tuple[SideLabel | None, ...]
"""The sides that an article is on, in the editor's order; ``(None,)`` for none."""


class Placed:
    """The articles of a story, each once, the earliest first and undated last, with the sides they are on.

    ``labels`` are the sides in the editor's order, and None last where articles are on no side. ValueError where two
    sides have one id.
    """

    def __init__(self, tellings: Iterable[Told], sides: Sequence[SideLabel]) -> None:
        if len({side.id for side in sides}) < len(sides):
            raise ValueError("two sides have the same id")
        self.tellings = tuple(sorted(unique(tellings), key=reading_order))
        self.sides: Mapping[str, Sides] = {
            told.id: tuple(side for side in sides if side.id in told.sides) or (None,) for told in self.tellings
        }
        unplaced = any(found == (None,) for found in self.sides.values())
        self.labels: Sides = (*sides, None) if unplaced else tuple(sides)
        self.voice: Mapping[str, str] = {told.id: told.voice or told.id for told in self.tellings}

    def on(self, label: SideLabel | None) -> tuple[Told, ...]:
        """The articles on a side; on none for None."""
        return tuple(told for told in self.tellings if label in self.sides[told.id])

    def together(self, tellings: Iterable[str]) -> Sides:
        """The sides that any of some articles is on, in order."""
        found = {label for telling in tellings for label in self.sides[telling]}
        return tuple(label for label in self.labels if label in found)


def unique(tellings: Iterable[Told]) -> tuple[Told, ...]:
    """Articles of one id once, the first of them."""
    first: dict[str, Told] = {}
    for told in tellings:
        first.setdefault(told.id, told)
    return tuple(first.values())


def dated(told: Told) -> datetime | None:
    """When an article appeared; a date without a zone is read as UTC."""
    published = told.published
    if published is None or published.tzinfo:
        return published
    return published.replace(tzinfo=UTC)


def reading_order(told: Told) -> tuple[bool, datetime, str]:
    """Chronological, undated last."""
    published = dated(told)
    if published is None:
        return True, datetime.max.replace(tzinfo=UTC), told.id
    return False, published, told.id
