"""What is asked of the network and what it answered, as frozen values."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


class Accept(StrEnum):
    """The kind of document that is wanted; decides the ``Accept`` header."""

    FEED = "feed"
    PAGE = "page"


class Stage(StrEnum):
    """How far an attempt came; of a failed one, the stage that failed."""

    DNS = "dns"
    TCP = "tcp"
    TLS = "tls"
    HTTP = "http"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Request:
    """One document to fetch.

    Attributes:
        url: http or https; a user and password in it are used as ``credentials`` and never repeated in evidence.
        etag: what the last answer's ``ETag`` said; None where there was none.
        last_modified: what the last answer's ``Last-Modified`` said, verbatim; None where there was none.
        headers: an editor's own headers; they are not sent to another origin than the first.
        credentials: user and password for Basic authentication, for the first origin only; None for none.
        accept: the kind of document that is wanted.
        body_hash: the SHA-256, in hex, of the body last taken in; the same body again is ``Unchanged``.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)  # may hold keys, which no log should
    credentials: tuple[str, str] | None = field(default=None, repr=False)
    accept: Accept = Accept.FEED
    body_hash: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerHeaders:
    """The headers of an answer that decide something; None or empty where absent or senseless.

    Attributes:
        content_type: verbatim, with its charset.
        etag: verbatim, to be sent back as ``Request.etag``.
        last_modified: verbatim, to be sent back as ``Request.last_modified``.
        max_age: how much longer the answer says it is fresh: ``Cache-Control: max-age`` less ``Age``, else
            ``Expires`` less ``Date``; zero for ``no-cache`` and ``no-store``.
        retry_after: how long the server asks to be left alone, counted from the answer.
        link: the ``Link`` headers, verbatim (``rel=blocked-by`` of a 451, ``rel=hub`` of a feed).
        server: verbatim.
    """

    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    max_age: timedelta | None = None
    retry_after: timedelta | None = None
    link: tuple[str, ...] = ()
    server: str | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect that was followed: who sent it, with which status, where to."""

    url: str
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class TriedAddress:
    """An address of the host that was tried; ``failure`` is None where it let us connect or was overtaken."""

    address: str
    port: int
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds spent in each stage of the last hop; None where the stage was not reached or not needed.

    Of the stage that failed: until it did. ``http`` is from the request to the last header of the answer; ``total``
    runs over all hops, less the time that the client itself waited for the host's turn.
    """

    dns: float | None = None
    tcp: float | None = None
    tls: float | None = None
    http: float | None = None
    body: float | None = None
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen of one attempt, for the reachability rules and for whoever asks how it failed.

    Attributes:
        url: the address asked for, without user and password.
        started: when, by the client's clock.
        stage: the stage that failed; None where none did.
        status: the last HTTP status; None where no answer came.
        failure: an OONI string (df-007) where one fits, else one of ours; None where nothing failed.
        detail: the failure in words, for a person; never parsed.
        tried: the addresses of the last hop that were tried.
        connected: the address that answered; None where none was reached.
        timings: milliseconds a stage.
        wire_bytes: body bytes as received.
        decoded_bytes: body bytes after decompression.
        redirects: the redirects followed, in order.
    """

    url: str
    started: datetime
    stage: Stage | None = None
    status: int | None = None
    failure: str | None = None
    detail: str | None = None
    tried: tuple[TriedAddress, ...] = ()
    connected: str | None = None
    timings: Timings = field(default_factory=Timings)
    wire_bytes: int = 0
    decoded_bytes: int = 0
    redirects: tuple[Hop, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The record as a JSON object: the fields by name, the date in ISO 8601."""
        return {**asdict(self), "started": self.started.isoformat()}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document came (200, 203 or 226).

    Attributes:
        status: the HTTP status.
        url_final: the address that answered, after redirects; the base for what is relative in the body.
        permanent_url: the address that every hop from the first on said the document moved to for good (301, 308);
            None where the first hop was no such. Adopt it only once the body has parsed: captive portals lie.
        body: after decompression.
        body_hash: SHA-256 of ``body`` in hex.
        headers: those that decide something.
        evidence: what was seen.
    """

    status: int
    url_final: str
    permanent_url: str | None
    body: bytes
    body_hash: str
    headers: AnswerHeaders
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Nothing new: 304, or 200 with the body that ``Request.body_hash`` names.

    A validator that ``headers`` lacks (None) still holds: keep the old one. The rest as in ``Fetched``.
    """

    status: int
    url_final: str
    permanent_url: str | None
    headers: AnswerHeaders
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Gone:
    """410, from the address itself or from where it moved for good: do not poll it again; delete nothing."""

    url_final: str
    headers: AnswerHeaders
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Failed:
    """No usable answer came; ``evidence.stage`` and ``evidence.failure`` say where and how.

    Attributes:
        evidence: what was seen.
        headers: of the answer, where one came: ``retry_after`` of a 429 or 503, ``link`` of a 451.
        body: the first bytes of an error page (up to 16 KiB, decompressed), for telling block pages apart.
    """

    evidence: Evidence
    headers: AnswerHeaders = field(default_factory=AnswerHeaders)
    body: bytes = b""


Outcome = Fetched | Unchanged | Gone | Failed
