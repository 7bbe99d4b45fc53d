"""Grouping in the hub: the window of stories between batches, rebuilt from the store, and its decisions stored.

Everything that the window knows can be made again from the store, so that a kill costs nothing but the time for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models import Case, QuerySet, Value, When
from django.db.models.functions import Substr
from django.utils import timezone

from audiatur.articles.anatomy import article_text
from audiatur.articles.values import Anatomy as Parts
from audiatur.encoding import encoder_for
from audiatur.grouping import open_window
from audiatur.hub.articles.models import Article
from audiatur.hub.stories.decided import Stamp, decided, moved, stamp
from audiatur.hub.stories.editorial import Meaning
from audiatur.hub.stories.following import current, lead
from audiatur.hub.stories.models import Story
from audiatur.hub.stories.naming import story_name
from audiatur.spans import Span
from audiatur.stories.embedding import Encoder, meanings_of, pack
from audiatur.stories.learned import LearnedWindow
from audiatur.stories.values import Assignment, Mended, StoryId, Telling
from audiatur.stories.window import Window

# How far around a batch the window is rebuilt from the store: the horizon of the grouping and a day for late arrivals.
MEMORY = timedelta(days=5)
# Articles after which the window is rebuilt, because it never forgets an id by itself.
LIFETIME = 20_000
# Characters of a text that are loaded to rebuild the window: its lede with the furniture that may stand before it.
OPENING = 4000
# What stands of an article's place in its own row.
PLACE = ("story", "story_at", "story_score", "story_nearest", "story_shared", "story_reason")
# Texts that are encoded at a time where no vector was stored: before there was an encoder, or it was switched off.
ENCODED = 256


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
    """Keeps the window between batches; what editors decided meanwhile has it rebuilt.

    ``encoder`` as in ``grouping.open_window``.
    """

    def __init__(self, encoder: str | None = None) -> None:
        self._encoder = encoder
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
            until = max(article.published for article in batch) + MEMORY
            self._window = restored(first - MEMORY, until, encoder=self._encoder)
        self._left -= len(batch)
        self._window.constrain(moved=moved(article.pk for article in batch if article.story_id is None))
        return self._window

    def fresh(self) -> bool:
        """Whether the window knows everything that editors decided."""
        return self._stamp == stamp()

    def forget(self) -> None:
        """Let the next batch rebuild the window: it knows of articles that were not stored."""
        self._window = None


def restored(since: datetime, until: datetime, *, encoder: str | None = None) -> Window:
    """The window as the store has it, of the articles published in a span of time, with what editors decided."""
    window = open_window(name=story_name, encoder=encoder)
    known = decided(since, until)
    window.constrain(split=known.split, moved=known.moved, pinned=known.pinned)
    if isinstance(window, LearnedWindow):
        encode_missing(since, until, encoder_for(encoder))
        stored = Meaning.objects.filter(article__published__range=(since, until)).order_by()
        meanings, sketches = {}, {}
        for uid, vector, sketch in stored.values_list("article__uid", "vector", "sketch").iterator(2000):
            meanings[uid] = bytes(vector)
            if sketch is not None:
                sketches[uid] = bytes(sketch)
        window.restore(_told(since, until), meanings=meanings, sketches=sketches)
    else:
        window.restore(_told(since, until))
    return window


def encode_missing(since: datetime, until: datetime, encoder: Encoder | None) -> None:
    """Store the vectors of articles that have a story and no vector yet; nothing without an encoder."""
    bare = Article.objects.filter(meaning__isnull=True)
    while encoder is not None and (found := list(_rows(bare, since, until)[:ENCODED])):
        tellings = [_telling(row) for row in found]
        keys = dict(Article.objects.filter(uid__in=[one.id for one in tellings]).values_list("uid", "pk"))
        points = zip(tellings, meanings_of(tellings, encoder), strict=True)
        keep_meanings((keys[telling.id], pack(point), None) for telling, point in points)


def keep_meanings(found: Iterable[tuple[int, bytes, bytes | None]]) -> None:
    """Store vectors and sketches by the keys of their articles; of an article without a sketch the text is read."""
    rows = [Meaning(article_id=pk, vector=vector, sketch=sketch) for pk, vector, sketch in found]
    fields = ["vector", "sketch"]
    Meaning.objects.bulk_create(rows, update_conflicts=True, unique_fields=["article"], update_fields=fields)


def place(article: Article, decision: Assignment, window: Window) -> set[int]:
    """Put an article into its story, and put right what its coming showed to be wrong; the stories that changed.

    The caller stores ``article``.
    """
    now = timezone.now()
    story = _story(decision.story, article, window)
    for gone in Story.objects.filter(uid__in=decision.joined, redirect_to__isnull=True).exclude(pk=story.pk):
        gone.articles.update(story=story)
        lead(gone, story, now)
    article.story, article.story_at = story, now
    article.story_reason = list(decision.reason) or None
    article.story_score = decision.score
    article.story_nearest = decision.nearest or ""
    article.story_shared = list(decision.shared)
    if decision.meaning is not None:
        keep_meanings([(article.pk, decision.meaning, decision.sketch)])
    return {story.pk} | (mend(decision.mended, window) if decision.mended is not None else set())


def mend(mended: Mended, window: Window) -> set[int]:
    """Store what a look back put right: stories made one, articles that left theirs; the stories that changed."""
    now = timezone.now()
    touched: set[int] = set()
    names = [name for pair in mended.merged for name in pair]
    rows = {row.uid: row for row in Story.objects.filter(uid__in=names).select_related("redirect_to")}
    for one, other in mended.merged:
        gone, keep = rows.get(one), rows.get(other)
        # A story that began and ended within one look was never stored.
        if gone is not None and keep is not None and gone.redirect_to is None and current(keep).pk != gone.pk:
            gone.articles.update(story=current(keep))
            lead(gone, current(keep), now)
            touched |= {gone.pk, current(keep).pk}
    leaving = Article.objects.filter(uid__in=[uid for uid, _ in mended.moved]).select_related("latest")
    left = {row.uid: row for row in leaving}
    for uid, name in mended.moved:
        if (article := left.get(uid)) is not None:
            story = _story(name, article, window)
            touched |= {story.pk, article.story_id or story.pk}
            columns = {"story": story, "story_at": now, "story_score": None, "story_reason": None}
            Article.objects.filter(pk=article.pk).update(**columns, story_nearest="", story_shared=[])
    return touched


def _story(name: StoryId, article: Article, window: Window) -> Story:
    """The row of a story, made for its first article where there is none; merges of earlier runs are followed."""
    row, _ = Story.objects.select_related("redirect_to").get_or_create(
        uid=name,
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
        window.constrain(merge=[(name, StoryId(story.uid))])
    return story


_Place = dict[str, int | str]
_Row = tuple[str, datetime, str, str, str, list[_Place] | None, _Place | None, str]


def _told(since: datetime, until: datetime) -> Iterable[tuple[Telling, StoryId]]:
    """The articles that have a story, in order of arrival, without the parts of their texts that grouping skips."""
    for row in _rows(Article.objects.all(), since, until).iterator(2000):
        yield _telling(row), StoryId(row[-1])


def _rows(articles: QuerySet[Article], since: datetime, until: datetime) -> QuerySet[Article, _Row]:
    """What grouping reads of articles, and the story of each."""
    held = articles.filter(published__range=(since, until), story__isnull=False, latest__isnull=False)
    return held.order_by("id").values_list(
        "uid",
        "published",
        "latest__title",
        Case(When(meaning__sketch__isnull=False, then=Value("")), default=Substr("latest__text", 1, OPENING)),
        "latest__language",
        "latest__anatomy__furniture",
        "latest__anatomy__notice",
        "story__uid",
    )


def _telling(row: _Row) -> Telling:
    uid, published, title, text, language, furniture, notice, _ = row
    body = _body(title, text, furniture or (), notice) if furniture or notice else text
    return Telling(uid, title, body, published, language or None)


def _body(title: str, text: str, furniture: Iterable[_Place], notice: _Place | None) -> str:
    """The opening of a text without furniture and notice, whose places count from the title."""
    reading = f"{title}\n{text}" if title else text
    spans = [Span.of(reading, int(one["start"]), int(one["end"])) for one in furniture if _within(one, reading)]
    kept = notice if notice is not None and _within(notice, reading) else None
    found = Span.of(reading, int(kept["start"]), int(kept["end"])) if kept else None
    return article_text(reading, Parts(furniture=tuple(spans), notice=found))[len(title) + 1 if title else 0 :]


def _within(place: _Place, reading: str) -> bool:
    return int(place["end"]) <= len(reading)
