"""The demo's server at its virtual time: feeds, 304, the outage and its mirror, 410 and 404."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection

import pytest

from audiatur.demo import DemoServer, load
from audiatur.feeds import discover, parse

EPOCH = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def server() -> Iterator[DemoServer]:
    with DemoServer(load(EPOCH), at=EPOCH) as running:
        yield running


def get(server: DemoServer, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection(server.base_url.removeprefix("http://"), timeout=5)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_every_feed_is_served_and_grows_with_the_clock(server: DemoServer) -> None:
    for source in server.hub.sources:
        if source.outage is not None:
            continue
        counts = []
        for day in (5, 14):
            server.at = EPOCH + timedelta(days=day)
            status, headers, body = get(server, source.path)
            assert status == 200
            counts.append(len(parse(body, content_type=headers["content-type"]).entries))
        assert 0 < counts[0] < counts[1]


def test_an_unchanged_feed_answers_304(server: DemoServer) -> None:
    server.at = EPOCH + timedelta(days=3)
    _, headers, _ = get(server, "/kelmara-public/feed.xml")
    assert get(server, "/kelmara-public/feed.xml", If_None_Match=headers["etag"])[::2] == (304, b"")
    server.at = EPOCH + timedelta(days=4)
    assert get(server, "/kelmara-public/feed.xml", If_None_Match=headers["etag"])[0] == 200


def test_the_outage_cuts_the_address_and_the_mirror_goes_on(server: DemoServer) -> None:
    own, mirror = server.feed_urls(server.hub.source("varnsky-listok"))
    assert mirror is not None
    paths = [address.removeprefix(server.base_url) for address in (own, mirror)]
    server.at = EPOCH + timedelta(days=8)
    before = [parse(get(server, path)[2]) for path in paths]
    assert before[0] == before[1]
    server.at = EPOCH + timedelta(days=9)
    with pytest.raises(ConnectionResetError, match="reset by peer"):
        get(server, paths[0])
    after = parse(get(server, paths[1])[2])
    assert {entry.id for entry in before[1].entries} < {entry.id for entry in after.entries}


def test_only_a_source_with_a_mirror_has_one(server: DemoServer) -> None:
    server.at = EPOCH + timedelta(days=1)
    assert get(server, "/mirror/varnsky-listok/feed.json")[0] == 200
    assert get(server, "/mirror/kelmara-public/feed.xml")[0] == 404


@pytest.mark.parametrize(
    ("day", "path", "status"),
    [
        (5, "/dorvenia-international/light-ordered-off.html", 404),
        (6, "/dorvenia-international/light-ordered-off.html", 200),
        (8, "/dorvenia-international/light-ordered-off.html", 410),
        (8, "/kelmara-public/no-such-article.html", 404),
        (8, "/no-such-outlet/feed.xml", 404),
        (8, "/", 404),
    ],
)
def test_pages_come_and_go(server: DemoServer, day: int, path: str, status: int) -> None:
    server.at = EPOCH + timedelta(days=day)
    assert get(server, path)[0] == status


def test_the_front_page_names_its_feed(server: DemoServer) -> None:
    server.at = EPOCH + timedelta(days=2)
    page = get(server, "/littoral-press/")[2]
    found = discover(page, url=f"{server.base_url}/littoral-press/")
    assert [candidate.url for candidate in found] == [f"{server.base_url}/littoral-press/feed.xml"]


def test_every_link_of_a_feed_leads_to_a_page(server: DemoServer) -> None:
    server.at = server.hub.ends
    for source in server.hub.sources:
        if source.outage is None:
            for entry in parse(get(server, source.path)[2], url=server.base_url + source.path).entries:
                path = (entry.url or "").removeprefix(server.base_url)
                assert (entry.title or "").split()[0] in get(server, path)[2].decode()


def test_a_stopped_server_frees_its_port() -> None:
    with DemoServer(load(EPOCH), at=EPOCH) as first:
        port = int(first.base_url.rsplit(":", 1)[1])
    again = DemoServer(load(EPOCH), at=EPOCH, port=port)
    assert again.base_url == first.base_url
    again.stop()
