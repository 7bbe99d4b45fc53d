"""Taking in: articles ready to be stored become rows, in one short transaction.

Nothing that was stored is overwritten: a changed entry is a new version. Taking the same delivery in twice, or again
after being killed in the middle, changes nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from django.db import connection, transaction

from audiatur.articles.values import Content
from audiatur.articles.versions import changed, digest
from audiatur.hub.articles.delivery import Delivered
from audiatur.hub.articles.models import Article, Delivery, Entry, Origin, Version
from audiatur.hub.rows import insert, point, update
from audiatur.hub.sources.models import Feed, Source
from audiatur.markup.html import SanitisedHtml

# Keys in one statement: SQLite allows 32,766 variables, PostgreSQL 65,535.
BATCH = 1000
ARTICLE = (
    "uid",
    "source_id",
    "entry_id",
    "url",
    "published",
    "first_seen",
    "categories",
    "page_due",
    "pending",
    "story_nearest",
    "story_shared",
    "copy_kind",
    "copy_reason",
)
VERSION = (
    "article_id",
    "number",
    "seen",
    "origin",
    "title",
    "byline",
    "text",
    "html",
    "language",
    "digest",
    "changed",
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking in did: how many articles were new, how many got a new version, how many were seen."""

    new: int = 0
    changed: int = 0
    seen: int = 0

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.new + other.new, self.changed + other.changed, self.seen + other.seen)


def uid_of(source: Source, guid: str) -> str:
    """An article's part of its address: 16 letters and digits made from its source and id, so it never changes."""
    digest = hashlib.sha256(f"{source.slug}\n{guid}".encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest)[:16].decode().lower()


def stored(text: str) -> str:
    """Text as any database takes it: PostgreSQL stores no NUL and no lone surrogate."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def content_of(version: Version) -> Content:
    """The content that a version holds."""
    return _content(version.title, version.byline, version.text, version.html, version.language)


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that was seen before. ``feed`` delivered it first, with ``digest`` at last."""

    pk: int
    feed: int | None
    digest: str


def look_up(wanted: Mapping[int, Iterable[str]]) -> dict[int, dict[str, Known]]:
    """Of the keys wanted of each source, given by its primary key, those that are known.

    Locks the sources for the rest of the transaction, in one order for all, so that two feeds of a source are taken in
    one after the other and no two workers wait for each other.
    """
    if connection.features.has_select_for_update:  # SQLite has one writer at a time anyway
        list(Source.objects.select_for_update().filter(pk__in=wanted).order_by("pk").values_list("pk"))
    found: dict[int, dict[str, Known]] = {source: {} for source in wanted}
    keys = [key for keys in wanted.values() for key in keys]
    for start in range(0, len(keys), BATCH):
        rows = Entry.objects.filter(source__in=wanted, key__in=keys[start : start + BATCH])
        for source, key, pk, feed, mark in rows.values_list("source_id", "key", "pk", "feed_id", "digest"):
            found[source][key] = Known(pk, feed, mark)
    return found


def take_in(
    source: Source,
    items: Sequence[Delivered],
    *,
    feed: Feed | None,
    now: datetime,
    origin: Origin = Origin.FEED,
    page_wanted: bool = False,
    known: Mapping[str, Known] | None = None,
) -> Taken:
    """Store what a delivery brought. ``feed`` is None where it came from a file.

    One transaction a call, or part of the caller's. ``page_wanted``: the pages of new and changed articles are to be
    fetched too. ``known`` is what the caller has looked up in the same transaction; None: it is looked up here.
    """
    # Within a caller's transaction it is the caller's savepoint that counts.
    with transaction.atomic(savepoint=False):
        if known is None:
            known = look_up({source.pk: [item.key for item in items]})[source.pk]
        return _Intake(source, feed, now, origin, page_wanted).store(items, known)


# A version to come: its article, number, content, digest, and what changed.
_Following: TypeAlias = tuple[int, int, Content, str, Iterable[str]]


class _Intake:
    """One transaction's worth of taking in."""

    def __init__(self, source: Source, feed: Feed | None, now: datetime, origin: Origin, page_wanted: bool) -> None:
        self.source = source
        self.feed = feed
        self.now = now
        self.origin = origin
        self.page_wanted = page_wanted

    def store(self, items: Sequence[Delivered], known: Mapping[str, Known]) -> Taken:
        """Sort into new, changed and known, and store each kind."""
        before = self._before(known.values())
        self._found([item for item in items if item.key not in known])
        different = [
            (known[item.key], item)
            for item in items
            if item.key in known and before.get(known[item.key].pk) != item.digest
        ]
        count = self._revise(different)
        marked = {entry.pk for entry, _ in different if self._owns(entry)}
        seen = [entry.pk for entry in known.values() if entry.pk not in marked]
        for start in range(0, len(seen), BATCH):
            Entry.objects.filter(pk__in=seen[start : start + BATCH]).update(last_seen=self.now)
        return Taken(new=len(items) - len(known), changed=count, seen=len(items))

    def _owns(self, entry: Known) -> bool:
        """Whether this delivery comes from where the entry first came from."""
        return self.feed is None or entry.feed in {None, self.feed.pk}

    def _before(self, entries: Iterable[Known]) -> dict[int, str]:
        """The digest with which this feed last delivered each entry; entries that it never delivered are missing."""
        digests = {entry.pk: entry.digest for entry in entries if self._owns(entry)}
        foreign = [entry.pk for entry in entries if not self._owns(entry)]
        if foreign:
            rows = Delivery.objects.filter(feed=self.feed, entry__in=foreign)
            digests.update(rows.values_list("entry_id", "digest"))
        return digests

    def _found(self, items: Sequence[Delivered]) -> None:
        """Store entries that were never seen, each with its article and first version."""
        if not items:
            return
        feed = self.feed.pk if self.feed is not None else None
        entries = insert(
            Entry,
            ("source_id", "feed_id", "guid", "key", "digest", "first_seen", "last_seen"),
            [(self.source.pk, feed, stored(item.guid), item.key, item.digest, self.now, self.now) for item in items],
        )
        articles = insert(Article, ARTICLE, [self._article(*pair) for pair in zip(entries, items, strict=True)])
        self._add(
            [(article, 1, item.article.content, item.digest, ()) for article, item in zip(articles, items, strict=True)]
        )

    def _article(self, entry: int, item: Delivered) -> tuple[object, ...]:
        """A row of ``ARTICLE``."""
        work = item.article
        return (
            uid_of(self.source, item.guid),
            self.source.pk,
            entry,
            stored(work.url or ""),
            work.published or work.updated or self.now,
            self.now,
            [stored(category) for category in item.categories],
            self.page_wanted and work.url is not None,
            True,
            "",
            [],
            "",
            "",
        )

    def _add(self, versions: Sequence[_Following]) -> None:
        """Store versions (article, number, content, digest, what changed), and have their articles analysed."""
        rows = [
            (
                article,
                number,
                self.now,
                self.origin,
                stored(content.title or ""),
                [stored(name) for name in content.byline],
                stored(content.text),
                stored(content.html or ""),
                content.language or "",
                mark,
                sorted(what),
            )
            for article, number, content, mark, what in versions
        ]
        keys = insert(Version, VERSION, rows)
        pairs = [(article, key) for key, (article, *_) in zip(keys, versions, strict=True)]
        point(Article, "latest_id", pairs, raising="pending")

    def _revise(self, pairs: Sequence[tuple[Known, Delivered]]) -> int:
        """Store a new version of each article whose content changed; how many did."""
        if not pairs:
            return 0
        self._remember(pairs)
        latest = self._latest([entry.pk for entry, _ in pairs])
        following = [self._next(*latest[entry.pk], item) for entry, item in pairs]
        versions = [version for version in following if version is not None]
        if self.origin == Origin.FILE:
            versions = self._unheard(versions)
        if versions:
            self._add(versions)
        if self.page_wanted:
            Article.objects.filter(entry__in=[entry.pk for entry, _ in pairs]).exclude(url="").update(page_due=True)
        return len(versions)

    def _unheard(self, versions: Sequence[_Following]) -> list[_Following]:
        """Those that no earlier version of their article equals: a file that is loaded again tells no new history."""
        rows = Version.objects.filter(article__in=[article for article, *_ in versions])
        heard = set(rows.values_list("article_id", "digest"))
        return [version for version in versions if (version[0], version[3]) not in heard]

    def _latest(self, entries: Sequence[int]) -> dict[int, tuple[int, int, str, Content]]:
        """Of each entry its article, and of the article's latest version the number, the origin and the content."""
        columns = ("entry", "pk", "latest__number", "latest__origin")
        words = ("latest__title", "latest__byline", "latest__text", "latest__html", "latest__language")
        rows = Article.objects.filter(entry__in=entries).values_list(*columns, *words)
        return {
            entry: (article, number, origin, _content(title, byline, text, html, language))
            for entry, article, number, origin, title, byline, text, html, language in rows
        }

    def _remember(self, pairs: Sequence[tuple[Known, Delivered]]) -> None:
        """Keep the digest with which this feed delivered each entry."""
        own = [(entry.pk, (item.digest, self.now)) for entry, item in pairs if self._owns(entry)]
        update(Entry, ("digest", "last_seen"), own)
        Delivery.objects.bulk_create(
            (
                Delivery(entry_id=entry.pk, feed=self.feed, digest=item.digest)
                for entry, item in pairs
                if not self._owns(entry)
            ),
            update_conflicts=True,
            unique_fields=["entry", "feed"],
            update_fields=["digest"],
        )

    def _next(self, article: int, number: int, origin: str, before: Content, item: Delivered) -> _Following | None:
        """The version that follows the latest; None where nothing differs from it."""
        content, mark = item.article.content, item.digest
        if origin == Origin.PAGE and self.origin == Origin.FEED:
            # The page's text stands until the page is fetched again; the feed decides title and byline.
            content = replace(before, title=content.title, byline=content.byline)
            mark = digest(content)
        what = changed(before, content)
        return (article, number + 1, content, mark, what) if what else None


def _content(title: str, byline: Sequence[str], text: str, html: str, language: str) -> Content:
    return Content(title or None, tuple(byline), text, SanitisedHtml(html) if html else None, language or None)
