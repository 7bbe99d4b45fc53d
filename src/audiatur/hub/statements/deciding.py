"""What editors decide about statements: correct, undo, add. Each decision is a row that re-analysis respects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from audiatur.errors import InputError
from audiatur.hub.articles.models import Version
from audiatur.hub.search.indexing import index_articles
from audiatur.hub.statements.correcting import Values, reach
from audiatur.hub.statements.editorial import Correction, Field
from audiatur.hub.statements.models import Found, State, Statement
from audiatur.hub.statements.operations import correct_again
from audiatur.hub.statements.speaking import speaker_of
from audiatur.hub.statements.surnames import settle_surnames
from audiatur.spans import Span
from audiatur.statements.permanence import permanent_id, quoting
from audiatur.statements.values import StatementClass


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, and when."""

    user: User
    now: datetime


@transaction.atomic
def correct(row: Statement, field: Field, value: Mapping[str, object], hand: Hand, note: str = "") -> Correction:
    """Lay a correction over a statement, in place of an earlier one of the same field."""
    _retire(Correction.objects.filter(statement=row.uid, field=field, undone__isnull=True).first(), hand)
    made = _record(row.version, row.uid, field, value, hand, note)
    _apply(row.version, row.uid)
    return made


@transaction.atomic
def undo(correction: Correction, hand: Hand) -> None:
    """Take a correction back: what the reader had found counts again. One that was undone before stays so."""
    if correction.undone is None:
        _retire(correction, hand)
        _apply(correction.version, correction.statement)


@transaction.atomic
def add(
    version: Version,
    content: Sequence[Span],
    hand: Hand,
    *,
    mention: Span | None = None,
    cue: Span | None = None,
    class_: StatementClass = StatementClass.SPEECH,
    note: str = "",
) -> Statement:
    """A statement that the reader missed, by exact places of the version's reading; InputError where it is known."""
    words = [span.text for span in content]
    uid = permanent_id(version.article.uid, words, mention.text if mention else None)
    if Statement.objects.filter(version=version, uid=uid).exclude(state=State.WITHDRAWN).exists():
        raise InputError("statement-known", "the same words by the same speaker are a statement already", place=uid)
    values = _values(version, content, mention, cue, class_)
    _retire(Correction.objects.filter(statement=uid, field=Field.ADDED, undone__isnull=True).first(), hand)
    _record(version, uid, Field.ADDED, {"values": values}, hand, note)
    row = Statement.objects.filter(version=version, uid=uid).first()
    if row is None:
        used = Statement.objects.filter(version=version).order_by("-index").values_list("index", flat=True).first()
        index = 0 if used is None else used + 1
        columns: Values = {**values, "reach": reach(values, version.title), "found_by": Found.EDITOR}
        row = Statement(version=version, uid=uid, index=index, **columns)
        row.enlist()
        row.save()
    else:
        Statement.objects.filter(pk=row.pk).update(found_by=Found.EDITOR)
    _apply(version, uid)
    row.refresh_from_db()
    return row


def speaker_value(name: str, type_: str, role: str = "") -> dict[str, object]:
    """The value of a correction of the speaker: the one of this name, made where there is none; empty: not settled."""
    if not name:
        return {"speaker": None, "name": "", "type": type_, "role": role}
    return {"speaker": speaker_of(name, type_).slug, "name": name, "type": type_, "role": role}


def _values(
    version: Version, content: Sequence[Span], mention: Span | None, cue: Span | None, class_: StatementClass
) -> Values:
    ranges = [(span.start, span.end) for span in content]
    kind, quoted = quoting(version.reading, ranges, len(version.title) or None)
    return {
        "kind": kind.value,
        "class_name": class_.value,
        "name": "",
        "role": "",
        "speaker_type": "",
        "mention": mention.as_json() if mention else None,
        "cue": cue.as_json() if cue else None,
        "content": [span.as_json() for span in content],
        "quoted": [span.as_json() for span in quoted],
        "date": "",
        "date_text": None,
        "inherited": False,
        "place": None,
        "addressee": None,
        "confidence": 1.0,
    }


def _record(version: Version, uid: str, field: Field, value: Mapping[str, object], hand: Hand, note: str) -> Correction:
    return Correction.objects.create(
        article=version.article,
        version=version,
        statement=uid,
        field=field,
        value=dict(value),
        note=note,
        by=hand.user,
        by_name=hand.user.get_username(),
        made=hand.now,
    )


def _retire(correction: Correction | None, hand: Hand) -> None:
    if correction is not None:
        correction.undone, correction.undone_by = hand.now, hand.user.get_username()
        correction.save(update_fields=["undone", "undone_by"])


def _apply(version: Version, uid: str) -> None:
    """In every version of the article that has the statement."""
    rows = Statement.objects.filter(version__article=version.article_id, uid=uid).select_related("version")
    for row in rows:
        correct_again(row.version, uid)
    if version.article.story_id is not None:
        settle_surnames([version.article.story_id])
    index_articles([version.article_id])
