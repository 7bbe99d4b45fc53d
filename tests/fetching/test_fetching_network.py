"""What a network that refuses, resets, hangs up or babbles becomes, and that others do not feel it."""

from __future__ import annotations

import asyncio
import socket
import struct

import pytest

from audiatur.fetching import Failed, Fetched, Request, Stage, fetch_once
from audiatur.fetching.resolving import _with_zone
from tests.fetching.servers import Names, always, fetched, poller, reply, serving, written


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


async def reset(head: str, writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # close sends RST
    writer.transport.abort()


async def hang_up(head: str, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def reset_midway(head: str, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>")
    await writer.drain()
    await asyncio.sleep(0.05)
    await reset(head, writer)


def test_nobody_listens() -> None:
    outcome = fetch_once(Request(f"http://127.0.0.1:{closed_port()}/"), contact="t@hub.example", allow_private=True)
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.TCP, "connection_refused")
    assert [tried.failure for tried in outcome.evidence.tried] == ["connection_refused"]
    assert outcome.evidence.connected is None


@pytest.mark.parametrize(("script", "failure"), [(reset, "connection_reset"), (hang_up, "eof_error")])
def test_the_server_ends_it_without_an_answer(script: object, failure: str) -> None:
    outcome, _ = fetched(script)  # type: ignore[arg-type]  # a table of scripts
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.HTTP, failure)
    assert outcome.evidence.connected == "127.0.0.1"


def test_a_reset_in_the_middle_of_a_body() -> None:
    outcome, _ = fetched(reset_midway)
    assert isinstance(outcome, Failed)
    assert outcome.evidence.stage is Stage.HTTP
    assert outcome.evidence.failure in {"connection_reset", "eof_error"}
    assert outcome.evidence.status == 200


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-Harbour\r\n\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a length\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello",
        b"\x00\x01\x02\x03\r\n\r\n",
    ],
)
def test_what_is_not_http(answer: bytes) -> None:
    outcome, _ = fetched(answer)
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.HTTP, "http_malformed")


def test_a_body_shorter_than_it_says() -> None:
    outcome, _ = fetched(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>")
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "eof_error"


def test_the_next_address_is_tried_and_both_are_in_evidence() -> None:
    names = Names({"feed.example": [["127.0.0.9", "127.0.0.1"]]})
    outcome, _ = fetched(reply(body=b"x"), lambda at: Request(at.at("/", "feed.example")), resolver=names)
    assert isinstance(outcome, Fetched)
    assert outcome.evidence.connected == "127.0.0.1"
    assert [(tried.address, tried.failure) for tried in outcome.evidence.tried] == [
        ("127.0.0.9", "connection_refused"),
        ("127.0.0.1", None),
    ]
    assert outcome.evidence.timings.dns is not None


@pytest.mark.parametrize(
    ("url", "failure"),
    [
        ("", "scheme_unsupported"),
        ("ftp://feed.example/", "scheme_unsupported"),
        ("http://", "url_invalid"),
        ("http://feed.example:99999/", "url_invalid"),
        ("http://[::1/", "url_invalid"),
        ("http://feed.example/" + "a" * 9000, "url_invalid"),
        ("http://feed.example:25/", "port_forbidden"),
        ("http://" + "a" * 70 + ".example/", "url_invalid"),
    ],
)
def test_an_address_that_cannot_be_requested_is_a_failure_too(url: str, failure: str) -> None:
    outcome, served = fetched(reply(), lambda _: Request(url), resolver=Names({}))
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == failure
    assert outcome.evidence.stage is None
    assert served.connections == 0


def test_one_bad_request_affects_no_other() -> None:
    async def scene() -> list[str]:
        async with (
            serving(reset) as bad,
            serving(written(always(reply(body=b"fine"))), "127.0.0.2") as good,
            poller(per_host=50) as client,
        ):
            urls = [bad.url, good.url, "http://[", f"http://127.0.0.1:{closed_port()}/"] * 10
            return [type(each).__name__ for each in await asyncio.gather(*map(client.fetch, map(Request, urls)))]

    assert asyncio.run(scene()) == ["Failed", "Fetched", "Failed", "Failed"] * 10


def test_a_cancelled_fetch_leaves_its_turn_and_its_connection() -> None:
    async def silent(head: str, writer: asyncio.StreamWriter) -> None:
        if "/slow" in head:
            await asyncio.sleep(60)
        writer.write(reply(body=b"here"))

    async def scene() -> object:
        async with serving(silent) as served, poller(per_host=1, at_once=1) as client:
            slow = asyncio.create_task(client.fetch(Request(served.at("/slow"))))
            await asyncio.sleep(0.1)
            slow.cancel()
            assert isinstance((await asyncio.gather(slow, return_exceptions=True))[0], asyncio.CancelledError)
            return await asyncio.wait_for(client.fetch(Request(served.at("/fast"))), 3)

    assert isinstance(asyncio.run(scene()), Fetched)


def test_a_client_that_is_not_open_says_so() -> None:
    with pytest.raises(RuntimeError, match="async with"):
        asyncio.run(poller().fetch(Request("http://feed.example/")))


def test_a_link_local_answer_keeps_its_zone() -> None:
    """Without the zone ``fe80::1`` of one link would look like that of any other."""
    assert _with_zone(("fe80::1", 80, 0, 3)) == "fe80::1%3"
    assert _with_zone(("2001:200::1", 80, 0, 0)) == "2001:200::1"
    assert _with_zone(("9.9.9.9", 80)) == "9.9.9.9"


def test_the_system_resolver_finds_this_machine() -> None:
    outcome, _ = fetched(reply(body=b"x"), lambda at: Request(at.at("/", "localhost")))
    assert isinstance(outcome, Fetched)
    assert outcome.evidence.timings.dns is not None
