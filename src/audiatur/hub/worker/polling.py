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
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import datetime

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import transaction

from audiatur.fetching import Client
from audiatur.fetching.values import Fetched, Outcome, Request
from audiatur.hub.articles.delivery import Errand, FeedDelivery, unpack_all
from audiatur.hub.articles.intake import Known, Taken, look_up, take_in
from audiatur.hub.rows import insert, update
from audiatur.hub.sources.claiming import claim
from audiatur.hub.sources.models import Attempt, Feed
from audiatur.hub.sources.recording import ATTEMPT, COLUMNS, Verdict, attempt_of, keep_rhythm, settle

log = logging.getLogger(__name__)

# Feeds in flight in one round: enough that slow hosts do not hold up the rest.
IN_FLIGHT = 400
# Outcomes without entries that are stored in one transaction.
BATCH = 200
# Documents in an errand to another process, and deliveries in a transaction: worth the way, and soon done.
DELIVERIES = 20
# Errands under way: one in hand and one waiting for each of a few processes.
ERRANDS = 8

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


@dataclass(frozen=True, slots=True)
class Ready:
    """A polled feed that is ready to be stored; ``delivery`` is None where nothing was delivered."""

    feed: Feed
    verdict: Verdict
    delivery: FeedDelivery | None = None


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
        """Poll up to ``most`` feeds that are due at ``now``.

        Fetching, unpacking and storing overlap; what is ready is unpacked and stored together.
        """
        feeds = await sync_to_async(claim)(worker_name(), now=now, most=most)
        fetched: asyncio.Queue[tuple[Feed, Outcome]] = asyncio.Queue()
        ready: asyncio.Queue[Ready] = asyncio.Queue()
        async with asyncio.TaskGroup() as group:
            for feed in feeds:
                group.create_task(self._fetch(feed, fetched))
            group.create_task(self._unpack(group, fetched, ready, len(feeds)))
            return await self._keep(ready, len(feeds), now)

    async def _fetch(self, feed: Feed, fetched: asyncio.Queue[tuple[Feed, Outcome]]) -> None:
        fetched.put_nowait((feed, await self.client.fetch(request_of(feed))))

    async def _unpack(
        self,
        group: asyncio.TaskGroup,
        fetched: asyncio.Queue[tuple[Feed, Outcome]],
        ready: asyncio.Queue[Ready],
        count: int,
    ) -> None:
        """Send ``count`` outcomes on, documents by way of the executor, as many in an errand as are there."""
        free = asyncio.Semaphore(ERRANDS)
        while count:
            await free.acquire()
            batch = [await fetched.get()]
            while not fetched.empty() and len(batch) < DELIVERIES:
                batch.append(fetched.get_nowait())
            count -= len(batch)
            group.create_task(self._errand(batch, ready, free))

    async def _errand(
        self, batch: Sequence[tuple[Feed, Outcome]], ready: asyncio.Queue[Ready], free: asyncio.Semaphore
    ) -> None:
        """Have the documents of a batch unpacked; what cannot be is a trouble of its own feed alone."""
        documents = [(feed, outcome) for feed, outcome in batch if isinstance(outcome, Fetched)]
        try:
            errand = self.executor.submit(unpack_all, [errand_of(feed, outcome) for feed, outcome in documents])
            unpacked = await asyncio.wrap_future(errand) if documents else []
        except Exception as error:
            log.exception("a batch of %d documents could not be unpacked", len(documents))
            unpacked = [f"it could not be unpacked: {error!r}"] * len(documents)
        finally:
            free.release()
        for feed, outcome in batch:
            if not isinstance(outcome, Fetched):
                ready.put_nowait(Ready(feed, Verdict(outcome)))
        for (feed, outcome), found in zip(documents, unpacked, strict=True):
            trouble, delivery = (found, None) if isinstance(found, str) else (None, found)
            ready.put_nowait(Ready(feed, Verdict(outcome, trouble=trouble), delivery))

    async def _keep(self, ready: asyncio.Queue[Ready], count: int, now: datetime) -> Round:
        """Store ``count`` outcomes as they come, as many at once as are there."""
        total = Round()
        while count:
            batch = [await ready.get()]
            while not ready.empty() and len(batch) < BATCH:
                batch.append(ready.get_nowait())
            count -= len(batch)
            delivered = [(item, item.delivery) for item in batch if item.delivery is not None]
            for start in range(0, len(delivered), DELIVERIES):
                total += await sync_to_async(store_all)(delivered[start : start + DELIVERIES], now=now)
            quiet = [(item.feed, item.verdict) for item in batch if item.delivery is None]
            if quiet:
                total += await sync_to_async(record)(quiet, now=now)
        return total


def errand_of(feed: Feed, outcome: Fetched) -> Errand:
    """What ``unpack`` needs to know of a document."""
    return Errand(
        outcome.body,
        outcome.url_final,
        outcome.headers.content_type,
        feed.source.language or None,
        tuple(settings.LANGUAGES_READ),
    )


def store_all(items: Sequence[tuple[Ready, FeedDelivery]], *, now: datetime) -> Round:
    """Store several deliveries in one transaction; one that cannot be stored is left out and asked for again."""
    total = Round()
    stored: list[tuple[Feed, Verdict]] = []
    with transaction.atomic():
        known = _known(items)
        for item, delivery in items:
            try:
                with transaction.atomic():
                    taken = _take(item.feed, delivery, now, known.get(item.feed.source_id))
                    verdict = Verdict(item.verdict.outcome, taken)
            except Exception:
                # Its claim lapses, and the feed is polled again.
                log.exception("what %s delivered could not be stored", item.feed.url)
                total += Round(polled=1, failed=1)
                continue
            stored.append((item.feed, verdict))
            total += Round(taken=verdict.taken)
        return total + record(stored, now=now)


def _known(items: Sequence[tuple[Ready, FeedDelivery]]) -> Mapping[int, Mapping[str, Known]]:
    """What is known of the deliveries' entries by source; a source with two deliveries here is looked up for each."""
    counts = Counter(item.feed.source_id for item, _ in items)
    wanted = {item.feed.source_id: [entry.key for entry in delivery.items] for item, delivery in items}
    known = look_up(wanted)
    return {source: entries for source, entries in known.items() if counts[source] == 1}


def store(feed: Feed, outcome: Outcome, delivery: FeedDelivery, *, now: datetime) -> Round:
    """Take in one delivery and settle its feed, all or nothing."""
    with transaction.atomic():
        taken = _take(feed, delivery, now)
        return record([(feed, Verdict(outcome, taken))], now=now) + Round(taken=taken)


def _take(feed: Feed, delivery: FeedDelivery, now: datetime, known: Mapping[str, Known] | None = None) -> Taken:
    policy = getattr(feed.source, "policy", None)
    wanted = bool(policy and policy.full_page)
    taken = take_in(feed.source, delivery.items, feed=feed, now=now, page_wanted=wanted, known=known)
    feed.title = (delivery.feed.title or feed.title)[:500]
    feed.format = delivery.feed.format
    keep_rhythm(feed, delivery.feed.rhythm, delivery.published)
    return taken


def record(settled: Sequence[tuple[Feed, Verdict]], *, now: datetime) -> Round:
    """Settle polled feeds and keep the evidence of the attempts, in one transaction."""
    for feed, verdict in settled:
        settle(feed, verdict, now=now)
    attempts = [attempt_of(feed, verdict) for feed, verdict in settled]
    with transaction.atomic(savepoint=False):
        update(Feed, COLUMNS, [(feed.pk, [getattr(feed, name) for name in COLUMNS]) for feed, _ in settled])
        insert(Attempt, ATTEMPT, [[getattr(attempt, name) for name in ATTEMPT] for attempt in attempts])
    return Round(polled=len(settled), failed=sum(attempt.outcome == "failed" for attempt in attempts))
