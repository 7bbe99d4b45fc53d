"""The filters with what they would leave of what was found, counted over the hits that are listed at most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from audiatur.hub.search.asking import OF_SOURCES, Asked, Kind
from audiatur.hub.search.finding import Hit
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.ledger import language_label
from audiatur.hub.statements.shown import CLASS_LABELS
from audiatur.statements.values import StatementClass


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter, with the number of hits that have it, all other filters applied; None: not counted."""

    value: str
    label: str
    number: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values."""

    key: str
    label: str
    options: tuple[Option, ...]


def facets(standing: Standing, asked: Asked, pool: Sequence[Hit]) -> tuple[Facet, ...]:
    """The filters over the hits that fit the words and the days, whatever the other filters."""
    made = [_of_sources(standing, asked, pool, name) for name in OF_SOURCES]
    made.append(_plain(standing, asked, pool, "language", _("Language"), lambda hit: hit.language, language_label))
    if asked.kind is Kind.STATEMENTS:
        made.append(_plain(standing, asked, pool, "class_", _("Class"), lambda hit: hit.class_name, _class_label))
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


def _of_sources(standing: Standing, asked: Asked, pool: Iterable[Hit], name: str) -> Facet:
    by_source = Counter(
        hit.source for hit in pool if _fits(asked, hit, name) and asked.fits(standing, hit.source, but=name)
    )
    counts: Counter[str] = Counter()
    for source, number in by_source.items():
        for value in OF_SOURCES[name](standing, source):
            counts[value] += number
    label, told = _labels(standing)[name]
    return _facet(asked, name, label, counts, told)


def _plain(
    standing: Standing,
    asked: Asked,
    pool: Iterable[Hit],
    name: str,
    label: str,
    value: Callable[[Hit], str],
    told: Callable[[str], str],
) -> Facet:
    fitting = (hit for hit in pool if _fits(asked, hit, name) and asked.fits(standing, hit.source))
    return _facet(asked, name, label, Counter(value(hit) for hit in fitting if value(hit)), told)


def _fits(asked: Asked, hit: Hit, but: str) -> bool:
    """Whether a hit fits the filters that are not on sources, or all but one."""
    return (but == "language" or not asked.language or hit.language == asked.language) and (
        but == "class_" or not asked.class_ or hit.class_name == asked.class_
    )


def _facet(asked: Asked, name: str, label: str, counts: Counter[str], told: Callable[[str], str]) -> Facet:
    chosen = str(getattr(asked, name))
    if chosen and chosen not in counts:
        counts[chosen] = 0
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], told(pair[0])))
    options = tuple(Option(value, told(value), number, value == chosen) for value, number in ordered)
    return Facet(_key(name), label, options)


def labels_of(standing: Standing) -> dict[str, tuple[str, Callable[[str], str]]]:
    """Of every filter its name and what its values are called."""
    return {
        **_labels(standing),
        "class_": (_("Class"), _class_label),
        "language": (_("Language"), language_label),
        "since": (_("Published from"), str),
        "until": (_("Published until"), str),
    }


def _labels(standing: Standing) -> dict[str, tuple[str, Callable[[str], str]]]:
    names = {row.slug: row.name for row in standing.sources.values()}
    sides = {f"{topic.slug}/{mark.slug}": mark.name for topic in standing.topics for mark in topic.sides}
    return {
        "side": (_("Side"), lambda value: sides.get(value, value)),
        "source": (_("Outlet"), lambda value: names.get(value, value)),
        "country": (_("Country of the outlet"), str),
        "independence": (_("Independence class of the outlet"), str),
    }


def _class_label(value: str) -> str:
    return str(CLASS_LABELS[StatementClass(value)])
