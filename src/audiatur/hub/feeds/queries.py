"""What the feeds of the hub hold: their newest articles, with what a feed says beside each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from audiatur.hub.articles.items import Item, items_of, newest
from audiatur.hub.articles.models import Article
from audiatur.hub.sources.models import FeedKind
from audiatur.hub.sources.queries import public_address
from audiatur.hub.sources.standing import Standing
from audiatur.hub.stories.models import Story
from audiatur.provenance.values import Mode
from audiatur.publishing.values import Item as Entry

# What feed readers expect of a busy feed; who polls it once a day at 100 items a day should read the topic's feeds.
MOST = 50


@dataclass(frozen=True, slots=True)
class Contents:
    """The entries of a feed, newest first, when it last changed, and how many articles were kept back."""

    entries: tuple[Entry, ...]
    updated: datetime
    withheld: int


def of_sources(standing: Standing, sources: Iterable[int]) -> Contents:
    """The newest articles of some sources."""
    items, withheld = newest(standing, sources, MOST)
    return _contents(standing, items, withheld)


def of_story(standing: Standing, story: Story) -> Contents:
    """The newest articles of a story."""
    held = Article.objects.filter(story=story, latest__isnull=False)
    closed = held.filter(source__in=standing.closed).count()
    items, barred = items_of(standing, held.exclude(source__in=standing.closed)[:MOST])
    return _contents(standing, items, closed + barred)


def _contents(standing: Standing, items: Sequence[Item], withheld: int) -> Contents:
    beside = _beside(items)
    entries = tuple(
        Entry(
            released=item.released,
            categories=beside[item.pk][0] if item.released.mode is Mode.FULL else (),
            feed_url=beside[item.pk][1],
            homepage=standing.sources[item.source_pk].homepage or None,
            furniture=item.furniture,
        )
        for item in items
    )
    return Contents(entries, _updated(standing, items), withheld)


def _beside(items: Sequence[Item]) -> dict[int, tuple[tuple[str, ...], str | None]]:
    """The categories of each article, and the outlet's own feed that it came from: None for a mirror or a file."""
    rows = Article.objects.filter(pk__in=[item.pk for item in items]).values_list(
        "pk", "categories", "entry__feed__url", "entry__feed__kind"
    )
    return {
        pk: (tuple(map(str, categories)), public_address(url) if url and kind == FeedKind.PRIMARY else None)
        for pk, categories, url, kind in rows
    }


def _updated(standing: Standing, items: Sequence[Item]) -> datetime:
    """The last change of what the feed shows: a new article or version, or a window that opened or closed.

    An article with a date in the future counts as no change: the feed would change with every request.
    """
    now = standing.gate.viewer.now
    policies = [standing.gate.of(source)[0] for source in standing.sources.values()]
    moments = [moment for policy in policies for moment in (policy.starts, policy.ends) if moment]
    moments += [item.released.updated for item in items]
    return max((moment for moment in moments if moment <= now), default=datetime(1970, 1, 1, tzinfo=UTC))
