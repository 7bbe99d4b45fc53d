"""The aiohttp session as this room wants it: no cookies, no proxies, no pool, every socket judged and timed."""

from __future__ import annotations

import ssl
from time import perf_counter
from types import SimpleNamespace

import aiohttp
from aiohttp.abc import AbstractResolver

from audiatur.fetching.attempts import Attempt, socket_maker
from audiatur.fetching.guard import Judge

# Real answers carry Content-Security-Policy headers of 10 KB and more, which aiohttp's default of 8,190 refuses.
_FIELD_LIMIT = 32_768
_HEADER_COUNT = 200
_READ_BUFFER = 65_536


def open_session(
    *, user_agent: str, judge: Judge, resolver: AbstractResolver, tls: ssl.SSLContext | None
) -> aiohttp.ClientSession:
    """A session in the running loop. Time limits and decompression are the client's own affair.

    Connections are closed after each answer: polls of one host lie minutes apart, and evidence names the address that
    this answer came from.
    """
    connector = aiohttp.TCPConnector(
        resolver=resolver,
        use_dns_cache=False,
        force_close=True,
        limit=0,
        ssl=True if tls is None else tls,
        socket_factory=socket_maker(judge),
    )
    return aiohttp.ClientSession(
        connector=connector,
        headers={"User-Agent": user_agent},
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None, connect=None, sock_connect=None, sock_read=None),
        auto_decompress=False,
        trust_env=False,
        read_bufsize=_READ_BUFFER,
        max_line_size=_FIELD_LIMIT,
        max_field_size=_FIELD_LIMIT,
        max_headers=_HEADER_COUNT,
        trace_configs=[_trace()],
    )


class _Watch(SimpleNamespace):
    """What aiohttp's tracing carries through a request: the attempt."""

    attempt: Attempt

    def __init__(self, trace_request_ctx: Attempt) -> None:
        super().__init__(attempt=trace_request_ctx)


async def _dns_begins(_session: aiohttp.ClientSession, watch: SimpleNamespace, _params: object) -> None:
    watch.attempt.dns_begun = perf_counter()


async def _dns_ends(_session: aiohttp.ClientSession, watch: SimpleNamespace, _params: object) -> None:
    watch.attempt.dns_ended = perf_counter()


async def _connected(_session: aiohttp.ClientSession, watch: SimpleNamespace, _params: object) -> None:
    watch.attempt.ready = perf_counter()


def _trace() -> aiohttp.TraceConfig:
    trace = aiohttp.TraceConfig(_Watch)
    trace.on_dns_resolvehost_start.append(_dns_begins)
    trace.on_dns_resolvehost_end.append(_dns_ends)
    trace.on_connection_create_end.append(_connected)
    return trace
