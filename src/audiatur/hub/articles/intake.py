"""Taking in: articles ready to be stored become rows, in one short transaction.

Nothing that was stored is overwritten: a changed entry is a new version. Taking the same delivery in twice, or again
after being killed in the middle, changes nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import OuterRef, Subquery

from audiatur.articles.values import Content
from audiatur.articles.versions import changed
from audiatur.hub.articles.delivery import Delivered
from audiatur.hub.articles.models import Article, Delivery, Entry, Origin, Version
from audiatur.hub.sources.models import Feed, Source
from audiatur.markup.html import SanitisedHtml

# Rows in one statement: SQLite allows 32,766 variables, and a version has eleven columns.
BATCH = 1000


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
    return Content(
        title=version.title or None,
        byline=tuple(version.byline),
        text=version.text,
        html=SanitisedHtml(version.html) if version.html else None,
        language=version.language or None,
    )


def take_in(
    source: Source,
    items: Sequence[Delivered],
    *,
    feed: Feed | None,
    now: datetime,
    origin: Origin = Origin.FEED,
    page_wanted: bool = False,
) -> Taken:
    """Store what a delivery brought. ``feed`` is None where it came from a file.

    One transaction a call; the source's row is locked in it, so that two feeds of a source are taken in one by one.
    ``page_wanted``: the pages of new and changed articles are to be fetched too.
    """
    taken = Taken()
    for start in range(0, len(items), BATCH):
        with transaction.atomic():
            Source.objects.select_for_update().get(pk=source.pk)
            intake = _Intake(source, feed, now, origin, page_wanted)
            taken += intake.store(items[start : start + BATCH])
    return taken


class _Intake:
    """One transaction's worth of taking in."""

    def __init__(self, source: Source, feed: Feed | None, now: datetime, origin: Origin, page_wanted: bool) -> None:
        self.source = source
        self.feed = feed
        self.now = now
        self.origin = origin
        self.page_wanted = page_wanted

    def store(self, items: Sequence[Delivered]) -> Taken:
        """Sort into new, changed and known, and store each kind."""
        keys = [item.key for item in items]
        known = {entry.key: entry for entry in Entry.objects.filter(source=self.source, key__in=keys)}
        before = self._before(known.values())
        self._found([item for item in items if item.key not in known])
        different = [
            (known[item.key], item)
            for item in items
            if item.key in known and before.get(known[item.key].pk) != item.digest
        ]
        count = self._revise(different)
        Entry.objects.filter(pk__in=[entry.pk for entry in known.values()]).update(last_seen=self.now)
        return Taken(new=len(items) - len(known), changed=count, seen=len(items))

    def _owns(self, entry: Entry) -> bool:
        """Whether this delivery comes from where the entry first came from."""
        return self.feed is None or entry.feed_id in {None, self.feed.pk}

    def _before(self, entries: Iterable[Entry]) -> dict[int, str]:
        """The digest with which this feed last delivered each entry; entries that it never delivered are missing."""
        foreign = [entry.pk for entry in entries if not self._owns(entry)]
        digests = {entry.pk: entry.digest for entry in entries if self._owns(entry)}
        if foreign:
            rows = Delivery.objects.filter(feed=self.feed, entry__in=foreign)
            digests.update(rows.values_list("entry_id", "digest"))
        return digests

    def _found(self, items: Sequence[Delivered]) -> None:
        """Store entries that were never seen, each with its article and first version."""
        if not items:
            return
        entries = Entry.objects.bulk_create(
            Entry(
                source=self.source,
                feed=self.feed,
                guid=stored(item.guid),
                key=item.key,
                digest=item.digest,
                first_seen=self.now,
                last_seen=self.now,
            )
            for item in items
        )
        articles = Article.objects.bulk_create(
            Article(
                uid=uid_of(self.source, item.guid),
                source=self.source,
                entry=entry,
                url=stored(item.article.url or ""),
                published=item.article.published or item.article.updated or self.now,
                first_seen=self.now,
                categories=[stored(category) for category in item.categories],
                page_due=self.page_wanted and item.article.url is not None,
            )
            for entry, item in zip(entries, items, strict=True)
        )
        Version.objects.bulk_create(
            self._version(article, 1, item.article.content, item.digest, [])
            for article, item in zip(articles, items, strict=True)
        )
        _point_at_latest(article.pk for article in articles)

    def _version(self, article: Article, number: int, content: Content, digest: str, what: Iterable[str]) -> Version:
        return Version(
            article=article,
            number=number,
            seen=self.now,
            origin=self.origin,
            title=stored(content.title or ""),
            byline=[stored(name) for name in content.byline],
            text=stored(content.text),
            html=stored(content.html or ""),
            language=content.language or "",
            digest=digest,
            changed=sorted(what),
        )

    def _revise(self, pairs: Sequence[tuple[Entry, Delivered]]) -> int:
        """Store a new version of each article whose content changed; how many did."""
        articles = {
            article.entry_id: article
            for article in Article.objects.select_related("latest").filter(entry__in=[entry for entry, _ in pairs])
        }
        versions = []
        for entry, item in pairs:
            self._remember(entry, item.digest)
            version = self._next(articles[entry.pk], item)
            if version is not None:
                versions.append(version)
        Version.objects.bulk_create(versions)
        _point_at_latest(version.article_id for version in versions)
        if self.page_wanted:
            Article.objects.filter(entry__in=[entry for entry, _ in pairs]).exclude(url="").update(page_due=True)
        return len(versions)

    def _remember(self, entry: Entry, digest: str) -> None:
        if self._owns(entry):
            Entry.objects.filter(pk=entry.pk).update(digest=digest)
        else:
            Delivery.objects.update_or_create(entry=entry, feed=self.feed, defaults={"digest": digest})

    def _next(self, article: Article, item: Delivered) -> Version | None:
        """The version that follows the latest; None where nothing differs from it."""
        latest = article.latest
        if latest is None:
            return self._version(article, 1, item.article.content, item.digest, [])
        content = item.article.content
        if latest.origin == Origin.PAGE and self.origin == Origin.FEED:
            # The page's text stands until the page is fetched again; the feed decides title and byline.
            content = Content(content.title, content.byline, latest.text, SanitisedHtml(latest.html), content.language)
        what = changed(content_of(latest), content)
        return self._version(article, latest.number + 1, content, item.digest, what) if what else None


def _point_at_latest(articles: Iterable[int]) -> None:
    """Make ``latest`` the newest version of each article, and have it analysed."""
    newest = Version.objects.filter(article=OuterRef("pk")).order_by("-number").values("pk")[:1]
    Article.objects.filter(pk__in=list(articles)).update(latest=Subquery(newest), pending=True)
