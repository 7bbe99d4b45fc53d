"""Putting articles, statements and names into the index, and keeping it in step with them.

What a policy can never let out of a source is not put in; what may be found by whom is decided when it is looked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q

from audiatur.hub.articles.models import Article
from audiatur.hub.gate import policy_of
from audiatur.hub.search import store
from audiatur.hub.search.models import IndexedArticle, IndexedStatement, Level
from audiatur.hub.search.names import name_terms
from audiatur.hub.search.words import terms, unaccented
from audiatur.hub.sources.models import Source
from audiatur.hub.statements.models import SpeakerName, Statement
from audiatur.provenance.excerpts import excerpt_end
from audiatur.provenance.values import Mode, Policy

AT_ONCE = 100
"""Articles in one transaction: short enough that a reader never waits, long enough to be worth a commit."""

# Two transactions may store their rows in another order than they took the keys; more than this is never under way.
_LOOK_BACK = 500

Json: TypeAlias = "dict[str, int | str]"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a source's texts its policy can let out at any time: all, or an excerpt of so many characters."""

    full: bool
    excerpt: int


def extent_of(policy: Policy) -> Extent:
    """What is to be indexed under a policy. Where the full text may leave, the opening is indexed for the ranking."""
    reading = policy.mode in {Mode.FULL, Mode.EXCERPT}
    return Extent(policy.mode is Mode.FULL, policy.excerpt_chars if reading else 0)


def extents() -> dict[int, Extent]:
    """Of every source by its key."""
    rows = Source.objects.select_related("policy").prefetch_related("policy__bars")
    return {row.pk: extent_of(policy_of(row)) for row in rows}


def language_of(code: str) -> str:
    """The language whose stems are indexed: empty for one that this hub was not set up to read."""
    return code if code in settings.LANGUAGES_READ else ""


@transaction.atomic
def index_articles(articles: Iterable[int], known: dict[int, Extent] | None = None) -> int:
    """Index the latest versions of articles, given by key, with their statements; how many there were.

    What was indexed of them before is replaced. ``known`` are the sources' extents, None: they are read now.
    """
    wanted = list(articles)
    _forget(wanted)
    rows = list(
        Article.objects.filter(pk__in=wanted, latest__isnull=False)
        .select_related("latest__anatomy")
        .defer("latest__html")
        .order_by()
    )
    found = known or {}
    if not found.keys() >= {row.source_id for row in rows}:  # a source may be newer than what is known
        found = extents()
    drafts = [_draft(row, found[row.source_id]) for row in rows]
    store.put(store.ARTICLES, [(draft.row.key, draft.columns) for draft in drafts])
    IndexedArticle.objects.bulk_create([draft.row for draft in drafts])
    _index_statements(drafts)
    return len(rows)


def index_names() -> int:
    """Index the spellings of speakers that are not yet; how many. A spelling never changes, so none is done twice."""
    after = max(0, store.last_key(store.NAMES) - _LOOK_BACK)
    there = store.keys_after(store.NAMES, after)
    new = SpeakerName.objects.filter(pk__gt=after).order_by("pk").values_list("pk", "spelling")
    rows = [(pk, [name_terms(spelling)]) for pk, spelling in new if pk not in there]
    store.put(store.NAMES, rows)
    return len(rows)


def catch_up(most: int | None = None, *, progress: Callable[[int], None] | None = None) -> int:
    """Index what is missing or was indexed under another policy or version, newest first; how many articles.

    Articles that are still to be analysed are left: analysis indexes them. ``most`` None: all.
    """
    index_names()
    known = extents()
    return _index_all(due(known, most), known, progress)


def due(known: dict[int, Extent], most: int | None = None) -> list[int]:
    """The keys of articles that are to be indexed (again), ``most`` at the most; None: all."""
    held = Article.objects.filter(pending=False, latest__isnull=False)
    missing = held.filter(indexed__isnull=True).order_by("-published")
    found = list(missing.values_list("pk", flat=True)[:most])
    stale = IndexedArticle.objects.filter(article__pending=False).order_by("-key")
    of_other_version = stale.exclude(version=F("article__latest"))
    for rows in (of_other_version, stale.filter(_otherwise(known))):
        if most is None or len(found) < most:
            found += rows.values_list("article", flat=True)[:most]
    return list(dict.fromkeys(found))[:most]


def rebuild(*, progress: Callable[[int], None] | None = None) -> int:
    """Make the whole index anew, e.g. after a change of the languages that the hub reads; how many articles.

    Each article is replaced by itself, so that search goes on finding the others meanwhile.
    """
    store.clear(store.NAMES)
    index_names()
    held = Article.objects.filter(pending=False, latest__isnull=False).order_by("-published")
    return _index_all(list(held.values_list("pk", flat=True)), extents(), progress)


def _index_all(articles: Sequence[int], known: dict[int, Extent], progress: Callable[[int], None] | None) -> int:
    for start in range(0, len(articles), AT_ONCE):
        part = articles[start : start + AT_ONCE]
        index_articles(part, known)
        if progress is not None:
            progress(len(part))
    return len(articles)


def _otherwise(known: dict[int, Extent]) -> Q:
    """The condition on articles that were indexed under another policy than their source has now."""
    rows = IndexedArticle.objects.order_by().values_list("source", "full", "excerpt").distinct()
    told = Q(pk__in=())  # none, unless one of these
    for source, full, excerpt in rows:
        if known.get(source, Extent(full, excerpt)) != Extent(full, excerpt):
            told |= Q(source=source, full=full, excerpt=excerpt)
    return told


def _forget(articles: Sequence[int]) -> None:
    for model, index in ((IndexedStatement, store.STATEMENTS), (IndexedArticle, store.ARTICLES)):
        rows = model.objects.filter(article__in=articles)
        store.drop(index, list(rows.values_list("key", flat=True)))
        rows.delete()


@dataclass(frozen=True, slots=True)
class _Draft:
    """An article on its way into the index. ``end`` is where its excerpt ends in the text; ``seen`` is that part."""

    row: IndexedArticle
    article: Article
    title: str
    text: str
    end: int
    columns: tuple[list[str], list[str], list[str]]


def _draft(article: Article, extent: Extent) -> _Draft:
    latest = article.latest
    if latest is None:
        raise ValueError(f"article {article.uid} has no version")
    language = language_of(latest.language)
    end = excerpt_end(latest.text, extent.excerpt) if extent.excerpt else 0
    furniture = _furniture(article, len(latest.title) + 1 if latest.title else 0)
    row = IndexedArticle(
        key=store.key_of(article.published, article.pk),
        article=article,
        version=latest.pk,
        source_id=article.source_id,
        language=latest.language,
        full=extent.full,
        excerpt=extent.excerpt,
    )
    lead = _terms(_without(latest.text[:end], furniture), language, store.MOST_LEAD)
    body = _terms(_without(latest.text, furniture), language, store.MOST_TEXT) if extent.full else []
    columns = (_terms(latest.title, language, store.MOST_TITLE), lead, body)
    return _Draft(row, article, latest.title, latest.text, end, columns)


def _terms(text: str, language: str, most: int) -> list[str]:
    """The terms of a text in order, cut to so many, and last those without accents, beside which nothing stands."""
    return [*terms(text, language)[:most], *unaccented(text, language)[: most // 10]]


def _furniture(article: Article, offset: int) -> list[tuple[int, int]]:
    """The places of the text that are no article; they are shown nowhere, so they are found nowhere."""
    anatomy = getattr(article.latest, "anatomy", None)
    spans: list[Json] = anatomy.furniture if anatomy is not None else []
    return [(int(span["start"]) - offset, int(span["end"]) - offset) for span in spans if int(span["start"]) >= offset]


def _without(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(ranges, reverse=True):
        if start < len(text):
            text = f"{text[:start]}\n{text[end:]}"
    return text


def _index_statements(drafts: Sequence[_Draft]) -> None:
    by_version = {draft.row.version: draft for draft in drafts}
    found: dict[int, list[Statement]] = defaultdict(list)
    rows = Statement.objects.told().filter(version__in=by_version).order_by("version", "index")
    for row in rows.only("pk", "version", "content", "mention", "name", "reach", "class_name"):
        found[row.version_id].append(row)
    made = [(_statement(by_version[pk], row), row) for pk, told in found.items() for row in told]
    columns = [(one.key, _said(by_version[row.version_id], row)) for one, row in made]
    IndexedStatement.objects.bulk_create([one for one, _ in made])
    store.put(store.STATEMENTS, columns)


def _statement(draft: _Draft, row: Statement) -> IndexedStatement:
    level = Level.TITLE if not row.reach else Level.EXCERPT if row.reach <= draft.end else Level.FULL
    return IndexedStatement(
        key=store.key_of(draft.article.published, row.pk),
        statement=row,
        article=draft.article,
        source_id=draft.row.source_id,
        language=draft.row.language,
        class_name=row.class_name,
        level=level,
        excerpt=draft.row.excerpt,
    )


def _said(draft: _Draft, row: Statement) -> tuple[list[str], list[str]]:
    """The terms of what is said and of who says it, in the words that stand there; and the speaker's full name.

    The name may stand further below than the statement, so it is looked up only where the whole text may leave.
    """
    language = language_of(draft.row.language)
    spans: list[Json] = [*row.content, *([row.mention] if row.mention else [])]
    words = _terms("\n".join(str(span["text"]) for span in spans), language, store.MOST_LEAD)
    name = [*terms(row.name, language), *terms(row.name, "")] if draft.row.full else []
    return words, name
