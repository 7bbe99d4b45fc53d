"""A story in the window: its centre, its days, its members."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import numpy as np

from audiatur.stories.centres import Centre
from audiatur.stories.embedding import Meaning, unit
from audiatur.stories.features import WIDE, Vector
from audiatur.stories.values import StoryId

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
_NOWHERE: Meaning = np.zeros(0, dtype=np.float32)


class Cluster:
    """A story while it may still grow.

    Attributes:
        story: its id.
        tongue: the language among whose stories it is counted.
        size: articles it was ever given; ``members`` are the numbers of those still in the window. Copies count in
            both, and in the days, and in nothing else: forty outlets with one agency text are one voice.
        first, last: the moments it spans; None while none of its articles is dated.
        begins, ends, middle: the same, and the mean of its dates, in days since 1970; of use only where it has dates.
        voices: its articles, copies of one text counted once; one at least.
        lede: how much lede its articles have on average, in [0, 1].
        length: how long its texts are on average, in [0, 1]: at 1 their openings have more terms than are kept.
        told: whether any of its articles has a text.
        point: the mean of what its articles say, at length one; empty where none was encoded.
        alone: whether it takes nobody in and is taken by nobody: the live blog, the digest.
    """

    __slots__ = (
        "_copies",
        "_dated",
        "_days",
        "_ledes",
        "_lengths",
        "_reach",
        "_wide",
        "_words",
        "alone",
        "begins",
        "ends",
        "first",
        "last",
        "lede",
        "length",
        "members",
        "middle",
        "point",
        "size",
        "story",
        "told",
        "tongue",
        "voices",
    )

    def __init__(self, story: StoryId, tongue: str) -> None:
        self.story = story
        self.tongue = tongue
        self.size = 0
        self.members: dict[int, None] = {}
        self.first: datetime | None = None
        self.last: datetime | None = None
        self.begins = math.inf
        self.ends = -math.inf
        self.middle: float | None = None
        self._copies: set[int] | None = None
        self._dated = 0
        self._days = timedelta(0)
        self._words = Centre()
        self._wide: Centre | None = None
        self._ledes = 0.0
        self._lengths = 0.0
        self.point = _NOWHERE
        self._reach = 0.0
        self.voices = 1
        self.lede = self.length = 0.0
        self.told = self.alone = False

    @property
    def terms(self) -> set[str]:
        """Every term of its articles, those that left too, for counting in how many stories a term is."""
        return self._words.every()

    def new(self, terms: Iterable[str]) -> list[str]:
        """Those of some terms that none of its articles had yet."""
        return self._words.new(terms)

    def add(
        self,
        number: int,
        vector: Vector,
        moment: datetime | None,
        lede: float = 0.0,
        meaning: Meaning | None = None,
        wide: Vector | None = None,
        *,
        copied: bool = False,
    ) -> None:
        """Take an article in, ``copied`` where a member has its text; its terms are left to the caller to count."""
        self.size += 1
        self.members[number] = None
        if moment is not None:
            self._dated += 1
            self._days += moment - _EPOCH
            self._cover(moment, moment)
            self._average()
        if copied:
            self._copies = {number, *(self._copies or ())}
            self._weigh()
            return
        if wide is not None and self._wide is None:
            self._wide, self.told = Centre(self._words.terms), True
        self._words.add(vector)
        if self._wide is not None:
            self._wide.add(vector if wide is None else wide)
        self._lengths += _length(wide)
        self._ledes += lede
        self._mean(meaning)
        self._weigh()

    def remove(
        self,
        number: int,
        vector: Vector,
        moment: datetime | None,
        lede: float,
        meaning: Meaning | None,
        wide: Vector | None = None,
    ) -> None:
        """Let an article go that was added with the same values; the days it spans are left to ``respan``."""
        self.size -= 1
        del self.members[number]
        if moment is not None:
            self._dated -= 1
            self._days -= moment - _EPOCH
            self._average()
        if self._copies is not None and number in self._copies:
            self._copies.discard(number)
            self._weigh()
            return
        self._words.remove(vector)
        if self._wide is not None:
            self._wide.remove(vector if wide is None else wide)
        self._lengths -= _length(wide)
        self._ledes -= lede
        if meaning is not None:
            self._mean(-meaning)
        self._weigh()

    def respan(self, moments: Iterable[datetime | None]) -> None:
        """Span the days of these dates, those of its articles, and no others."""
        self.first = self.last = None
        self.begins, self.ends = math.inf, -math.inf
        for moment in moments:
            if moment is not None:
                self._cover(moment, moment)

    def absorb(self, other: Cluster) -> None:
        """Take all of another story in; it must not be used afterwards."""
        self.size += other.size
        self.members.update(other.members)
        if other._copies:
            self._copies = other._copies | (self._copies or set())
        if other._wide is not None and self._wide is None:
            self._wide, self.told = Centre(self._words.terms), True
        if self._wide is not None:
            self._wide.add((other._wide or other._words).terms)
        self._words.absorb(other._words)
        self._ledes += other._ledes
        self._lengths += other._lengths
        self._mean(other.point * np.float32(other._reach) if other.point.size else None)
        self._weigh()
        self._dated += other._dated
        self._days += other._days
        self._average()
        if other.first is not None and other.last is not None:
            self._cover(other.first, other.last)

    @property
    def centre(self) -> Vector:
        """The sum of its articles' terms; of a length that says nothing."""
        return self._words.terms

    def likeness(self, vector: Vector) -> float:
        """How like the centre an article is, in [0, 1]."""
        return self._words.likeness(vector)

    def likeness_to(self, other: Cluster) -> float:
        """Cosine of two centres, in [0, 1]."""
        return self._words.likeness_to(other._words)

    def wide_likeness_to(self, other: Cluster) -> float:
        """The same of all that is read of the texts; that of the centres where neither has one."""
        return (self._wide or self._words).likeness_to(other._wide or other._words)

    def silence(self, moment: datetime | None) -> timedelta:
        """How far a moment lies outside the story's days; nothing where either is undated."""
        if moment is None or self.first is None or self.last is None:
            return timedelta(0)
        return max(self.first - moment, moment - self.last, timedelta(0))

    def age(self, moment: datetime | None) -> timedelta:
        """How far a moment lies from the mean of the story's dates; nothing where either is undated."""
        if moment is None or not self._dated:
            return timedelta(0)
        return abs(moment - _EPOCH - self._days / self._dated)

    def _mean(self, meaning: Meaning | None) -> None:
        """Move the mean; it is kept as a direction and the length of the sum, which takes half the room of both."""
        if meaning is None:
            return
        whole = self.point * np.float32(self._reach) + meaning if self.point.size else meaning
        self.point, self._reach = unit(whole), float(np.sqrt(whole @ whole))

    def _weigh(self) -> None:
        """Bring up to date what is counted by voices; it is read far more often than it changes."""
        self.voices = max(1, self.size - len(self._copies or ()))
        self.lede, self.length = self._ledes / self.voices, self._lengths / self.voices

    def _cover(self, first: datetime, last: datetime) -> None:
        self.first = first if self.first is None else min(self.first, first)
        self.last = last if self.last is None else max(self.last, last)
        self.begins, self.ends = (self.first - _EPOCH) / _DAY, (self.last - _EPOCH) / _DAY

    def _average(self) -> None:
        self.middle = self._days / _DAY / self._dated if self._dated else None


def _length(wide: Vector | None) -> float:
    return 0.0 if wide is None else len(wide) / WIDE
