"""Analysis: pending articles get their anatomy, statements, copies and story, a few at a time.

An article stays pending until one transaction stores all that was found, so a kill at any moment costs only the work
in hand. Stories are decided in order of arrival by one process at a time: the one that holds the lease.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Max, Min, QuerySet

from audiatur.articles.anatomy import article_text
from audiatur.articles.values import Anatomy as Parts
from audiatur.hub.articles.copying import link_copies
from audiatur.hub.articles.models import Anatomy, Article
from audiatur.hub.records.holding import note_due
from audiatur.hub.records.operations import trace_what_is_due
from audiatur.hub.statements.operations import keep_statements
from audiatur.hub.statements.surnames import settle_surnames
from audiatur.hub.stories.models import Story
from audiatur.hub.worker.engine import split
from audiatur.hub.worker.study import Exhibit, Study, study, study_all
from audiatur.spans import Span
from audiatur.stories.values import Assignment, StoryId, Telling
from audiatur.stories.window import Window

log = logging.getLogger(__name__)

# The columns of an article that analysis decides.
FOUND = (
    "story",
    "story_score",
    "story_nearest",
    "story_shared",
    "copy_of",
    "copy_kind",
    "copy_reason",
    "copy_share",
)
# Articles in one transaction: short enough that a reader never waits, long enough to be worth a commit.
BATCH = 25
# How far around a batch the window is rebuilt from the store: the horizon of the grouping and a day for late arrivals.
MEMORY = timedelta(days=5)
# Articles after which the window is rebuilt, because it never forgets an id by itself.
LIFETIME = 20_000


def story_name(telling: Telling) -> StoryId:
    """A story's part of its address, made from the article that founded it, so that a re-run founds the same."""
    digest = hashlib.sha256(f"story\n{telling.id}".encode()).digest()
    return StoryId(base64.b32encode(digest)[:16].decode().lower())


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


class Analyst:
    """Works through what is pending; keeps the window of stories between calls."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor
        self._window: Window | None = None
        self._since: datetime | None = None
        self._left = 0

    def work(self, *, progress: Callable[[int], None] | None = None, most: int | None = None) -> int:
        """Analyse until nothing is pending, or ``most`` articles; how many were done."""
        done = 0
        while most is None or done < most:
            batch = list(_pending()[:BATCH])
            if not batch:
                break
            self._isolated(batch)
            done += len(batch)
            if progress is not None:
                progress(len(batch))
        while trace_what_is_due() and most is None:
            pass
        return done

    def _isolated(self, batch: Sequence[Article]) -> None:
        """Analyse a batch; where that fails one by one, so that one bad article never stops the others."""
        try:
            self._analyse(batch)
        except (InterfaceError, OperationalError):
            raise  # The database's trouble, not the article's: all stay pending.
        except Exception:
            if len(batch) == 1:
                log.exception("article %s could not be analysed; it is shown without findings", batch[0].uid)
                Article.objects.filter(pk=batch[0].pk, latest=batch[0].latest).update(pending=False)
                return
            log.exception("a batch could not be analysed; taking its articles one by one")
            for article in batch:
                article.refresh_from_db(fields=FOUND)
                self._isolated([article])

    def _analyse(self, batch: Sequence[Article]) -> None:
        studies = self._study(batch)
        window = self._window_for(batch)
        try:
            with transaction.atomic():
                for article, found in zip(batch, studies, strict=True):
                    _store(article, found, window)
                stories = {article.story_id for article in batch if article.story_id is not None}
                _span_stories(stories)
                settle_surnames(stories)
        except BaseException:
            self._window = None  # It knows of articles that were not stored; the next call rebuilds it.
            raise

    def _window_for(self, batch: Sequence[Article]) -> Window:
        """The window as it stands, rebuilt where it does not reach back to the batch or has served its time."""
        first = min(article.published for article in batch)
        if self._window is None or self._since is None or first < self._since or self._left <= 0:
            self._since, self._left = first, LIFETIME
            self._window = _restored(first - MEMORY, max(article.published for article in batch) + MEMORY)
        self._left -= len(batch)
        return self._window

    def _study(self, batch: Sequence[Article]) -> list[Study]:
        exhibits = [_exhibit(article) for article in batch]
        errands = [self.executor.submit(study_all, part) for part in split(exhibits, os.cpu_count() or 1)]
        try:
            return [found for errand in errands for found in errand.result()]
        except Exception:
            log.exception("a batch of articles could not be read together; reading them one by one")
        return [_alone(article, exhibit) for article, exhibit in zip(batch, exhibits, strict=True)]


def _pending() -> QuerySet[Article]:
    return (
        Article.objects.filter(pending=True, latest__isnull=False)
        .select_related("source", "latest", "story")
        .order_by("published", "id")
    )


def _exhibit(article: Article) -> Exhibit:
    latest = article.latest
    if latest is None:
        raise ValueError(f"article {article.uid} has no version")
    return Exhibit(
        latest.title or None, latest.text, latest.language or None, article.published.date(), article.source.name
    )


def _alone(article: Article, exhibit: Exhibit) -> Study:
    """One bad article never stops the others: it is kept with its text and no findings."""
    try:
        return study(exhibit)
    except Exception:
        log.exception("article %s could not be read; it is shown without statements", article.uid)
        return study(Exhibit(exhibit.title, "", None, exhibit.published, exhibit.site))


def _restored(since: datetime, until: datetime) -> Window:
    """The window as the store has it, of the articles published in a span of time."""
    window = Window(name=story_name)
    rows = (
        Article.objects.filter(published__range=(since, until), story__isnull=False, latest__isnull=False)
        .select_related("source", "latest", "latest__anatomy", "story")
        .order_by("id")
    )
    window.restore((telling_of(row, _body(row)), StoryId(row.story.uid)) for row in rows.iterator(500) if row.story)
    return window


def _body(article: Article) -> str:
    latest = article.latest
    if latest is None:
        return ""
    parts = getattr(latest, "anatomy", None)
    if parts is None:
        return latest.text
    spans = tuple(Span(**span) for span in parts.furniture)
    known = Parts(furniture=spans, notice=Span(**parts.notice) if parts.notice else None)
    return article_text(latest.reading, known)[len(latest.title) + 1 if latest.title else 0 :]


def _store(article: Article, found: Study, window: Window) -> None:
    """Everything that was found about one article."""
    latest = article.latest
    if latest is None:
        raise ValueError(f"article {article.uid} has no version")
    anatomy = found.reading.anatomy
    origin = anatomy.original_source
    Anatomy.objects.update_or_create(
        version=latest,
        defaults={
            "furniture": [span.as_json() for span in anatomy.furniture],
            "notice": anatomy.notice.as_json() if anatomy.notice else None,
            "original_source": {"name": origin.name, "evidence": origin.evidence.as_json()} if origin else None,
        },
    )
    keep_statements(latest, found.reading.statements)
    note_due(latest.pk, quotes=any(statement.quoted for statement in found.reading.statements))
    link_copies(article, body=found.body, bands=found.bands, origin=origin.name if origin else None)
    if article.story_id is None:
        _place(article, window.assign(telling_of(article, found.body)))
    article.save(
        update_fields=(
            "story",
            "story_score",
            "story_nearest",
            "story_shared",
            "copy_of",
            "copy_kind",
            "copy_reason",
            "copy_share",
        )
    )
    # A version that came in meanwhile keeps the article pending.
    Article.objects.filter(pk=article.pk, latest=latest).update(pending=False)


def _place(article: Article, decision: Assignment) -> None:
    """Put an article into its story, and merge the stories that it joined."""
    story, _ = Story.objects.get_or_create(
        uid=decision.story,
        defaults={
            "created": article.first_seen,
            "first_published": article.published,
            "last_published": article.published,
            "language": article.latest.language if article.latest else "",
        },
    )
    for merged in Story.objects.filter(uid__in=decision.joined):
        Article.objects.filter(story=merged).update(story=story)
        Story.objects.filter(redirect_to=merged).update(redirect_to=story)
        merged.redirect_to = story
        merged.save()
    article.story = story
    article.story_score = decision.score
    article.story_nearest = decision.nearest or ""
    article.story_shared = list(decision.shared)


def _span_stories(stories: set[int]) -> None:
    """Bring each story's first and last date up to date."""
    rows = Article.objects.filter(story__in=stories).values("story")
    for row in rows.annotate(first=Min("published"), last=Max("published")):
        Story.objects.filter(pk=row["story"]).update(first_published=row["first"], last_published=row["last"])
