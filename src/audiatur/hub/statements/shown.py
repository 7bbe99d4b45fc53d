"""Statements as pages show them: exact words of what the gate released, and nothing from beyond it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audiatur.hub.addressing import path_to
from audiatur.hub.articles.marks import Mark, Part
from audiatur.hub.sources.standing import SideMark, Standing
from audiatur.hub.statements.models import Found, Speaker, Statement
from audiatur.hub.statements.spoken import Spoken, Voice
from audiatur.provenance.values import Released
from audiatur.statements.values import Kind, StatementClass

KIND_LABELS = {
    Kind.DIRECT: _("quoted"),
    Kind.MIXED: _("partly quoted"),
    Kind.INDIRECT: _("reported"),
}
CLASS_LABELS = {
    StatementClass.SPEECH: _("speech"),
    StatementClass.SPEECH_ACT: _("act of speech"),
    StatementClass.DOCUMENT: _("document"),
    StatementClass.ATTITUDE: _("attitude"),
}

Span = Mapping[str, int | str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement with only what the reader may see of it.

    ``speaker`` is the full name; None where the article does not settle it or settles it in words that were not
    released. ``mention`` are the words that name the speaker here. ``words`` are the exact spans in their order.
    ``date`` is ISO 8601 at the precision known. What is empty is not known or not shown. ``form`` is direct, mixed or
    indirect. ``edited`` is whether an editor corrected or added it.
    """

    number: int
    speaker: str | None
    speaker_path: str | None
    role: str
    mention: str
    cue: str
    words: tuple[str, ...]
    kind: str
    class_: str
    date: str
    date_text: str
    inherited: bool
    place: str
    addressee: str
    parent: int | None
    sides: tuple[SideMark, ...]
    marks: tuple[Mark, ...]
    uid: str = ""
    pk: int = 0
    form: str = ""
    edited: bool = False

    @property
    def path(self) -> str:
        """Its permanent address."""
        return path_to("statement", self.uid)

    @property
    def name(self) -> str:
        """Who speaks, as far as it can be said."""
        return self.speaker or self.mention or gettext("Speaker not named")

    @property
    def settled(self) -> bool:
        """Whether it is known who speaks."""
        return self.speaker is not None


class View:
    """The part of an article's reading (title, line break, text) that was released."""

    def __init__(self, released: Released) -> None:
        title = released.title or ""
        self.offset = len(title) + 1 if title else 0
        self.end = self.offset + released.reach
        self.whole = released.complete
        self.reading = f"{title}\n{released.text}" if title else released.text
        self._folded = _folded(self.reading)

    def holds(self, span: Span | None) -> bool:
        """Whether a span was released whole."""
        return span is not None and int(span["end"]) <= self.end

    def words(self, span: Span | None) -> str:
        """The words of a span, cut from what was released; empty where it was not."""
        if span is None or not self.holds(span):
            return ""
        return self.reading[int(span["start"]) : int(span["end"])]

    def says(self, words: str) -> bool:
        """Whether the words stand in what was released, case and spacing aside."""
        return self.whole or _folded(words) in self._folded


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def shown(standing: Standing, released: Released, rows: Iterable[Statement | Spoken]) -> list[Shown]:
    """The statements of a version that the reader may see, numbered from 1 in the order of the text.

    ``rows`` need their ``speaker`` and its ``sides``, and must be of the version that was released.
    """
    view = View(released)
    visible = [row for row in rows if row.reach <= released.reach and all(view.holds(span) for span in row.content)]
    numbers = {row.index: number for number, row in enumerate(visible, start=1)}
    return [_shown(standing, view, row, numbers) for row in visible]


def _shown(standing: Standing, view: View, row: Statement | Spoken, numbers: dict[int, int]) -> Shown:
    number = numbers[row.index]
    named = bool(row.name) and view.says(row.name)
    speaker = row.speaker if named else None
    dated = row.date_text is None or view.holds(row.date_text)
    return Shown(
        number=number,
        speaker=row.name if named else None,
        speaker_path=path_to("speaker", speaker.slug) if speaker else None,
        role=row.role if row.role and view.says(row.role) else "",
        mention=view.words(row.mention),
        cue=view.words(row.cue),
        words=tuple(view.words(span) for span in row.content),
        kind=str(KIND_LABELS[Kind(row.kind)]),
        class_=str(CLASS_LABELS[StatementClass(row.class_name)]),
        date=row.date if dated else "",
        date_text=view.words(row.date_text),
        inherited=row.inherited,
        place=view.words(row.place),
        addressee=view.words(row.addressee),
        parent=numbers.get(row.parent_index) if row.parent_index is not None else None,
        sides=tuple(standing.side(pk) for pk in _sides(speaker)) if speaker else (),
        marks=_marks(view, row, number),
        uid=row.uid,
        pk=row.pk,
        form=row.kind,
        edited=bool(row.derived) or row.found_by == Found.EDITOR,
    )


def _sides(speaker: Speaker | Voice) -> Iterable[int]:
    return speaker.sides if isinstance(speaker, Voice) else (side.pk for side in speaker.sides.all())


def _marks(view: View, row: Statement | Spoken, number: int) -> tuple[Mark, ...]:
    """The statement's ranges in the text alone, without the title."""
    spans = [(span, Part.CONTENT) for span in row.content]
    spans += [(span, part) for span, part in ((row.cue, Part.CUE), (row.mention, Part.SPEAKER)) if span is not None]
    return tuple(
        Mark(int(span["start"]) - view.offset, int(span["end"]) - view.offset, number, part)
        for span, part in spans
        if int(span["start"]) >= view.offset and view.holds(span)
    )
