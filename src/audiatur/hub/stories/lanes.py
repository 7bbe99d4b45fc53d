"""How each side covers a story: a row of a table, with a lane on which each article is a mark at its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audiatur.comparison.laid import Coverage, SideCoverage
from audiatur.hub.articles.items import Item
from audiatur.hub.sources.standing import SideMark
from audiatur.hub.stories.panels import Absent
from audiatur.hub.stories.sided import Sided
from audiatur.hub.stories.telling import Material

# The width of a lane in its own units, and what stays free at its ends; the picture is stretched to its column.
WIDTH, EDGE = 1000, 8
# From here a silence is worth a word; shorter ones are the rhythm of any newsroom.
LONG = 3.0
_DAYS = 48.0
"""Hours from which a length of time is told in days."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """A stretch in which a side reported nothing and others did. ``until`` is None where it lasts."""

    since: datetime
    until: datetime | None
    length: str
    meanwhile: int


@dataclass(frozen=True, slots=True)
class Lane(Sided):
    """A side's coverage. ``marks`` are the places of its articles on the lane; ``behind`` is in words, empty if first.

    ``first`` is its first article, None where it has none; ``silent_since`` is None where it had the last word.
    ``unseen`` counts the articles of the side that are held and not shown here.
    """

    mark: SideMark | None
    outlets: tuple[str, ...]
    articles: int
    voices: int
    copies: int
    first: Item | None
    behind: str
    leads: bool
    quiet: tuple[Quiet, ...]
    silent_since: datetime | None
    marks: tuple[float, ...]
    unseen: int = 0

    @property
    def told(self) -> str:
        """The lane in words, for those who do not see it."""
        if not self.articles:
            return _("%(name)s: nothing shown") % {"name": self.name}
        return ngettext("%(name)s: %(count)s article", "%(name)s: %(count)s articles", self.articles) % {
            "name": self.name,
            "count": self.articles,
        }


@dataclass(frozen=True, slots=True)
class Lanes:
    """All lanes, over the time from ``since`` to ``until``; None where no article is dated."""

    lanes: tuple[Lane, ...]
    since: datetime | None
    until: datetime | None


def lanes_of(material: Material, coverage: Coverage, absent: Absent) -> Lanes:
    """The table of a story's coverage by side; ``absent`` are the articles that are held and not shown."""
    items = material.by_uid
    marks = material.marks
    moments = [item.published for item in material.items]
    since, until = min(moments, default=None), max(moments, default=None)
    lanes = []
    for side in coverage.sides:
        mark = marks[side.side.id] if side.side is not None else None
        unseen = absent.withheld.get(mark, 0) + absent.older.get(mark, 0)
        lane = _lane(side, mark, items, since, until, leads=side.first == coverage.first)
        lanes.append(replace(lane, unseen=unseen))
    return Lanes(tuple(lanes), since, until)


def _lane(
    side: SideCoverage,
    mark: SideMark | None,
    items: dict[str, Item],
    since: datetime | None,
    until: datetime | None,
    *,
    leads: bool,
) -> Lane:
    return Lane(
        mark=mark,
        outlets=side.outlets,
        articles=len(side.tellings),
        voices=side.voices,
        copies=len(side.copies),
        first=items[side.first] if side.first is not None else None,
        behind=lasting(side.hours_behind) if side.hours_behind else "",
        leads=leads and side.first is not None,
        quiet=tuple(
            Quiet(one.since, one.until, lasting(one.hours), len(one.meanwhile))
            for one in side.silences
            if one.hours >= LONG and one.until is not None
        )[:1],
        silent_since=side.silent_since,
        marks=_places([items[uid].published for uid in side.tellings], since, until),
    )


def _places(moments: Sequence[datetime], since: datetime | None, until: datetime | None) -> tuple[float, ...]:
    """Where moments lie on a lane; all in the middle where the story has but one moment."""
    if since is None or until is None or since == until:
        return (WIDTH / 2,) * bool(moments)
    whole = (until - since).total_seconds()
    return tuple(
        dict.fromkeys(round(EDGE + (WIDTH - 2 * EDGE) * (one - since).total_seconds() / whole, 1) for one in moments)
    )


def lasting(hours: float) -> str:
    """A length of time in words: 40 minutes, 5 hours, 3 days.

    >>> lasting(5.2)
    '5 hours'
    """
    if hours < 1:
        minutes = max(1, round(hours * 60))
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    if hours < _DAYS:
        whole = round(hours)
        return ngettext("%(count)s hour", "%(count)s hours", whole) % {"count": whole}
    days = round(hours / 24)
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
