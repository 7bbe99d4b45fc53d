"""Corrections laid over what the reader found: values in, values out; no table is touched here.

The values of a statement are the columns of its row. A correction that names a place of the text holds in another
version where its exact words stand there too; else it rests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias, cast

from audiatur.hub.statements.editorial import Correction, Field
from audiatur.hub.statements.models import State
from audiatur.spans import Span
from audiatur.statements.permanence import found_again, quoting

Values: TypeAlias = dict[str, object]
JsonSpan: TypeAlias = Mapping[str, int | str]

# The columns that corrections change, and of which the row keeps what the reader found. ``speaker`` follows ``name``.
CORRECTED = (
    "name", "role", "speaker_type", "class_name", "kind", "content", "quoted",
    "date", "date_text", "inherited", "place", "addressee",
)  # fmt: skip


def corrected(values: Values, corrections: Iterable[Correction], reading: str, title: str) -> Values:
    """The values with the corrections laid over them; ``derived`` holds what they had been."""
    changed: Values = {**values, "state": State.CURRENT}
    title_end = len(title) if title else None
    for one in sorted(corrections, key=lambda one: one.pk or 0):
        if one.undone is None:
            changed |= _CHANGES[Field(one.field)](cast("Values", one.value), reading, title_end)
    changed["derived"] = {column: values[column] for column in CORRECTED if changed[column] != values[column]}
    changed["reach"] = reach(changed, title)
    return changed


def reach(values: Mapping[str, object], title: str) -> int:
    """How many characters of the text a reader must be allowed to see for a statement; 0 if it is in the title."""
    spans = [*cast("list[JsonSpan]", values["content"])]
    spans += [cast("JsonSpan", span) for span in (values["mention"], values["cue"]) if span is not None]
    return max(0, max(int(span["end"]) for span in spans) - (len(title) + 1 if title else 0))


def as_span(value: JsonSpan) -> Span:
    """A stored span as a value."""
    return Span(int(value["start"]), int(value["end"]), str(value["text"]))


def moved(value: object, reading: str) -> dict[str, int | str] | None:
    """A stored span where its words stand in another text; None where there was none or they no longer stand."""
    found = found_again(reading, as_span(cast("JsonSpan", value))) if value is not None else None
    return found.as_json() if found is not None else None


def moved_all(values: object, reading: str) -> list[dict[str, int | str]]:
    """Stored spans in another text; empty where one of them no longer stands there."""
    found = [moved(value, reading) for value in cast("Sequence[JsonSpan]", values)]
    kept = [span for span in found if span is not None]
    return kept if len(kept) == len(found) else []


def _added(value: Values, reading: str, title_end: int | None) -> Values:  # noqa: ARG001 - one signature for all
    return {}


def _rejected(value: Values, reading: str, title_end: int | None) -> Values:  # noqa: ARG001
    return {"state": State.REJECTED}


def _speaker(value: Values, reading: str, title_end: int | None) -> Values:  # noqa: ARG001
    return {
        "name": value.get("name") or "",
        "role": value.get("role") or "",
        "speaker_type": value.get("type") or "",
    }


def _class(value: Values, reading: str, title_end: int | None) -> Values:  # noqa: ARG001
    return {"class_name": value["class"]}


def _content(value: Values, reading: str, title_end: int | None) -> Values:
    spans = moved_all(value["content"], reading)
    if not spans:
        return {}
    kind, quoted = quoting(reading, [(int(one["start"]), int(one["end"])) for one in spans], title_end)
    return {"content": spans, "kind": kind.value, "quoted": [span.as_json() for span in quoted]}


def _date(value: Values, reading: str, title_end: int | None) -> Values:  # noqa: ARG001
    return {"date": value.get("date") or "", "date_text": moved(value.get("date_text"), reading), "inherited": False}


def _place(value: Values, reading: str, title_end: int | None) -> Values:  # noqa: ARG001
    found = moved(value.get("place"), reading)
    return {} if found is None and value.get("place") else {"place": found}


def _addressee(value: Values, reading: str, title_end: int | None) -> Values:  # noqa: ARG001
    found = moved(value.get("addressee"), reading)
    return {} if found is None and value.get("addressee") else {"addressee": found}


_CHANGES: Mapping[Field, Callable[[Values, str, int | None], Values]] = {
    Field.ADDED: _added,
    Field.REJECTED: _rejected,
    Field.SPEAKER: _speaker,
    Field.CLASS: _class,
    Field.CONTENT: _content,
    Field.DATE: _date,
    Field.PLACE: _place,
    Field.ADDRESSEE: _addressee,
}
