"""The headers that are sent, and what those of an answer say."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from multidict import CIMultiDict, CIMultiDictProxy

from audiatur.errors import AddressError, SettingError
from audiatur.fetching.values import Accept, AnswerHeaders, Request

_ACCEPT: Mapping[Accept, str] = {
    Accept.FEED: "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.4",
    Accept.PAGE: "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
}
_ENCODINGS = "gzip, deflate, br"

# Set by the client itself; an editor's own would break the framing of the request or escape the limits.
_OURS = frozenset(
    {"host", "connection", "content-length", "transfer-encoding", "accept-encoding", "te", "trailer", "upgrade"}
)
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110 5.6.2
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|[\s,])no-(?:cache|store)(?:$|[\s,])", re.IGNORECASE)
_LONGEST = timedelta(days=366)  # a server that asks for more is mistaken, and timedelta overflows far later


def agent(version: str, contact: str) -> str:
    """The ``User-Agent``: who asks, and where its operator can be reached (an address or a page).

    Raises:
        SettingError: where the contact is empty or not plain text; a poller without an address to write to is rude.
    """
    words = contact.strip()
    if not words or not _sendable(words) or any(char in words for char in "()"):
        raise SettingError(
            "contact", "the contact must be an address or a page, in ASCII", remedy="e.g. editor@hub.example"
        )
    return f"audiatur/{version} (+{words})"


def outgoing(request: Request, *, trusted: bool, credentials: tuple[str, str] | None) -> CIMultiDict[str]:
    """The headers of one hop.

    ``trusted`` is whether the hop goes to the origin the request was meant for: only it is told the editor's own
    headers and the credentials. A validator that cannot be sent back as it came is left out.
    """
    headers = CIMultiDict({"Accept": _ACCEPT[request.accept], "Accept-Encoding": _ENCODINGS})
    if request.etag and _sendable(request.etag):
        headers["If-None-Match"] = request.etag
    if request.last_modified and _sendable(request.last_modified):
        headers["If-Modified-Since"] = request.last_modified
    if trusted:
        if credentials is not None:
            headers["Authorization"] = "Basic " + b64encode(":".join(credentials).encode()).decode("ascii")
        for name, value in request.headers:
            headers[name] = value
    return headers


def check_own(headers: tuple[tuple[str, str], ...]) -> None:
    """Refuse an editor's headers that cannot be sent or are the client's own business.

    Raises:
        AddressError: ``header_invalid``, naming the header.
    """
    for name, value in headers:
        if not _TOKEN.fullmatch(name) or name.lower() in _OURS:
            raise AddressError("header_invalid", f"the header {name!r} cannot be set for a source")
        if not (value == "" or _sendable(value)):
            raise AddressError("header_invalid", f"the value of {name} holds characters that a header cannot carry")


def incoming(headers: CIMultiDictProxy[str], now: datetime) -> AnswerHeaders:
    """What an answer's headers say; ``now`` turns dates into spans of time where the answer has no ``Date``."""
    return AnswerHeaders(
        content_type=headers.get("Content-Type"),
        etag=headers.get("ETag"),
        last_modified=headers.get("Last-Modified"),
        max_age=_fresh_for(headers, now),
        retry_after=retry_after(headers["Retry-After"], now) if "Retry-After" in headers else None,
        link=tuple(headers.getall("Link")) if "Link" in headers else (),
        server=headers.get("Server"),
    )


def retry_after(text: str, now: datetime) -> timedelta | None:
    """The span that ``Retry-After`` asks for: seconds or an HTTP date (RFC 9110 10.2.3), at most a year, never
    negative; None where it says neither."""
    words = text.strip()
    if words.isascii() and words.isdigit():
        return min(timedelta(seconds=int(words[:10])), _LONGEST)
    when = _date(words)
    return None if when is None else min(max(when - now, timedelta()), _LONGEST)


def _fresh_for(headers: CIMultiDictProxy[str], now: datetime) -> timedelta | None:
    control = headers.get("Cache-Control")
    if control is not None:
        if _NOT_KEPT.search(control):
            return timedelta()
        found = _MAX_AGE.search(control)
        if found is not None:
            age = headers.get("Age", "")
            seconds = int(found[1]) - (int(age[:10]) if age.isascii() and age.isdigit() else 0)
            return min(timedelta(seconds=max(seconds, 0)), _LONGEST)
    if "Expires" not in headers:
        return None
    expires = _date(headers["Expires"])
    if expires is None:
        return timedelta()  # RFC 9111 5.3: an invalid date, "0" above all, means already stale
    return min(max(expires - (_date(headers.get("Date", "")) or now), timedelta()), _LONGEST)


def _date(text: str) -> datetime | None:
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)


def _sendable(value: str) -> bool:
    return value.isascii() and value.isprintable()
