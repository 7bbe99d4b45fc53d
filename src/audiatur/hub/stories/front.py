"""The stories of a day, or of what came in since a moment, in the order of the front page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from audiatur.hub.addressing import path_to
from audiatur.hub.articles.items import Item, items_by_key
from audiatur.hub.articles.models import Article
from audiatur.hub.sources.standing import SideMark, Standing, TopicMark
from audiatur.hub.stories.coverage import Coverage, coverage, only_side
from audiatur.hub.stories.days import bounds
from audiatur.hub.stories.models import Story
from audiatur.hub.written import Written

# As many as a newspaper has on its first pages; more are on further pages.
STORIES_ON_A_PAGE = 30
# A line for each article, the first ones open; a story of hundreds is read on its own page.
LINES = 12
OPEN_LINES = 6
# How far back a reader can ask for what came in since, and how late an outlet's article may come to be among it.
SINCE, LATE = timedelta(days=7), timedelta(days=2)


class Row(NamedTuple):
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
    rows: tuple[Row, ...]


_COLUMNS = ("pk", "story_id", "source_id", "published", "copy_of_id")
_HELD = Article.objects.filter(latest__isnull=False)
_ON: Written[tuple[object, ...]] = Written(
    lambda since, until: _HELD.filter(published__gte=since, published__lt=until).values_list(*_COLUMNS)
)
_SINCE: Written[tuple[object, ...]] = Written(
    lambda since, moment: _HELD.filter(published__gte=since, first_seen__gte=moment).values_list(*_COLUMNS)
)


def on(day: date) -> Period:
    """What appeared on a day."""
    begins, ends = bounds(day)
    return Period(begins, tuple(map(Row._make, _ON.rows(begins, ends))))


def since(moment: datetime) -> Period:
    """What the hub took in since a moment. What appeared long before it came is left to its own day."""
    return Period(moment, tuple(map(Row._make, _SINCE.rows(moment - LATE, moment))))


@dataclass(frozen=True, slots=True)
class Day:
    """The stories of a period, told apart by how they were grouped, before any text is loaded.

    ``closed`` are the rows of which nothing may leave, ``withheld`` is their number.
    """

    groups: tuple[tuple[Row, ...], ...]
    articles: int
    closed: tuple[Row, ...]

    @property
    def withheld(self) -> int:
        """How many articles may not leave."""
        return len(self.closed)


def stories_of(standing: Standing, period: Period, topic: TopicMark | None) -> Day:
    """The stories of a period in order: breadth over sides, then over outlets, then freshness; single articles last.

    Articles with the words of one report are one voice, which is that of the outlet that had them first.
    Of a topic: those that a source on one of its sides reports. Counted as withheld are the articles of the
    period of which nothing may leave.
    """
    groups: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in period.rows:
        groups[("story", row.story) if row.story is not None else ("article", row.pk)].append(row)
    if topic is not None:
        groups = {key: group for key, group in groups.items() if _on(standing, topic, group)}
    shut = standing.closed
    kept = [tuple(row for row in group if row.source not in shut) for group in groups.values()]
    ordered = sorted((group for group in kept if group), key=lambda group: _rank(standing, topic, group))
    closed = tuple(row for group in groups.values() for row in group if row.source in shut)
    return Day(tuple(ordered), sum(len(group) for group in ordered), closed)


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


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the cards of a page are made of, beside the register: equal ones make equal cards.

    ``shown`` are the rows of each group whose lines are shown, ``items`` what the gate let out of them, by key.
    ``stories`` are the keys, addresses and beginnings of the groups' stories, ``told`` pairs of a story and a source
    that reports it on any day, shown or not.
    """

    groups: tuple[tuple[Row, ...], ...]
    shown: tuple[tuple[Row, ...], ...]
    items: tuple[tuple[int, Item], ...]
    barred: int
    stories: tuple[tuple[int, str, datetime], ...]
    told: tuple[tuple[int, int], ...]


_STORIES: Written[tuple[int, str, datetime]] = Written(
    lambda keys: Story.objects.order_by().filter(pk__in=keys).values_list("pk", "uid", "first_published")
)
_TOLD: Written[tuple[int | None, int]] = Written(
    lambda keys: Article.objects.order_by().filter(story__in=keys).values_list("story_id", "source_id").distinct()
)


def gather(standing: Standing, groups: Sequence[tuple[Row, ...]], topic: TopicMark | None) -> Gathered:
    """What the cards of one page are made of; four queries at the most."""
    shown = tuple(tuple(choose(standing, topic, group, LINES)) for group in groups)
    found, barred = items_by_key(standing, [row.pk for group in shown for row in group])
    stories = _STORIES.rows(list(dict.fromkeys(group[0].story for group in groups if group[0].story is not None)))
    told = [(story, source) for story, source in _TOLD.rows([pk for pk, _, _ in stories]) if story is not None]
    items, by_key = tuple(sorted(found.items(), key=lambda pair: pair[0])), tuple(sorted(stories))
    return Gathered(tuple(groups), shown, items, barred, by_key, tuple(sorted(told)))


def cards_of(
    standing: Standing, gathered: Gathered, closed: Sequence[Row], begins: datetime, topic: TopicMark | None
) -> list[Card]:
    """The cards of one page. ``closed`` are the period's articles that may not leave."""
    found = dict(gathered.items)
    stories = {pk: (uid, first) for pk, uid, first in gathered.stories}
    telling = _by_story(gathered.told)
    hidden = _by_story((row.story, row.source) for row in closed if row.story in stories)
    cards = []
    for group, rows in zip(gathered.groups, gathered.shown, strict=True):
        lines = tuple(found[row.pk] for row in rows if row.pk in found)
        if lines:
            pk = group[0].story
            if pk is None or pk not in stories:
                told = Telling(lines[0].path, {group[0].source}, [], None)
            else:
                uid, first = stories[pk]
                begun = first.date() if first < begins else None
                told = Telling(path_to("story", uid), set(telling[pk]), hidden[pk], begun)
            cards.append(_card(standing, group, lines, told, topic))
    return cards


def _by_story(pairs: Iterable[tuple[int | None, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for story, source in pairs:
        if story is not None:
            found[story].append(source)
    return found


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
