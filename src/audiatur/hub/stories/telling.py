"""What the comparison of a story is given: its released articles with their statements and the places in records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from audiatur.comparison import lay_out
from audiatur.comparison.laid import LaidOut, Row
from audiatur.comparison.utterances import utterances
from audiatur.comparison.values import RecordPlace, SideLabel, Told, ToldStatement
from audiatur.hub.articles.items import Item
from audiatur.hub.articles.marks import Part, Role
from audiatur.hub.records.queries import ShownTrace, traces_of
from audiatur.hub.sources.standing import SideMark, Standing, TopicMark
from audiatur.hub.statements.shown import Shown, shown
from audiatur.hub.statements.spoken import spoken
from audiatur.hub.stories.since import Since
from audiatur.provenance.values import Mode
from audiatur.spans import Span
from audiatur.statements.values import Kind

# Comparisons kept in a process: the stories of a day that many read.
KEPT = 64
# The length of an ISO 8601 date that is known to the day.
_DAY = len("2022-04-12")


@dataclass(frozen=True, slots=True)
class Material:
    """The articles of a story that are shown, what is said in them by article, and the traces by statement.

    ``since`` knows since when words stand in the articles.
    """

    items: tuple[Item, ...]
    said: Mapping[int, Sequence[Shown]]
    traces: Mapping[int, Sequence[ShownTrace]]
    topic: TopicMark | None
    since: Since

    @classmethod
    def of(cls, standing: Standing, items: Sequence[Item], topic: TopicMark | None) -> Material:
        """Loaded in a fixed number of queries."""
        rows = spoken(item.pk for item in items)
        said = {item.pk: shown(standing, item.released, rows.get(item.pk, ())) for item in items}
        traced = {row.pk for told in rows.values() for row in told if row.traced}
        keys = [one.pk for told in said.values() for one in told if one.pk in traced]
        return cls(tuple(items), said, traces_of(standing, keys), topic, Since(items))

    def laid_out(self, now: datetime) -> LaidOut:
        """The story by sides, as of the hour; nothing that was not released plays a part."""
        labels = [SideLabel(mark.slug, mark.name) for mark in self.topic.sides] if self.topic else []
        speakers = {
            one.speaker_path: self._slugs(one.sides)
            for told in self.said.values()
            for one in told
            if one.speaker_path is not None
        }
        hour = now.replace(minute=0, second=0, microsecond=0)
        return _laid_out(tuple(self.tellings()), tuple(labels), tuple(sorted(speakers.items())), hour)

    @property
    def by_uid(self) -> dict[str, Item]:
        """The articles by their ids, by which the comparison names them."""
        return {item.uid: item for item in self.items}

    @property
    def marks(self) -> dict[str, SideMark]:
        """The sides of the topic by their slugs, by which the comparison names them; empty without a topic."""
        return {mark.slug: mark for mark in self.topic.sides} if self.topic else {}

    def tellings(self) -> list[Told]:
        """The articles as the core wants them."""
        return [self._told(item) for item in self.items]

    def with_(self, other: Material) -> Material:
        """This and the articles of another story, as if they were one."""
        said, traces = {**self.said, **other.said}, {**self.traces, **other.traces}
        return Material((*self.items, *other.items), said, traces, self.topic, self.since)

    def _slugs(self, marks: Sequence[SideMark]) -> tuple[str, ...]:
        return tuple(mark.slug for mark in marks if self.topic is not None and mark.topic == self.topic.slug)

    def _told(self, item: Item) -> Told:
        visible = item.released.mode is not Mode.LINK
        apart = [Span.of(item.released.text, part.start, part.end) for part in item.apart if part.role != Role.ARTICLE]
        return Told(
            id=item.uid,
            sides=self._slugs(item.sides),
            outlet=item.outlet,
            title=item.title,
            published=item.published,
            language=item.released.language,
            text=item.released.text,
            statements=tuple(self._statement(item, one) for one in self.said[item.pk]),
            visible=visible,
            voice=str(item.original),
            apart=tuple(apart),
        )

    def _statement(self, item: Item, one: Shown) -> ToldStatement:
        text = item.released.text
        content = [mark for mark in one.marks if mark.part is Part.CONTENT]
        since = self.since.of(item, one.words)
        whole = len(content) == len(one.words)  # Else a piece of it stands in the title, which has no places here.
        return ToldStatement(
            key=str(one.number),
            speaker=one.speaker,
            content=one.words,
            quoted=one.words if one.form == Kind.DIRECT else (),
            spans=tuple(Span.of(text, mark.start, mark.end) for mark in content) if whole else (),
            speaker_key=one.speaker_path or "",
            since=since if since != item.published else None,
            day=date.fromisoformat(one.date) if len(one.date) == _DAY else None,
            traced=tuple(
                RecordPlace(str(trace.record), trace.start, trace.end, trace.place, trace.quotation)
                for trace in self.traces.get(one.pk, ())
            ),
        )


@lru_cache(maxsize=KEPT)
def _laid_out(
    tellings: tuple[Told, ...],
    labels: tuple[SideLabel, ...],
    speakers: tuple[tuple[str, tuple[str, ...]], ...],
    now: datetime,
) -> LaidOut:
    """The comparison, kept for what was given: a page that many read who may see the same is compared once."""
    return lay_out(tellings, labels, now=now, speaker_sides=dict(speakers))


@lru_cache(maxsize=KEPT)
def utterances_of(tellings: tuple[Told, ...]) -> tuple[Row, ...]:
    """The utterances of some articles without regard to sides, kept likewise."""
    return utterances(tellings, (), speaker_sides={})
