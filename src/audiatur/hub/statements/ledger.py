"""A ledger: the statements of a story, a speaker or a topic, filtered, counted and in order of time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import get_language_info

from audiatur.hub.articles.items import Item, items_of
from audiatur.hub.articles.models import Article
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.asking import Asked, country_of
from audiatur.hub.statements.lines import line_of
from audiatur.hub.statements.models import Speaker, Statement
from audiatur.hub.statements.queries import perhaps
from audiatur.hub.statements.shown import CLASS_LABELS, KIND_LABELS, Shown, shown
from audiatur.provenance.values import Mode
from audiatur.publishing.values import Json
from audiatur.statements.values import Kind, StatementClass

ON_A_PAGE = 50
# Statements that an export loads at a time.
AT_A_TIME = 200
# Speakers offered as a filter: the most reported ones.
SPEAKERS = 40


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter with the number of statements that have it, all other filters applied."""

    value: str
    label: str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values."""

    key: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the ledger with its article."""

    item: Item
    statement: Shown
    row: Statement
    parent: str | None


class Ledger:
    """The statements of a scope that fit what was asked, for one viewer. ``scope`` is a condition on statements."""

    def __init__(self, standing: Standing, scope: Q, asked: Asked) -> None:
        self.standing = standing
        self.asked = asked
        self._scope = scope
        self._all = perhaps(standing).filter(scope)

    @property
    def rows(self) -> QuerySet[Statement]:
        """The keys of the statements in order, as far as a table can tell that they may be shown."""
        fitting = self._fitting(self.asked)
        if self.asked.order == "said":
            return fitting.order_by("-date", "-version__article__published", "-version__article", "index")
        return fitting.order_by("-version__article__published", "-version__article", "index")

    def told(self, keys: Sequence[int]) -> list[Told]:
        """Those of the statements that the gate lets out, in the order of the keys."""
        chosen = set(keys)
        versions = Statement.objects.filter(pk__in=chosen).values("version")
        items, _ = items_of(self.standing, Article.objects.filter(latest__in=versions))
        rows = Statement.objects.told().filter(version__in=versions).select_related("speaker", "version")
        by_article: dict[int, list[Statement]] = defaultdict(list)
        for row in rows.defer("version__text", "version__html").prefetch_related("speaker__sides"):
            by_article[row.version.article_id].append(row)
        found: dict[int, Told] = {}
        for item in items:
            beside = by_article[item.pk]
            by_pk, by_index = {row.pk: row for row in beside}, {row.index: row.uid for row in beside}
            for one in shown(self.standing, item.released, beside):
                if one.pk in chosen:
                    row = by_pk[one.pk]
                    parent = by_index.get(row.parent_index) if row.parent_index is not None else None
                    found[one.pk] = Told(item, one, row, parent)
        return [found[key] for key in keys if key in found]

    def lines(self) -> Iterator[dict[str, Json]]:
        """All of them as data, loaded a few at a time."""
        keys = list(self.rows.values_list("pk", flat=True))
        for start in range(0, len(keys), AT_A_TIME):
            for one in self.told(keys[start : start + AT_A_TIME]):
                yield line_of(one.item, one.statement, one.row, parent=one.parent, newest=True)

    def held(self) -> int:
        """How many statements the hub holds that fit, whether they may leave or not."""
        return Statement.objects.told_now().filter(self._scope).filter(self.asked.fits(self.standing)).count()

    def facets(self) -> tuple[Facet, ...]:
        """The filters with what they would leave, in a fixed number of queries."""
        made = (self._sides(), self._sources(), self._countries(), self._speakers())
        named: tuple[tuple[str, str, str, str, Callable[[str], str]], ...] = (
            ("class_", "class", "Class", "class_name", _class_label),
            ("kind", "kind", "Form", "kind", _kind_label),
            ("language", "language", "Language", "version__language", language_label),
        )
        plain = (self._plain(name, key, label, column, told) for name, key, label, column, told in named)
        return tuple(facet for facet in (*made, *plain, self._nested()) if facet.options)

    def _fitting(self, asked: Asked) -> QuerySet[Statement]:
        return self._all.filter(asked.fits(self.standing))

    def _by_source(self, *left_out: str) -> Counter[int]:
        rows = self._fitting(self.asked.without(*left_out)).order_by().values("version__article__source")
        counted = rows.annotate(number=Count("pk")).values_list("version__article__source", "number")
        return Counter(dict(counted))

    def _sides(self) -> Facet:
        counts: Counter[tuple[str, str]] = Counter()
        for source, number in self._by_source("side").items():
            for mark in self.standing.sides(source):
                counts[f"{mark.topic}/{mark.slug}", mark.name] += number
        return self._facet("side", "side", "Side", counts)

    def _sources(self) -> Facet:
        rows = ((self.standing.sources[pk], number) for pk, number in self._by_source("source").items())
        counts = Counter({(row.slug, row.name): number for row, number in rows})
        return self._facet("source", "source", "Outlet", counts)

    def _countries(self) -> Facet:
        counts: Counter[tuple[str, str]] = Counter()
        for source, number in self._by_source("country").items():
            country = country_of(self.standing, source)
            if country:
                counts[country, country] += number
        return self._facet("country", "country", "Country of the outlet", counts)

    def _speakers(self) -> Facet:
        """Speakers whom a full text names; who is named only where little is published is no choice here."""
        full = [pk for pk in self.standing.sources if self.standing.mode(pk) is Mode.FULL]
        rows = self._fitting(self.asked.without("speaker")).filter(version__article__source__in=full)
        spelt = rows.order_by().filter(name=F("speaker__name")).values("speaker").annotate(number=Count("pk"))
        named = {row["speaker"] for row in spelt}
        counted = rows.order_by().filter(speaker__in=named).values("speaker").annotate(number=Count("pk"))
        numbers = {row["speaker"]: row["number"] for row in counted.order_by("-number", "speaker")[:SPEAKERS]}
        people = Speaker.objects.in_bulk(list(numbers))
        counts = Counter({(people[pk].slug, people[pk].name): number for pk, number in numbers.items()})
        return self._facet("speaker", "speaker", "Speaker", counts)

    def _plain(self, name: str, key: str, label: str, column: str, told: Callable[[str], str]) -> Facet:
        rows = self._fitting(self.asked.without(name)).order_by().values(column).annotate(number=Count("pk"))
        counts = Counter({(row[column], told(row[column])): row["number"] for row in rows if row[column]})
        return self._facet(name, key, label, counts)

    def _nested(self) -> Facet:
        rows = self._fitting(self.asked.without("nested"))
        within = Count("pk", filter=Q(parent_index__isnull=False))
        found = rows.order_by().aggregate(within=within, all=Count("pk"))
        counts = Counter({("no", "stands alone"): found["all"] - found["within"], ("yes", "nested"): found["within"]})
        return self._facet("nested", "nested", "Within another", counts)

    def _facet(self, name: str, key: str, label: str, counts: Counter[tuple[str, str]]) -> Facet:
        chosen = getattr(self.asked, name)
        if chosen and all(value != chosen for value, _ in counts):
            counts[chosen, chosen] = 0
        ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0][1]))
        options = (Option(value, told, number, value == chosen) for (value, told), number in ordered)
        return Facet(key, label, tuple(one for one in options if one.number or one.chosen))


def language_label(code: str) -> str:
    """A language's name in English; the code where it has none here."""
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code


def _class_label(value: str) -> str:
    return str(CLASS_LABELS[StatementClass(value)])


def _kind_label(value: str) -> str:
    return str(KIND_LABELS[Kind(value)])
