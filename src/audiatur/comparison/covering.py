"""Who reports a story on each side, who was first, and who is silent while others report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from audiatur.comparison.laid import Coverage, SideCoverage, Silence
from audiatur.comparison.placing import Placed, dated
from audiatur.comparison.values import SideLabel, Told

SILENCES = 3
"""Stretches of silence a side is told of at most."""

SHORTEST = 1.0
"""Hours from which a stretch without a report is called a silence."""

_HOUR = 3600.0
_DAY = timedelta(days=1)
_DAYS = 2
"""Days from which one report is after another although one of the two tells no time of day."""

_Dated = tuple[datetime, str]


def coverage(tellings: Sequence[Told], sides: Sequence[SideLabel], *, now: datetime) -> Coverage:
    """How each side covers a story, in the editor's order, articles on no side last where there are any.

    Articles whose words may not leave count: that they exist is known. Undated ones count as articles, and say nothing
    of when. Articles dated after ``now`` are read as they are dated; a date at midnight in UTC is a day without a time,
    and nothing is told that such an article at another time of its day would make untrue: who was first, by how much,
    and silences within the day. ValueError where two sides have one id.
    """
    placed = Placed(tellings, sides)
    times = [(at, told.id) for told in placed.tellings if (at := dated(told)) is not None]
    first = times[0] if times and _is_first(placed, times) else None
    until = now if now.tzinfo else now.replace(tzinfo=UTC)
    return Coverage(
        tuple(_of_side(placed, label, times, until) for label in placed.labels),
        first[1] if first else None,
        first[0] if first else None,
    )


def _is_first(placed: Placed, times: Sequence[_Dated]) -> bool:
    """Whether no article of another side may be earlier than the one dated first."""
    at, telling = times[0]
    own = set(placed.sides[telling])
    return all(_latest(at) <= other or own & set(placed.sides[name]) for other, name in times[1:])


def _latest(at: datetime) -> datetime:
    """The latest moment that a date may mean: the end of its day where it tells no time."""
    here = at.astimezone(UTC)
    return at + _DAY if here == here.replace(hour=0, minute=0, second=0, microsecond=0) else at


def _of_side(placed: Placed, label: SideLabel | None, times: Sequence[_Dated], now: datetime) -> SideCoverage:
    mine = placed.on(label)
    ids = {told.id for told in mine}
    own = [one for one in times if one[1] in ids]
    others = [one for one in times if one[1] not in ids]
    first = own[0] if own else None
    voices: dict[str, list[str]] = {}
    for told in mine:
        voices.setdefault(placed.voice[told.id], []).append(told.id)
    again = {telling for same in voices.values() for telling in same[1:]}
    silences = _silences(own, others, now)
    return SideCoverage(
        side=label,
        outlets=tuple(dict.fromkeys(told.outlet for told in mine)),
        tellings=tuple(told.id for told in mine),
        voices=len(voices),
        copies=tuple(told.id for told in mine if told.id in again),
        first=first[1] if first else None,
        first_at=first[0] if first else None,
        hours_behind=_behind(times[0][0], first[0]) if first else None,
        silences=tuple(sorted(silences, key=lambda one: (-one.hours, one.since))[:SILENCES]),
        silent_since=own[-1][0] if own and others and _ended(own[-1][0], others[-1][0]) else None,
    )


def _ended(own: datetime, others: datetime) -> bool:
    """Whether others reported after a side's last report for sure."""
    return others > own and others >= _latest(own)


def _behind(first: datetime, own: datetime) -> float | None:
    """Hours between the first report and a side's first; None where it is not known to the hour, nor some days."""
    if first == own or (_latest(first) == first and _latest(own) == own):
        return _hours(first, own)
    days = (own.astimezone(UTC).date() - first.astimezone(UTC).date()).days
    return 24.0 * days if days >= _DAYS else None


def _silences(own: Sequence[_Dated], others: Sequence[_Dated], now: datetime) -> list[Silence]:
    """Stretches between a side's reports, before its first and after its last, in which others report."""
    if not others:
        return []
    starts: list[tuple[datetime, str | None]] = [*own]
    if not own or others[0][0] < own[0][0]:
        starts.insert(0, (others[0][0], None))
    found = []
    for number, (since, after) in enumerate(starts):
        following = starts[number + 1] if number + 1 < len(starts) else None
        begins = _latest(since)
        until = following[0] if following else max(now, begins)
        meanwhile = tuple(
            telling
            for at, telling in others
            if (begins <= at < until and at > since) or (after is None and at == since)
        )
        hours = _hours(begins, until)
        if meanwhile and hours >= SHORTEST:
            before = following[1] if following else None
            found.append(Silence(since, following[0] if following else None, hours, after, before, meanwhile))
    return found


def _hours(since: datetime, until: datetime) -> float:
    return round((until - since).total_seconds() / _HOUR, 2)
