"""Keeping what was read."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.text import slugify

from audiatur.hub.articles.models import Version
from audiatur.hub.statements.models import Speaker
from audiatur.hub.statements.models import Statement as Row
from audiatur.spans import Span
from audiatur.statements.values import Statement


def keep_statements(version: Version, statements: Sequence[Statement]) -> None:
    """Store the statements of a version in place of those of an earlier analysis of the same version."""
    Row.objects.filter(version=version).delete()
    offset = len(version.title) + 1 if version.title else 0
    Row.objects.bulk_create(_row(version, index, statement, offset) for index, statement in enumerate(statements))


def speaker_key(name: str) -> str:
    """The form of a name by which a speaker is found again: case and spacing do not count."""
    return " ".join(name.casefold().split())[:300]


def speaker_of(name: str, type_: str) -> Speaker:
    """The speaker of this name, made where there is none yet."""
    key = speaker_key(name)
    found = Speaker.objects.filter(key=key).first()
    if found is not None:
        return found
    base = slugify(name, allow_unicode=True)[:100] or "speaker"
    slug, number = base, 1
    while Speaker.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return Speaker.objects.create(slug=slug, name=name[:300], key=key, type=type_)


def _row(version: Version, index: int, statement: Statement, offset: int) -> Row:
    speaker, occasion = statement.speaker, statement.occasion
    type_ = str(speaker.type) if speaker.type else ""
    spans = [*statement.content, *filter(None, (speaker.mention, statement.cue))]
    return Row(
        version=version,
        index=index,
        speaker=speaker_of(speaker.name, type_) if speaker.name else None,
        kind=statement.kind,
        class_name=statement.class_,
        name=(speaker.name or "")[:300],
        role=(speaker.role or "")[:300],
        speaker_type=type_,
        mention=_span(speaker.mention),
        cue=_span(statement.cue),
        content=[span.as_json() for span in statement.content],
        quoted=[span.as_json() for span in statement.quoted],
        date=occasion.date or "",
        date_text=_span(occasion.date_text),
        inherited=occasion.inherited,
        place=_span(occasion.place),
        addressee=_span(occasion.addressee),
        parent_index=statement.parent,
        confidence=statement.confidence,
        reach=max(0, max(span.end for span in spans) - offset),
    )


def _span(span: Span | None) -> dict[str, int | str] | None:
    return span.as_json() if span is not None else None
