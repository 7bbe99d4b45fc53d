"""Utterances as the page of a story shows them: one row each, with every outlet's exact words in its side's column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from audiatur.comparison.laid import LaidOut, OneSided, Row, RowWording, Tie
from audiatur.comparison.values import SideLabel
from audiatur.hub.articles.items import Item
from audiatur.hub.records.queries import ShownTrace
from audiatur.hub.sources.standing import SideMark
from audiatur.hub.statements.queries import Quoted
from audiatur.hub.statements.shown import Shown
from audiatur.hub.stories.elsewhere import Elsewhere
from audiatur.hub.stories.sided import Sided
from audiatur.hub.stories.telling import Material
from audiatur.hub.stories.wordings import Difference, Run, differences, marked_words

# Words in a row from which what a wording leaves out is named beside it, and how many such runs are.
MISSING, MOST_MISSING = 3, 4


@dataclass(frozen=True, slots=True)
class ShownWording:
    """One article's words for an utterance. ``differs`` is the comparison with the reference, empty for itself.

    ``alike`` is whether the words are those of the reference, ``reference`` whether it is the reference itself.
    ``since`` is when the article appeared, or when the words were first seen in it, where that was later. ``given_to``
    is whom its article names as the speaker, where that is another than the row's; else empty.
    """

    item: Item
    statement: Shown
    since: datetime
    runs: tuple[Run, ...]
    differs: tuple[Difference, ...]
    alike: bool
    reference: bool
    given_to: str = ""

    @property
    def later(self) -> bool:
        """Whether it is of a time at which the hub saw the words come."""
        return self.since != self.item.published

    @property
    def missing(self) -> tuple[str, ...]:
        """Words of the reference that this wording does not have, so many in a row that they are worth a line."""
        runs = [one.words for one in self.differs if one.of == "reference" and len(one.words.split()) >= MISSING]
        return tuple(runs[:MOST_MISSING])

    @property
    def place(self) -> str:
        """Where it stands in its article."""
        return f"{self.item.path}#s-{self.statement.uid}"


@dataclass(frozen=True, slots=True)
class Cell(Sided):
    """A side's wordings in a row, and one of each of the ``copies`` that repeat what another article has.

    ``more`` are wordings that this page does not show.
    """

    mark: SideMark | None
    wordings: tuple[ShownWording, ...]
    copies: tuple[ShownWording, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class ShownRow:
    """An utterance. ``record`` is its place in a primary record, None where there is none.

    ``why`` says in words why the wordings are one utterance. ``first`` is the earliest wording, ``elsewhere`` are
    wordings of other stories that were traced to the same place. ``voices`` counts the texts that carry it.
    ``compared_with_record``: the record's words are the reference; else the earliest wording is. ``across``: articles
    of more than one side carry it.
    """

    first: ShownWording
    speaker: str
    speaker_path: str | None
    speaker_sides: tuple[SideMark, ...]
    cells: tuple[Cell, ...]
    record: ShownTrace | None
    why: str
    voices: int
    elsewhere: tuple[Quoted, ...] = ()
    compared_with_record: bool = False
    across: bool = False

    @property
    def anchor(self) -> str:
        """Its own address within the page."""
        return f"u-{self.first.statement.uid}"


@dataclass(frozen=True, slots=True)
class OnlyGroup:
    """Utterances that one side alone carries, of one kind of speakers; ``more`` are not listed here."""

    label: str
    rows: tuple[ShownRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class OnlySide(Sided):
    """What one side alone carries, by whose words they are."""

    mark: SideMark | None
    total: int
    groups: tuple[OnlyGroup, ...]


class Rows:
    """The utterances of a story, made ready for its page; ``most`` wordings of a side in a row, the earliest."""

    def __init__(self, material: Material, laid: LaidOut, elsewhere: Elsewhere, *, most: int) -> None:
        self.material = material
        self.laid = laid
        self.most = most
        self._elsewhere = elsewhere
        self._items = material.by_uid
        self.marks = material.marks
        self.labels = [covered.side for covered in laid.coverage.sides]

    def shared(self) -> tuple[ShownRow, ...]:
        """The utterances that more than one side carries, or that a record or another story has; the widest first."""
        rows = [row for row in self.laid.rows if len(row.sides) > 1 or self._traced(row) or self._others(row)]
        rows.sort(key=lambda row: (-len(row.sides), not self._traced(row), -row.voices))
        return tuple(self.row(row) for row in rows)

    def only(self, most: int) -> tuple[OnlySide, ...]:
        """What each side alone carries, at most so many utterances of each kind; the most carried first."""
        return tuple(self._only(side, most) for side in self.laid.one_sided if side.rows)

    def row(self, row: Row) -> ShownRow:
        """An utterance with a cell for each column of the page."""
        shown = self.wordings(row)
        own = [one.statement for one in shown if not one.given_to]
        named = next((statement for statement in own if statement.speaker_path), own[0])
        return ShownRow(
            first=shown[0],
            speaker=row.speaker or named.name,
            speaker_path=named.speaker_path,
            speaker_sides=tuple(self.marks[slug] for slug in row.speaker_sides if slug in self.marks),
            cells=tuple(self._cell(label, row, shown) for label in self.labels),
            record=self._traced(row),
            why=_why(row.tie),
            voices=row.voices,
            elsewhere=self._others(row),
            compared_with_record=row.reference is not None,
            across=len(row.sides) > 1,
        )

    def wordings(self, row: Row) -> list[ShownWording]:
        """Every wording of an utterance, the earliest first."""
        return [self._wording(wording, row) for wording in row.wordings]

    def mark(self, label: SideLabel | None) -> SideMark | None:
        """The side as pages show it; None for the articles on no side."""
        return self.marks[label.id] if label is not None else None

    def _only(self, side: OneSided, most: int) -> OnlySide:
        kinds = (
            (_("Words of another side’s speakers"), side.others),
            (_("Words of its own side’s speakers"), side.own),
            (_("Words of speakers on no side"), side.unplaced),
            (_("Words of speakers who are not named"), side.unnamed),
        )
        groups = tuple(self._group(label, rows, most) for label, rows in kinds if rows)
        return OnlySide(self.mark(side.side), len(side.rows), groups)

    def _group(self, label: str, rows: Sequence[Row], most: int) -> OnlyGroup:
        ordered = sorted(rows, key=lambda row: -row.voices)
        return OnlyGroup(label, tuple(self.row(row) for row in ordered[:most]), max(0, len(ordered) - most))

    def _cell(self, label: SideLabel | None, row: Row, shown: Sequence[ShownWording]) -> Cell:
        here = [(one, told) for one, told in zip(shown, row.wordings, strict=True) if label in told.sides]
        voices = {one.item.pk for one, told in here if not told.again}
        own = tuple(one for one, _ in here if one.item.pk in voices)
        again = tuple({one.item.pk: one for one, _ in here if one.item.pk not in voices}.values())
        return Cell(self.mark(label), own[: self.most], again[: self.most], max(0, len(own) - self.most))

    def _wording(self, wording: RowWording, row: Row) -> ShownWording:
        item, statement = self._items[wording.said.telling], self._statement(wording)
        itself = row.reference is None and wording == row.wordings[0] and len(row.wordings) > 1
        return ShownWording(
            item,
            statement,
            self.material.since.of(item, statement.words),
            marked_words(statement.words, wording.edits),
            differences(wording.edits) if not wording.same else (),
            alike=wording.same and not itself and row.tie is not Tie.ALONE,
            reference=itself,
            given_to=statement.name if wording.elses else "",
        )

    def _statement(self, wording: RowWording) -> Shown:
        item = self._items[wording.said.telling]
        return self.material.said[item.pk][int(wording.said.statement.key) - 1]

    def _traces(self, row: Row) -> Iterable[ShownTrace]:
        for wording in row.wordings:
            yield from self.material.traces.get(self._statement(wording).pk, ())

    def _traced(self, row: Row) -> ShownTrace | None:
        """The place in the record: that of the reference where there is one, one that may be shown before others."""
        found = list(self._traces(row))
        found += (
            []
            if found
            else [trace for one in self._others(row) for trace in self._elsewhere.traces.get(one.statement.pk, ())]
        )
        place = row.reference
        return min(
            found,
            key=lambda one: (
                one.item is None,
                place is None or (str(one.record), one.start, one.end) != (place.record, place.start, place.end),
            ),
            default=None,
        )

    def _others(self, row: Row) -> tuple[Quoted, ...]:
        found: dict[int, Quoted] = {}
        for wording in row.wordings:
            for one in self._elsewhere.quoted.get(self._statement(wording).pk, ()):
                found.setdefault(one.statement.pk, one)
        return tuple(found.values())


def _why(tie: Tie) -> str:
    """Why wordings are one utterance; empty for a single one."""
    match tie:
        case Tie.RECORD:
            return _("One utterance: the words stand at the same place of the record.")
        case Tie.WORDS:
            return _("One utterance: the wordings are alike.")
        case Tie.DAY:
            return _("One utterance: the same speaker, the same day, nearly the same words.")
        case Tie.ALONE:
            return ""
