"""Sources, speakers, topics, sides, and what machines ask of a site."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.conf import settings as configured
from django.db import OperationalError, connection
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone

from audiatur.feeds.opml import read_opml
from audiatur.hub.models import Attempt, Claim, Feed, FeedKind
from audiatur.hub.stories.topics import LATEST
from audiatur.provenance.values import ClaimField, Mode
from tests.hub.factories import (
    NOON,
    hours,
    make_article,
    make_feed,
    make_source,
    make_speaker,
    make_statement,
    make_topic,
)

pytestmark = pytest.mark.django_db


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_a_source_shows_its_claims_with_evidence(client: Client) -> None:
    source = make_source("harbour-post")
    Claim.objects.create(source=source, field=ClaimField.FUNDER, value="A rumour", asserted_by="someone")
    page = body(client, "/sources/harbour-post/")
    assert 'href="https://registry.example/harbour-post"' in page
    assert "none cited, so it decides nothing" in page
    assert "Funder: unknown" in page


def test_a_source_tells_its_policy_in_words(client: Client) -> None:
    now = timezone.now()
    make_source(
        "harbour-post",
        mode=Mode.EXCERPT,
        excerpt_chars=1200,
        ends=now - timedelta(days=1),
        outside=Mode.NONE,
        barred="XA",
    )
    page = body(client, "/sources/harbour-post/")
    assert "excerpts of its items of at most 1,200 characters" in page
    assert "That time is over." in page
    assert "it republishes nothing of its items" in page
    assert "Court of Tavania" in page


def test_a_source_tells_what_came_of_polling_it(client: Client) -> None:
    source = make_source("harbour-post")
    feed = make_feed(source)
    for number, outcome in enumerate(("fetched", "failed")):
        Attempt.objects.create(
            feed=feed,
            source=source,
            url=feed.url,
            started=NOON + hours(number),
            outcome=outcome,
            stage="dns" if outcome == "failed" else "",
            failure="dns_nxdomain_error" if outcome == "failed" else "",
            message="a path of the operator",
        )
    page = body(client, "/sources/harbour-post/")
    assert "4 May 2025, 13:00: no usable answer at stage dns (dns_nxdomain_error)" in page
    assert "a path of the operator" not in page


@pytest.mark.parametrize("url", ["https://user:word@post.example/feed", "https://post.example/feed?api_key=word"])
def test_addresses_that_hold_secrets_are_not_shown(client: Client, url: str) -> None:
    Feed.objects.create(source=make_source("harbour-post"), url=url, next_poll=NOON)
    for address in ("/sources/harbour-post/", "/sources.opml"):
        assert "word" not in body(client, address)


def test_the_list_of_sources_names_all_of_them(client: Client) -> None:
    for slug, mode in (("harbour-post", Mode.FULL), ("shut-post", Mode.NONE)):
        make_source(slug, mode=mode)
    page = body(client, "/sources/")
    assert "Harbour Post" in page
    assert "not republished" in page


def test_opml_lists_the_outlets_own_feeds(client: Client) -> None:
    source = make_source("harbour-post")
    make_feed(source)
    Feed.objects.create(source=source, url="https://mirror.example/feed", kind=FeedKind.MIRROR, next_poll=NOON)
    make_feed(make_source("shut-post", mode=Mode.NONE))
    listed = read_opml(client.get("/sources.opml").content)
    assert [(feed.title, feed.url) for feed in listed] == [("Harbour Post", "https://harbour-post.example/feed.xml")]


def test_a_speaker_is_shown_with_exact_words_and_links(client: Client) -> None:
    article = make_article(make_source("harbour-post"), text="Ilka Maro said the harbour opens.")
    make_statement(article, "the harbour opens", speaker=make_speaker("Ilka Maro"))
    page = body(client, "/speakers/ilka-maro/")
    assert ">the harbour opens</blockquote>" in page
    assert f'href="/articles/{article.uid}/#s1"' in page
    assert "Ilka Maro" in body(client, "/speakers/")


def test_a_speaker_whose_words_may_not_leave_is_not_found(client: Client) -> None:
    article = make_article(make_source("shut-post", mode=Mode.NONE), text="Ilka Maro said the harbour opens.")
    make_statement(article, "the harbour opens", speaker=make_speaker("Ilka Maro"))
    assert client.get("/speakers/ilka-maro/").status_code == 404
    assert "Ilka" not in body(client, "/speakers/")


def test_a_speaker_named_in_a_linked_title_is_shown(client: Client) -> None:
    article = make_article(make_source("link-post", mode=Mode.LINK), "Ilka Maro said harbour opens", "Unseen.")
    make_statement(article, "harbour opens", speaker=make_speaker("Ilka Maro"))
    assert ">harbour opens</blockquote>" in body(client, "/speakers/ilka-maro/")
    assert "Ilka Maro" in body(client, "/speakers/")


def test_topic_and_side_show_their_sources_and_articles(client: Client) -> None:
    _, sides = make_topic("strait", "east", "west")
    make_article(make_source("east-one", sides=sides[:1]), "From the east")
    page, side = body(client, "/topics/strait/"), body(client, "/topics/strait/sides/east/")
    assert "East One" in page
    assert "From the east" in page
    assert "From the east" in side
    assert "From the east" not in body(client, "/topics/strait/sides/west/")


def test_a_topic_has_a_calendar_of_its_months(client: Client) -> None:
    _, sides = make_topic("strait", "east", "west")
    source = make_source("east-one", sides=sides[:1])
    for number in range(3):
        make_article(source, published=NOON + timedelta(days=number))
    make_article(source, published=NOON - timedelta(days=400))
    make_article(make_source("aside"))
    page, year = body(client, "/topics/strait/"), body(client, "/topics/strait/?year=2024")
    assert 'href="/?day=2025-05&amp;topic=strait"' in page
    assert "3 articles" in page
    assert 'href="/?day=2024-03&amp;topic=strait"' in year
    assert "3 articles" not in year.partition('id="latest"')[0]
    assert client.get("/topics/strait/?year=1812").status_code == 404


def test_a_side_shows_its_newest_articles_whichever_source_has_them(client: Client) -> None:
    _, (east, _) = make_topic("strait", "east", "west")
    busy, rare = make_source("east-one", sides=[east]), make_source("east-two", sides=[east])
    for number in range(LATEST + 5):
        make_article(busy, f"Number {number:03}", published=NOON + hours(number))
    make_article(rare, "A rare one", published=NOON + hours(LATEST))
    make_article(rare, "An old one", published=NOON)
    page = body(client, "/topics/strait/sides/east/")
    shown = {f"Number {number:03}" for number in range(LATEST + 5) if f"Number {number:03}" in page}
    assert shown == {f"Number {number:03}" for number in range(6, LATEST + 5)}
    assert "A rare one" in page
    assert "An old one" not in page


@pytest.mark.parametrize("address", ["/topics/x/", "/topics/strait/sides/x/", "/sources/x/", "/speakers/x/", "/x"])
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    make_topic("strait", "east")
    response = client.get(address)
    assert response.status_code == 404
    assert b"There is nothing at this address" in response.content


def test_pages_set_no_cookie_and_hold_no_script_of_their_own(client: Client) -> None:
    make_article(make_source("harbour-post"))
    for address in ("/", "/sources/", "/speakers/", "/about/", "/method/"):
        response = client.get(address)
        assert not response.cookies
        page = response.content.decode()
        assert page.count("<script") == 2
        assert page.count('<script type="application/ld+json">') == page.count('<script src="/assets/') == 1
        assert "style=" not in page
        assert "default-src 'self'" in response["Content-Security-Policy"]


def test_health_is_told_with_counts(client: Client) -> None:
    make_article(make_source("harbour-post"))
    assert client.get("/healthz").json() == {"status": "ok", "sources": 1, "articles": 1, "pending": 0, "stories": 0}


def test_a_failing_database_is_told_with_503(client: Client) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("gone")

    with connection.execute_wrapper(fail):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert b"gone" not in response.content


def test_robots_keep_out_of_the_back_office(client: Client) -> None:
    assert "Disallow: /admin/" in body(client, "/robots.txt")


def test_the_page_for_our_own_failures_needs_no_database() -> None:
    assert "Something failed on our side" in render_to_string("500.html")


def test_a_form_without_its_token_is_refused_with_a_page() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert response.status_code == 403
    assert b"The form could not be accepted" in response.content
    assert configured.HUB_NAME.encode() in response.content


def test_whoever_looks_for_an_icon_is_led_to_it(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer["Location"]) == (301, "/static/hub/icon.svg")


def test_refusals_are_no_trouble_for_the_operators_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    refused = make_article(make_source("shut", mode=Mode.NONE))
    assert [client.get(address).status_code for address in ("/nothing/", f"/articles/{refused.uid}/")] == [404, 403]
    assert [record for record in caplog.records if record.name.startswith("django.request")] == []
    assert logging.getLogger("django.request").isEnabledFor(logging.ERROR)


def test_a_policy_is_named_by_its_source() -> None:
    assert str(make_source("harbour-post", mode=Mode.LINK).policy) == "Harbour Post: link"
