"""The filters with what they would leave of what was found, counted over the hits that are listed at most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeAlias

from django.conf import settings
from django.utils.translation import gettext as _

from audiatur.hub.facets import Facet, Option
from audiatur.hub.languages.names import language_label
from audiatur.hub.search.asking import OF_SOURCES, Asked, Kind
from audiatur.hub.search.finding import Hit
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.shown import CLASS_LABELS
from audiatur.statements.values import StatementClass

# Hits are told apart by source, language and class; a pool of a thousand has some hundred such kinds.
_Kinds: TypeAlias = Counter[tuple[int, str, str]]


def facets(standing: Standing, asked: Asked, pool: Iterable[Hit]) -> tuple[Facet, ...]:
    """The filters over the hits that fit the words and the days, whatever the other filters."""
    kinds = Counter((hit.source, hit.language, hit.class_name) for hit in pool)
    made = [_of_sources(standing, asked, kinds, name) for name in OF_SOURCES]
    made.append(_plain(standing, asked, kinds, "language"))
    if asked.kind is Kind.STATEMENTS:
        made.append(_plain(standing, asked, kinds, "class_"))
    return tuple(facet for facet in made if facet.options)


def choices(standing: Standing, asked: Asked) -> tuple[Facet, ...]:
    """The filters with all their values and no numbers, where nothing is counted; of speakers their side alone."""
    labels = labels_of(standing)
    told: dict[str, set[str]] = {
        "side": {value for pk in standing.sources for value in OF_SOURCES["side"](standing, pk)}
    }
    if asked.kind is not Kind.SPEAKERS:
        opened = [pk for pk in standing.sources if standing.is_open(pk)]
        told |= {name: {value for pk in opened for value in of(standing, pk)} for name, of in OF_SOURCES.items()}
        told["language"] = set(settings.LANGUAGES_READ)
    if asked.kind is Kind.STATEMENTS:
        told["class_"] = {one.value for one in StatementClass}
    return tuple(_uncounted(asked, name, *labels[name], values) for name, values in told.items() if values)


def _uncounted(asked: Asked, name: str, label: str, told: Callable[[str], str], values: Iterable[str]) -> Facet:
    chosen = getattr(asked, name)
    options = tuple(Option(value, told(value), None, value == chosen) for value in sorted(values, key=told))
    return Facet(_key(name), label, options)


def _key(name: str) -> str:
    """The name of a filter in addresses."""
    return "class" if name == "class_" else name


def _of_sources(standing: Standing, asked: Asked, kinds: _Kinds, name: str) -> Facet:
    by_source: Counter[int] = Counter()
    for (source, language, class_name), number in kinds.items():
        if _fits(asked, language, class_name, name):
            by_source[source] += number
    counts: Counter[str] = Counter()
    for source, number in by_source.items():
        if asked.fits(standing, source, but=name):
            for value in OF_SOURCES[name](standing, source):
                counts[value] += number
    return _facet(asked, name, *labels_of(standing)[name], counts)


def _plain(standing: Standing, asked: Asked, kinds: _Kinds, name: str) -> Facet:
    fitting = {source for source, _, _ in kinds if asked.fits(standing, source)}
    counts: Counter[str] = Counter()
    for (source, language, class_name), number in kinds.items():
        value = language if name == "language" else class_name
        if value and source in fitting and _fits(asked, language, class_name, name):
            counts[value] += number
    return _facet(asked, name, *labels_of(standing)[name], counts)


def _fits(asked: Asked, language: str, class_name: str, but: str) -> bool:
    """Whether a hit fits the filters that are not on sources, or all but one."""
    return (but == "language" or not asked.language or language == asked.language) and (
        but == "class_" or not asked.class_ or class_name == asked.class_
    )


def _facet(asked: Asked, name: str, label: str, told: Callable[[str], str], counts: Counter[str]) -> Facet:
    chosen = str(getattr(asked, name))
    if chosen and chosen not in counts:
        counts[chosen] = 0
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], told(pair[0])))
    options = tuple(Option(value, told(value), number, value == chosen) for value, number in ordered)
    return Facet(_key(name), label, options)


def labels_of(standing: Standing) -> dict[str, tuple[str, Callable[[str], str]]]:
    """Of every filter its name and what its values are called."""
    names = {row.slug: row.name for row in standing.sources.values()}
    sides = {f"{topic.slug}/{mark.slug}": mark.name for topic in standing.topics for mark in topic.sides}
    return {
        "side": (_("Side"), lambda value: sides.get(value, value)),
        "source": (_("Outlet"), lambda value: names.get(value, value)),
        "country": (_("Country of the outlet"), str),
        "independence": (_("Independence class of the outlet"), str),
        "class_": (_("Class"), _class_label),
        "language": (_("Language"), language_label),
        "since": (_("Published from"), str),
        "until": (_("Published until"), str),
    }


def _class_label(value: str) -> str:
    return str(CLASS_LABELS[StatementClass(value)])
