"""Polling: claim what is due, fetch it, take in what came, and keep the evidence of every attempt.

The entries of a document and the validators that would spare its next transfer are stored in one transaction, so a
kill at any moment loses nothing: what was not stored is fetched again.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
import os
import socket
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import datetime

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import transaction

from audiatur.errors import FeedError
from audiatur.fetching import Client
from audiatur.fetching.values import Fetched, Outcome, Request
from audiatur.hub.articles.delivery import Errand, FeedDelivery, unpack
from audiatur.hub.articles.intake import Taken, take_in
from audiatur.hub.sources.claiming import claim
from audiatur.hub.sources.models import Attempt, Feed
from audiatur.hub.sources.recording import COLUMNS, Verdict, attempt_of, keep_rhythm, update

log = logging.getLogger(__name__)

# Feeds in flight in one round: enough that slow hosts do not hold up the rest.
IN_FLIGHT = 200
# Outcomes without entries that are stored in one transaction.
BATCH = 200

_round = itertools.count()


def worker_name() -> str:
    """A name that no other worker has: host, process and round."""
    return f"{socket.gethostname()[:30]}-{os.getpid()}-{next(_round)}"


@dataclass(frozen=True, slots=True)
class Round:
    """What a round of polling came to."""

    polled: int = 0
    failed: int = 0
    taken: Taken = field(default_factory=Taken)

    def __add__(self, other: Round) -> Round:
        return Round(self.polled + other.polled, self.failed + other.failed, self.taken + other.taken)


def request_of(feed: Feed) -> Request:
    """What to ask for: with the validators of the last answer and the editor's own headers and credentials."""
    source = feed.source
    return Request(
        url=feed.address,
        etag=feed.etag or None,
        last_modified=feed.last_modified or None,
        headers=tuple((str(name), str(value)) for name, value in source.request_headers.items()),
        credentials=(source.username, source.password) if source.username else None,
        body_hash=feed.body_hash or None,
    )


class Poller:
    """Polls through one client; parses in the executor."""

    def __init__(self, client: Client, executor: Executor) -> None:
        self.client = client
        self.executor = executor

    async def round(self, *, now: datetime, most: int = IN_FLIGHT) -> Round:
        """Poll up to ``most`` feeds that are due at ``now``; each outcome is stored as it comes."""
        feeds = await sync_to_async(claim)(worker_name(), now=now, most=most)
        quiet: list[tuple[Feed, Verdict]] = []
        total = Round()
        for coming in asyncio.as_completed([self._fetch(feed) for feed in feeds]):
            feed, outcome = await coming
            if isinstance(outcome, Fetched):
                total += await self._document(feed, outcome, now)
                continue
            quiet.append((feed, Verdict(outcome)))
            if len(quiet) >= BATCH:
                total += await sync_to_async(record)(quiet, now=now)
                quiet = []
        return total + await sync_to_async(record)(quiet, now=now) if quiet else total

    async def _fetch(self, feed: Feed) -> tuple[Feed, Outcome]:
        return feed, await self.client.fetch(request_of(feed))

    async def _document(self, feed: Feed, outcome: Fetched, now: datetime) -> Round:
        """Parse a document in the executor and store what it delivers."""
        try:
            delivery = await self._unpack(feed, outcome)
        except FeedError as error:
            return await sync_to_async(record)([(feed, Verdict(outcome, trouble=str(error)))], now=now)
        try:
            return await sync_to_async(store)(feed, outcome, delivery, now=now)
        except Exception:
            # The claim lapses and the feed is asked again; the others go on.
            log.exception("what %s delivered could not be stored", feed.url)
            return Round(polled=1, failed=1)

    async def _unpack(self, feed: Feed, outcome: Fetched) -> FeedDelivery:
        return await asyncio.wrap_future(self.executor.submit(unpack, errand(feed, outcome)))


def errand(feed: Feed, outcome: Fetched) -> Errand:
    """What ``unpack`` needs to know of a document."""
    return Errand(
        outcome.body,
        outcome.url_final,
        outcome.headers.content_type,
        feed.source.language or None,
        tuple(settings.LANGUAGES_READ),
    )


def store(feed: Feed, outcome: Fetched, delivery: FeedDelivery, *, now: datetime) -> Round:
    """Take in a delivery and settle its feed, all or nothing."""
    policy = getattr(feed.source, "policy", None)
    with transaction.atomic():
        taken = take_in(feed.source, delivery.items, feed=feed, now=now, page_wanted=bool(policy and policy.full_page))
        feed.title = (delivery.feed.title or feed.title)[:500]
        feed.format = delivery.feed.format
        keep_rhythm(feed, delivery.feed.rhythm, delivery.published)
        verdict = Verdict(outcome, taken)
        update(feed, verdict, now=now)
        feed.save(update_fields=COLUMNS)
        attempt_of(feed, verdict).save()
    return Round(polled=1, taken=taken)


def record(settled: Sequence[tuple[Feed, Verdict]], *, now: datetime) -> Round:
    """Store outcomes that brought no entries, in one transaction."""
    for feed, verdict in settled:
        update(feed, verdict, now=now)
    attempts = [attempt_of(feed, verdict) for feed, verdict in settled]
    with transaction.atomic():
        Feed.objects.bulk_update([feed for feed, _ in settled], COLUMNS, batch_size=50)
        Attempt.objects.bulk_create(attempts)
    return Round(polled=len(settled), failed=sum(attempt.outcome == "failed" for attempt in attempts))
