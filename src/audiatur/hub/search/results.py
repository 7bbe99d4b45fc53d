"""What a search shows: a page of what was found, each with its notice, and the filters with their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from django.conf import settings
from django.db.models import Q

from audiatur.hub.articles.items import Item, items_by_key
from audiatur.hub.articles.models import Article
from audiatur.hub.facets import Facet
from audiatur.hub.search import finding
from audiatur.hub.search.asking import Asked, Kind, Order
from audiatur.hub.search.facets import facets
from audiatur.hub.search.finding import MOST, Hit, Limits
from audiatur.hub.search.indexing import language_of
from audiatur.hub.search.query import Query, parse
from audiatur.hub.search.snippets import Run, found_in, runs, snippet
from audiatur.hub.search.store import moment_of
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.asking import Asked as LedgerAsked
from audiatur.hub.statements.ledger import Ledger, Told

ON_A_PAGE = 20
# Articles kept as they were found: those of the first pages of some hundred searches.
KEPT = 2000


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that was found: its title and the piece of its text around what was sought, in runs.

    ``words`` is empty where nothing of its text may be shown, or nothing of it was sought: then its lede stands.
    """

    item: Item
    title: tuple[Run, ...]
    words: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement that was found, its words in runs, with its article."""

    told: Told
    words: tuple[tuple[Run, ...], ...]

    @property
    def item(self) -> Item:
        """The article that reports it."""
        return self.told.item


@dataclass(frozen=True, slots=True)
class FoundStory:
    """A story of which articles were found: the first of them, and how many there are."""

    path: str
    article: FoundArticle
    number: int


def parsed(asked: Asked) -> Query:
    """The query of what was typed, in the languages of the hub."""
    return parse(asked.words, tuple(settings.LANGUAGES_READ))


class Search:
    """A search of articles, statements or stories for one viewer; every part costs queries once, when it is read."""

    def __init__(self, standing: Standing, asked: Asked) -> None:
        self.standing = standing
        self.asked = asked
        self.query = parsed(asked)

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """What was found in its order, at most ``MOST``."""
        return tuple(self._found[:MOST])

    @property
    def more(self) -> bool:
        """Whether there is more than that."""
        return len(self._found) > MOST

    @property
    def older(self) -> str:
        """The last day to ask for in order to find what is older than all that is listed; empty where nothing is."""
        if not self.more:
            return ""
        last = moment_of(min(hit.key for hit in self.hits)).date()
        if self.asked.until and date.fromisoformat(self.asked.until) <= last:
            last -= timedelta(days=1)  # a day with more than can be listed must not lead to itself
        return last.isoformat()

    @cached_property
    def _found(self) -> list[Hit]:
        if self.asked.words and not self.query:
            return []
        return self._hits(
            Limits(
                self.asked.sources(self.standing),
                self.asked.language,
                self.asked.class_ if self.asked.kind is Kind.STATEMENTS else "",
                self.asked.begin,
                self.asked.end,
            ),
            ranked=self.asked.order is Order.RELEVANCE and bool(self.query),
        )

    def _hits(self, limits: Limits, *, ranked: bool) -> list[Hit]:
        found = finding.statements if self.asked.kind is Kind.STATEMENTS else finding.articles
        return found(self.standing, self.query, limits, ranked=ranked)

    def facets(self) -> tuple[Facet, ...]:
        """The filters with their numbers."""
        if self.asked.words and not self.query:
            return ()
        return facets(self.standing, self.asked, self._pool())

    def _pool(self) -> Sequence[Hit]:
        """What fits the words and the days alone; the hits themselves where no other filter is set."""
        bare = self.asked.without("side", "source", "country", "independence", "class_", "language")
        if bare.filtered == self.asked.filtered:
            return self.hits
        limits = Limits(bare.sources(self.standing), begin=bare.begin, end=bare.end)
        return self._hits(limits, ranked=False)[:MOST]

    def articles(self, hits: Sequence[Hit]) -> list[FoundArticle]:
        """The articles of some hits, as far as the gate lets them out, in their order."""
        items = self.items(hit.row for hit in hits)
        return [self._article(items[hit.row]) for hit in hits if hit.row in items]

    def items(self, articles: Iterable[int]) -> Mapping[int, Item]:
        """The items of articles, by key, as far as the gate lets them out."""
        found, _ = items_by_key(self.standing, articles)
        return found

    def statements(self, hits: Sequence[Hit]) -> list[FoundStatement]:
        """The statements of some hits, as far as the gate lets them out, in their order."""
        told = Ledger(self.standing, Q(), LedgerAsked()).told([hit.row for hit in hits])
        return [
            FoundStatement(one, tuple(self._marked(one.item, words) for words in one.statement.words)) for one in told
        ]

    @cached_property
    def stories(self) -> tuple[tuple[str, Hit, int], ...]:
        """The stories of the articles found: part of the address, first hit, how many; in the order of the first."""
        of: dict[int, str] = {}
        keys = [hit.row for hit in self.hits]
        for start in range(0, len(keys), 500):
            rows = Article.objects.order_by().filter(pk__in=keys[start : start + 500], story__isnull=False)
            of |= dict(rows.values_list("pk", "story__uid"))
        firsts: dict[str, Hit] = {}
        numbers: dict[str, int] = {}
        for hit in self.hits:
            if hit.row in of:
                firsts.setdefault(of[hit.row], hit)
                numbers[of[hit.row]] = numbers.get(of[hit.row], 0) + 1
        return tuple((uid, hit, numbers[uid]) for uid, hit in firsts.items())

    def _article(self, item: Item) -> FoundArticle:
        return _found(item, self.query)

    def _marked(self, item: Item, words: str) -> tuple[Run, ...]:
        return _marked(item, words, self.query)


@lru_cache(maxsize=KEPT)
def _found(item: Item, query: Query) -> FoundArticle:
    """An article as it was found, kept for what it follows from: readers share searches, and pages of them."""
    marks = found_in(item.text, language_of(item.released.language or ""), query)
    return FoundArticle(item, _marked(item, item.title, query), snippet(item.text, marks))


def _marked(item: Item, words: str, query: Query) -> tuple[Run, ...]:
    return runs(words, found_in(words, language_of(item.released.language or ""), query))
