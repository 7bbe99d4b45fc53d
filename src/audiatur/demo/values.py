"""The demo's content, as values. Every instant is absolute: the loader has added the epoch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from audiatur.provenance.values import Claim, Policy


class Dialect(StrEnum):
    """The feed dialects that the demo's outlets speak."""

    RSS_091 = "rss-0.91"
    RSS_20 = "rss-2.0"
    RDF = "rdf"
    ATOM_10 = "atom-1.0"
    JSON_10 = "json-1.0"
    JSON_11 = "json-1.1"


class OutageKind(StrEnum):
    """How an address fails: the connection is cut without an answer, or a 503 comes."""

    RESET = "reset"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Outage:
    """Since when the outlet's own addresses fail, and how. It lasts to the end of the demo; its mirror goes on."""

    starts: datetime
    kind: OutageKind


@dataclass(frozen=True, slots=True)
class Edit:
    """A silent change at the outlet. None: that part stays as it was."""

    at: datetime
    title: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class DemoArticle:
    """An article of the demo.

    Attributes:
        key: unique within its source; part of its address and of its GUID.
        source: the slug of its outlet.
        event: what it is about, for tests only; never delivered.
        body: paragraphs separated by an empty line, with ``*emphasis*`` and ``**strong**``.
        summary: the outlet's own; None: the first paragraph serves.
        deleted: from when on its page answers 410 and the feed leaves it out; None: never.
        copy_of: ``source/key`` of the agency report that it carries; None: its own work.
    """

    key: str
    source: str
    event: str
    language: str
    title: str
    byline: str
    summary: str | None
    body: str
    categories: tuple[str, ...]
    published: datetime
    edits: tuple[Edit, ...] = ()
    deleted: datetime | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class DemoSource:
    """An outlet, or an official office, with everything that an editor would enter about it.

    Attributes:
        kind: ``state``, ``public``, ``private`` or ``official``; for tests only, the hub derives its own class.
        country: a code that ISO 3166-1 leaves to users: XA, XB or XC.
        whole: whether the feed carries whole articles; else summaries only.
        newest: how many articles the feed holds.
        mirror: whether a second address delivers the same feed.
        records: whether its items are primary records, in which quotations of the others are looked up.
        furniture: HTML that the outlet puts under every article in its feed, with relative links.
        words: the editor's own words for the notice; None: none.
    """

    slug: str
    name: str
    homepage: str
    country: str
    language: str
    kind: str
    sides: tuple[str, ...]
    dialect: Dialect
    encoding: str
    whole: bool
    newest: int
    mirror: bool
    records: bool
    furniture: tuple[str, ...]
    why: str
    words: str | None
    claims: tuple[Claim, ...]
    policy: Policy
    outage: Outage | None
    articles: tuple[DemoArticle, ...]

    @property
    def path(self) -> str:
        """The path of the outlet's own feed on the demo's server."""
        return f"/{self.slug}/feed.{self._extension}"

    @property
    def mirror_path(self) -> str | None:
        """The path of the mirror; None where there is none."""
        return f"/mirror{self.path}" if self.mirror else None

    @property
    def _extension(self) -> str:
        return "json" if self.dialect in {Dialect.JSON_10, Dialect.JSON_11} else "xml"


@dataclass(frozen=True, slots=True)
class DemoSide:
    """A side of the topic and the people who speak for it, in every spelling that the demo uses."""

    slug: str
    name: str
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoTopic:
    """The conflict as the demo's hub frames it."""

    slug: str
    name: str
    description: str
    sides: tuple[DemoSide, ...]


@dataclass(frozen=True, slots=True)
class DemoHub:
    """The whole demo. ``starts`` is the epoch, ``ends`` the first instant at which everything has happened."""

    title: str
    about: str
    starts: datetime
    ends: datetime
    countries: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    topics: tuple[DemoTopic, ...]
    sources: tuple[DemoSource, ...]

    def source(self, slug: str) -> DemoSource:
        """The source of that slug; KeyError where there is none."""
        for source in self.sources:
            if source.slug == slug:
                return source
        raise KeyError(slug)

    def moments(self, every: timedelta) -> tuple[datetime, ...]:
        """When to poll so that nothing of the demo is missed: from the start on, ``every`` apart, the end included.

        Every edit and deletion of the content is seen at 12 hours or less. ValueError where ``every`` is not positive.
        """
        if every <= timedelta(0):
            raise ValueError(f"polls must be apart, not {every}")
        steps = -((self.starts - self.ends) // every)
        return tuple(min(self.starts + every * step, self.ends) for step in range(1, steps + 1))
