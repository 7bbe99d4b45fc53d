"""A record from a text, and what of records is told as JSON."""

from __future__ import annotations

from datetime import date

from audiatur.records.turns import turns_of
from audiatur.records.values import Record, Trace


def record_of(key: str, text: str, *, language: str | None = None, day: date | None = None) -> Record:
    """A text as a record, its speaker turns recognised; None: language, day not known. Never fails on any text."""
    return Record(key, text, turns_of(text), language, day)


def trace_as_json(trace: Trace) -> dict[str, object]:
    """The fields of a trace in the contract of ``audiatur trace``."""
    return {
        "record": trace.record,
        "place": trace.place.as_json() if trace.place else None,
        "agreement": trace.agreement.value,
        "score": trace.score,
        "speaker_in_record": trace.speaker,
        "words": [[sign, words] for sign, words in trace.words],
    }
