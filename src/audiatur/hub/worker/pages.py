"""Full pages, where a source's policy wants them: fetched like feeds, extracted, stored as a version."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import Executor
from datetime import datetime

from asgiref.sync import sync_to_async
from django.db import transaction

from audiatur.articles.entries import completed
from audiatur.articles.values import ArticlePage
from audiatur.articles.versions import changed, digest
from audiatur.errors import PageError
from audiatur.fetching import Client
from audiatur.fetching.values import Accept, Failed, Fetched, Outcome, Request
from audiatur.hub.articles.delivery import article_on
from audiatur.hub.articles.intake import content_of, stored
from audiatur.hub.articles.models import Article, Origin, Version
from audiatur.hub.sources.models import Attempt
from audiatur.hub.sources.models import Outcome as Word
from audiatur.hub.sources.recording import evidence_json

log = logging.getLogger(__name__)

# Pages in flight in one round; the client keeps its own gap per host.
IN_FLIGHT = 20


def _due(most: int) -> list[Article]:
    rows = Article.objects.filter(page_due=True).exclude(url="").select_related("source", "latest").order_by("id")
    return list(rows[:most])


def _request(article: Article) -> Request:
    source = article.source
    return Request(
        url=article.url,
        accept=Accept.PAGE,
        headers=tuple((str(name), str(value)) for name, value in source.request_headers.items()),
        credentials=(source.username, source.password) if source.username else None,
    )


class Reader:
    """Fetches the pages that are due."""

    def __init__(self, client: Client, executor: Executor) -> None:
        self.client = client
        self.executor = executor

    async def round(self, *, now: datetime, most: int = IN_FLIGHT) -> int:
        """Fetch up to ``most`` pages; how many were stored as a version. Each page is asked for once a delivery."""
        articles = await sync_to_async(_due)(most)
        outcomes = await asyncio.gather(*(self.client.fetch(_request(article)) for article in articles))
        count = 0
        for article, outcome in zip(articles, outcomes, strict=True):
            page = await self._extract(article, outcome)
            count += await sync_to_async(keep_page)(article, outcome, page, now=now)
        return count

    async def _extract(self, article: Article, outcome: Outcome) -> ArticlePage | None:
        if not isinstance(outcome, Fetched):
            return None
        try:
            return await asyncio.wrap_future(self.executor.submit(article_on, outcome.body, outcome.url_final))
        except PageError as error:
            log.info("%s: %s; the feed's own text stands", article.url, error)
        except Exception:
            # One bad page never stops the others.
            log.exception("%s could not be read; the feed's own text stands", article.url)
        return None


def keep_page(article: Article, outcome: Outcome, page: ArticlePage | None, *, now: datetime) -> int:
    """Store the evidence of the attempt and, where the page holds more than the feed, a version; how many versions."""
    with transaction.atomic():
        _evidence(article, outcome).save()
        row = Article.objects.select_for_update(of=("self",)).select_related("latest").get(pk=article.pk)
        row.page_due = False
        version = _version(row, page, now) if page is not None else None
        if version is not None:
            version.save()
            row.latest, row.pending = version, True
        row.save(update_fields=("page_due", "latest", "pending"))
    return int(version is not None)


def _version(article: Article, page: ArticlePage, now: datetime) -> Version | None:
    """The page as the next version; None where it makes no difference."""
    latest = article.latest
    if latest is None:
        return None
    before = content_of(latest)
    content = completed(before, page, whole=latest.origin == Origin.PAGE)
    if content is None:
        return None
    return Version(
        article=article,
        number=latest.number + 1,
        seen=now,
        origin=Origin.PAGE,
        title=stored(content.title or ""),
        byline=[stored(name) for name in content.byline],
        text=stored(content.text),
        html=stored(content.html or ""),
        language=content.language or "",
        digest=digest(content),
        changed=sorted(changed(before, content)),
    )


def _evidence(article: Article, outcome: Outcome) -> Attempt:
    evidence = outcome.evidence
    words = {Fetched: Word.FETCHED, Failed: Word.FAILED}
    return Attempt(
        source_id=article.source_id,
        url=evidence.url[:2000],
        started=evidence.started,
        outcome=words.get(type(outcome), Word.GONE),
        stage=evidence.stage or "",
        status=evidence.status,
        failure=evidence.failure or "",
        message=evidence.detail or "",
        evidence=evidence_json(evidence, outcome),
    )
