"""The client: one request in, one outcome out, whatever the network does."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from audiatur.errors import AddressError, FetchError
from audiatur.fetching.attempts import CURRENT, Attempt
from audiatur.fetching.exchange import Exchange
from audiatur.fetching.failures import diagnose
from audiatur.fetching.guard import Judge, allow_everything, forbidden
from audiatur.fetching.headers import agent, check_own
from audiatur.fetching.resolving import SystemResolver
from audiatur.fetching.session import open_session
from audiatur.fetching.targets import target, without_secrets
from audiatur.fetching.turns import Turns
from audiatur.fetching.values import Failed, Outcome, Request, Stage

TOTAL_DEADLINE = 30.0  # seconds; the slowest real feeds answer within 20
MAX_BYTES = 20 * 1024 * 1024  # the largest real feeds (podcasts with full notes) have some 15 MB


def utc_now() -> datetime:
    """The machine's time, in UTC."""
    return datetime.now(UTC)


class Client:
    """Fetches documents; an asynchronous context manager, usable by any number of tasks of one loop at once.

    No trouble of the network, of the address or of the answer is raised: it comes back as ``Failed`` with its
    evidence. One request never affects another, except that they wait for their turn at a host.

    Args:
        contact: where the operator of this hub can be reached, an address or a page; sent with every request.
        version: of audiatur, sent with every request.
        allow_private: lift the ban on private, loopback and other non-public addresses, for tests and intranets.
        total_deadline: seconds for one fetch, from the first lookup to the last byte over all redirects. Waiting for
            a turn at a host does not count.
        max_bytes: how many bytes a body may have, on the wire and decompressed.
        at_once: fetches that run at once.
        per_host: fetches that run at once at one host.
        host_gap: seconds between the starts of two fetches at one host.
        max_redirects: redirects that are followed.
        clock: the time, in UTC, for evidence and for headers that state dates.
        resolver: names to addresses; None for the system's. It is closed with the client.
        judge: which addresses may be connected to, in place of the ban; None for the ban. For tests.
        tls: certificates to trust and TLS versions; None for the system's.

    Raises:
        SettingError: where ``contact`` is empty or cannot be sent.
    """

    def __init__(
        self,
        contact: str,
        version: str = "0.1",
        *,
        allow_private: bool = False,
        total_deadline: float = TOTAL_DEADLINE,
        max_bytes: int = MAX_BYTES,
        at_once: int = 100,
        per_host: int = 2,
        host_gap: float = 1.0,
        max_redirects: int = 5,
        clock: Callable[[], datetime] = utc_now,
        resolver: AbstractResolver | None = None,
        judge: Judge | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._agent = agent(version, contact)
        self._judge = judge or (allow_everything if allow_private else forbidden)
        self._deadline = total_deadline
        self._max_bytes = max_bytes
        self._max_redirects = max_redirects
        self._clock = clock
        self._resolver = resolver
        self._tls = tls
        self._turns = Turns(at_once=at_once, per_host=per_host, gap=host_gap)
        self._session: aiohttp.ClientSession | None = None
        self._exchange: Exchange | None = None

    async def __aenter__(self) -> Self:
        """Open the session in the running loop."""
        if self._resolver is None:
            self._resolver = SystemResolver()
        self._session = open_session(user_agent=self._agent, judge=self._judge, resolver=self._resolver, tls=self._tls)
        self._exchange = Exchange(
            self._session,
            judge=self._judge,
            max_bytes=self._max_bytes,
            max_redirects=self._max_redirects,
            clock=self._clock,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every connection."""
        session, self._session, self._exchange = self._session, None, None
        if session is not None:
            await session.close()
        if self._resolver is not None:
            await self._resolver.close()
            self._resolver = None

    async def fetch(self, request: Request) -> Outcome:
        """Fetch one document, and say what came of it.

        Raises:
            RuntimeError: where the client is used outside of its ``async with``: a mistake of the program.
        """
        exchange = self._exchange
        if exchange is None:
            raise RuntimeError("the client is not open: use it within 'async with'")
        started = self._clock()
        try:
            url = target(request.url, self._judge)
            check_own(request.headers)
        except AddressError as exc:
            return _refused(Attempt(without_secrets(request.url), started), exc)
        turn = _Turn(self._turns)
        await turn.begin(url.raw_host or "")
        attempt = Attempt(without_secrets(request.url), started)
        token = CURRENT.set(attempt)
        try:
            return await self._within_deadline(exchange, request, url, attempt, turn)
        finally:
            CURRENT.reset(token)
            turn.end()

    async def _within_deadline(
        self, exchange: Exchange, request: Request, url: URL, attempt: Attempt, turn: _Turn
    ) -> Outcome:
        try:
            async with asyncio.timeout(self._deadline) as limit:
                turn.limit = limit
                turn.attempt = attempt
                return await exchange.run(request, url, attempt, turn.move)
        except AddressError as exc:
            return _refused(attempt, exc)
        except FetchError as exc:
            return _failed(attempt, exc)
        except Exception as exc:  # noqa: BLE001  # whatever an answer provokes is evidence, and must not end a batch
            return _failed(attempt, diagnose(exc, attempt.stage, attempt.address_failure()))


class _Turn:
    """The turn that one fetch holds, at one host at a time; moving on stops its deadline while it waits."""

    __slots__ = ("_host", "_turns", "attempt", "limit")

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._host: str | None = None
        self.limit: asyncio.Timeout | None = None
        self.attempt: Attempt | None = None

    async def begin(self, host: str) -> None:
        """Wait for the first turn, before the deadline runs."""
        await self._turns.take(host)
        self._host = host

    async def move(self, host: str) -> None:
        """Give the turn back and wait for one at ``host``, outside of the deadline."""
        self.end()
        loop = asyncio.get_running_loop()
        before, end = loop.time(), self.limit.when() if self.limit else None
        if self.limit is not None:
            self.limit.reschedule(None)
        await self._turns.take(host)
        self._host = host
        waited = loop.time() - before
        if self.limit is not None and end is not None:
            self.limit.reschedule(end + waited)
        if self.attempt is not None:
            self.attempt.waited += waited

    def end(self) -> None:
        """Give back what is held, if anything."""
        host, self._host = self._host, None
        if host is not None:
            self._turns.give_back(host)


def _failed(attempt: Attempt, exc: FetchError) -> Failed:
    return Failed(attempt.evidence(Stage(exc.stage), exc.failure, exc.message))


def _refused(attempt: Attempt, exc: AddressError) -> Failed:
    """What we refuse ourselves: before anything is sent (no stage), or where a redirect leads (the answer's fault)."""
    stage = Stage.TCP if exc.code == "address_forbidden" else Stage.HTTP if attempt.hops else None
    return Failed(attempt.evidence(stage, exc.code, exc.message))
