"""A feed's recorded past, taken in through the poller's own way of storing, in time order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.conf import settings

from audiatur.errors import ArticleError, FeedError, InputError
from audiatur.fetching.values import AnswerHeaders, Evidence, Fetched
from audiatur.hub.articles.corpus import lines
from audiatur.hub.articles.delivery import Errand, unpack
from audiatur.hub.articles.intake import Taken
from audiatur.hub.sources.models import Feed, FeedState, Source
from audiatur.hub.sources.recording import Verdict
from audiatur.hub.worker.polling import record, store


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A feed document as it was at a time. ``place`` is its file and line."""

    fetched: datetime
    body: bytes
    place: str


@dataclass(slots=True)
class Replayed:
    """What replaying did.

    ``earlier`` counts the snapshots that are no newer than what was replayed before: to take them in again would put
    old words after new ones. ``skipped`` names the lines that were no snapshots and the documents that were no feeds.
    """

    snapshots: int = 0
    earlier: int = 0
    taken: Taken = field(default_factory=Taken)
    skipped: list[str] = field(default_factory=list)


def snapshot_of(line: str, place: str) -> Snapshot:
    """One line, ``{fetched, xml}``; ArticleError for what is none."""
    try:
        found = json.loads(line)
        fetched = datetime.fromisoformat(found["fetched"])
        body = found["xml"].encode("utf-8", "surrogatepass")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ArticleError(
            "not-a-snapshot",
            f"no snapshot: {error}",
            place=place,
            remedy='write {"fetched": "2025-04-19T11:18:51+02:00", "xml": "<rss>..."}',
        ) from error
    return Snapshot(fetched if fetched.tzinfo else fetched.replace(tzinfo=UTC), body, place)


def read_history(path: str) -> tuple[list[Snapshot], list[str]]:
    """The snapshots of a file in time order, and the lines that were none."""
    snapshots, skipped = [], []
    for number, line in lines(path):
        try:
            snapshots.append(snapshot_of(line, f"{path}, line {number}"))
        except InputError as error:
            skipped.append(str(error))
    snapshots.sort(key=lambda snapshot: snapshot.fetched)
    return snapshots, skipped


def recorded_feed(source: Source, *, now: datetime) -> Feed:
    """The feed that stands for recorded history: an address that nobody polls."""
    address = f"urn:audiatur:history:{source.slug}"
    feed, _ = Feed.objects.get_or_create(
        url=address, defaults={"source": source, "state": FeedState.RECORDED, "next_poll": now}
    )
    return feed


def replay(
    source: Source, snapshots: Sequence[Snapshot], *, now: datetime, progress: Callable[[int], None] | None = None
) -> Replayed:
    """Store each snapshot as the poller would have at its time."""
    feed = recorded_feed(source, now=now)
    done = Replayed()
    before = feed.last_polled
    for snapshot in snapshots:
        try:
            if before is not None and snapshot.fetched <= before:
                done.earlier += 1
            else:
                done.taken += _poll(feed, snapshot)
                done.snapshots += 1
        except FeedError as error:
            done.skipped.append(f"{snapshot.place}: {error}")
        if progress is not None:
            progress(1)
    return done


def _poll(feed: Feed, snapshot: Snapshot) -> Taken:
    outcome = Fetched(
        status=200,
        url_final=feed.url,
        permanent_url=None,
        body=snapshot.body,
        body_hash=hashlib.sha256(snapshot.body).hexdigest(),
        headers=AnswerHeaders(),
        evidence=Evidence(url=feed.url, started=snapshot.fetched, decoded_bytes=len(snapshot.body)),
    )
    errand = Errand(snapshot.body, feed.url, None, feed.source.language or None, tuple(settings.LANGUAGES_READ))
    try:
        delivery = unpack(errand)
    except FeedError as error:
        record([(feed, Verdict(outcome, trouble=str(error)))], now=snapshot.fetched)
        raise
    return store(feed, outcome, delivery, now=snapshot.fetched).taken
