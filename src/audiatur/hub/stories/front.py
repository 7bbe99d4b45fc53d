"""The stories of a day, or of what came in since a moment, in the order of the front page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from audiatur.hub.addressing import path_to
from audiatur.hub.articles.items import Item, items_of
from audiatur.hub.articles.models import Article
from audiatur.hub.sources.standing import SideMark, Standing, TopicMark
from audiatur.hub.stories.coverage import Coverage, coverage, only_side
from audiatur.hub.stories.days import bounds
from audiatur.hub.stories.models import Story

# As many as a newspaper has on its first pages; more are on further pages.
STORIES_ON_A_PAGE = 30
# A line for each article, the first ones open; a story of hundreds is read on its own page.
LINES = 12
OPEN_LINES = 6
# How far back a reader can ask for what came in since, and how late an outlet's article may come to be among it.
SINCE, LATE = timedelta(days=7), timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Row:
    """An article of the day as ordering sees it. ``copy_of`` is the article whose words it has; None: its own."""

    pk: int
    story: int | None
    source: int
    published: datetime
    copy_of: int | None = None

    @property
    def original(self) -> int:
        """The article whose words it has."""
        return self.copy_of or self.pk


@dataclass(frozen=True, slots=True)
class Card:
    """A story on the front page. ``items`` are the lines shown, ``more`` how many articles of the period are not.

    ``open`` are the keys of the articles whose lines are not folded away, the lead among them. ``only`` is the one side
    that reports it; ``since`` the day it began, where that was earlier. ``withheld`` counts the period's articles of
    the story that may not leave.
    """

    path: str
    items: tuple[Item, ...]
    open: frozenset[int]
    more: int
    outlets: int
    coverage: Coverage
    only: SideMark | None
    since: date | None
    topic: TopicMark | None
    withheld: int = 0

    @property
    def lead(self) -> Item:
        """The earliest article of the period, whose title heads the story."""
        return self.items[0]

    @property
    def lines(self) -> tuple[Item, ...]:
        """The articles whose lines are open."""
        return tuple(item for item in self.items[1:] if item.pk in self.open)

    @property
    def folded(self) -> tuple[Item, ...]:
        """The articles whose lines are folded away."""
        return tuple(item for item in self.items[1:] if item.pk not in self.open)

    @property
    def single(self) -> bool:
        """Whether only one article tells it in the period, counting those that may not be shown."""
        return len(self.items) + self.more + self.withheld == 1


@dataclass(frozen=True, slots=True)
class Telling:
    """What a card says of its story as a whole.

    ``sources`` are all that report it on any day, shown or not; ``hidden`` are those of the period's articles that may
    not leave, one for each article; ``since`` is the day it began, None where that is in the period.
    """

    path: str
    sources: set[int]
    hidden: list[int]
    since: date | None


@dataclass(frozen=True, slots=True)
class Period:
    """What a page is about: the articles, and when the period began; a story that is older says since when it runs."""

    begins: datetime
    articles: QuerySet[Article]


def on(day: date) -> Period:
    """What appeared on a day."""
    begins, ends = bounds(day)
    held = Article.objects.filter(latest__isnull=False, published__gte=begins, published__lt=ends)
    return Period(begins, held)


def since(moment: datetime) -> Period:
    """What the hub took in since a moment. What appeared long before it came is left to its own day."""
    held = Article.objects.filter(latest__isnull=False, published__gte=moment - LATE, first_seen__gte=moment)
    return Period(moment, held)


@dataclass(frozen=True, slots=True)
class Day:
    """The stories of a period, told apart by how they were grouped, before any text is loaded."""

    groups: tuple[tuple[Row, ...], ...]
    articles: int
    withheld: int


def stories_of(standing: Standing, period: Period, topic: TopicMark | None) -> Day:
    """The stories of a period in order: breadth over sides, then over outlets, then freshness; single articles last.

    Articles with the words of one report are one voice, which is that of the outlet that had them first.
    Of a topic: those that a source on one of its sides reports. Counted as withheld are the articles of the
    period of which nothing may leave.
    """
    rows = [Row(*row) for row in period.articles.values_list("pk", "story_id", "source_id", "published", "copy_of_id")]
    groups: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in rows:
        groups[("story", row.story) if row.story is not None else ("article", row.pk)].append(row)
    if topic is not None:
        groups = {key: group for key, group in groups.items() if _on(standing, topic, group)}
    kept = [tuple(row for row in group if standing.is_open(row.source)) for group in groups.values()]
    ordered = sorted((group for group in kept if group), key=lambda group: _rank(standing, topic, group))
    articles = sum(len(group) for group in ordered)
    return Day(tuple(ordered), articles, sum(map(len, groups.values())) - articles)


def _on(standing: Standing, topic: TopicMark, group: Iterable[Row]) -> bool:
    return any(standing.sides(row.source, topic.slug) for row in group)


def _rank(standing: Standing, topic: TopicMark | None, group: Sequence[Row]) -> tuple[bool, int, int, float, int]:
    told = topic or standing.topic_of({row.source for row in group})
    outlets = voices(group)
    sides = {mark for source in outlets for mark in standing.sides(source, told.slug)} if told else set()
    # A date in the future is an outlet's mistake, and makes nothing fresher.
    newest = min(max(row.published for row in group), standing.gate.viewer.now)
    return len(group) == 1, -len(sides), -len(outlets), -newest.timestamp(), min(row.pk for row in group)


def voices(group: Iterable[Row]) -> set[int]:
    """The outlets that tell something in words of their own; of those that carry one report, the first."""
    first: dict[int, Row] = {}
    for row in sorted(group, key=lambda row: (row.copy_of is not None, row.published, row.pk)):
        first.setdefault(row.original, row)
    return {row.source for row in first.values()}


def cards_of(
    standing: Standing, groups: Sequence[Sequence[Row]], period: Period, topic: TopicMark | None
) -> tuple[list[Card], int]:
    """The cards of one page, and how many articles the gate kept back after all."""
    shown = [choose(standing, topic, group, LINES) for group in groups]
    wanted = [row.pk for group in shown for row in group]
    items, withheld = items_of(standing, Article.objects.filter(pk__in=wanted))
    found = {item.pk: item for item in items}
    stories = Story.objects.in_bulk({group[0].story for group in groups if group[0].story is not None})
    telling = _telling(stories)
    closed = _closed(standing, stories, period)
    cards = []
    for group, rows in zip(groups, shown, strict=True):
        lines = tuple(found[row.pk] for row in rows if row.pk in found)
        if lines:
            story = stories.get(group[0].story or 0)
            sources = telling[story.pk] if story is not None else {group[0].source}
            hidden = closed[story.pk] if story is not None else []
            begun = story.first_published.date() if story and story.first_published < period.begins else None
            path = path_to("story", story.uid) if story is not None else lines[0].path
            cards.append(_card(standing, group, lines, Telling(path, sources, hidden, begun), topic))
    return cards, withheld


def choose(standing: Standing, topic: TopicMark | None, group: Iterable[Row], most: int) -> list[Row]:
    """So many articles of a story, in order of time: the first of each side, then the earliest of the others.

    So a side with many articles does not push the others out of sight, whichever side it is.
    """
    rows = sorted(group, key=lambda row: (row.published, row.pk))
    told = topic or standing.topic_of(row.source for row in rows)
    first: dict[frozenset[SideMark], Row] = {}
    for row in rows:
        first.setdefault(frozenset(standing.sides(row.source, told.slug) if told else ()), row)
    ranked = sorted(rows, key=lambda row: (row not in first.values(), row.published, row.pk))
    return sorted(ranked[:most], key=lambda row: (row.published, row.pk))


def _telling(stories: dict[int, Story]) -> dict[int, set[int]]:
    """The sources that report each story, on any day, whether they may be shown or not."""
    sources: dict[int, set[int]] = defaultdict(set)
    rows = Article.objects.order_by().filter(story__in=stories).values_list("story_id", "source_id").distinct()
    for story, source in rows:
        if story is not None:
            sources[story].add(source)
    return sources


def _closed(standing: Standing, stories: Iterable[int], period: Period) -> dict[int, list[int]]:
    """Of each story the sources of the period's articles that may not leave, one for each article."""
    found: dict[int, list[int]] = defaultdict(list)
    if standing.closed:
        rows = period.articles.order_by().filter(story__in=list(stories), source__in=standing.closed)
        for story, source in rows.values_list("story_id", "source_id"):
            if story is not None:
                found[story].append(source)
    return found


def _card(
    standing: Standing, group: Sequence[Row], lines: tuple[Item, ...], telling: Telling, topic: TopicMark | None
) -> Card:
    told = topic or standing.topic_of(telling.sources)
    return Card(
        path=telling.path,
        items=lines,
        open=frozenset(row.pk for row in choose(standing, topic, group, 1 + OPEN_LINES)),
        more=len(group) - len(lines),
        outlets=len({row.source for row in group}),
        coverage=coverage(standing, told, [(row.original, row.source) for row in group], telling.hidden),
        only=only_side(standing, told, telling.sources),
        since=telling.since,
        topic=told,
        withheld=len(telling.hidden),
    )
