"""What a reader asks of the search: the words and filters of an address. What is none is passed over and named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from urllib.parse import urlencode

from django.conf import settings

from audiatur.hub.languages.names import language_label
from audiatur.hub.search.models import IndexedArticle
from audiatur.hub.search.query import LONGEST_QUERY
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.asking import country_of, is_day
from audiatur.provenance.values import IndependenceClass
from audiatur.statements.values import StatementClass


class Kind(StrEnum):
    """What is searched."""

    ARTICLES = "articles"
    STATEMENTS = "statements"
    SPEAKERS = "speakers"
    STORIES = "stories"


class Order(StrEnum):
    """In which order it is told."""

    RELEVANCE = "relevance"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Asked:
    """The words and the filters; what is empty filters nothing.

    ``side`` is ``topic/side``, ``source`` a part of an address. ``class_`` is of statements, ``independence`` of their
    sources. ``since`` and ``until`` are days of publication in ISO 8601, both included. ``passed_over`` are the names
    and values of filters that are none.
    """

    words: str = ""
    kind: Kind = Kind.ARTICLES
    side: str = ""
    source: str = ""
    country: str = ""
    independence: str = ""
    class_: str = ""
    language: str = ""
    since: str = ""
    until: str = ""
    order: Order = Order.RELEVANCE
    passed_over: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, given: Mapping[str, str], standing: Standing) -> Asked:
        """From the query of an address; never fails."""
        told = {name: given.get(key, "").replace("\x00", "").strip()[:200] for name, key in _KEYS.items()}
        told["words"] = given.get("q", "").replace("\x00", "").strip()[: LONGEST_QUERY * 2]
        wrong = [name for name, known in _known(standing).items() if told[name] and not known(told[name])]
        passed = tuple((_KEYS[name], told[name]) for name in wrong)
        told |= dict.fromkeys(wrong, "")
        kind = Kind(told.pop("kind") or Kind.ARTICLES)
        order = Order(told.pop("order") or (Order.RELEVANCE if told["words"] else Order.NEWEST))
        return cls(**told, kind=kind, order=order, passed_over=passed)

    @property
    def query(self) -> str:
        """The words and filters as the query of an address, without what goes without saying."""
        told = {key: str(getattr(self, name)) for name, key in _KEYS.items() if getattr(self, name)}
        if self.kind is Kind.ARTICLES:
            told.pop("kind")
        if self.order is (Order.RELEVANCE if self.words else Order.NEWEST):
            told.pop("order")
        return urlencode(told)

    @property
    def filtered(self) -> tuple[str, ...]:
        """The names of the filters that are set."""
        return tuple(name for name in FILTERS if getattr(self, name))

    @property
    def asks(self) -> bool:
        """Whether anything is asked at all."""
        return bool(self.words or self.filtered)

    def without(self, *names: str) -> Asked:
        """The same without some filters."""
        told: dict[str, str] = dict.fromkeys(names, "")
        return replace(self, **told)  # type: ignore[arg-type]

    def of_kind(self, kind: Kind) -> Asked:
        """The same words and filters for something else; the filter of statements stays with statements."""
        told = self if kind is Kind.STATEMENTS else self.without("class_")
        return replace(told, kind=kind)

    def sources(self, standing: Standing) -> frozenset[int]:
        """The sources that fit and of which anything may leave."""
        return frozenset(pk for pk in _open(standing) if self.fits(standing, pk))

    def fits(self, standing: Standing, source: int, *, but: str = "") -> bool:
        """Whether a source fits all filters on sources, or all but one."""
        return all(
            name == but or not getattr(self, name) or getattr(self, name) in told(standing, source)
            for name, told in OF_SOURCES.items()
        )

    @property
    def begin(self) -> datetime | None:
        """The first moment that counts."""
        return _midnight(self.since) if self.since else None

    @property
    def end(self) -> datetime | None:
        """The first moment that counts no more."""
        return _midnight(self.until) + timedelta(days=1) if self.until else None


def saved(asked: Asked) -> Asked:
    """What a feed of a search is asked for: the newest articles, or statements, that fit."""
    kind = Kind.STATEMENTS if asked.kind is Kind.STATEMENTS else Kind.ARTICLES
    return replace(asked.of_kind(kind), order=Order.NEWEST)


def older(asked: Asked, day: str) -> Asked:
    """The same up to a day, the newest first."""
    return replace(asked, until=day, order=Order.NEWEST)


def _open(standing: Standing) -> Iterable[int]:
    return (pk for pk in standing.sources if standing.is_open(pk))


def _midnight(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def _sides(standing: Standing, source: int) -> tuple[str, ...]:
    return tuple(f"{mark.topic}/{mark.slug}" for mark in standing.sides(source))


def _slug(standing: Standing, source: int) -> tuple[str, ...]:
    return (standing.sources[source].slug,)


def _country(standing: Standing, source: int) -> tuple[str, ...]:
    country = country_of(standing, source)
    return (country,) if country else ()


def _independence(standing: Standing, source: int) -> tuple[str, ...]:
    return (standing.gate.of(standing.sources[source])[1].independence.value,)


OF_SOURCES: dict[str, Callable[[Standing, int], tuple[str, ...]]] = {
    "side": _sides,
    "source": _slug,
    "country": _country,
    "independence": _independence,
}
"""The filters on sources, with what a source is by each."""

FILTERS = (*OF_SOURCES, "class_", "language", "since", "until")
_KEYS = {
    "words": "q",
    "kind": "kind",
    "side": "side",
    "source": "source",
    "country": "country",
    "independence": "independence",
    "class_": "class",
    "language": "language",
    "since": "from",
    "until": "to",
    "order": "order",
}


def _is_language(standing: Standing, code: str) -> bool:
    """Whether a code is that of a language: one that this hub reads or can name, or in which it has articles."""
    if code in settings.LANGUAGES_READ or language_label(code) != code:
        return True
    return IndexedArticle.objects.filter(language=code, source__in=list(_open(standing))).exists()


def _known(standing: Standing) -> dict[str, Callable[[str], bool]]:
    """For each filter whether a value is one of it."""
    sides = {f"{topic.slug}/{mark.slug}" for topic in standing.topics for mark in topic.sides}
    slugs = {row.slug for row in standing.sources.values()}
    return {
        "kind": tuple(Kind).__contains__,
        "order": tuple(Order).__contains__,
        "side": sides.__contains__,
        "source": slugs.__contains__,
        "country": lambda name: any(name in _country(standing, pk) for pk in standing.sources),
        "language": lambda code: _is_language(standing, code),
        "independence": tuple(IndependenceClass).__contains__,
        "class_": tuple(StatementClass).__contains__,
        "since": is_day,
        "until": is_day,
    }
