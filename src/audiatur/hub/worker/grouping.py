"""Grouping in the hub: the window of stories between batches, rebuilt from the store, and its decisions stored.

Everything that the window knows can be made again from the store, so that a kill costs nothing but the time for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models.functions import Substr
from django.utils import timezone

from audiatur.articles.anatomy import article_text
from audiatur.articles.values import Anatomy as Parts
from audiatur.hub.articles.models import Article
from audiatur.hub.stories.decided import Stamp, decided, moved, stamp
from audiatur.hub.stories.following import current, lead
from audiatur.hub.stories.models import Story
from audiatur.hub.stories.naming import story_name
from audiatur.spans import Span
from audiatur.stories.values import Assignment, StoryId, Telling
from audiatur.stories.window import Window

# How far around a batch the window is rebuilt from the store: the horizon of the grouping and a day for late arrivals.
MEMORY = timedelta(days=5)
# Articles after which the window is rebuilt, because it never forgets an id by itself.
LIFETIME = 20_000
# Characters of a text that are loaded to rebuild the window: its lede with the furniture that may stand before it.
OPENING = 4000
# What stands of an article's place in its own row.
PLACE = ("story", "story_at", "story_score", "story_nearest", "story_shared")


def telling_of(article: Article, body: str) -> Telling:
    """An article as grouping sees it."""
    latest = article.latest
    return Telling(
        id=article.uid,
        title=latest.title if latest else "",
        text=body,
        published=article.published,
        language=(latest.language or None) if latest else None,
        outlet=article.source.name,
    )


class Grouping:
    """Keeps the window between batches; what editors decided meanwhile has it rebuilt."""

    def __init__(self) -> None:
        self._window: Window | None = None
        self._since: datetime | None = None
        self._left = 0
        # Asked of the database with the first batch, not here: the worker makes this where it must not wait.
        self._stamp: Stamp | None = None

    def window_for(self, batch: Sequence[Article]) -> Window:
        """The window as it stands, rebuilt where it is stale, does not reach back to the batch, or served its time."""
        first = min(article.published for article in batch)
        if not self.fresh():
            self._window = None
        if self._window is None or self._since is None or first < self._since or self._left <= 0:
            self._since, self._left, self._stamp = first, LIFETIME, stamp()
            self._window = restored(first - MEMORY, max(article.published for article in batch) + MEMORY)
        self._left -= len(batch)
        self._window.constrain(moved=moved(article.pk for article in batch if article.story_id is None))
        return self._window

    def fresh(self) -> bool:
        """Whether the window knows everything that editors decided."""
        return self._stamp == stamp()

    def forget(self) -> None:
        """Let the next batch rebuild the window: it knows of articles that were not stored."""
        self._window = None


def restored(since: datetime, until: datetime) -> Window:
    """The window as the store has it, of the articles published in a span of time, with what editors decided."""
    window = Window(name=story_name)
    known = decided(since, until)
    window.constrain(split=known.split, moved=known.moved, pinned=known.pinned)
    window.restore(_told(since, until))
    return window


def place(article: Article, decision: Assignment, window: Window) -> None:
    """Put an article into its story, and merge the stories that it joined; the caller stores ``article``."""
    now = timezone.now()
    row, _ = Story.objects.select_related("redirect_to").get_or_create(
        uid=decision.story,
        defaults={
            "created": article.first_seen,
            "first_published": article.published,
            "last_published": article.published,
            "language": article.latest.language if article.latest else "",
        },
    )
    story = current(row)
    if story.pk != row.pk:
        # An earlier run merged it, and its address leads there forever: so does the story that is founded anew.
        window.constrain(merge=[(decision.story, StoryId(story.uid))])
    for gone in Story.objects.filter(uid__in=decision.joined, redirect_to__isnull=True).exclude(pk=story.pk):
        gone.articles.update(story=story)
        lead(gone, story, now)
    article.story, article.story_at = story, now
    article.story_score = decision.score
    article.story_nearest = decision.nearest or ""
    article.story_shared = list(decision.shared)


def _told(since: datetime, until: datetime) -> Iterable[tuple[Telling, StoryId]]:
    """The articles that have a story, in order of arrival, without the parts of their texts that grouping skips."""
    held = Article.objects.filter(published__range=(since, until), story__isnull=False, latest__isnull=False)
    columns = held.order_by("id").values_list(
        "uid",
        "published",
        "latest__title",
        Substr("latest__text", 1, OPENING),
        "latest__language",
        "latest__anatomy__furniture",
        "latest__anatomy__notice",
        "story__uid",
    )
    for uid, published, title, text, language, furniture, notice, story in columns.iterator(2000):
        body = _body(title, text, furniture or (), notice) if furniture or notice else text
        yield Telling(uid, title, body, published, language or None), StoryId(story)


_Place = dict[str, int | str]


def _body(title: str, text: str, furniture: Iterable[_Place], notice: _Place | None) -> str:
    """The opening of a text without furniture and notice, whose places count from the title."""
    reading = f"{title}\n{text}" if title else text
    spans = [Span.of(reading, int(one["start"]), int(one["end"])) for one in furniture if _within(one, reading)]
    kept = notice if notice is not None and _within(notice, reading) else None
    found = Span.of(reading, int(kept["start"]), int(kept["end"])) if kept else None
    return article_text(reading, Parts(furniture=tuple(spans), notice=found))[len(title) + 1 if title else 0 :]


def _within(place: _Place, reading: str) -> bool:
    return int(place["end"]) <= len(reading)
