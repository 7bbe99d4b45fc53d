"""Limits that hold against a server that means harm: time in all, bytes in all, headers."""

from __future__ import annotations

import asyncio
import gzip
import time
import tracemalloc
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]  # it ships neither types nor stubs
import pytest
from aiohttp.abc import ResolveResult

from audiatur.fetching import Failed, Fetched, Outcome, Request, Stage, TriedAddress
from tests.fetching.servers import Names, Script, always, fetched, poller, reply, serving, written

MIB = 1024 * 1024
DEADLINE = 0.4


def dripping(start: bytes, drop: bytes) -> Script:
    """``start``, then ``drop`` forever, a hundred times a second: no pause that a read timeout would see."""

    async def script(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while True:
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(0.01)

    return script


async def silent(head: str, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(60)


@pytest.mark.parametrize(
    ("script", "status"),
    [
        (dripping(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a"), None),
        (dripping(b"HTTP/1.1 200 OK\r\n", b"X: 1\r\n"), None),
        (dripping(b"", b"H"), None),
        (dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"<item/>"), 200),
        (dripping(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"), 200),
        (dripping(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"), None),
        (silent, None),
    ],
)
def test_one_deadline_ends_all_drips(script: Script, status: int | None) -> None:
    begun = time.perf_counter()
    outcome, _ = fetched(script, total_deadline=DEADLINE)
    assert time.perf_counter() - begun < DEADLINE + 1
    assert isinstance(outcome, Failed)
    if outcome.evidence.failure == "http_malformed":  # a drip that the parser refuses sooner is as good
        return
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.HTTP, "generic_timeout_error")
    assert outcome.evidence.status == status


def test_the_deadline_is_of_all_redirects_together() -> None:
    async def slowly(head: str, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.15)
        writer.write(reply("302 Found", Location="/again"))

    outcome, served = fetched(slowly, total_deadline=DEADLINE, max_redirects=50)
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "generic_timeout_error"
    assert served.connections <= 4


def test_a_handshake_that_never_comes_ends_at_the_deadline() -> None:
    """A server that speaks no TLS and just listens: the stage is TLS, since TCP did connect."""
    outcome, _ = fetched(silent, lambda at: Request(at.url.replace("http:", "https:")), total_deadline=DEADLINE)
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.TLS, "generic_timeout_error")
    assert outcome.evidence.connected == "127.0.0.1"


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [
        ("gzip", lambda: gzip.compress(bytes(64 * MIB))),
        ("deflate", lambda: zlib.compress(bytes(64 * MIB))),
        ("br", lambda: bytes(brotli.compress(bytes(64 * MIB), quality=5))),
        ("gzip", lambda: gzip.compress(bytes(MIB)) * 64),
    ],
    ids=["gzip", "deflate", "brotli", "gzip-members"],
)
def test_a_bomb_ends_at_the_limit_and_takes_little_memory(encoding: str, bomb: Callable[[], bytes]) -> None:
    answer = reply(body=bomb(), Content_Encoding=encoding)
    tracemalloc.start()
    outcome, _ = fetched(answer, max_bytes=MIB)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "body_too_large"
    assert outcome.evidence.decoded_bytes == MIB + 1
    assert peak < 16 * MIB


def test_many_empty_members_are_refused() -> None:
    outcome, _ = fetched(reply(body=gzip.compress(b"") * 5000, Content_Encoding="gzip"))
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "content_encoding_broken"


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br, gzip", "zstd", "compress", "aes128gcm"])
def test_encodings_in_a_row_and_those_not_asked_for(encoding: str) -> None:
    outcome, _ = fetched(reply(body=gzip.compress(gzip.compress(b"x")), Content_Encoding=encoding))
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "content_encoding_unsupported"


@pytest.mark.parametrize("length", [1000, 1001])
def test_a_body_of_just_the_limit_is_taken(length: int) -> None:
    outcome, _ = fetched(reply(body=b"a" * length), max_bytes=1000)
    assert isinstance(outcome, Fetched if length == 1000 else Failed)


def test_an_endless_body_ends_at_the_limit() -> None:
    outcome, _ = fetched(dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"a" * 65_536), max_bytes=MIB)
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "body_too_large"
    assert outcome.evidence.wire_bytes < 2 * MIB


@pytest.mark.parametrize(
    "fields", ["X: " + "a" * 100_000 + "\r\n", "".join(f"X-{n}: 1\r\n" for n in range(1000))], ids=["long", "many"]
)
def test_headers_beyond_all_bounds(fields: str) -> None:
    outcome, _ = fetched(f"HTTP/1.1 200 OK\r\n{fields}\r\n".encode())
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "headers_too_large"


def test_the_long_headers_of_real_servers_are_taken() -> None:
    policy = "default-src " + " ".join(f"https://cdn{n}.example" for n in range(600))
    outcome, _ = fetched(reply(body=b"x", Content_Security_Policy=policy))
    assert isinstance(outcome, Fetched)


async def slowly(head: str, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(0.2)
    writer.write(reply(body=b"x"))


def test_waiting_for_a_turn_does_not_count() -> None:
    async def scene() -> list[bool]:
        async with serving(slowly) as served, poller(per_host=1, total_deadline=DEADLINE) as client:
            fetches = [client.fetch(Request(served.url)) for _ in range(4)]
            return [isinstance(each, Fetched) for each in await asyncio.gather(*fetches)]

    assert asyncio.run(scene()) == [True] * 4


def test_waiting_for_a_turn_where_a_redirect_leads_does_not_count_either() -> None:
    async def scene() -> list[Outcome]:
        async with serving(slowly) as busy:
            onward = written(always(reply("302 Found", Location=busy.url)))
            async with (
                serving(onward, "127.0.0.2") as first,
                poller(per_host=1, total_deadline=DEADLINE) as client,
            ):
                return await asyncio.gather(*(client.fetch(Request(url)) for url in [busy.url] * 3 + [first.url]))

    outcomes = asyncio.run(scene())
    assert [type(each) for each in outcomes] == [Fetched] * 4
    assert outcomes[-1].evidence.timings.total < DEADLINE * 1000


def test_a_lookup_that_hangs_ends_at_the_deadline() -> None:
    class Hanging(Names):
        async def resolve(self, *_: object, **__: object) -> list[ResolveResult]:
            await asyncio.sleep(60)
            return []

    outcome, _ = fetched(
        reply(), lambda _: Request("http://feed.example/"), total_deadline=DEADLINE, resolver=Hanging({})
    )
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.DNS, "generic_timeout_error")


def test_a_body_that_is_long_only_on_the_wire() -> None:
    """A gzip stream of empty blocks: nothing comes out of it, for ever."""
    packer = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    body = packer.compress(b"x") + packer.flush(zlib.Z_SYNC_FLUSH) + b"\x00\x00\x00\xff\xff" * 400_000
    outcome, _ = fetched(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + body, max_bytes=MIB)
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "body_too_large"
    assert outcome.evidence.decoded_bytes == 1


def test_the_connection_that_was_tried_is_told_at_the_deadline_too() -> None:
    outcome, served = fetched(silent, total_deadline=DEADLINE)
    assert outcome.evidence.tried == (TriedAddress("127.0.0.1", served.port),)
