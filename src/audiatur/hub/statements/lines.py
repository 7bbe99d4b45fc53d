"""A statement as data: one object, with spans, offsets, source, version and notice. The same in every way out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from django.urls import reverse

from audiatur.hub.articles.items import Item
from audiatur.hub.gate import absolute
from audiatur.hub.statements.correcting import JsonSpan
from audiatur.hub.statements.models import Statement
from audiatur.hub.statements.shown import Shown, View
from audiatur.publishing.notice import notice_json
from audiatur.publishing.values import Json


def line_of(item: Item, told: Shown, row: Statement, *, parent: str | None, newest: bool) -> dict[str, Json]:
    """A statement that the gate let out; spans index the title, a line break and the text of the version.

    ``parent`` is the id of the enclosing statement; ``newest`` is whether the version is the article's newest. A span
    that was not released is null, as one that is not there.
    """
    view = View(item.released)
    return {
        "id": row.uid,
        "url": absolute(reverse("statement", args=[row.uid])),
        "state": row.state,
        "kind": row.kind,
        "class": row.class_name,
        "speaker": {
            "mention": _span(view, row.mention),
            "name": told.speaker,
            "role": told.role or None,
            "type": row.speaker_type or None,
            "id": row.speaker.slug if row.speaker is not None and told.speaker else None,
        },
        "cue": _span(view, row.cue),
        "content": [_span(view, span) for span in row.content],
        "quoted": [_span(view, span) for span in row.quoted if view.holds(span)],
        "occasion": {
            "date": told.date or None,
            "date_text": _span(view, row.date_text),
            "inherited": row.inherited,
            "place": _span(view, row.place),
            "addressee": _span(view, row.addressee),
        },
        "parent": parent,
        "confidence": row.confidence,
        "edited": told.edited,
        "article": {
            "id": item.uid,
            "url": item.released.page,
            "origin": item.released.origin,
            "title": item.released.title,
            "published": item.published.isoformat(),
            "language": item.released.language,
        },
        "version": {"number": row.version.number, "seen": row.version.seen.isoformat(), "newest": newest},
        "source": item.source,
        "notice": notice_json(item.released.notice),
    }


def _span(view: View, value: object) -> dict[str, Json] | None:
    span = cast("JsonSpan | None", value)
    if span is None or not view.holds(span):
        return None
    found: Mapping[str, int | str] = span
    return {"start": int(found["start"]), "end": int(found["end"]), "text": view.words(span)}
