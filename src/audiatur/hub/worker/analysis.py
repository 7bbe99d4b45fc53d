"""Analysis: pending articles get their anatomy, statements, copies and story, a few at a time.

An article stays pending until one transaction stores all that was found, so a kill at any moment costs only the work
in hand. Stories are decided in order of arrival by one process at a time: the one that holds the lease.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import QuerySet

from audiatur.hub.articles.copying import link_copies
from audiatur.hub.articles.models import Anatomy, Article
from audiatur.hub.records.holding import note_due
from audiatur.hub.records.operations import trace_what_is_due
from audiatur.hub.search.indexing import catch_up, index_articles, index_names
from audiatur.hub.statements.operations import keep_statements
from audiatur.hub.statements.surnames import settle_surnames
from audiatur.hub.stories.decided import lock
from audiatur.hub.stories.following import span
from audiatur.hub.stories.kin import note_kin, note_links
from audiatur.hub.worker.engine import split
from audiatur.hub.worker.grouping import PLACE, Grouping, mend, place, telling_of
from audiatur.hub.worker.study import Exhibit, Study, study, study_all
from audiatur.stories.window import Window

log = logging.getLogger(__name__)

# The columns of an article that analysis decides.
COPIED = ("copy_of", "copy_kind", "copy_reason", "copy_share")
FOUND = (*PLACE, *COPIED)
# Articles in one transaction: short enough that a reader never waits, long enough to be worth a commit.
BATCH = 25
# Seconds between two looks for links across languages, which read the newest stories anew.
LINKING = 600
# Seconds between two looks at what the search index lacks: a policy that was changed, an older hub's articles.
SEARCHING = 60
# Articles indexed in one go while the worker has other work: about a second.
INDEXING = 500


class Analyst:
    """Works through what is pending; keeps the window of stories between calls.

    ``encoder`` says what stories are grouped by, ``learned`` or ``none``; None: as ``AUDIATUR_ENCODER`` says.
    """

    def __init__(self, executor: Executor, *, encoder: str | None = None) -> None:
        self.executor = executor
        self.grouping = Grouping(encoder)
        self._linked: float | None = None
        # The earliest article that came since the last look for links.
        self._came: datetime | None = None
        self._searched: float | None = None

    def work(self, *, progress: Callable[[int], None] | None = None, most: int | None = None) -> int:
        """Analyse until nothing is pending, or ``most`` articles; how many were done."""
        done = 0
        while most is None or done < most:
            batch = list(_pending()[:BATCH])
            if not batch:
                break
            first = min(article.published for article in batch)
            self._came = first if self._came is None else min(first, self._came)
            self._isolated(batch)
            done += len(batch)
            if progress is not None:
                progress(len(batch))
        if done:
            self._link(last=most is None)
        self._catch_up(last=most is None)
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
        while not self._kept(batch, studies, self.grouping.window_for(batch)):
            for article in batch:
                article.refresh_from_db(fields=FOUND)

    def _kept(self, batch: Sequence[Article], studies: Sequence[Study], window: Window) -> bool:
        """Store a batch; False, and nothing is stored, where an editor decided something since the window was made."""
        try:
            with transaction.atomic():
                lock()
                if not self.grouping.fresh():
                    return False
                touched = set[int]()
                for article, found in zip(batch, studies, strict=True):
                    touched |= _store(article, found, window)
                # Each batch looks back: in a slow stream the next look by number would come after the story's days.
                touched |= mend(window.settle(), window)
                _follow(touched, window)
                index_articles(article.pk for article in batch)
                index_names()
        except BaseException:
            self.grouping.forget()
            raise
        return True

    def _link(self, *, last: bool) -> None:
        """Look for links across languages: where the last look is ``LINKING`` seconds ago, and at the ``last`` look."""
        if last or self._linked is None or time.monotonic() - self._linked > LINKING:
            self._linked = time.monotonic()
            with transaction.atomic():
                note_links(self._came)
            self._came = None

    def _catch_up(self, *, last: bool) -> None:
        """Index what the search index lacks: all of it at the ``last`` look, else a part now and then."""
        if not last and self._searched is not None and time.monotonic() - self._searched < SEARCHING:
            return
        found = catch_up(None if last else INDEXING)
        self._searched = None if found else time.monotonic()
        if found:
            log.info("%d articles came into the search index", found)

    def _study(self, batch: Sequence[Article]) -> list[Study]:
        exhibits = [_exhibit(article) for article in batch]
        errands = [self.executor.submit(study_all, part) for part in split(exhibits, os.cpu_count() or 1)]
        try:
            return [found for errand in errands for found in errand.result()]
        except Exception:
            log.exception("a batch of articles could not be read together; reading them one by one")
        return [_alone(article, exhibit) for article, exhibit in zip(batch, exhibits, strict=True)]


def _follow(stories: set[int], window: Window) -> None:
    """Bring up to date what rests on who is in a story: its dates, bare surnames, its neighbours."""
    span(stories)
    settle_surnames(stories)
    note_kin(window, stories)


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


def _store(article: Article, found: Study, window: Window) -> set[int]:
    """Everything that was found about one article; the stories that changed."""
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
    columns: tuple[str, ...] = COPIED
    touched = {article.story_id} if article.story_id is not None else set()
    if article.story_id is None:
        touched = place(article, window.assign(telling_of(article, found.body)), window)
        columns = FOUND
    # A story that was given before is left alone: an editor may have changed it since this row was read.
    article.save(update_fields=columns)
    # A version that came in meanwhile keeps the article pending.
    Article.objects.filter(pk=article.pk, latest=latest).update(pending=False)
    return touched
