"""Adding a source by any address: a feed's own, or a page that announces one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from audiatur import __version__
from audiatur.errors import FeedError, FetchError, RegisterError
from audiatur.feeds import ParsedFeed, parse
from audiatur.feeds.discovery import Candidate, discover
from audiatur.fetching import Failed, Fetched, Outcome, Request, fetch_once
from audiatur.hub.sources.models import Feed, Policy, Source
from audiatur.hub.sources.plain import language_or_empty, web_or_empty
from audiatur.hub.sources.register import add_feed, free_slug, slug_of
from audiatur.provenance.values import Mode


@dataclass(frozen=True, slots=True)
class Found:
    """A feed at an address. ``others`` are further feeds that the page announced and that were not looked at."""

    url: str
    feed: ParsedFeed
    others: tuple[Candidate, ...] = ()


def fetch(url: str) -> Outcome:
    """One request under the operator's settings."""
    return fetch_once(
        Request(url),
        contact=settings.CONTACT or settings.BASE_URL,
        version=__version__,
        allow_private=settings.ALLOW_PRIVATE,
    )


def document_at(url: str) -> Fetched:
    """The document at an address; FetchError, with the stage and the remedy, where there is none."""
    outcome = fetch(url)
    if isinstance(outcome, Fetched):
        return outcome
    evidence = outcome.evidence
    failure = evidence.failure or "no_answer"
    remedy = (
        "set AUDIATUR_ALLOW_PRIVATE=1 if this is a server of your own network"
        if failure == "address_forbidden"
        else "check the address, or try again later"
    )
    detail = f": {evidence.detail}" if isinstance(outcome, Failed) and evidence.detail else ""
    raise FetchError(
        failure,
        f"could not be fetched ({failure}){detail}",
        stage=evidence.stage or "http",
        place=url,
        remedy=remedy,
    )


def find_feed(address: str) -> Found:
    """The feed at an address or announced by the page there; RegisterError where there is neither.

    An address without a scheme is tried with https. Of several feeds on a page the first that is one is taken.
    """
    url = address if "://" in address else f"https://{address}"
    outcome = document_at(url)
    try:
        feed = parse(outcome.body, url=outcome.url_final, content_type=outcome.headers.content_type)
        return Found(outcome.permanent_url or url, feed)
    except FeedError as error:
        not_a_feed = error
    candidates = discover(outcome.body, url=outcome.url_final, content_type=outcome.headers.content_type)
    for candidate in candidates:
        try:
            found = document_at(candidate.url)
            feed = parse(found.body, url=found.url_final, content_type=found.headers.content_type)
        except (FeedError, FetchError):
            continue
        others = tuple(other for other in candidates if other is not candidate)
        return Found(found.permanent_url or candidate.url, feed, others)
    raise RegisterError(
        "no-feed-found",
        f"{not_a_feed.message}, and the page announces no feed that works",
        place=url,
        remedy="give the address of the feed itself",
    )


@transaction.atomic
def add_source(
    found: Found, *, now: datetime, name: str | None, mode: Mode, kind: str, records: bool = False
) -> tuple[Source, Feed, bool]:
    """Put a found feed on the register under its source; the source, the feed, and whether the feed is new.

    The source is the one that ``name`` or the feed's title names, made where there is none, with ``mode`` as policy.
    ``records`` says that the items of a new source are primary records.
    """
    known = Feed.objects.filter(url=found.url).select_related("source").first()
    if known is not None:
        return known.source, known, False
    said = found.feed.feed
    label = (name or said.title or urlsplit(found.url).hostname or found.url)[:200]
    source = Source.objects.filter(name=label).first() or Source.objects.filter(slug=slug_of(label)).first()
    if source is None:
        source = Source.objects.create(
            slug=free_slug(label),
            name=label,
            homepage=web_or_empty(said.link),
            language=language_or_empty(said.language),
            records=records,
            created=now,
        )
        Policy.objects.create(source=source, mode=mode)
    feed, made = add_feed(source, found.url, now=now, kind=kind)
    return source, feed, made
