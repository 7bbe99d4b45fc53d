"""The feeds that the hub gives out: forms, caching, addresses."""

from __future__ import annotations

import gzip
import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date
from pytest_django import DjangoAssertNumQueries, Settings

from audiatur.feeds import parse
from audiatur.hub.feeds.queries import MOST
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, make_article, make_feed, make_source, make_story, make_topic

pytestmark = pytest.mark.django_db
TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


@pytest.mark.parametrize("form", TYPES)
@pytest.mark.parametrize(
    "address", ["/feeds/hub", "/topics/strait", "/topics/strait/sides/east", "/sources/harbour-post", "/stories/one"]
)
def test_every_feed_can_be_read_in_every_form(client: Client, address: str, form: str) -> None:
    _, sides = make_topic("strait", "east")
    source = make_source("harbour-post", sides=sides)
    make_feed(source)
    make_story("one", make_article(source, "First"), make_article(source, "Second", published=NOON + timedelta(1)))
    response = client.get(f"{address}.{form}")
    assert response["Content-Type"].startswith(TYPES[form])
    parsed = parse(response.content, content_type=response["Content-Type"])
    assert [entry.title for entry in parsed.entries] == ["Second", "First"]
    assert f"http://127.0.0.1:8000{address}.{form}" in response.content.decode()


def test_the_newest_fifty_are_in_it(client: Client) -> None:
    source = make_source("harbour-post")
    for number in range(MOST + 3):
        make_article(source, f"Title {number}", published=NOON + timedelta(minutes=number))
    items = json.loads(client.get("/feeds/hub.json").content)["items"]
    assert len(items) == MOST
    assert items[0]["title"] == f"Title {MOST + 2}"


@pytest.mark.parametrize("form", TYPES)
def test_an_unchanged_feed_is_not_sent_again(client: Client, form: str) -> None:
    make_article(make_source("harbour-post"))
    first = client.get(f"/feeds/hub.{form}")
    assert client.get(f"/feeds/hub.{form}", headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("address", ["/feeds/hub.rss", "/sources/harbour-post.atom", "/", "/sources/harbour-post/"])
def test_a_changed_policy_is_told_however_one_asks(client: Client, address: str) -> None:
    source = make_source("harbour-post")
    make_article(source)
    first = client.get(address)
    asked = [{"If-None-Match": first["ETag"]}, {"If-Modified-Since": http_date(timezone.now().timestamp())}]
    source.policy.mode = Mode.LINK
    source.policy.save()
    for headers in (*asked, {**asked[0], **asked[1]}):
        answer = client.get(address, headers=headers)
        assert answer.status_code == 200
        assert "Last-Modified" not in answer


def test_an_article_of_the_future_does_not_change_the_feed_each_time(client: Client) -> None:
    make_article(make_source("harbour-post"), published=timezone.now() + timedelta(days=9))
    assert client.get("/feeds/hub.atom")["ETag"] == client.get("/feeds/hub.atom")["ETag"]


def test_feeds_are_compressed(client: Client) -> None:
    make_article(make_source("harbour-post"))
    response = client.get("/feeds/hub.rss", headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).startswith(b"<?xml")


def test_pages_lead_to_their_feeds(client: Client) -> None:
    make_article(make_source("harbour-post"))
    page = client.get("/sources/harbour-post/").content.decode()
    for form, kind in TYPES.items():
        assert f'<link rel="alternate" type="{kind}"' in page
        assert f'href="/sources/harbour-post.{form}"' in page


@pytest.mark.parametrize(("mode", "told"), [(Mode.FULL, True), (Mode.LINK, False)])
def test_categories_go_with_the_full_text_only(client: Client, mode: Mode, told: bool) -> None:
    article = make_article(make_source("harbour-post", mode=mode))
    article.categories = ["Harbours"]
    article.save()
    assert (b"Harbours" in client.get("/feeds/hub.rss").content) is told


def test_caches_are_told_what_the_answer_depends_on(client: Client, settings: Settings) -> None:
    settings.JURISDICTION_HEADER = "X-Country"
    assert "X-Country" in client.get("/feeds/hub.rss")["Vary"]
    settings.JURISDICTION = "XA"
    assert "X-Country" not in client.get("/feeds/hub.rss").get("Vary", "")


def test_queries_do_not_grow_with_articles(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(40):
        make_article(make_source(f"source-{number}"))
    with django_assert_max_num_queries(14):
        client.get("/feeds/hub.rss")
