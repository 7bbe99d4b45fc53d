"""Tracing an article's quotations in primary records. Wires reading and records together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from audiatur.reading import Reading, read
from audiatur.records.index import Index
from audiatur.records.making import trace_as_json
from audiatur.records.tracing import trace as trace_in
from audiatur.records.values import Quotation, Record, Trace
from audiatur.spans import Span
from audiatur.statements.values import SpeakerType, Statement

AROUND = 400
"""Characters before and after a quotation, within its paragraph, whose words tell what it is about."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A quotation of an article and its place in the records. ``statement`` is the index of the statement it is in."""

    quotation: Span
    statement: int
    trace: Trace


@dataclass(frozen=True, slots=True)
class Tracing:
    """An article's quotations, traced. All spans of quotations index ``text``; places index the record's own text."""

    text: str
    quotations: tuple[Traced, ...]

    def as_json(self) -> dict[str, object]:
        """The form of the contracts."""
        return {
            "text": self.text,
            "quotations": [
                {"quotation": one.quotation.as_json(), "statement": one.statement, **trace_as_json(one.trace)}
                for one in self.quotations
            ],
        }


def trace(
    text: str,
    records: Iterable[Record],
    *,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
    site: str | None = None,
) -> Tracing:
    """Look up each quotation of an article in primary records.

    Args:
        text: plain text, a paragraph a line.
        records: the transcripts, as ``audiatur.records.making.record_of`` makes them; their keys must differ.
        title, published, language, site: as ``audiatur.read`` has them.

    A quotation in no record is "not found"; where no record can be compared, "no record". Two records of one key are a
    ValueError; no text fails.
    """
    reading = read(text, title=title, published=published, language=language, site=site)
    index = Index(records)
    asked = quotations_of(reading)
    found = tuple(Traced(span, statement, trace_in(quotation, index)) for span, statement, quotation in asked)
    return Tracing(reading.text, found)


def quotations_of(reading: Reading) -> list[tuple[Span, int, Quotation]]:
    """The quotations of an article, each with its place, the index of its statement, and what is known of it."""
    found = []
    for number, statement in enumerate(reading.statements):
        for span in statement.quoted:
            day = _day(statement.occasion.date) or reading.published
            quotation = Quotation(
                text=span.text,
                speakers=_speakers(reading.statements, number),
                context=context_of(reading.text, span),
                language=reading.language,
                day=day,
            )
            found.append((span, number, quotation))
    return found


def _speakers(statements: Sequence[Statement], number: int) -> tuple[str, ...]:
    """The persons whose words a quotation may be: its own speaker, and those who report him.

    Empty where one of them is not settled, or is a body for which anybody may have spoken.
    """
    names: list[str] = []
    at: int | None = number
    while at is not None:
        speaker = statements[at].speaker
        if speaker.name is None or speaker.type is not SpeakerType.PERSON:
            return ()
        names.append(speaker.name)
        at = statements[at].parent
    return tuple(names)


def context_of(text: str, span: Span) -> str:
    """What stands around a quotation in its paragraph, without the quotation."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - AROUND)
    line = text.find("\n", span.end)
    end = min(len(text) if line < 0 else line, span.end + AROUND)
    return f"{text[start : span.start]} {text[span.end : end]}"


def _day(written: str | None) -> date | None:
    """A day of ISO 8601; None for a month, a year or nothing."""
    return date.fromisoformat(written) if written is not None and len(written) == len("2022-04-12") else None
