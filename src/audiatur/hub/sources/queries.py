"""What the pages of sources show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from django.db.models import Count, Max, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audiatur.hub.articles.items import MODE_LABELS, Item, newest
from audiatur.hub.articles.models import Article
from audiatur.hub.gate import facts_of
from audiatur.hub.sources.models import Attempt, Feed, FeedKind, FeedState, Outcome, Source
from audiatur.hub.sources.policies import policy_words
from audiatur.hub.sources.standing import SideMark, Standing
from audiatur.provenance.evidence import is_evidenced
from audiatur.provenance.independence import describe
from audiatur.provenance.values import Bar, Claim, ClaimField, Notice
from audiatur.publishing.characters import web_address

# The latest articles on the page of a source; all of them are in its days and feeds.
LATEST = 12
# Names of parameters by which paid feeds tell their subscribers apart.
_SECRET = re.compile(r"key|token|auth|secret|pass|user|sig|session", re.IGNORECASE)

FIELD_LABELS = {
    ClaimField.OWNER: _("Owner"),
    ClaimField.PARENT: _("Parent organization"),
    ClaimField.FUNDER: _("Funder"),
    ClaimField.COUNTRY: _("Country"),
    ClaimField.MAINLY_STATE_FUNDED: _("Mainly state-funded?"),
    ClaimField.STATE_GOVERNS: _("Does the state govern it?"),
    ClaimField.STATE_CONTROLS_EDITORIALLY: _("Does the state control it editorially?"),
    ClaimField.IN_SCOPE: _("In the scope of the State Media Matrix?"),
    ClaimField.WIKIDATA: "Wikidata",
    ClaimField.TRUST_TXT: "trust.txt",
}
OUTCOMES = {
    Outcome.FETCHED: _("answered"),
    Outcome.UNCHANGED: _("answered, nothing new"),
    Outcome.GONE: _("answered that the feed is gone for good"),
    Outcome.FAILED: _("no usable answer"),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A source in the list of sources.

    ``class_words`` say what its class means; ``newest`` is None where the hub holds nothing of it.
    """

    name: str
    path: str
    notice: Notice
    class_words: str
    sides: tuple[SideMark, ...]
    mode: str
    articles: int
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim as the page shows it. ``link`` is None where no address that a reader can open is cited."""

    label: str
    value: str
    link: str | None
    retrieved: date | None
    asserted_by: str

    @property
    def host(self) -> str:
        """Where the evidence is, as the words of its link."""
        return urlsplit(self.link or "").hostname or gettext("evidence")


@dataclass(frozen=True, slots=True)
class ShownBar:
    """A legal bar as the page shows it. ``url`` is None where no address that a reader can open is given."""

    jurisdictions: tuple[str, ...]
    authority: str
    law: str
    binds: str
    url: str | None


@dataclass(frozen=True, slots=True)
class ShownFeed:
    """A feed of the source with the evidence of its last attempts. ``address`` is None where it is not shown."""

    address: str | None
    kind: str
    ended: bool
    last_success: datetime | None
    failures: int
    last_attempt: datetime | None
    told: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A source as its page shows it. ``open`` is whether anything of it may leave here and now."""

    source: str
    name: str
    homepage: str | None
    language: str
    notice: Notice
    claims: tuple[ShownClaim, ...]
    policy: tuple[str, ...]
    bars: tuple[ShownBar, ...]
    feeds: tuple[ShownFeed, ...]
    sides: tuple[SideMark, ...]
    items: tuple[Item, ...]
    withheld: int
    articles: int
    open: bool


def listed(standing: Standing) -> list[Listed]:
    """Every source of the register, by name."""
    rows = Article.objects.order_by().values("source").annotate(number=Count("pk"), newest=Max("published"))
    held = {row["source"]: (row["number"], row["newest"]) for row in rows}
    found = []
    for pk, source in standing.sources.items():
        number, last = held.get(pk, (0, None))
        _, notice = standing.gate.of(source)
        found.append(
            Listed(
                name=source.name,
                path=reverse("source", args=[source.slug]),
                notice=notice,
                class_words=describe(notice.independence, notice.evidence, notice.language),
                sides=standing.sides(pk),
                mode=str(MODE_LABELS[standing.mode(pk)]),
                articles=number,
                newest=last,
            )
        )
    return found


def profile(standing: Standing, source: Source) -> Profile:
    """What the hub knows of a source. ``source`` is one of ``standing.sources``."""
    policy, notice = standing.gate.of(source)
    items, withheld = newest(standing, [source.pk], LATEST)
    is_open = standing.is_open(source.pk)
    return Profile(
        source=source.slug,
        name=source.name,
        homepage=web_address(source.homepage) if is_open else None,
        language=source.language,
        notice=notice,
        claims=claims_of(source),
        policy=policy_words(policy, standing.gate.viewer.now),
        bars=tuple(_bar(bar) for bar in policy.bars),
        feeds=_feeds(source, is_open),
        sides=standing.sides(source.pk),
        items=tuple(items),
        withheld=withheld,
        articles=Article.objects.filter(source=source).count(),
        open=is_open,
    )


def claims_of(source: Source) -> tuple[ShownClaim, ...]:
    """Every claim of a source in the order of the fields, those without a citation too."""
    return shown_claims(facts_of(source).claims)


def shown_claims(claims: Iterable[Claim]) -> tuple[ShownClaim, ...]:
    """Claims as pages show them, in the order of the fields."""
    order = list(ClaimField)
    return tuple(_claim(claim) for claim in sorted(claims, key=lambda claim: order.index(claim.field)))


def _claim(claim: Claim) -> ShownClaim:
    link = claim.source_url if is_evidenced(claim) else None
    return ShownClaim(str(FIELD_LABELS[claim.field]), claim.value, link, claim.retrieved, claim.asserted_by)


def _bar(bar: Bar) -> ShownBar:
    url = bar.url if bar.url and bar.url.lower().startswith(("http://", "https://")) else None
    return ShownBar(tuple(sorted(bar.jurisdictions)), bar.authority, bar.law, bar.binds, url)


def _feeds(source: Source, is_open: bool) -> tuple[ShownFeed, ...]:
    feeds = list(Feed.objects.filter(source=source).exclude(state=FeedState.RECORDED))
    newest_first = Attempt.objects.filter(feed=OuterRef("pk")).order_by("-started", "-pk").values("pk")[:1]
    lasts = Attempt.objects.filter(pk__in=Feed.objects.filter(source=source).values_list(Subquery(newest_first)))
    last = {attempt.feed_id: attempt for attempt in lasts}
    return tuple(_feed(feed, last.get(feed.pk), is_open) for feed in feeds)


def _feed(feed: Feed, last: Attempt | None, is_open: bool) -> ShownFeed:
    return ShownFeed(
        address=public_address(feed.url) if is_open else None,
        kind=gettext("mirror") if feed.kind == FeedKind.MIRROR else gettext("feed of the outlet"),
        ended=feed.state == FeedState.GONE,
        last_success=feed.last_success,
        failures=feed.failures,
        last_attempt=last.started if last else None,
        told=_told(last) if last else gettext("not asked yet"),
    )


def _told(attempt: Attempt) -> str:
    """What came of an attempt, in words, with the code of the failure; never the message, which is the operator's."""
    words = str(OUTCOMES[Outcome(attempt.outcome)])
    if attempt.stage:
        words = gettext("%(outcome)s at stage %(stage)s") % {"outcome": words, "stage": attempt.stage}
    status = gettext("status %(status)s") % {"status": attempt.status} if attempt.status else ""
    beside = ", ".join(filter(None, (attempt.failure, status)))
    return f"{words} ({beside})" if beside else words


def public_address(url: str) -> str | None:
    """An address as it may be shown: without user and password; None where its query looks as if it held a key."""
    parts = urlsplit(url)
    if any(_SECRET.search(name) for name, _ in parse_qsl(parts.query, keep_blank_values=True)):
        return None
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, ""))
