"""The hub's way to the one gate: stored rows in, what may leave out.

Nothing of an article reaches a page, a feed or a command but through ``Gate``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from audiatur.hub.addressing import path_to
from audiatur.hub.articles.models import Article, Origin, Version
from audiatur.hub.sources.models import Policy as PolicyRow
from audiatur.hub.sources.models import Source
from audiatur.markup.html import SanitisedHtml
from audiatur.provenance.gate import release
from audiatur.provenance.notice import compose_notice
from audiatur.provenance.values import (
    Bar,
    Claim,
    ClaimField,
    Held,
    Mode,
    Notice,
    Policy,
    Released,
    SourceFacts,
    Withheld,
)

# A source without a policy is one that no editor has decided on: only its links leave.
UNDECIDED = Policy(mode=Mode.LINK)
# A notice follows from what is known of the source and the language alone, so that it is composed once for each.
noticed = lru_cache(maxsize=2048)(compose_notice)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is asking: at what time, under whose law (None: not known), in which language of the interface."""

    now: datetime
    jurisdiction: str | None
    language: str = "en"


def absolute(path: str) -> str:
    """The address of a page of this hub, with its host."""
    return f"{settings.BASE_URL}{path}"


def facts_of(source: Source) -> SourceFacts:
    """What the register says of a source, as the core wants it."""
    claims = tuple(
        Claim(ClaimField(row.field), row.value, row.source_url or None, row.retrieved, row.asserted_by)
        for row in source.claims.all()
    )
    return SourceFacts(
        id=source.slug,
        name=source.name,
        homepage=source.homepage or None,
        page=absolute(path_to("source", source.slug)),
        claims=claims,
        why=source.why or None,
        words=source.words or None,
    )


def policy_of(source: Source) -> Policy:
    """What the editor decided for a source; link only where nothing was decided."""
    try:
        row = source.policy
    except PolicyRow.DoesNotExist:
        return UNDECIDED
    bars = tuple(
        Bar(frozenset(bar.jurisdictions.split()), bar.authority, bar.law, bar.binds, bar.url or None)
        for bar in row.bars.all()
    )
    return Policy(Mode(row.mode), row.excerpt_chars, row.starts, row.ends, Mode(row.outside), bars)


class Wording(NamedTuple):
    """As much of a version as items are made of. ``changed`` is when a change by the outlet was last seen, or None."""

    pk: int
    number: int
    title: str
    byline: Sequence[str]
    text: str
    html: str
    language: str
    changed: datetime | None


def held(article: Article) -> Held:
    """An article as the hub holds it, before the gate."""
    if article.latest is None:
        raise ValueError(f"article {article.uid} has no version")
    return held_as(article.uid, article.url, article.published, article.latest, changed_at(article))


def held_as(uid: str, url: str, published: datetime, latest: Version | Wording, changed: datetime | None) -> Held:
    """The same from its parts; ``changed`` is when a change by the outlet was last seen, None where none was."""
    return Held(
        id=f"urn:audiatur:article:{uid}",
        page=absolute(path_to("article", uid)),
        origin=url or None,
        title=latest.title or None,
        byline=tuple(latest.byline),
        text=latest.text,
        html=SanitisedHtml(latest.html) if latest.html else None,
        language=latest.language or None,
        published=published,
        updated=changed or published,
        version=latest.number,
    )


def changes() -> QuerySet[Version]:
    """The versions in which the outlet changed something, newest first.

    Not the first that was seen, and not the first full page: what a feed left out was there before it was read.
    """
    pages = Version.objects.filter(article=OuterRef("article"), number__lt=OuterRef("number"), origin=Origin.PAGE)
    return Version.objects.filter(~Q(origin=Origin.PAGE) | Exists(pages), number__gt=1).order_by("-number")


def changed_at(article: Article) -> datetime | None:
    """When a change by the outlet was last seen; None where it changed nothing. ``ready`` articles cost no query."""
    if not hasattr(article, "changed_at"):
        return changes().filter(article=article).values_list("seen", flat=True).first()
    found = article.changed_at
    return found if isinstance(found, datetime) else None


def ready(articles: QuerySet[Article]) -> QuerySet[Article]:
    """The articles with all that the gate asks for, and their anatomy, in a fixed number of queries."""
    seen = changes().filter(article=OuterRef("pk")).values("seen")[:1]
    found = articles.annotate(changed_at=Subquery(seen)).select_related("latest__anatomy", "source__policy")
    return found.prefetch_related("source__claims", "source__policy__bars")


class Gate:
    """The gate for one viewer at one time; keeps each source's policy and notice while it lives."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self._policies: dict[int, Policy] = {}
        self._known: dict[int, tuple[Policy, Notice]] = {}

    def rely_on(self, policies: Mapping[int, Policy]) -> None:
        """Take policies that were read already, by the keys of their sources."""
        self._policies.update(policies)

    def policy(self, source: Source) -> Policy:
        """The policy of a source."""
        if source.pk not in self._policies:
            self._policies[source.pk] = policy_of(source)
        return self._policies[source.pk]

    def of(self, source: Source) -> tuple[Policy, Notice]:
        """The policy and the notice of a source."""
        if source.pk not in self._known:
            self._known[source.pk] = (self.policy(source), noticed(facts_of(source), self.viewer.language))
        return self._known[source.pk]

    def release(self, article: Article) -> Released | Withheld:
        """The decision on one article."""
        return self.release_held(article.source, held(article))

    def release_held(self, source: Source, article: Held) -> Released | Withheld:
        """The decision on an article of a source."""
        policy, notice = self.of(source)
        return release(article, policy, notice, now=self.viewer.now, jurisdiction=self.viewer.jurisdiction)

    def sift(self, articles: Iterable[Article]) -> tuple[list[tuple[Article, Released]], int]:
        """The articles that may leave, each with what may leave of it, and the count of those left out."""
        passed: list[tuple[Article, Released]] = []
        withheld = 0
        for article in articles:
            decision = self.release(article)
            if isinstance(decision, Released):
                passed.append((article, decision))
            else:
                withheld += 1
        return passed, withheld
