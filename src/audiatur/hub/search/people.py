"""Speakers by name: any spelling and romanisation finds them, and none that only words beyond the gate have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse

from audiatur.hub.search import finding
from audiatur.hub.search.names import fits, name_query
from audiatur.hub.search.query import Query
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.models import Speaker, Statement
from audiatur.hub.statements.queries import Listed, listed, ranked
from audiatur.provenance.values import Mode

SPELLINGS = 200
"""Spellings that are looked at: of a name that hundreds bear readers type more."""


def speakers(standing: Standing, query: Query, side: str = "") -> list[Listed]:
    """The speakers of a name, the most reported first; of one side (``topic/side``) where one is given."""
    wanted = name_query(query, tuple(settings.LANGUAGES_READ))
    if not wanted:
        return []
    named = finding.names(wanted, SPELLINGS)
    rows = Speaker.objects.filter(names__in=named, merged_into__isnull=True)
    candidates = ranked(standing, Speaker.objects.filter(pk__in=list(rows.values_list("pk", flat=True))))
    told = listed(standing, candidates)
    people = Speaker.objects.filter(pk__in=[pk for pk, _ in candidates]).values_list("pk", "slug")
    keys = {reverse("speaker", args=[slug]): pk for pk, slug in people}
    spelt = _spelt(standing, list(keys.values()))
    return [
        one
        for one in told
        if any(fits(name, wanted) for name in {one.name, *spelt[keys[one.path]]})
        and (not side or side in {f"{mark.topic}/{mark.slug}" for mark in one.sides})
    ]


def _spelt(standing: Standing, people: Sequence[int]) -> dict[int, set[str]]:
    """How speakers are spelt in what may be shown in full: whether a name fits is told by no other spelling."""
    full = [pk for pk in standing.sources if standing.mode(pk) is Mode.FULL]
    rows = Statement.objects.told_now().filter(speaker__in=people, version__article__source__in=full)
    spelt: dict[int, set[str]] = defaultdict(set)
    for speaker, name in rows.order_by().values_list("speaker", "name").distinct():
        if speaker is not None:
            spelt[speaker].add(name)
    return spelt
