"""Redirects: followed one by one, judged one by one, trusted no further than the first origin."""

from __future__ import annotations

import asyncio

import pytest

from audiatur.fetching import Failed, Fetched, Gone, Hop, Outcome, Request, Stage
from audiatur.fetching.exchange import permanent_url
from tests.fetching.servers import Answer, Served, always, fetched, poller, reply, serving, written


def routes(table: dict[str, tuple[int, str]]) -> Answer:
    """Redirects by path; every other path answers with its own name."""

    def answer(head: str) -> bytes:
        path = head.split()[1]
        if path not in table:
            return reply(body=path.encode())
        status, location = table[path]
        return reply(f"{status} Moved", Location=location)

    return answer


@pytest.mark.parametrize(
    ("chain", "moved"),
    [
        ([301], "/1"),
        ([308, 301], "/2"),
        ([301, 302, 301], "/1"),
        ([302], None),
        ([307, 301], None),
        ([303, 308], None),
    ],
)
def test_permanent_is_what_every_hop_so_far_says(chain: list[int], moved: str | None) -> None:
    table = {f"/{place}": (status, f"/{place + 1}") for place, status in enumerate(chain)}
    outcome, served = fetched(written(routes(table)), lambda at: Request(at.at("/0")))
    assert isinstance(outcome, Fetched)
    assert outcome.body == f"/{len(chain)}".encode()
    assert outcome.url_final == served.at(f"/{len(chain)}")
    assert outcome.permanent_url == (served.at(moved) if moved else None)
    assert [hop.status for hop in outcome.evidence.redirects] == chain


def test_a_step_down_to_plain_http_is_never_for_good() -> None:
    hops = [Hop("https://a.example/", 301, "https://b.example/"), Hop("https://b.example/", 301, "http://c.example/")]
    assert permanent_url(hops) == "https://b.example/"
    assert permanent_url(hops[1:]) is None


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("next.xml", "/feeds/next.xml"),
        ("?page=2", "/feeds/old.xml?page=2"),
        ("/a b/ё", "/a%20b/%D1%91"),
        ("/signed?s=a%2Fb%2Bc", "/signed?s=a%2Fb%2Bc"),
        ("/top#part", "/top"),
    ],
)
def test_a_location_is_resolved_against_the_address_that_sent_it(location: str, path: str) -> None:
    def answer(head: str) -> bytes:
        moved = f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()
        return moved if "/feeds/old.xml HTTP" in head else reply()

    _, served = fetched(written(answer), lambda at: Request(at.at("/feeds/old.xml")))
    assert served.heads[-1].split()[1] == path


def test_too_many_redirects() -> None:
    outcome, served = fetched(written(routes({"/0": (302, "/0")})), lambda at: Request(at.at("/0")), max_redirects=3)
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.HTTP, "too_many_redirects")
    assert served.connections == 4


@pytest.mark.parametrize(
    ("location", "failure"),
    [
        ("file:///etc/passwd", "scheme_unsupported"),
        ("http://[", "url_invalid"),
        ("http://other.example:6667/", "port_forbidden"),
    ],
)
def test_a_redirect_to_what_is_not_fetched(location: str, failure: str) -> None:
    outcome, _ = fetched(reply("302 Found", Location=location))
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.HTTP, failure)
    assert outcome.evidence.redirects[-1].location == location


@pytest.mark.parametrize(("first", "kind"), [(301, Gone), (302, Failed)])
def test_gone_counts_only_for_the_address_itself_or_where_it_moved_for_good(first: int, kind: type[Outcome]) -> None:
    def answer(head: str) -> bytes:
        return reply("410 Gone") if "/new" in head else reply(f"{first} Moved", Location="/new")

    outcome, _ = fetched(written(answer))
    assert isinstance(outcome, kind)


def two_origins(path: str) -> tuple[Served, Served]:
    """The same request, redirected on one host by ``/stay`` and to another by ``/leave``."""

    async def scene() -> tuple[Served, Served]:
        async with serving(written(always(reply(body=b"other"))), "127.0.0.2") as other:
            table = {"/stay": (302, "/end"), "/leave": (302, other.at("/end"))}
            async with serving(written(routes(table))) as first, poller() as client:
                own = (("X-Subscription", "gold"), ("Cookie", "seat=4"))
                await client.fetch(Request(first.at(path), headers=own, credentials=("ann", "s3cret"), etag='"1"'))
                return first, other

    return asyncio.run(scene())


def test_credentials_and_own_headers_stay_with_their_origin() -> None:
    first, other = two_origins("/leave")
    assert first.header("Authorization") == "Basic YW5uOnMzY3JldA=="
    assert first.header("X-Subscription") == "gold"
    assert [other.header(name) for name in ("Authorization", "X-Subscription", "Cookie")] == [None, None, None]
    assert other.header("If-None-Match") == '"1"'


def test_credentials_and_own_headers_follow_on_the_same_origin() -> None:
    first, other = two_origins("/stay")
    assert other.connections == 0
    assert first.heads[-1].startswith("GET /end ")
    assert first.header("Authorization") == "Basic YW5uOnMzY3JldA=="
    assert first.header("X-Subscription") == "gold"


def test_trust_that_was_lost_does_not_come_back() -> None:
    async def scene() -> Served:
        table: dict[str, tuple[int, str]] = {}
        async with (
            serving(written(routes(table))) as first,
            serving(written(always(reply("302 Found", Location=first.at("/end")))), "127.0.0.2") as other,
            poller() as client,
        ):
            table["/start"] = (302, other.url)
            await client.fetch(Request(first.at("/start"), credentials=("ann", "s3cret")))
            return first

    first = asyncio.run(scene())
    assert first.heads[-1].startswith("GET /end ")
    assert first.header("Authorization") is None


def test_credentials_in_a_location_are_not_used() -> None:
    def answer(head: str) -> bytes:
        if "/end" in head:
            return reply()
        host = head.partition("Host: ")[2].split(maxsplit=1)[0]
        return reply("302 Found", Location=f"http://eve:pass@{host}/end")

    outcome, served = fetched(written(answer))
    assert served.header("Authorization") is None
    assert "pass" not in repr(outcome)
