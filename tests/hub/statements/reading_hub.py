"""Articles of an invented hub whose statements come as an engine would give them, without reading any text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from django.contrib.auth.models import User

from audiatur.hub.models import Article, Speaker, Statement, Version
from audiatur.hub.statements.deciding import Hand
from audiatur.hub.statements.operations import keep_statements
from audiatur.hub.statements.surnames import settle_surnames
from audiatur.spans import Span
from audiatur.statements.values import Attribution, Kind, Occasion, SpeakerType, StatementClass
from audiatur.statements.values import Statement as Value

NOW = datetime(2031, 3, 2, 12, tzinfo=UTC)


def said(
    text: str,
    words: str,
    *,
    name: str | None = None,
    mention: str | None = None,
    cue: str = "said",
    date: str | None = None,
    place: str | None = None,
    type_: SpeakerType = SpeakerType.PERSON,
) -> Value:
    """A statement whose parts are found where they first stand in a text."""

    def span(part: str | None) -> Span | None:
        return Span.of(text, text.index(part), text.index(part) + len(part)) if part else None

    content = span(words)
    assert content is not None
    return Value(
        kind=Kind.INDIRECT,
        class_=StatementClass.SPEECH,
        speaker=Attribution(span(mention or name), name, None, type_ if name else None),
        cue=span(cue),
        content=(content,),
        quoted=(),
        occasion=Occasion(date=date, place=span(place)),
        parent=None,
        confidence=0.9,
    )


def latest(article: Article) -> Version:
    """Its latest version."""
    article.refresh_from_db()
    assert article.latest is not None
    return article.latest


def read(article: Article, *statements: Value) -> list[Statement]:
    """Analyse an article: the engine found these statements; the rows of its latest version that count, in order."""
    version = latest(article)
    keep_statements(version, [_after_title(version, statement) for statement in statements])
    if article.story_id is not None:
        settle_surnames([article.story_id])
    return list(Statement.objects.told().filter(version=version))


def _after_title(version: Version, statement: Value) -> Value:
    """A statement that was found in the text, as the reader finds it in the title, a line break and the text."""
    offset = len(version.title) + 1 if version.title else 0

    def moved(span: Span | None) -> Span | None:
        return Span.of(version.reading, span.start + offset, span.end + offset) if span else None

    occasion, speaker = statement.occasion, statement.speaker
    return replace(
        statement,
        speaker=replace(speaker, mention=moved(speaker.mention)),
        cue=moved(statement.cue),
        content=tuple(found for span in statement.content if (found := moved(span))),
        occasion=replace(occasion, place=moved(occasion.place)),
    )


def names(rows: Sequence[Statement]) -> list[str | None]:
    """The slugs of the speakers, read anew."""
    found = {row.pk: row.speaker for row in Statement.objects.filter(pk__in=[row.pk for row in rows])}
    return [speaker.slug if isinstance(speaker := found[row.pk], Speaker) else None for row in rows]


def editor(name: str = "alice") -> Hand:
    """Alice, who edits."""
    user = User.objects.filter(username=name).first() or User.objects.create_superuser(name)
    return Hand(user, NOW)
