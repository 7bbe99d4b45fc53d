"""The page of one statement: its words in their context, under an address that stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.utils.translation import gettext as _

from audiatur.hub.articles.items import Item, item_of
from audiatur.hub.articles.marks import Paragraph
from audiatur.hub.articles.models import Article, Version
from audiatur.hub.articles.queries import laid_out
from audiatur.hub.gate import ready
from audiatur.hub.records.queries import ShownTrace, traces_of
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.correcting import JsonSpan
from audiatur.hub.statements.editorial import Correction, Field
from audiatur.hub.statements.models import State, Statement
from audiatur.hub.statements.operations import ranges_of
from audiatur.hub.statements.shown import CLASS_LABELS, KIND_LABELS, Shown, View, shown
from audiatur.provenance.values import Released, Withheld
from audiatur.statements.permanence import overlap
from audiatur.statements.values import Kind, StatementClass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place of the version's reading that a part of the statement rests on."""

    part: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction by an editor. ``original`` is what the reader had found, empty where nothing or not released."""

    pk: int
    field: Field
    what: str
    original: str
    made: datetime
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement with its context. ``newer`` is whether the article has a later version than the one shown.

    ``within`` encloses it, ``inside`` are enclosed in it, ``instead`` is how the passage is read now that it is
    withdrawn. ``paragraphs`` are those of the text in which a part of it stands.
    """

    item: Item
    statement: Shown
    paragraphs: tuple[Paragraph, ...]
    evidence: tuple[Evidence, ...]
    corrections: tuple[Corrected, ...]
    version: int
    seen: datetime
    newer: bool
    state: str
    within: Shown | None
    inside: tuple[Shown, ...]
    instead: tuple[Shown, ...]
    row: Statement
    story: str | None
    traces: tuple[ShownTrace, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it counts in the newest version of its article."""
        return not self.newer and self.state == State.CURRENT


@dataclass(frozen=True, slots=True)
class Beyond:
    """A statement of an article of which too little is published to show it."""

    item: Item


def find(uid: str) -> Statement | None:
    """The newest row of a statement; None where there never was one of this address."""
    rows = Statement.objects.filter(uid=uid).select_related("version__anatomy", "speaker")
    return rows.prefetch_related("speaker__sides").order_by("-version__number").first()


def article_at(version: Version) -> Article:
    """The article of a version as it was then, with what the gate asks for: the gate decides on that version."""
    article = ready(Article.objects.filter(pk=version.article_id)).select_related("story").get()
    article.latest = version
    return article


def passage_of(standing: Standing, row: Statement) -> Passage | Beyond | Withheld:
    """A statement as its page shows it, or that it may not leave."""
    article = article_at(row.version)
    released = standing.gate.release(article)
    if isinstance(released, Withheld):
        return released
    item = item_of(standing, article, released)
    beside = list(
        Statement.objects.told()
        .filter(version=row.version)
        .exclude(pk=row.pk)
        .select_related("speaker")
        .prefetch_related("speaker__sides")
    )
    told = shown(standing, released, sorted([row, *beside], key=lambda one: one.index))
    this = next((one for one in told if one.pk == row.pk), None)
    newest = ready(Article.objects.filter(pk=article.pk)).get()
    if this is None:
        # Its title is the newest: what a former one told may be what the outlet took back.
        now = standing.gate.release(newest)
        return now if isinstance(now, Withheld) else Beyond(item_of(standing, newest, now))
    traces = traces_of(standing, [row.pk]).get(row.pk, [])
    newer = newest.latest_id != row.version_id
    return _passage(released, article, row, item, this, told, beside, newer=newer, traces=traces)


def _passage(
    released: Released,
    article: Article,
    row: Statement,
    item: Item,
    this: Shown,
    told: Sequence[Shown],
    beside: Sequence[Statement],
    *,
    newer: bool,
    traces: Sequence[ShownTrace],
) -> Passage:
    counts = row.state == State.CURRENT
    by_pk = {one.pk: one for one in told}
    parent = next((one for one in beside if counts and one.index == row.parent_index), None)
    inside = [by_pk[one.pk] for one in beside if counts and one.parent_index == row.index and one.pk in by_pk]
    overlapping = (one for one in beside if overlap(ranges_of(one.content), ranges_of(row.content)) > 0)
    view = View(released)
    return Passage(
        item=item,
        statement=this,
        paragraphs=_context(item, this),
        evidence=tuple(_evidence(view, row)),
        corrections=tuple(_corrections(view, row)),
        version=row.version.number,
        seen=row.version.seen,
        newer=newer,
        state=row.state,
        within=by_pk.get(parent.pk) if parent is not None else None,
        inside=tuple(inside),
        instead=() if counts else tuple(by_pk[one.pk] for one in overlapping if one.pk in by_pk),
        row=row,
        traces=tuple(traces),
        story=article.story.uid if article.story is not None else None,
    )


def _context(item: Item, this: Shown) -> tuple[Paragraph, ...]:
    """The paragraphs in which its words, its cue or its speaker stand."""
    return tuple(
        part
        for part in laid_out(item, this.marks)
        if any(piece.content or piece.cue or piece.speaker for piece in part.pieces)
    )


def _evidence(view: View, row: Statement) -> Iterable[Evidence]:
    parts: list[tuple[str, object]] = [(_("Words"), span) for span in row.content]
    parts += [(_("In quotation marks"), span) for span in row.quoted]
    parts += [(_("Speaker"), row.mention), (_("Cue"), row.cue), (_("Date"), row.date_text)]
    parts += [(_("Place"), row.place), (_("Addressee"), row.addressee)]
    for part, value in parts:
        span = cast("JsonSpan | None", value)
        if span is not None and view.holds(span):
            yield Evidence(part, int(span["start"]), int(span["end"]), view.words(span))


def _corrections(view: View, row: Statement) -> Iterable[Corrected]:
    for one in Correction.objects.filter(statement=row.uid, undone__isnull=True):
        original = _original(view, row, Field(one.field))
        yield Corrected(one.pk, Field(one.field), one.get_field_display(), original, one.made, one.by_name, one.note)


def _original(view: View, row: Statement, field: Field) -> str:
    """What the reader had found in a field that was corrected, as far as it was released."""
    had = row.derived
    if field is Field.SPEAKER and "name" in had:
        return (had["name"] if view.says(had["name"]) else "") or _("name not settled")
    if field is Field.CLASS and "class_name" in had:
        return str(CLASS_LABELS[StatementClass(had["class_name"])])
    if field is Field.CONTENT and "content" in had:
        kind = f" ({KIND_LABELS[Kind(had['kind'])]})" if "kind" in had else ""
        return " … ".join(filter(None, map(view.words, had["content"]))) + kind
    if field is Field.DATE and "date" in had:
        return had["date"] or _("not settled")
    column = {Field.PLACE: "place", Field.ADDRESSEE: "addressee"}.get(field, "")
    return (view.words(had[column]) or _("none")) if column in had else ""
