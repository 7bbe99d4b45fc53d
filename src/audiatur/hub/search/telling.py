"""The words of the search page: what was searched, what was passed over, and how to ask for more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audiatur.hub.facets import Facet
from audiatur.hub.search.asking import Asked, Kind, Order
from audiatur.hub.search.facets import choices, labels_of
from audiatur.hub.search.query import LONGEST_QUERY, MOST_TERMS, Ignored, Query
from audiatur.hub.search.results import Search
from audiatur.hub.sources.standing import Standing
from audiatur.hub.templatetags.reading import day


@dataclass(frozen=True, slots=True)
class Choice:
    """A link to the same search of something else, or in a looser form."""

    label: str
    path: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """The form with its filters. ``hidden`` are what is asked for besides and stays so."""

    path: str
    facets: tuple[Facet, ...]
    hidden: tuple[tuple[str, str], ...]
    orders: tuple[Choice, ...]
    all: str


def title(asked: Asked) -> str:
    """The name of the page."""
    return _("Search: %(words)s") % {"words": asked.words} if asked.words else _("Search")


def description() -> str:
    """What can be searched."""
    return _("Titles, texts, statements and speakers of every side, as far as this hub may show them.")


def tabs(asked: Asked) -> tuple[Choice, ...]:
    """The same words and filters in everything that can be searched."""
    return tuple(Choice(label, _path(asked.of_kind(kind)), kind is asked.kind) for kind, label in _kinds().items())


def form_of(standing: Standing, found: Search) -> Form:
    """The form as it was filled in, with the numbers of what was found."""
    asked = found.asked
    counts = asked.asks and asked.kind is not Kind.SPEAKERS
    made = found.facets() if counts else choices(standing, asked)
    hidden = [("kind", asked.kind.value)] if asked.kind is not Kind.ARTICLES else []
    names = {Order.RELEVANCE: _("place of the words"), Order.NEWEST: _("date")}
    orders = tuple(Choice(names[order], order.value, order is asked.order) for order in Order)
    bare = Asked(words=asked.words, kind=asked.kind)
    return Form(reverse("search"), made, tuple(hidden), orders, _path(bare) if asked.filtered else "")


def noted(asked: Asked, query: Query) -> tuple[str, ...]:
    """What was passed over, in sentences."""
    told = [_no_value(name) % {"name": name, "value": value} for name, value in asked.passed_over]
    return (*told, *(_NOTES[note.why](note.words) for note in query.notes))


def _no_value(name: str) -> str:
    """That a word is no value of a filter, and what is."""
    if name in {"from", "to"}:
        return _(
            "“%(value)s” is no value of the filter “%(name)s”, so it filters nothing. Days are written as 2022-04-12."
        )
    return _("“%(value)s” is no value of the filter “%(name)s”, so it filters nothing. Its list has them all.")


def _too_long(words: str) -> str:
    return _("Only the first %(most)d characters were looked for; left out: %(words)s") % {
        "most": LONGEST_QUERY,
        "words": words[:60],
    }


def _too_many(words: str) -> str:
    return _("Only %(most)d words are looked for at once; left out: %(words)s") % {"most": MOST_TERMS, "words": words}


_NOTES: dict[Ignored, Callable[[str], str]] = {
    Ignored.TOO_LONG: _too_long,
    Ignored.TOO_MANY: _too_many,
    Ignored.OPEN_QUOTE: lambda words: (
        _("A quotation mark (%(words)s) is never closed; all after it is one phrase.") % {"words": words}
    ),
    Ignored.NO_WORD: lambda words: _("There is no word in %(words)s, so it was left out.") % {"words": words},
    Ignored.ALONE: lambda words: _("%(words)s needs a word on either side, so it was left out.") % {"words": words},
    Ignored.ONLY_WITHOUT: lambda words: (
        _("A search needs a word that is to be found beside -%(words)s.") % {"words": words}
    ),
}


def empty(standing: Standing, asked: Asked, query: Query) -> str:
    """What was searched for in vain, with its filters."""
    labels = labels_of(standing)
    filters = ", ".join(
        f"{labels[name][0]}: {_value(name, labels[name][1](getattr(asked, name)))}" for name in asked.filtered
    )
    told = {"what": _kinds()[asked.kind], "words": query.typed, "filters": filters}
    if filters and query.typed:
        return _("Searched: %(what)s with “%(words)s” (%(filters)s). Nothing that may be shown here fits.") % told
    if filters:
        return _("Searched: %(what)s (%(filters)s). Nothing that may be shown here fits.") % told
    return _("Searched: %(what)s with “%(words)s”. Nothing that may be shown here fits.") % told


def loosened(standing: Standing, asked: Asked, query: Query) -> tuple[Choice, ...]:
    """Searches that find more: without a filter, with any of the words, without phrases, in something else."""
    labels = labels_of(standing)
    told = [
        Choice(
            _("Without the filter “%(name)s: %(value)s”")
            % {"name": labels[name][0], "value": _value(name, labels[name][1](getattr(asked, name)))},
            _path(asked.without(name)),
        )
        for name in asked.filtered
    ]
    if len(query.clauses) > 1:
        words = " OR ".join(_written(term.typed) for term in query.sought)
        told.append(Choice(_("Any of the words"), _path(replace(asked, words=words))))
    phrases = [term.typed for term in query.sought if " " in term.typed]
    if phrases:
        words = " ".join(term.typed for term in query.sought)
        told.append(Choice(_("The words of the phrase anywhere"), _path(replace(asked, words=words))))
    others = [kind for kind in _kinds() if kind is not asked.kind]
    told += [
        Choice(_("The same in: %(what)s") % {"what": _kinds()[kind]}, _path(asked.of_kind(kind))) for kind in others
    ]
    return tuple(told)


def counted(asked: Asked, number: int, more: bool) -> str:
    """How much was found, in words."""
    if more:
        return _("More than %(number)d found; the newest of them are listed") % {"number": number}
    if asked.kind is Kind.STATEMENTS:
        return ngettext("%(number)d statement", "%(number)d statements", number) % {"number": number}
    if asked.kind is Kind.SPEAKERS:
        return ngettext("%(number)d speaker", "%(number)d speakers", number) % {"number": number}
    if asked.kind is Kind.STORIES:
        return ngettext("%(number)d story", "%(number)d stories", number) % {"number": number}
    return ngettext("%(number)d article", "%(number)d articles", number) % {"number": number}


def _kinds() -> dict[Kind, str]:
    return {
        Kind.ARTICLES: _("Articles"),
        Kind.STATEMENTS: _("Statements"),
        Kind.SPEAKERS: _("Speakers"),
        Kind.STORIES: _("Stories"),
    }


def _value(name: str, value: str) -> str:
    return day(date.fromisoformat(value)) if name in {"since", "until"} else value


def _written(typed: str) -> str:
    return f'"{typed}"' if " " in typed else typed


def _path(asked: Asked) -> str:
    return f"{reverse('search')}?{asked.query}".rstrip("?")
