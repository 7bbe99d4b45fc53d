"""What an operator asks of an export, as the scope and filters of a ledger."""

from __future__ import annotations

from django.db.models import Q

from audiatur.errors import InputError
from audiatur.hub.sources.models import Source
from audiatur.hub.statements import people
from audiatur.hub.statements.asking import Asked, is_day
from audiatur.hub.stories.models import Story


def chosen(
    *, story: str | None = None, speaker: str | None = None, source: str | None = None, since: str | None = None
) -> tuple[Q, Asked]:
    """The scope and the filters; InputError where a story, speaker, source or day is none."""
    scope, asked = Q(), Asked()
    if story is not None:
        scope &= Q(version__article__story=_story(story))
    if speaker is not None:
        found = people.found(speaker)
        if found is None:
            remedy = "take the part of its address after /speakers/"
            raise InputError("unknown-speaker", f"there is no speaker {speaker!r}", remedy=remedy)
        scope &= Q(speaker=found)
    if source is not None:
        row = Source.objects.filter(Q(slug=source) | Q(name=source)).order_by("pk").first()
        if row is None:
            raise InputError("unknown-source", f"there is no source {source!r}", remedy="see audiatur sources list")
        scope &= Q(version__article__source=row)
    if since is not None:
        if not is_day(since):
            raise InputError("not-a-date", f"{since!r} is no day", place="--since", remedy="write it as 2022-04-12")
        asked = Asked(since=since)
    return scope, asked


def _story(uid: str) -> Story:
    row = Story.objects.filter(uid=uid).select_related("redirect_to").first()
    if row is None:
        raise InputError(
            "unknown-story", f"there is no story {uid!r}", remedy="take the part of its address after /stories/"
        )
    return row.redirect_to or row
