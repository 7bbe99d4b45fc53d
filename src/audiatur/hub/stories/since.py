"""Since when words stand in articles: one that was changed may have got them later than it appeared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from audiatur.hub.articles.items import Item
from audiatur.hub.articles.models import Origin, Version

# Versions of a story's articles that are looked through; those of a live page are many.
VERSIONS = 200


class Since:
    """Since when words stand in the articles that were changed; one query where there are any."""

    def __init__(self, items: Sequence[Item]) -> None:
        changed = [item.pk for item in items if item.released.version > 1]
        rows = Version.objects.filter(article__in=changed).order_by("number")[:VERSIONS] if changed else ()
        self._versions: dict[int, list[Version]] = {}
        for row in rows:
            self._versions.setdefault(row.article_id, []).append(row)

    def of(self, item: Item, words: Sequence[str]) -> datetime:
        """When the article appeared; when the version was first seen that has the words, where the first has not.

        What a feed left out was there before the first full page was read: such words count from the beginning.
        """
        return self._when(item, lambda version: all(piece in version.reading for piece in words))

    def titled(self, item: Item) -> datetime:
        """Since when the article has its title, likewise."""
        return self._when(item, lambda version: version.title == (item.released.title or ""))

    def _when(self, item: Item, has: Callable[[Version], bool]) -> datetime:
        page = False
        for version in self._versions.get(item.pk, ()):
            first_page = version.origin == Origin.PAGE and not page
            page = page or first_page
            if has(version):
                return item.published if version.number == 1 or first_page else max(item.published, version.seen)
        return item.published
