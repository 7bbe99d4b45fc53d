"""feedparser, for documents in which libxml2 recovers no entry."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO

from audiatur.feeds.attachments import byte_count
from audiatur.feeds.batch import read_all
from audiatur.feeds.elements import body, title_words
from audiatur.feeds.identity import entry_id
from audiatur.feeds.people import unique
from audiatur.feeds.reading import Cautions
from audiatur.feeds.values import Enclosure, Entry, Feed, FeedFormat, ParsedFeed
from audiatur.markup.address import absolute

_FORMATS = {"rss20": FeedFormat.RSS_20, "rss10": FeedFormat.RDF, "rss090": FeedFormat.RDF, "atom03": FeedFormat.ATOM_03}

Found = Mapping[str, object]


def read_otherwise(text: str, url: str | None, cautions: Cautions) -> ParsedFeed | None:
    """What feedparser's loose parser can have of a broken document; None where that is nothing either.

    It is slow and never first. It gets the text without its document type declaration, from memory, so that it
    neither opens an address nor expands an entity.
    """
    import feedparser  # 40 ms and 12 MB that most processes never need

    try:
        found = feedparser.parse(BytesIO(text.encode("utf-8", "replace")), sanitize_html=False)
    except Exception:  # noqa: BLE001  a third party's parser on hostile input: whatever it raises, it found nothing
        return None
    items: Sequence[Found] = list(found.get("entries") or ())
    channel: Found = found.get("feed") or {}
    version = str(found.get("version") or "")
    if not items and not (version and channel.get("title")):
        return None
    cautions.caution("last-resort", "too broken for the XML parser; read loosely, fields may be missing")
    default = FeedFormat.RSS_09X if version.startswith("rss09") else FeedFormat.RSS_20
    form = _FORMATS.get(version, FeedFormat.ATOM_10 if version.startswith("atom") else default)
    base = url or absolute(_text(channel, "link") or "")
    feed = Feed(
        format=form,
        title=title_words(_text(channel, "title")),
        link=absolute(_text(channel, "link") or "", url),
        language=_text(channel, "language"),
        updated=_date(channel, "updated_parsed") or _date(channel, "published_parsed"),
        description=title_words(_text(channel, "subtitle")),
    )
    return ParsedFeed(feed, read_all(items, cautions, lambda item: _entry(item, base)), cautions.said())


def _entry(item: Found, base: str | None) -> Entry:
    title = title_words(_text(item, "title"))
    link = absolute(_text(item, "link") or "", base)
    published = _date(item, "published_parsed")
    contents = _list(item, "content")
    content = body(_text(contents[0], "value") or "", base) if contents else None
    summary = body(_text(item, "summary") or "", base)
    return Entry(
        id=entry_id(_text(item, "id"), link, title, published, summary or content),
        url=link,
        title=title,
        published=published,
        updated=_date(item, "updated_parsed"),
        authors=unique([name for person in _list(item, "authors") if (name := _text(person, "name"))]),
        summary_html=summary,
        content_html=content,
        categories=unique([term for tag in _list(item, "tags") if (term := _text(tag, "term"))]),
        enclosures=tuple(
            Enclosure(at, _text(link, "type"), byte_count(_text(link, "length")))
            for link in _list(item, "enclosures")
            if (at := absolute(_text(link, "href") or "", base))
        ),
    )


def _text(found: Found, key: str) -> str | None:
    value = found.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _list(found: Found, key: str) -> list[Found]:
    value = found.get(key)
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _date(found: Found, key: str) -> datetime | None:
    """feedparser's nine numbers, which are in UTC."""
    value = found.get(key)
    if not isinstance(value, tuple):
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=timegm(value))
