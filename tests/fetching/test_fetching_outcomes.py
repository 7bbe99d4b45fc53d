"""What each answer of a server becomes."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from hashlib import sha256

import pytest

from audiatur.fetching import Accept, Failed, Fetched, Gone, Request, Stage, Unchanged
from tests.fetching.servers import NOW, Names, fetched, poller, reply, serving, written

FEED = b"<rss><channel><title>The Harbour Post</title></channel></rss>"
TAG = 'W/"tide-7"'


def test_a_document_comes_with_its_hash_its_validators_and_evidence() -> None:
    answer = reply(body=FEED, ETag=TAG, Last_Modified="Sun, 04 May 2031 08:00:00 GMT", Content_Type="text/xml")
    outcome, served = fetched(answer)
    assert isinstance(outcome, Fetched)
    assert outcome.body == FEED
    assert outcome.body_hash == sha256(FEED).hexdigest()
    assert (outcome.headers.etag, outcome.headers.content_type) == (TAG, "text/xml")
    assert outcome.headers.last_modified == "Sun, 04 May 2031 08:00:00 GMT"
    evidence = outcome.evidence
    assert (evidence.stage, evidence.failure, evidence.status) == (None, None, 200)
    assert (evidence.connected, evidence.started, evidence.wire_bytes) == ("127.0.0.1", NOW, len(FEED))
    assert evidence.timings.dns is None
    assert evidence.timings.tcp is not None
    assert evidence.timings.total > 0
    assert (outcome.url_final, outcome.permanent_url) == (served.url, None)


def test_the_client_says_who_it_is_and_keeps_no_cookies() -> None:
    _, served = fetched(reply(body=FEED), version="9.9")
    assert served.header("User-Agent") == "audiatur/9.9 (+tests@hub.example)"
    assert served.header("Cookie") is None

    async def twice() -> str | None:
        async with serving(written(lambda _head: reply(Set_Cookie="seen=1; Path=/"))) as again, poller() as client:
            await client.fetch(Request(again.at("/", "localhost")))
            await client.fetch(Request(again.at("/", "localhost")))
            return again.header("Cookie")

    assert asyncio.run(twice()) is None


def test_the_kind_of_document_decides_what_is_accepted() -> None:
    _, served = fetched(reply(), lambda at: Request(at.url, accept=Accept.PAGE))
    assert (served.header("Accept") or "").startswith("text/html")


def test_validators_are_sent_and_304_is_unchanged() -> None:
    since = "Sun, 04 May 2031 08:00:00 GMT"
    outcome, served = fetched(
        reply("304 Not Modified", Cache_Control="max-age=900"),
        lambda at: Request(at.url, etag=TAG, last_modified=since),
    )
    assert isinstance(outcome, Unchanged)
    assert (served.header("If-None-Match"), served.header("If-Modified-Since")) == (TAG, since)
    assert outcome.headers.max_age == timedelta(minutes=15)
    assert outcome.headers.etag is None


def test_a_validator_that_cannot_be_sent_is_left_out() -> None:
    _, served = fetched(reply(), lambda at: Request(at.url, etag='"a\r\nX-Own: 1"', last_modified="\udcff"))
    assert served.header("If-None-Match") is None
    assert served.header("If-Modified-Since") is None
    assert served.header("X-Own") is None


def test_the_same_body_again_is_unchanged_and_carries_the_new_validator() -> None:
    known = sha256(FEED).hexdigest()
    outcome, _ = fetched(reply(body=FEED, ETag=TAG), lambda at: Request(at.url, body_hash=known))
    assert isinstance(outcome, Unchanged)
    assert (outcome.status, outcome.headers.etag) == (200, TAG)


def test_gone_is_gone() -> None:
    outcome, served = fetched(reply("410 Gone"))
    assert isinstance(outcome, Gone)
    assert outcome.url_final == served.url


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        ("304 Not Modified", "http_304"),  # nobody asked whether anything had changed
        ("204 No Content", "http_204"),
        ("206 Partial Content", "http_206"),
        ("300 Multiple Choices", "http_300"),
        ("302 Found", "http_302"),  # without a Location
        ("403 Forbidden", "http_403"),
        ("404 Not Found", "http_404"),
        ("500 Oh dear", "http_500"),
    ],
)
def test_every_other_status_is_a_failure_that_names_it(status: str, failure: str) -> None:
    outcome, _ = fetched(reply(status))
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.HTTP, failure)


def test_451_keeps_who_blocked_it_and_the_head_of_the_page() -> None:
    page = b"<h1>Withheld by order</h1>" + b"." * 40_000
    link = '<https://isp.example/orders>; rel="blocked-by"'
    outcome, _ = fetched(reply("451 Unavailable For Legal Reasons", page, Link=link))
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "http_451"
    assert outcome.headers.link == (link,)
    assert outcome.body.startswith(b"<h1>Withheld")
    assert len(outcome.body) == 16_384


@pytest.mark.parametrize(
    ("text", "asked"), [("120", timedelta(minutes=2)), ("Sun, 04 May 2031 12:00:30 GMT", timedelta(seconds=30))]
)
def test_retry_after_in_both_forms(text: str, asked: timedelta) -> None:
    outcome, _ = fetched(reply("503 Service Unavailable", Retry_After=text))
    assert isinstance(outcome, Failed)
    assert outcome.headers.retry_after == asked


def test_a_name_that_does_not_exist() -> None:
    outcome, _ = fetched(reply(), lambda _: Request("http://nowhere.example/"), resolver=Names({}))
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.DNS, "dns_nxdomain_error")
    assert outcome.evidence.timings.dns is not None


@pytest.mark.parametrize(
    "place", ["feed.example:port/", "[::1/", "feed.example:99999/", "a b/", "feed.example:25/", "/"]
)
def test_a_refusal_never_repeats_a_password_either(place: str) -> None:
    request = Request(f"http://ann:s3cret@{place}", headers=(("Authorization", "Bearer t0ken"),))
    outcome, _ = fetched(reply(), lambda _: request)
    assert isinstance(outcome, Failed)
    assert "s3cret" not in repr(outcome)
    assert "t0ken" not in repr(request)


def test_evidence_never_repeats_a_password() -> None:
    outcome, served = fetched(reply("404 Not Found"), lambda at: Request(at.url.replace("//", "//ann:s3cret@")))
    assert served.header("Authorization") == "Basic YW5uOnMzY3JldA=="
    assert "s3cret" not in repr(outcome)
    assert "s3cret" not in str(outcome.evidence.as_json())
