"""Full pages, where the policy wants them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from asgiref.sync import async_to_sync

from audiatur.fetching import Client
from audiatur.hub.articles.models import Article, Version
from audiatur.hub.sources.models import Feed, Policy, Source
from audiatur.hub.worker.engine import Pool
from audiatur.hub.worker.pages import Reader
from audiatur.hub.worker.polling import Poller
from tests.hub.outlet import Answer, Outlet, outlet

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
SENTENCE = "The two delegations met again in the harbour office on Monday and talked about the pilots for three hours. "
pytestmark = pytest.mark.django_db(transaction=True)


def feed(server: Outlet, title: str) -> None:
    item = (
        f"<item><guid>1</guid><title>{title}</title><link>{server.url('/1.html')}</link>"
        "<description>The delegations met.</description></item>"
    )
    server.answers["/feed"] = Answer(f"<rss version='2.0'><channel><title>O</title>{item}</channel></rss>".encode())


def page(server: Outlet, *paragraphs: str) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    server.answers["/1.html"] = Answer(f"<!doctype html><title>T</title><article>{body}</article>".encode())


def rounds(now: datetime) -> None:
    async def go() -> None:
        pool = Pool(1)
        async with Client("editor@hub.example", allow_private=True, host_gap=0) as client:
            await Poller(client, pool).round(now=now)
            await Reader(client, pool).round(now=now)
        pool.shutdown()

    async_to_sync(go)()


def register(server: Outlet, *, full_page: bool) -> None:
    source = Source.objects.create(slug="o", name="O", created=NOW)
    Policy.objects.create(source=source, mode="full", full_page=full_page)
    Feed.objects.create(source=source, url=server.url("/feed"), next_poll=NOW)


def test_the_page_becomes_a_version_and_the_summary_stays() -> None:
    with outlet() as server:
        feed(server, "Talks")
        page(server, SENTENCE * 3, SENTENCE * 2)
        register(server, full_page=True)
        rounds(NOW)
        feed(server, "Talks go on")
        rounds(NOW + timedelta(days=1))
    kept = list(Version.objects.order_by("number").values_list("origin", "title"))
    assert kept == [("feed", "Talks"), ("page", "Talks"), ("feed", "Talks go on")]
    assert Version.objects.get(number=3).text == Version.objects.get(number=2).text
    assert not Article.objects.get().page_due


def test_a_page_that_holds_nothing_leaves_the_summary() -> None:
    with outlet() as server:
        feed(server, "Talks")
        register(server, full_page=True)
        rounds(NOW)
    assert list(Version.objects.values_list("text", flat=True)) == ["The delegations met."]
    assert not Article.objects.get().page_due


def test_no_page_is_asked_for_without_the_editors_wish() -> None:
    with outlet() as server:
        feed(server, "Talks")
        page(server, SENTENCE * 3)
        register(server, full_page=False)
        rounds(NOW)
        assert server.asked == ["/feed"]
