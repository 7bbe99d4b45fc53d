"""What the page of a story shows: its articles in a column per side, how they compare, and what happened when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from audiatur.comparison.laid import LaidOut
from audiatur.hub.articles.items import Item, items_by_key
from audiatur.hub.articles.models import Article
from audiatur.hub.sources.standing import SideMark, Standing, TopicMark
from audiatur.hub.stories.comparing import OnlySide, Rows, ShownRow
from audiatur.hub.stories.coverage import Coverage, coverage, only_side
from audiatur.hub.stories.elsewhere import elsewhere
from audiatur.hub.stories.figures import Figures, ShownNumbers, ShownWords
from audiatur.hub.stories.history import History, history
from audiatur.hub.stories.kin import Relative, relatives
from audiatur.hub.stories.lanes import Lanes, lanes_of
from audiatur.hub.stories.models import Story
from audiatur.hub.stories.panels import Absent, Columns, columns
from audiatur.hub.stories.telling import Material
from audiatur.hub.stories.timeline import Happening, timeline
from audiatur.hub.written import Written
from audiatur.provenance.values import Mode

# What a reader can lay side by side; of a longer story the newest are shown.
MOST = 120


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of each part stands on a page."""

    rows: int
    wordings: int
    only: int
    numbers: int
    words: int
    happenings: int


BRIEF = Bounds(rows=8, wordings=4, only=4, numbers=6, words=8, happenings=24)
WHOLE = Bounds(rows=300, wordings=60, only=300, numbers=200, words=40, happenings=400)


@dataclass(frozen=True, slots=True)
class Part:
    """How many of a part's things the page shows, and how many there are."""

    shown: int
    all: int

    @property
    def more(self) -> int:
        """How many are on the page with everything only."""
        return self.all - self.shown


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The whole page of a story. ``items`` are all that were loaded, the earliest first; ``more`` were not loaded.

    ``compared`` is whether at least two columns have words that may be compared. ``same`` are stories that may be the
    same, ``near`` the others that are near. ``parts`` are the sizes of the parts by name. ``across`` counts the
    utterances that more than one side carries.
    """

    story: Story
    topic: TopicMark | None
    topics: tuple[TopicMark, ...]
    items: tuple[Item, ...]
    columns: Columns
    compared: bool
    rows: tuple[ShownRow, ...]
    only_here: tuple[OnlySide, ...]
    numbers: tuple[ShownNumbers, ...]
    words: tuple[ShownWords, ...]
    lanes: Lanes
    happenings: tuple[Happening, ...]
    parts: dict[str, Part]
    across: int
    coverage: Coverage
    only: SideMark | None
    withheld: int
    more: int
    same: tuple[Relative, ...]
    near: tuple[Relative, ...]
    history: History

    @property
    def alone(self) -> int:
        """How many of the utterances in rows only one side carries: those that a record or another story has."""
        return self.parts["rows"].all - self.across

    @property
    def sources(self) -> tuple[Item, ...]:
        """An article of each source on the page, by the source's name: to print each notice once."""
        records = [row.record.item for row in self.rows if row.record is not None and row.record.item is not None]
        others = [one.item for row in self.rows for one in row.elsewhere]
        each = {item.source: item for item in (*others, *records, *self.items)}
        return tuple(sorted(each.values(), key=lambda item: item.outlet.casefold()))


@dataclass(frozen=True, slots=True)
class Loaded:
    """The articles of a story for one viewer: those that are shown, and what is known of the others.

    ``sources`` has the source of every article that the hub holds, ``closed`` of those that may not leave.
    """

    topic: TopicMark | None
    items: tuple[Item, ...]
    sources: tuple[int, ...]
    closed: tuple[int, ...]
    barred: int

    @property
    def withheld(self) -> int:
        """How many may not leave."""
        return len(self.closed) + self.barred

    @property
    def more(self) -> int:
        """How many older ones were not loaded."""
        return len(self.sources) - len(self.closed) - len(self.items) - self.barred


_HELD: Written[tuple[int, int]] = Written(
    lambda story: Article.objects.filter(story=story, latest__isnull=False).values_list("pk", "source_id")
)


def load_story(standing: Standing, story: Story, topic: str | None) -> Loaded:
    """The newest articles of a story that may be shown, the earliest first."""
    held = _HELD.rows(story.pk)
    sources = [source for _, source in held]
    told = (standing.topic(topic) if topic else None) or standing.topic_of(sources)
    newest = [pk for pk, source in held if standing.is_open(source)]
    found, barred = items_by_key(standing, newest[:MOST])
    items = sorted(found.values(), key=lambda item: (item.published, item.pk))
    closed = tuple(source for source in sources if not standing.is_open(source))
    return Loaded(told, tuple(items), tuple(sources), closed, barred)


def side_by_side(standing: Standing, story: Story, topic: str | None, *, whole: bool = False) -> SideBySide:
    """The story for one viewer. ``topic`` is the slug of the topic that the reader chose, None for the fitting one.

    ``whole``: everything that the comparison found, not its beginnings.
    """
    loaded = load_story(standing, story, topic)
    items, told = loaded.items, loaded.topic
    shown_of = [item.source_pk for item in items]
    older = (Counter(loaded.sources) - Counter(loaded.closed) - Counter(shown_of)).elements()
    absent = Absent.of(standing, told, loaded.closed, older)
    material = Material.of(standing, items, told)
    laid = material.laid_out(standing.gate.viewer.now)
    most = WHOLE if whole else BRIEF
    rows = Rows(material, laid, elsewhere(standing, story, material), most=most.wordings)
    compared = _compared(laid, items)
    kin = relatives(standing, story)
    figures, past = Figures(material, laid), history(story)
    shared, happenings = rows.shared(), timeline(material, rows, figures, past.events)
    numbers, only_here = figures.numbers(), rows.only(most.only) if compared else ()
    return SideBySide(
        story=story,
        topic=told,
        topics=tuple(
            one for one in standing.topics if any(standing.sides(source, one.slug) for source in loaded.sources)
        ),
        items=items,
        columns=columns(items, material.said, told, absent, whole=whole),
        compared=compared,
        rows=shared[: most.rows],
        only_here=only_here,
        numbers=numbers[: most.numbers],
        words=figures.words(most.words) if compared else (),
        lanes=lanes_of(material, laid.coverage, absent),
        happenings=happenings[: most.happenings],
        parts={
            "rows": Part(len(shared[: most.rows]), len(shared)),
            "numbers": Part(len(numbers[: most.numbers]), len(numbers)),
            "only": Part(_listed(only_here), sum(side.total for side in only_here)),
            "happenings": Part(len(happenings[: most.happenings]), len(happenings)),
        },
        across=sum(row.across for row in shared),
        coverage=coverage(standing, told, [(item.original, item.source_pk) for item in items], loaded.closed),
        only=only_side(standing, told, loaded.sources),
        withheld=loaded.withheld,
        more=loaded.more,
        same=tuple(one for one in kin if one.same),
        near=tuple(one for one in kin if not one.same),
        history=past,
    )


def _listed(sides: tuple[OnlySide, ...]) -> int:
    return sum(len(group.rows) for side in sides for group in side.groups)


def _compared(laid: LaidOut, items: tuple[Item, ...]) -> bool:
    """Whether at least two columns have articles whose words may be compared."""
    open_ = {item.uid for item in items if item.released.mode is not Mode.LINK}
    return sum(not open_.isdisjoint(side.tellings) for side in laid.coverage.sides) > 1
