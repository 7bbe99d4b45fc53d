"""The register as every page needs it, read once for each state of it.

The database sets another mark whenever a source, claim, policy, bar, topic or side changes, by whatever way (triggers
of migration 0013). A mark never comes again, and a transaction that is taken back brings the former mark back with the
former rows: so what was read under a mark holds as long as the mark is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from django.db import connection
from django.db.models import QuerySet

from audiatur.hub.addressing import path_to
from audiatur.hub.gate import policy_of
from audiatur.hub.sources.models import Source
from audiatur.hub.stories.models import Side, Topic
from audiatur.provenance.values import Policy

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


@dataclass(frozen=True, slots=True)
class Register:
    """Sources, policies, topics and sides, by their keys; shared by all who read, so nobody may change any of it.

    ``placed`` are the sides of each source, by topic and, under None, of all topics. ``mark`` is the mark under which
    it was read, None where there was none: then nothing that follows from it may be kept.
    """

    sources: Mapping[int, Source]
    policies: Mapping[int, Policy]
    topics: tuple[TopicMark, ...]
    sides: Mapping[int, SideMark]
    placed: Mapping[int, Mapping[str | None, tuple[SideMark, ...]]]
    mark: str | None = None

    @classmethod
    def read(cls, under: str | None = None) -> Self:
        """From the tables, in a fixed number of queries; ``under`` is the mark."""
        sources = {row.pk: row for row in registered()}
        on: dict[int, list[int]] = {}
        for key, pk in Side.sources.through.objects.order_by().values_list("side_id", "source_id"):
            on.setdefault(key, []).append(pk)
        topics: list[TopicMark] = []
        sides: dict[int, SideMark] = {}
        placed: dict[int, dict[str | None, tuple[SideMark, ...]]] = {}
        for topic in Topic.objects.prefetch_related("sides"):
            marks = []
            for number, side in enumerate(topic.sides.all(), start=1):
                mark = sides[side.pk] = SideMark(topic.slug, side.slug, side.name, number)
                marks.append(mark)
                for source in on.get(side.pk, ()):
                    by_topic = placed.setdefault(source, {})
                    for of in (topic.slug, None):
                        by_topic[of] = (*by_topic.get(of, ()), mark)
            topics.append(TopicMark(topic.pk, topic.slug, topic.name, tuple(marks)))
        policies = {pk: policy_of(row) for pk, row in sources.items()}
        return cls(sources, policies, tuple(topics), sides, placed, under)


def register() -> Register:
    """The register as it is now: the one that was read last where nothing changed since."""
    global _last  # noqa: PLW0603 - one register for the process
    with connection.cursor() as cursor:
        cursor.execute("SELECT mark FROM hub_registerstamp")
        row = cursor.fetchone()
    # Without a mark, as before the first row of a register, nothing is kept.
    if row is None:
        return Register.read()
    known = _last
    if known is None or known[0] != row[0]:
        known = _last = (str(row[0]), Register.read(str(row[0])))
    return known[1]


_last: tuple[str, Register] | None = None
