"""What a feed document says, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import EllipsisType

from audiatur.feeds.texts import TextOf
from audiatur.markup.html import SanitisedHtml


class FeedFormat(StrEnum):
    """The dialects, by the names of the contracts."""

    RSS_09X = "rss-0.9x"
    RSS_20 = "rss-2.0"
    RDF = "rdf"
    ATOM_03 = "atom-0.3"
    ATOM_10 = "atom-1.0"
    JSON_10 = "json-1.0"
    JSON_11 = "json-1.1"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that travels with an entry; ``length`` in bytes, None where not stated."""

    url: str
    type: str | None = None
    length: int | None = None


@dataclass(frozen=True, slots=True)
class EntrySource:
    """The feed that an entry says it was taken from (RSS ``source``, Atom ``atom:source``)."""

    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, init=False)
class Entry:
    """An item as delivered. HTML is sanitised, URLs are absolute, dates carry a zone.

    ``id`` is the GUID, else the canonical URL, else a hash of title and date; it is never empty.
    None means that the feed does not say. ``summary_*`` and ``content_*`` come in pairs: a text that is not given is
    that of its HTML, made when it is first asked for, since most entries of most polls were seen before.
    """

    id: str
    url: str | None
    title: str | None
    published: datetime | None
    updated: datetime | None
    authors: tuple[str, ...]
    summary_html: SanitisedHtml | None
    content_html: SanitisedHtml | None
    summary_text: TextOf = TextOf("summary_html")  # noqa: RUF009  a descriptor, the form that dataclasses document
    content_text: TextOf = TextOf("content_html")  # noqa: RUF009  as above
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    source: EntrySource | None = None
    language: str | None = None
    rights: str | None = None

    def __init__(
        self,
        id: str,  # noqa: A002  the name of the contracts
        url: str | None = None,
        title: str | None = None,
        published: datetime | None = None,
        updated: datetime | None = None,
        authors: tuple[str, ...] = (),
        summary_html: SanitisedHtml | None = None,
        content_html: SanitisedHtml | None = None,
        summary_text: str | EllipsisType | None = ...,
        content_text: str | EllipsisType | None = ...,
        categories: tuple[str, ...] = (),
        enclosures: tuple[Enclosure, ...] = (),
        source: EntrySource | None = None,
        language: str | None = None,
        rights: str | None = None,
    ) -> None:
        # Written out because it runs once an entry: the one that a frozen dataclass makes takes three times as long.
        self.__dict__.update(
            id=id,
            url=url,
            title=title,
            published=published,
            updated=updated,
            authors=authors,
            summary_html=summary_html,
            content_html=content_html,
            _summary_text=summary_text,
            _content_text=content_text,
            categories=categories,
            enclosures=enclosures,
            source=source,
            language=language,
            rights=rights,
        )


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What the feed itself asks of those who poll it.

    ``ttl`` from RSS ``ttl``; ``update_every`` from ``sy:updatePeriod`` / ``sy:updateFrequency``; ``skip_hours`` in
    UTC hours 0-23; ``skip_days`` as ISO weekdays 1-7. None or empty: the feed does not say.
    """

    ttl: timedelta | None = None
    update_every: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Feed:
    """The channel: what the document says of itself.

    ``self_url`` is the address the feed gives for itself, ``hubs`` its WebSub hubs.
    """

    format: FeedFormat
    title: str | None = None
    link: str | None = None
    language: str | None = None
    updated: datetime | None = None
    description: str | None = None
    self_url: str | None = None
    rights: str | None = None
    rhythm: Rhythm = field(default_factory=Rhythm)
    hubs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning: what was wrong with the document and was lived with."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed, its entries in document order, and what had to be forgiven."""

    feed: Feed
    entries: tuple[Entry, ...]
    warnings: tuple[Caution, ...] = ()
