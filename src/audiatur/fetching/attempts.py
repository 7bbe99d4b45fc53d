"""The record of a fetch while it runs, and the sockets that write into it.

Every socket the client opens is a ``JudgedSocket``: it asks the guard about the very address that ``connect`` is
called with, so nothing between the answer of the resolver and the connection can exchange one for the other.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextvars import ContextVar
from datetime import datetime
from time import perf_counter
from typing import Any, overload

from yarl import URL

from audiatur.fetching.failures import of_errno
from audiatur.fetching.guard import AddressForbiddenError, Judge
from audiatur.fetching.values import Evidence, Hop, Stage, Timings, TriedAddress

ADDRESS_FORBIDDEN = "address_forbidden"

CURRENT: ContextVar[Attempt] = ContextVar("audiatur_fetching_attempt")
"""The attempt that the running task works for; aiohttp's tasks inherit it."""


class Attempt:
    """What has been seen so far; mutable, one a fetch, turned into ``Evidence`` at the end.

    The marks are readings of ``perf_counter`` within the current hop; 0.0 means not reached.
    """

    __slots__ = (
        "answered",
        "begun",
        "connected",
        "decoded_bytes",
        "dns_begun",
        "dns_ended",
        "hop_begun",
        "hops",
        "linked",
        "ready",
        "started",
        "status",
        "tcp_begun",
        "tls",
        "tried",
        "url",
        "waited",
        "wire_bytes",
    )

    def __init__(self, url: str, started: datetime) -> None:
        self.url = url
        self.started = started
        self.begun = perf_counter()
        self.waited = 0.0
        self.hops: list[Hop] = []
        self.begin_hop(tls=False)

    def begin_hop(self, *, tls: bool) -> None:
        """Forget the marks of the hop before."""
        self.tls = tls
        self.hop_begun = perf_counter()
        self.dns_begun = self.dns_ended = self.tcp_begun = self.linked = self.ready = self.answered = 0.0
        self.tried: dict[tuple[str, int], str | None] = {}
        self.connected: str | None = None
        self.status: int | None = None
        self.wire_bytes = self.decoded_bytes = 0

    @property
    def stage(self) -> Stage:
        """The stage the current hop is in."""
        if self.ready:
            return Stage.HTTP
        if self.linked:
            return Stage.TLS if self.tls else Stage.HTTP
        if self.tcp_begun:
            return Stage.TCP
        return Stage.DNS if self.dns_begun else Stage.TCP

    def address_failure(self) -> str | None:
        """The failure that the tried addresses have in common, forbidden ones left out where others were tried."""
        failures = [failure for failure in self.tried.values() if failure is not None]
        others = [failure for failure in failures if failure != ADDRESS_FORBIDDEN]
        return others[-1] if others else next(iter(failures), None)

    def evidence(self, stage: Stage | None = None, failure: str | None = None, detail: str | None = None) -> Evidence:
        """The record as a value; without arguments, of an attempt in which nothing failed."""
        return Evidence(
            url=self.url,
            started=self.started,
            stage=stage,
            status=self.status,
            failure=failure,
            detail=detail,
            tried=tuple([TriedAddress(address, port, outcome) for (address, port), outcome in self.tried.items()]),
            connected=self.connected,
            timings=self._timings(perf_counter()),
            wire_bytes=self.wire_bytes,
            decoded_bytes=self.decoded_bytes,
            redirects=tuple(self.hops),
        )

    def _timings(self, now: float) -> Timings:
        ready = self.ready or (0.0 if self.tls else self.linked)
        return Timings(
            dns=_milliseconds(self.dns_begun, self.dns_ended or now),
            tcp=_milliseconds(self.tcp_begun, self.linked or now),
            tls=_milliseconds(self.linked, self.ready or now) if self.tls else None,
            http=_milliseconds(ready, self.answered or now),
            body=_milliseconds(self.answered, now) if self.wire_bytes else None,
            total=round((now - self.begun - self.waited) * 1000, 3),
        )


class JudgedSocket(socket.socket):
    """A socket that asks the guard before it connects, and tells the attempt when and whether it did."""

    __slots__ = ("_attempt", "_judge", "_peer")

    def __init__(self, family: int, kind: int, proto: int, judge: Judge, attempt: Attempt | None) -> None:
        super().__init__(family, kind, proto)
        self._judge = judge
        self._attempt = attempt
        self._peer: tuple[str, int] = ("", 0)

    def connect(self, address: Any, /) -> None:  # Any: the type that socket.socket gives it
        """Connect, where the guard allows the address; AddressForbiddenError where it does not."""
        self._peer = (str(address[0]), int(address[1]))
        reason = self._judge(self._peer[0])
        if reason is not None:
            self._tell(ADDRESS_FORBIDDEN)
            raise AddressForbiddenError(self._peer[0], reason)
        try:
            super().connect(address)
        except (BlockingIOError, InterruptedError):  # under way: getsockopt will tell how it ended
            self._tell(None)
            raise
        except OSError as exc:
            self._tell(of_errno(exc.errno))
            raise
        self._linked()

    @overload
    def getsockopt(self, level: int, optname: int, /) -> int: ...
    @overload
    def getsockopt(self, level: int, optname: int, buflen: int, /) -> bytes: ...
    def getsockopt(self, level: int, optname: int, buflen: int = 0, /) -> int | bytes:
        """As of any socket; the event loop asks for SO_ERROR when a connection is made or has failed."""
        if buflen:
            return super().getsockopt(level, optname, buflen)
        value = super().getsockopt(level, optname)
        if optname == socket.SO_ERROR and level == socket.SOL_SOCKET:
            if value == 0:
                self._linked()
            else:
                self._tell(of_errno(value))
        return value

    def _tell(self, failure: str | None) -> None:
        if self._attempt is not None:
            self._attempt.tried[self._peer] = failure

    def _linked(self) -> None:
        attempt = self._attempt
        if attempt is not None and not attempt.linked:
            attempt.tried[self._peer] = None
            attempt.linked = perf_counter()
            attempt.connected = self._peer[0]


def socket_maker(judge: Judge) -> Callable[[tuple[Any, ...]], socket.socket]:
    """The ``socket_factory`` of the connector: judges first, so that a refused address costs no socket."""

    def make(info: tuple[Any, ...]) -> socket.socket:
        family, kind, proto, _, where = info
        attempt = CURRENT.get(None)
        if attempt is not None and not attempt.tcp_begun:
            attempt.tcp_begun = perf_counter()
        reason = judge(str(where[0]))
        if reason is not None:
            if attempt is not None:
                attempt.tried[str(where[0]), int(where[1])] = ADDRESS_FORBIDDEN
            raise AddressForbiddenError(str(where[0]), reason)
        return JudgedSocket(family, kind, proto, judge, attempt)

    return make


def same_origin(one: URL, other: URL) -> bool:
    """Whether what is meant for ``one`` may be told to ``other``: same scheme, host and port, or the step to TLS."""
    if one.raw_host != other.raw_host:
        return False
    if one.scheme == other.scheme:
        return one.port == other.port
    return (one.scheme, one.port, other.scheme, other.port) == ("http", 80, "https", 443)


def _milliseconds(begun: float, ended: float) -> float | None:
    return round((ended - begun) * 1000, 3) if begun else None
