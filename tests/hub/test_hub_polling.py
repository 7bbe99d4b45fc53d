"""Polling, against a real server on loopback."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from asgiref.sync import async_to_sync

from audiatur.fetching import Client
from audiatur.hub.articles.models import Article, Version
from audiatur.hub.sources.claiming import LEASE, claim
from audiatur.hub.sources.models import Attempt, Feed, FeedKind, FeedState, Source
from audiatur.hub.worker.engine import Inline
from audiatur.hub.worker.polling import Poller, Round
from tests.hub.outlet import Answer, outlet

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db(transaction=True)


def poll(now: datetime = NOW) -> Round:
    async def go() -> Round:
        async with Client("editor@hub.example", allow_private=True, host_gap=0) as client:
            return await Poller(client, Inline()).round(now=now)

    return async_to_sync(go)()


def register(*urls: str, kind: str = FeedKind.PRIMARY) -> Source:
    source, _ = Source.objects.get_or_create(slug="outlet", defaults={"name": "The Outlet", "created": NOW})
    for url in urls:
        Feed.objects.create(source=source, url=url, kind=kind, next_poll=NOW)
    return source


def test_a_feed_is_taken_in_and_the_attempt_is_kept() -> None:
    with outlet() as server:
        server.feed("/feed", ("1", "First", "words"), ("2", "Second", "words"), etag='"a"')
        register(server.url("/feed"))
        assert poll().taken.new == 2
    feed, attempt = Feed.objects.get(), Attempt.objects.get()
    assert (feed.title, feed.format, feed.etag, feed.failures) == ("The Outlet", "rss-2.0", '"a"', 0)
    assert feed.claimed_until is None
    assert timedelta(minutes=5) <= feed.next_poll - NOW <= DAY
    assert (attempt.outcome, attempt.status, attempt.new, attempt.entries) == ("fetched", 200, 2, 2)
    assert attempt.evidence["connected"]


def test_an_unchanged_feed_costs_a_304_and_stays_due_later() -> None:
    with outlet() as server:
        server.feed("/feed", ("1", "First", "words"), etag='"a"')
        register(server.url("/feed"))
        poll()
        poll(NOW + DAY)
    assert list(Attempt.objects.order_by("id").values_list("outcome", "status")) == [
        ("fetched", 200),
        ("unchanged", 304),
    ]
    assert Feed.objects.get().unchanged == 1


def test_a_silent_edit_is_a_new_version_and_a_deletion_deletes_nothing() -> None:
    with outlet() as server:
        register(server.url("/feed"))
        for now, title in ((NOW, "Ten ships"), (NOW + DAY, "Two ships")):
            server.feed("/feed", ("1", title, "words"))
            poll(now)
        server.feed("/feed")
        poll(NOW + 2 * DAY)
    assert list(Version.objects.order_by("number").values_list("title", flat=True)) == ["Ten ships", "Two ships"]


def test_gone_ends_polling_and_deletes_nothing() -> None:
    with outlet() as server:
        server.feed("/feed", ("1", "First", "words"))
        register(server.url("/feed"))
        poll()
        server.answers["/feed"] = Answer(status=410)
        poll(NOW + DAY)
        assert poll(NOW + 9 * DAY).polled == 0
    assert Feed.objects.get().state == FeedState.GONE
    assert Article.objects.count() == 1


def test_a_permanent_redirect_is_kept() -> None:
    with outlet() as server:
        server.feed("/new", ("1", "First", "words"))
        server.answers["/old"] = Answer(status=301, headers={"Location": "/new"})
        register(server.url("/old"))
        poll()
        poll(NOW + DAY)
        assert server.asked == ["/old", "/new", "/new"]
        assert Feed.objects.get().moved_to == server.url("/new")


def test_a_bad_feed_is_slowed_never_retired_and_stops_no_other() -> None:
    with outlet() as server:
        server.answers["/page"] = Answer(b"<!doctype html><p>a page</p>")
        server.feed("/feed", ("1", "First", "words"))
        register(server.url("/page"), server.url("/absent"), server.url("/feed"))
        for day in range(12):
            poll(NOW + day * DAY)
    assert Article.objects.count() == 1
    for path, stage in (("/page", "feed"), ("/absent", "http")):
        feed = Feed.objects.get(url__endswith=path)
        assert (feed.state, feed.failures) == (FeedState.ACTIVE, 12)
        assert feed.next_poll <= NOW + 12 * DAY
        assert feed.attempts.filter(outcome="failed", stage=stage).count() == 12


def test_a_mirror_is_asked_only_while_the_outlet_fails() -> None:
    with outlet() as server:
        server.feed("/feed", ("1", "First", "words"))
        server.feed("/mirror", ("1", "First", "words"), ("2", "Second", "words"))
        register(server.url("/feed"))
        register(server.url("/mirror"), kind=FeedKind.MIRROR)
        poll()
        server.answers["/feed"] = Answer(status=503)
        for day in (1, 2, 3):
            poll(NOW + day * DAY)
        assert sorted(server.asked) == ["/feed"] * 4 + ["/mirror"]
    assert Article.objects.count() == 2


def test_no_feed_is_claimed_twice_and_a_dead_workers_claim_lapses() -> None:
    register("https://one.example/feed", "https://two.example/feed")
    assert len(claim("alice", now=NOW, most=9)) == 2
    assert claim("bob", now=NOW, most=9) == []
    assert len(claim("bob", now=NOW + LEASE + timedelta(seconds=1), most=9)) == 2


def test_own_headers_and_credentials_are_sent_where_an_editor_set_them() -> None:
    with outlet() as server:
        register(server.url("/feed"))
        Source.objects.update(request_headers={"X-Key": "k"}, username="ann", password="secret")
        poll()
    sent = server.headers[0]
    assert (sent["X-Key"], sent["Authorization"]) == ("k", "Basic YW5uOnNlY3JldA==")
    assert "editor@hub.example" in sent["User-Agent"]
    kept = Attempt.objects.get()
    assert "secret" not in f"{kept.evidence} {kept.url} {kept.message}"
