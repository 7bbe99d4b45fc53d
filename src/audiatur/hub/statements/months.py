"""When and where a speaker was quoted: by month, and in the outlets of which sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from audiatur.hub.sources.standing import SideMark, Standing
from audiatur.hub.statements.queries import Said

# Outlets named in a month, those that quoted most; the ledger of the month has them all.
OUTLETS = 8


@dataclass(frozen=True, slots=True)
class Quoting:
    """An outlet that quoted a speaker in a month, with its sides and how often."""

    slug: str
    name: str
    sides: tuple[SideMark, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Month:
    """The statements of a month: how many, in which outlets, ``more`` of which are not named.

    ``first`` and ``last`` are its days, for the filters of the ledger.
    """

    first: date
    last: date
    number: int
    outlets: tuple[Quoting, ...]
    more: int


def by_month(standing: Standing, said: Iterable[Said]) -> tuple[Month, ...]:
    """The months of some statements, newest first; outlets by how often they quoted, then by name."""
    counted: dict[date, Counter[int]] = {}
    for one in said:
        first = one.published.astimezone(UTC).date().replace(day=1)
        counted.setdefault(first, Counter())[one.source] += 1
    return tuple(_month(standing, first, counted[first]) for first in sorted(counted, reverse=True))


def _month(standing: Standing, first: date, counts: Counter[int]) -> Month:
    rows = ((standing.sources[pk], number) for pk, number in counts.items() if pk in standing.sources)
    told = [Quoting(row.slug, row.name, standing.sides(row.pk), number) for row, number in rows]
    ordered = sorted(told, key=lambda one: (-one.number, one.name.casefold()))
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return Month(first, last, sum(counts.values()), tuple(ordered[:OUTLETS]), len(ordered[OUTLETS:]))
