"""The columns of a story's page: what the comparison found, joined with the items and statements that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from audiatur.comparison.values import Column, Comparison, Mention, Said
from audiatur.hub.articles.items import Item
from audiatur.hub.sources.standing import SideMark, Standing, TopicMark
from audiatur.hub.statements.shown import Shown
from audiatur.hub.stories.coverage import by_side
from audiatur.hub.stories.history import Hand

# Names and numbers are pointers into the reporting, not an index of it.
MOST_MENTIONS = 24
# Statements that stand open in a column of what only it reports; the others are folded away.
OPEN_STATEMENTS = 6


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article is in the story: the article that it is most like, and the words that they share.

    ``words`` are only those that stand in what was released of both articles. ``nearest`` is None where that article is
    not on the page; then there are no words. ``began``: it was like no earlier article. ``likeness`` is in words, empty
    where it is not known; ``since`` is when it was put there, None likewise. ``hand`` is the editor's decision that put
    or keeps it there; ``evidence`` are the kinds of evidence that weighed most, in words.
    """

    nearest: Item | None
    words: tuple[str, ...]
    began: bool = False
    likeness: str = ""
    since: datetime | None = None
    hand: Hand | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """The story's articles that its page leaves out, by side: those that may not leave, and those that are too old."""

    withheld: Mapping[SideMark | None, int]
    older: Mapping[SideMark | None, int]

    @classmethod
    def of(cls, standing: Standing, topic: TopicMark | None, withheld: Iterable[int], older: Iterable[int]) -> Self:
        """Counted from the sources of the articles, one for each."""
        return cls(by_side(standing, topic, withheld), by_side(standing, topic, older))


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a column, with its statements."""

    item: Item
    statements: tuple[Shown, ...]
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Words:
    """A statement in the page: its article and itself."""

    item: Item
    statement: Shown

    @property
    def path(self) -> str:
        """Where the statement stands in its article."""
        return f"{self.item.path}#s{self.statement.number}"


@dataclass(frozen=True, slots=True)
class Found:
    """A name or number that only one column has, with the first article that has it."""

    words: str
    item: Item


@dataclass(frozen=True, slots=True)
class Panel:
    """A side's column; ``mark`` is None for the articles on no side. ``unread`` counts articles not compared.

    ``withheld`` counts the articles of the side that may not leave, ``older`` those for which the page has no room.
    """

    mark: SideMark | None
    entries: tuple[Entry, ...]
    unread: int
    only_speakers: tuple[Found, ...]
    only_said: tuple[Words, ...]
    only_numbers: tuple[Found, ...]
    only_names: tuple[Found, ...]
    withheld: int = 0
    older: int = 0

    @property
    def name(self) -> str:
        """The side's name for readers."""
        return self.mark.name if self.mark else "On no side"

    @property
    def silent(self) -> bool:
        """Whether the hub holds no article of this side on the story, shown or not."""
        return not (self.entries or self.withheld or self.older)

    @property
    def colour(self) -> str:
        """The class of the style sheet."""
        return self.mark.colour if self.mark else "side-none"

    @property
    def outlets(self) -> int:
        """How many sources are in the column."""
        return len({entry.item.source for entry in self.entries})

    @property
    def has_only(self) -> bool:
        """Whether it reports anything that no other column does."""
        return bool(self.only_said or self.only_numbers or self.only_names)

    @property
    def said_first(self) -> tuple[Words, ...]:
        """The statements that stand open: those by a named speaker first, then in order of time."""
        return self._ordered()[:OPEN_STATEMENTS]

    @property
    def said_more(self) -> tuple[Words, ...]:
        """The statements that are folded away."""
        return self._ordered()[OPEN_STATEMENTS:]

    def _ordered(self) -> tuple[Words, ...]:
        return tuple(sorted(self.only_said, key=lambda one: not one.statement.settled))


@dataclass(frozen=True, slots=True)
class Aligned:
    """The same words as several columns report them."""

    speaker: str | None
    words: tuple[tuple[SideMark | None, Words], ...]
    alike: bool


class Page:
    """Everything that may be shown of a story, found again by the ids that the comparison uses."""

    def __init__(
        self,
        items: Sequence[Item],
        said: Mapping[int, Sequence[Shown]],
        reasons: Mapping[int, Reason],
        topic: TopicMark | None,
        absent: Absent,
    ) -> None:
        self.absent = absent
        self.items = {item.uid: item for item in items}
        self.said = said
        self.reasons = reasons
        self.marks = {mark.slug: mark for mark in topic.sides} if topic else {}

    def panels(self, compared: Comparison) -> tuple[Panel, ...]:
        """A panel for each column, in its order; sides without an article are kept, for their silence is told too."""
        return tuple(self._panel(column) for column in compared.columns)

    def aligned(self, compared: Comparison) -> tuple[Aligned, ...]:
        """The same words side by side."""
        return tuple(
            Aligned(
                speech.speaker,
                tuple((self.mark(one.side.id if one.side else None), self._words(one.said)) for one in speech.wordings),
                speech.agreement == 1,
            )
            for speech in compared.same_speech
        )

    def mark(self, side: str | None) -> SideMark | None:
        """The side with this id; None for those on no side."""
        return self.marks[side] if side is not None else None

    def _panel(self, column: Column) -> Panel:
        only = column.only_here
        mark = self.mark(column.side.id if column.side else None)
        return Panel(
            mark=mark,
            entries=tuple(self._entry(self.items[told.id]) for told in column.tellings),
            unread=column.unread,
            only_speakers=tuple(
                Found(speaker.name, self.items[speaker.said[0].telling]) for speaker in only.speakers if speaker.said
            ),
            only_said=tuple(self._words(said) for said in only.statements),
            only_numbers=self._found(only.numbers),
            only_names=self._found(only.names),
            withheld=self.absent.withheld.get(mark, 0),
            older=self.absent.older.get(mark, 0),
        )

    def _entry(self, item: Item) -> Entry:
        return Entry(item, tuple(self.said[item.pk]), self.reasons.get(item.pk))

    def _words(self, said: Said) -> Words:
        item = self.items[said.telling]
        return Words(item, self.said[item.pk][int(said.statement.key) - 1])

    def _found(self, mentions: Iterable[Mention]) -> tuple[Found, ...]:
        kept = sorted(mentions, key=lambda mention: -len(mention.tellings))[:MOST_MENTIONS]
        return tuple(Found(mention.words, self.items[mention.tellings[0]]) for mention in kept)
