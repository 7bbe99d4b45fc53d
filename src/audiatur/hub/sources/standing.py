"""Where each source stands for one viewer: what may leave of it here and now, and on which sides it is.

The gate decides per article; this says beforehand what it will decide for a whole source, so that lists can be counted
and ordered without loading texts. What is shown still passes the gate, article by article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from django.db.models import QuerySet

from audiatur.hub.addressing import path_to
from audiatur.hub.gate import Gate
from audiatur.hub.sources.models import Source
from audiatur.hub.stories.models import Side, Topic
from audiatur.provenance.gate import decide
from audiatur.provenance.values import Bar, Mode

# The style sheet knows this many colours for sides; a topic with more starts again with the first.
COLOURS = 6


@dataclass(frozen=True, slots=True)
class SideMark:
    """A side as a page shows it. ``number`` counts from 1 in the editor's order; ``colour`` names the style."""

    topic: str
    slug: str
    name: str
    number: int

    @property
    def colour(self) -> str:
        """The class of the style sheet; the colour says which side, never more."""
        return f"side-{(self.number - 1) % COLOURS + 1}"

    @property
    def path(self) -> str:
        """The page of the side."""
        return path_to("side", self.topic, self.slug)


@dataclass(frozen=True, slots=True)
class TopicMark:
    """A topic as a page shows it, with its sides in the editor's order."""

    pk: int
    slug: str
    name: str
    sides: tuple[SideMark, ...]


def registered() -> QuerySet[Source]:
    """The sources with what the gate asks for."""
    return Source.objects.select_related("policy").prefetch_related("claims", "policy__bars")


class Standing:
    """All sources, topics and sides of the hub for one viewer, loaded in a fixed number of queries."""

    def __init__(
        self, gate: Gate, sources: Iterable[Source], topics: Iterable[Topic], placed: Iterable[tuple[int, int]]
    ) -> None:
        """``placed`` are the pairs of a side and a source on it, by their keys."""
        self.gate = gate
        self.sources = {source.pk: source for source in sources}
        self.decisions: dict[int, Mode | Bar] = {pk: self._decide(source) for pk, source in self.sources.items()}
        self.topics: tuple[TopicMark, ...] = ()
        self._sides: dict[int, dict[str | None, tuple[SideMark, ...]]] = {}
        self._speaking: dict[int, SideMark] = {}
        on: dict[int, list[int]] = {}
        for side, source in placed:
            on.setdefault(side, []).append(source)
        for topic in topics:
            self.topics += (self._topic(topic, on),)

    @classmethod
    def load(cls, gate: Gate) -> Self:
        """Read it from the tables."""
        placed = Side.sources.through.objects.order_by().values_list("side_id", "source_id")
        return cls(gate, registered(), Topic.objects.prefetch_related("sides"), placed)

    @property
    def closed(self) -> frozenset[int]:
        """The sources of which nothing may leave here and now."""
        return frozenset(pk for pk, decision in self.decisions.items() if not self._opens(decision))

    def is_open(self, source: int) -> bool:
        """Whether anything may leave of a source here and now."""
        return self._opens(self.decisions[source])

    def mode(self, source: int) -> Mode:
        """The mode that holds for a source; NONE where a legal bar does."""
        decision = self.decisions[source]
        return decision if isinstance(decision, Mode) else Mode.NONE

    def sides(self, source: int, topic: str | None = None) -> tuple[SideMark, ...]:
        """The sides of a source, in one topic or in all."""
        return self._sides.get(source, {}).get(topic, ())

    def side(self, pk: int) -> SideMark:
        """The mark of a side by its row's key."""
        return self._speaking[pk]

    def topic(self, slug: str) -> TopicMark | None:
        """A topic by its slug; None where there is none."""
        return next((topic for topic in self.topics if topic.slug == slug), None)

    def topic_of(self, sources: Iterable[int]) -> TopicMark | None:
        """The topic with most of the sources on its sides, on a tie the editor's first; None without any."""
        told = list(sources)
        counts = [(sum(bool(self.sides(source, topic.slug)) for source in told), topic) for topic in self.topics]
        best = max(counts, key=lambda pair: pair[0], default=None)
        return best[1] if best is not None and best[0] > 0 else None

    def members(self, topic: str, side: str | None = None) -> list[int]:
        """The sources on a side of a topic, or on any of its sides."""
        marks = ((pk, self.sides(pk, topic)) for pk in self.sources)
        return [pk for pk, found in marks if any(side is None or mark.slug == side for mark in found)]

    @staticmethod
    def _opens(decision: Mode | Bar) -> bool:
        return isinstance(decision, Mode) and decision is not Mode.NONE

    def _decide(self, source: Source) -> Mode | Bar:
        return decide(self.gate.policy(source), now=self.gate.viewer.now, jurisdiction=self.gate.viewer.jurisdiction)

    def _topic(self, topic: Topic, on: Mapping[int, Sequence[int]]) -> TopicMark:
        sides = enumerate(topic.sides.all(), start=1)
        marks = tuple(self._mark(topic, side, number, on.get(side.pk, ())) for number, side in sides)
        return TopicMark(topic.pk, topic.slug, topic.name, marks)

    def _mark(self, topic: Topic, side: Side, number: int, sources: Iterable[int]) -> SideMark:
        mark = SideMark(topic.slug, side.slug, side.name, number)
        self._speaking[side.pk] = mark
        for source in sources:
            by_topic = self._sides.setdefault(source, {})
            for key in (topic.slug, None):
                by_topic[key] = (*by_topic.get(key, ()), mark)
        return mark
