"""When to poll a feed again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from audiatur.feeds.values import Rhythm

SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(hours=24)
# A server may ask for more patience than we would show by ourselves, but not for ever: feeds are never retired.
LONGEST_ASKED = timedelta(days=7)
# Where nothing is known yet: often enough to learn a daily paper's rhythm in a day, seldom enough for any server.
FIRST = timedelta(hours=1)
# How many of the latest entries tell the rhythm; a busy feed shows about this many at a time.
_LATEST = 20
# Polls between two entries: half the usual gap means that an entry is seen, on average, a quarter gap late.
_POLLS_PER_GAP = 2
# After this many polls without a change in a row each further one makes the interval half as long again.
_PATIENCE = 4
_GROWTH = 1.5
_MAX_STEPS = 20  # 5 minutes doubled 9 times pass 24 hours; the bound keeps the arithmetic small


def interval(
    rhythm: Rhythm,
    published: Sequence[datetime],
    *,
    cache_max_age: timedelta | None,
    failures: int,
    unchanged: int,
) -> timedelta:
    """How long to wait until the next poll, between five minutes and a day.

    ``rhythm`` is what the feed asks for; ``published`` the dates of its entries in any order, which show its own
    pace; ``cache_max_age`` the server's ``Cache-Control: max-age``, None where it sent none; ``failures`` the failed
    polls in a row, each of which doubles the wait; ``unchanged`` the polls in a row that brought nothing new.

    What feed and server ask for is a lower bound, never shortened by the pace. A feed is only slowed, never retired.
    """
    wait = _within(_pace(published))
    if unchanged > _PATIENCE:
        wait *= _GROWTH ** min(unchanged - _PATIENCE, _MAX_STEPS)
    wait = _within(wait)
    for asked in (rhythm.ttl, rhythm.update_every, cache_max_age):
        if asked is not None:
            wait = max(wait, asked)
    if failures > 0:
        wait = _within(wait) * 2 ** min(failures, _MAX_STEPS)
    return _within(wait)


def _within(wait: timedelta) -> timedelta:
    return min(max(wait, SHORTEST), LONGEST)


def _pace(published: Sequence[datetime]) -> timedelta:
    """Half the median gap between the latest entries; ``FIRST`` where fewer than two dates differ."""
    latest = sorted({moment.astimezone(UTC) for moment in published}, reverse=True)[: _LATEST + 1]
    gaps = sorted(later - earlier for later, earlier in pairwise(latest))
    if not gaps:
        return FIRST
    return gaps[len(gaps) // 2] / _POLLS_PER_GAP


def next_poll(
    now: datetime,
    rhythm: Rhythm,
    published: Sequence[datetime],
    *,
    cache_max_age: timedelta | None = None,
    failures: int = 0,
    unchanged: int = 0,
    retry_after: timedelta | datetime | None = None,
) -> datetime:
    """The instant of the next poll, in UTC, never earlier than five minutes from ``now``.

    ``retry_after`` is the server's ``Retry-After`` as a span or an instant; it may ask for more than a day, and is
    honoured up to seven days. Hours and days that the feed asks to skip are skipped, by at most seven days.
    """
    now = now.astimezone(UTC)
    wait = interval(rhythm, published, cache_max_age=cache_max_age, failures=failures, unchanged=unchanged)
    if retry_after is not None:
        asked = retry_after - now if isinstance(retry_after, datetime) else retry_after
        wait = max(wait, min(asked, LONGEST_ASKED))
    return _open(now + wait, rhythm)


def _open(moment: datetime, rhythm: Rhythm) -> datetime:
    """The first instant from ``moment`` on that lies in no hour or day to skip."""
    if not rhythm.skip_hours and not rhythm.skip_days:
        return moment
    candidate = moment
    for _ in range(7 * 24):
        if candidate.hour not in rhythm.skip_hours and candidate.isoweekday() not in rhythm.skip_days:
            return candidate
        candidate = candidate.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment  # every hour of the week is skipped: the feed cannot mean it
