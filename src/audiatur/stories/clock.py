"""What time it is in the stream: the core reads no clock, and dates in feeds lie."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from datetime import UTC, datetime

SPAN = 99
"""Latest dates of which the median is taken: a feed of fifty items that are dated next year can't move the time."""


def aware(moment: datetime) -> datetime:
    """The moment with a zone; without one it is read as UTC, as everywhere in the hub."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


class StreamTime:
    """The time of the stream: the median of the latest dates; None before the first date.

    It goes back where the dates do, so that a burst of wrong ones does its harm for as long as it lasts and no longer.
    """

    def __init__(self) -> None:
        self._latest: deque[datetime] = deque()
        self._ordered: list[datetime] = []
        self.now: datetime | None = None

    def see(self, published: datetime) -> None:
        """Take the date of one more article into account."""
        self._latest.append(published)
        insort(self._ordered, published)
        if len(self._latest) > SPAN:
            del self._ordered[bisect_left(self._ordered, self._latest.popleft())]
        self.now = self._ordered[len(self._ordered) // 2]
