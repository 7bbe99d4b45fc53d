"""Stories held together by records: which story's record an article is told in, and how much of one story another's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from audiatur.stories.anchors import Anchors, Share
from audiatur.stories.clusters import Cluster
from audiatur.stories.spoken import Spoken
from audiatur.stories.values import StoryId

CLOSE = 3.0
"""Bits by which the best record must be ahead of those in other stories: else the speaker said the same twice."""
ENOUGH = 25.0
"""Bits beyond chance above which there is no surer."""
TENS = 10.0


class ToldIn(NamedTuple):
    """The story whose record tells an article, how surely (as ``judging.Evidence.told``), and where it rests on what.

    ``record`` is the record's number, ``terms`` are those that its likeliest place shares with the article.
    """

    story: StoryId
    strength: float
    record: int
    terms: tuple[str, ...]


class Anchored:
    """The records of a window with the stories that they are in; ``stories`` gives that of each article by number."""

    def __init__(self, stories: Mapping[int, Cluster]) -> None:
        self._stories = stories
        self._anchors = Anchors()
        self._late: tuple[int, ...] = ()

    def add(self, number: int, spoken: Spoken, tongue: str, moment: datetime | None, share: Share) -> None:
        """Take in what an article has of somebody's words; it is in no story yet."""
        self._late = self._anchors.add(number, spoken, tongue, moment, share)

    def took(self, number: int) -> tuple[StoryId, ...]:
        """The article is in its story now: if it is a record, the stories of those that are told in it."""
        late, self._late = self._late, ()
        if number not in self._anchors:
            return ()
        return tuple(dict.fromkeys(self._stories[report].story for report in late if report in self._stories))

    def remove(self, number: int) -> None:
        """Forget an article; one that is not here is no error."""
        self._anchors.remove(number)

    def told(self, number: int) -> ToldIn | None:
        """In whose record an article is told; None in nobody's, or where two stories have it alike."""
        found = [one for one in self._anchors.told(number) if one.record in self._stories]
        if not found:
            return None
        first = found[0]
        story = self._stories[first.record].story
        for other in found[1:]:
            if other.bits > first.bits - CLOSE and self._stories[other.record].story != story:
                return None
        return ToldIn(story, min(first.bits, ENOUGH) / TENS, first.record, first.terms)

    def between(self, one: Cluster, other: Cluster) -> float:
        """How surely one group is told in the records of the other, over its articles; the greater of both ways."""
        if not self._anchors.any:
            return 0.0
        return max(self._share(one, other), self._share(other, one))

    def _share(self, having: Cluster, told: Cluster) -> float:
        reports: dict[int, None] = {}
        for record in self._anchors.records:
            if record in having.members:
                reports |= dict.fromkeys(self._anchors.tellers(record))
        whole = 0.0
        for report in reports:
            if report in told.members:
                found = self.told(report)
                if found is not None and found.record in having.members:
                    whole += found.strength
        return whole / max(told.size, 1)
