"""One fetch over all its hops: redirects by hand, bodies by the piece, statuses to outcomes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from hashlib import sha256
from time import perf_counter

import aiohttp
from yarl import URL

from audiatur.errors import AddressError, FetchError
from audiatur.fetching.attempts import Attempt, same_origin
from audiatur.fetching.decoding import decode, decoder
from audiatur.fetching.guard import Judge
from audiatur.fetching.headers import incoming, outgoing
from audiatur.fetching.targets import target, without_secrets
from audiatur.fetching.values import Failed, Fetched, Gone, Hop, Outcome, Request, Stage, Unchanged

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_WITH_BODY = frozenset({200, 203, 226})
_EXCERPT = 16_384  # of an error page: block pages are told by their head

MoveTurn = Callable[[str], Awaitable[None]]
"""Gives back the turn at the host so far and waits for one at the host named."""


class Exchange:
    """Carries one request through its hops.

    Args:
        session: where requests are sent.
        judge: what literal addresses are judged by before anything is sent.
        max_bytes: how many bytes a body may have, on the wire and decompressed.
        max_redirects: how many redirects are followed.
        clock: the time, for headers that state dates.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        judge: Judge,
        max_bytes: int,
        max_redirects: int,
        clock: Callable[[], datetime],
    ) -> None:
        self._session = session
        self._judge = judge
        self._max_bytes = max_bytes
        self._max_redirects = max_redirects
        self._clock = clock

    async def run(self, request: Request, url: URL, attempt: Attempt, move_turn: MoveTurn) -> Outcome:
        """Follow ``url`` to its answer.

        Raises:
            AudiaturError: AddressError or FetchError, for what we refuse.
            Exception: whatever aiohttp raises, for the caller to diagnose.
        """
        credentials = request.credentials or _within(url)
        url = url.with_user(None) if url.raw_user is not None or url.raw_password is not None else url
        origin, trusted = url, True
        while True:
            attempt.begin_hop(tls=url.scheme == "https")
            headers = outgoing(request, trusted=trusted, credentials=credentials)
            answer = await self._session.get(url, headers=headers, allow_redirects=False, trace_request_ctx=attempt)
            attempt.answered = perf_counter()
            attempt.status = answer.status
            try:
                if answer.status not in _REDIRECTS or "Location" not in answer.headers:
                    return await self._outcome(request, answer, attempt)
                onward = self._next(url, answer, attempt)
            finally:
                answer.close()
            trusted = trusted and same_origin(origin, onward)
            if onward.raw_host != url.raw_host:
                await move_turn(onward.raw_host or "")
            url = onward

    def _next(self, url: URL, answer: aiohttp.ClientResponse, attempt: Attempt) -> URL:
        if len(attempt.hops) >= self._max_redirects:
            raise FetchError("too_many_redirects", f"more than {self._max_redirects} redirects", stage=Stage.HTTP)
        location = answer.headers["Location"]
        try:
            onward = target(location, self._judge, url)
        except AddressError:
            attempt.hops.append(Hop(str(url), answer.status, without_secrets(location)))
            raise
        if onward.raw_user is not None or onward.raw_password is not None:
            onward = onward.with_user(None)  # credentials are the editor's to set, not a server's
        attempt.hops.append(Hop(str(url), answer.status, str(onward)))
        return onward

    async def _outcome(self, request: Request, answer: aiohttp.ClientResponse, attempt: Attempt) -> Outcome:
        headers = incoming(answer.headers, self._clock())
        final, moved = str(answer.url), permanent_url(attempt.hops)
        status = answer.status
        if status in _WITH_BODY:
            body = await self._body(answer, attempt)
            digest = sha256(body).hexdigest()
            evidence = attempt.evidence()
            if digest == request.body_hash:
                return Unchanged(status, final, moved, headers, evidence)
            return Fetched(status, final, moved, body, digest, headers, evidence)
        if status == 304 and (request.etag or request.last_modified):
            return Unchanged(status, final, moved, headers, attempt.evidence())
        if status == 410 and all(hop.status in _PERMANENT for hop in attempt.hops):
            return Gone(final, headers, attempt.evidence())
        excerpt = await self._excerpt(answer, attempt)
        words = f"the server answered {status} {answer.reason or ''}".rstrip()
        return Failed(attempt.evidence(Stage.HTTP, f"http_{status}", words), headers, excerpt)

    async def _body(self, answer: aiohttp.ClientResponse, attempt: Attempt) -> bytes:
        limit = self._max_bytes
        if (answer.content_length or 0) > limit:
            raise _too_large(limit)
        decoding = decoder(answer.headers.get("Content-Encoding"))
        body = bytearray()
        async for piece in answer.content.iter_any():
            attempt.wire_bytes += len(piece)
            body += decode(decoding, piece, limit - len(body))
            attempt.decoded_bytes = len(body)
            if len(body) > limit or attempt.wire_bytes > limit:
                raise _too_large(limit)
        if not decoding.finished():
            raise FetchError("eof_error", "the compressed body ends too early", stage=Stage.HTTP)
        return bytes(body)

    async def _excerpt(self, answer: aiohttp.ClientResponse, attempt: Attempt) -> bytes:
        """The head of an error page; what of it could be read, since the status already is the failure."""
        body = bytearray()
        try:
            decoding = decoder(answer.headers.get("Content-Encoding"))
            async for piece in answer.content.iter_any():
                attempt.wire_bytes += len(piece)
                body += decode(decoding, piece, _EXCERPT - len(body))
                attempt.decoded_bytes = len(body)
                if len(body) >= _EXCERPT or attempt.wire_bytes >= _EXCERPT:
                    break
        except (FetchError, aiohttp.ClientError, OSError):
            return bytes(body[:_EXCERPT])
        return bytes(body[:_EXCERPT])


def permanent_url(hops: list[Hop]) -> str | None:
    """Where the hops, from the first on, say the document moved for good; None where the first does not.

    A step from https to http is never for good: whoever can answer in plain text could make it so.
    """
    moved = None
    for hop in hops:
        if hop.status not in _PERMANENT or (hop.url.startswith("https:") and hop.location.startswith("http:")):
            break
        moved = hop.location
    return moved


def _within(url: URL) -> tuple[str, str] | None:
    """The user and password that an address carries; None where it carries none."""
    return None if url.user is None and url.password is None else (url.user or "", url.password or "")


def _too_large(limit: int) -> FetchError:
    return FetchError("body_too_large", f"the body is larger than {limit} bytes", stage=Stage.HTTP)
