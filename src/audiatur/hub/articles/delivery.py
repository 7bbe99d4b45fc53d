"""Bytes of a feed to articles ready to be stored: all the thinking, none of the storing.

Runs in a worker process: everything here is a plain value that can be sent there and back.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from audiatur.articles.entries import from_entry
from audiatur.articles.values import Article, ArticlePage
from audiatur.articles.versions import digest
from audiatur.errors import FeedError
from audiatur.feeds import parse
from audiatur.feeds.values import Caution, Entry, Feed

log = logging.getLogger(__name__)


@dataclass(frozen=True)  # no slots: with them pickling is Python code, and these travel between processes
class Delivered:
    """An article as a feed delivered it, with the id that it is known by and the digest of its content."""

    guid: str
    key: str
    article: Article
    categories: tuple[str, ...]
    digest: str

    @property
    def bare(self) -> bool:
        """Whether there is nothing but a link: no title, no text."""
        return not self.article.content.title and not self.article.content.text


@dataclass(frozen=True)  # no slots: with them pickling is Python code, and these travel between processes
class FeedDelivery:
    """What a document delivered: the feed and its articles, each id once, the first one in the document."""

    feed: Feed
    items: tuple[Delivered, ...]
    cautions: tuple[Caution, ...]

    @property
    def published(self) -> tuple[datetime, ...]:
        """When the delivered articles say they appeared: the feed's rhythm."""
        return tuple(item.article.published for item in self.items if item.article.published is not None)


def key_of(guid: str) -> str:
    """The form of an id that fits any index: its SHA-256."""
    return hashlib.sha256(guid.encode("utf-8", "surrogatepass")).hexdigest()


def delivered(
    entry: Entry, *, feed_language: str | None, languages: tuple[str, ...], expected: str | None = None
) -> Delivered:
    """One entry as an article ready to be stored. ``expected``: the language of the entry before it."""
    article = from_entry(entry, feed_language=feed_language, languages=languages, expected=expected)
    return Delivered(entry.id, key_of(entry.id), article, entry.categories, digest(article.content))


@dataclass(frozen=True, slots=True)
class Errand:
    """A document to unpack. ``language`` is what the register says of the source, the hub reads ``languages``."""

    body: bytes
    url: str
    content_type: str | None
    language: str | None
    languages: tuple[str, ...]


def unpack(errand: Errand) -> FeedDelivery:
    """Parse a feed document and prepare every entry; FeedError where it is no feed.

    The entry's own word on its language goes first, then the feed's, then the register's.
    """
    parsed = parse(errand.body, url=errand.url, content_type=errand.content_type)
    language = parsed.feed.language or errand.language
    items: dict[str, Delivered] = {}
    before: str | None = None
    for entry in parsed.entries:
        item = delivered(entry, feed_language=language, languages=errand.languages, expected=before)
        before = item.article.content.language
        items.setdefault(item.key, item)
    return FeedDelivery(parsed.feed, tuple(items.values()), parsed.warnings)


def unpack_all(errands: Sequence[Errand]) -> list[FeedDelivery | str]:
    """Unpack several documents; in place of a document that cannot be, what is wrong with it."""
    return [_delivery_or_trouble(errand) for errand in errands]


def _delivery_or_trouble(errand: Errand) -> FeedDelivery | str:
    try:
        return unpack(errand)
    except FeedError as error:
        return str(error)
    except Exception as error:
        # One bad document never stops the others; the evidence says what it did to us.
        log.exception("what %s delivered could not be unpacked", errand.url)
        return f"it could not be unpacked: {error!r}"


def article_on(body: bytes, url: str) -> ArticlePage:
    """The article on a page; PageError where there is none."""
    from audiatur.articles.pages import extract  # on first use: it takes a second to load

    return extract(body, url=url)
