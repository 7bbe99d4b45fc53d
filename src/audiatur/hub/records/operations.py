"""Tracing what is due: the quotations of a version in the records that the hub holds."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date

from django.db import InterfaceError, OperationalError, transaction

from audiatur.hub.articles.models import Version
from audiatur.hub.records.holding import candidates, hold_records, searched
from audiatur.hub.records.models import QuotationTrace, TraceDue, Transcript
from audiatur.hub.statements.models import Statement
from audiatur.records.index import Index
from audiatur.records.making import record_of
from audiatur.records.terms import terms_of
from audiatur.records.tracing import trace
from audiatur.records.values import Quotation, Trace
from audiatur.spans import Span
from audiatur.statements.values import SpeakerType
from audiatur.tracing import context_of

log = logging.getLogger(__name__)

# Versions traced in one turn.
TURN = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """A quotation of a stored statement."""

    statement: Statement
    span: Span
    quotation: Quotation


def trace_what_is_due() -> int:
    """Make new records searchable and trace the versions that are due; how much was done, 0 when nothing waits.

    Each version is done in a transaction of its own, so a kill costs the one in hand; a version that cannot be traced
    stops no other.
    """
    done = hold_records()
    due = TraceDue.objects.select_related("version__article__source").order_by("id")
    for one in due[:TURN]:
        try:
            with transaction.atomic():
                trace_version(one.version)
        except (InterfaceError, OperationalError):
            raise  # The database's trouble, not the version's: it stays due.
        except Exception:
            log.exception("version %s could not be traced; it is shown without traces", one.version)
        one.delete()
        done += 1
    return done


def trace_version(version: Version) -> None:
    """Trace the quotations of a version's statements anew; of a record's own article there are none."""
    rows = Statement.objects.told().filter(version=version).order_by("index")
    QuotationTrace.objects.filter(statement__version=version).delete()
    if version.article.source.records:
        return
    asked = _asked(version, list(rows))
    days = [version.article.published.astimezone(UTC).date()]
    days += [one.quotation.day for one in asked if one.quotation.day is not None]
    held = {str(row.pk): row for row in candidates(days, [terms_of(one.span.text) for one in asked])} if asked else {}
    index = Index(
        (
            record_of(key, row.version.text, language=row.version.language or None, day=row.day)
            for key, row in held.items()
        ),
        among=searched(),
    )
    QuotationTrace.objects.bulk_create(_row(one, trace(one.quotation, index), held) for one in asked)


def _asked(version: Version, rows: Sequence[Statement]) -> list[Asked]:
    reading, published = version.reading, version.article.published.astimezone(UTC).date()
    by_index = {row.index: row for row in rows}
    asked = []
    for row in rows:
        # Each place once: a piece of a statement and the whole of it may both name the same quotation.
        for start, end in dict.fromkeys((int(stored["start"]), int(stored["end"])) for stored in row.quoted):
            span = Span.of(reading, start, end)
            day = date.fromisoformat(row.date) if len(row.date) == len("2022-04-12") else published
            context = context_of(reading, span)
            said = Quotation(span.text, _speakers(row, by_index), context, version.language or None, day)
            asked.append(Asked(row, span, said))
    return asked


def _speakers(row: Statement, by_index: dict[int, Statement]) -> tuple[str, ...]:
    """The persons whose words a quotation may be; empty where one of them is not settled or is no person."""
    names: list[str] = []
    at: Statement | None = row
    while at is not None:
        if not at.name or at.speaker_type != SpeakerType.PERSON:
            return ()
        names.append(at.name)
        at = by_index.get(at.parent_index) if at.parent_index is not None and at.parent_index != at.index else None
        if len(names) > len(by_index):
            return ()
    return tuple(names)


def _row(asked: Asked, found: Trace, held: dict[str, Transcript]) -> QuotationTrace:
    transcript = held[found.record] if found.record is not None else None
    return QuotationTrace(
        statement=asked.statement,
        start=asked.span.start,
        end=asked.span.end,
        agreement=found.agreement,
        transcript=transcript,
        place_start=found.place.start if found.place else None,
        place_end=found.place.end if found.place else None,
        score=found.score,
        speaker=(found.speaker or "")[:300],
        words=[list(edit) for edit in found.words],
    )
