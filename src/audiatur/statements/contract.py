"""Statements in the form of the contracts: the ``statements`` of ``audiatur read --json``."""

from __future__ import annotations

from audiatur.spans import Span
from audiatur.statements.values import Statement

Json = dict[str, "Json | list[Json] | str | int | float | bool | None"]


def _span(span: Span | None) -> Json | None:
    return {"start": span.start, "end": span.end, "text": span.text} if span else None


def _spans(spans: tuple[Span, ...]) -> list[Json]:
    return [{"start": s.start, "end": s.end, "text": s.text} for s in spans]


def statement_as_json(statement: Statement) -> Json:
    """One item of ``statements``, its keys in the order of the contract; None becomes ``null``."""
    speaker, occasion = statement.speaker, statement.occasion
    return {
        "kind": statement.kind.value,
        "class": statement.class_.value,
        "speaker": {
            "mention": _span(speaker.mention),
            "name": speaker.name,
            "role": speaker.role,
            "type": speaker.type.value if speaker.type else None,
        },
        "cue": _span(statement.cue),
        "content": _spans(statement.content),
        "quoted": _spans(statement.quoted),
        "occasion": {
            "date": occasion.date,
            "date_text": _span(occasion.date_text),
            "inherited": occasion.inherited,
            "place": _span(occasion.place),
            "addressee": _span(occasion.addressee),
        },
        "parent": statement.parent,
        "confidence": statement.confidence,
    }
