"""What the page of a ledger counts: its newest statements, read once, and how many of them each filter would leave.

However large the hub, so many rows are read and no more. Where there are older ones the page says so, and a period or a
speaker leads to them; the ledger as data holds all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from audiatur.hub.facets import Facet, Option
from audiatur.hub.languages.names import language_label
from audiatur.hub.sources.models import Source
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.asking import Asked, country_of
from audiatur.hub.statements.models import Speaker, Statement
from audiatur.hub.statements.queries import perhaps
from audiatur.hub.statements.shown import CLASS_LABELS, KIND_LABELS
from audiatur.provenance.values import Mode
from audiatur.statements.values import Kind, StatementClass

# Statements that a page of a ledger reads: some 30 ms of processor time.
COUNTED = 5000
# Speakers offered as a filter: the most reported ones.
SPEAKERS = 40
# Filters with a list of choices, each counted as if it were not set.
CHOICES = ("side", "source", "country", "speaker", "class_", "kind", "language", "nested")
_COLUMNS = ("pk", "source_id", "speaker_id", "name", "class_name", "kind", "version__language", "parent_index", "date")


@dataclass(frozen=True, slots=True)
class Line:
    """A statement as counting sees it, in the order of publication."""

    pk: int
    source: int
    speaker: int | None
    name: str
    class_name: str
    kind: str
    language: str
    parent: int | None
    date: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The keys of the statements that fit, in the order asked for, and the filters with what each would leave.

    ``cut`` is how many of the newest were read where there are more; None where these are all.
    """

    keys: tuple[int, ...]
    facets: tuple[Facet, ...]
    cut: int | None


def counted(standing: Standing, scope: Q, asked: Asked, sources: Sequence[int] | None = None) -> Counted:
    """The statements of a scope that fit what was asked. ``sources``: the scope is all that these have published."""
    plain = replace(asked, **dict.fromkeys(CHOICES, ""))
    wide = _newest(perhaps(standing).filter(scope), plain, standing, sources)
    # A speaker's statements are found by themselves, however far back; the other speakers are those of the newest.
    lines = wide
    if asked.speaker:
        of_one = Q(speaker__in=Speaker.objects.filter(slug=asked.speaker).values("pk"))
        lines = _newest(perhaps(standing).filter(scope & of_one), plain, standing, None)
    tests = _tests(standing, asked)
    fitting = [line for line in lines[0] if all(test(line) for test in tests.values())]
    if asked.order == "said":
        fitting.sort(key=lambda line: line.date, reverse=True)
    facets = _Facets(standing, asked, lines[0], wide[0], tests).all()
    return Counted(tuple(line.pk for line in fitting), facets, len(lines[0]) if lines[1] else None)


def _newest(
    rows: QuerySet[Statement], plain: Asked, standing: Standing, sources: Sequence[int] | None
) -> tuple[list[Line], bool]:
    """The newest statements, newest first, and whether there are more."""
    found = rows.filter(plain.fits(standing)).order_by("-published", "-version_id", "index")
    since = _reaching(sources, plain, standing) if sources else None
    if since is not None:
        found = found.filter(published__gte=since)
    lines = [Line(*row) for row in found.values_list(*_COLUMNS)[: COUNTED + 1]]
    return lines[:COUNTED], len(lines) > COUNTED or since is not None


def _reaching(sources: Sequence[int], plain: Asked, standing: Standing) -> datetime | None:
    """A moment since which some sources have no more statements than are read; None: since ever.

    As with articles (``items.reaching``), from the index of each source; it lies before a part of each at least.
    """
    told = Statement.objects.listed().filter(plain.published(), source=OuterRef("pk")).order_by("-published")
    share = max(1, COUNTED // len(sources))
    edge = Subquery(told.values("published")[share - 1 : share])
    rows = Source.objects.filter(pk__in=list(set(sources) - standing.closed)).order_by().annotate(edge=edge)
    found: datetime | None = rows.aggregate(since=Max("edge"))["since"]
    return found


Test = Callable[[Line], bool]


def _tests(standing: Standing, asked: Asked) -> dict[str, Test]:
    """The filters that are set, by name; the speaker is chosen by the query already."""
    tests: dict[str, Test] = {}
    if asked.side:
        members = frozenset(standing.members(*asked.side.partition("/")[::2]))
        tests["side"] = lambda line: line.source in members
    if asked.source:
        of = frozenset(pk for pk, row in standing.sources.items() if row.slug == asked.source)
        tests["source"] = lambda line: line.source in of
    if asked.country:
        there = frozenset(pk for pk in standing.sources if country_of(standing, pk) == asked.country)
        tests["country"] = lambda line: line.source in there
    if asked.class_:
        tests["class_"] = lambda line: line.class_name == asked.class_
    if asked.kind:
        tests["kind"] = lambda line: line.kind == asked.kind
    if asked.language:
        tests["language"] = lambda line: line.language == asked.language
    if asked.nested:
        tests["nested"] = lambda line: (line.parent is None) == (asked.nested == "no")
    return tests


class _Facets:
    """The filters with their choices, counted over the lines that were read."""

    def __init__(
        self, standing: Standing, asked: Asked, lines: Sequence[Line], wide: Sequence[Line], tests: dict[str, Test]
    ) -> None:
        self._standing = standing
        self._asked = asked
        self._wide = wide
        self._tests = tests
        self._left: dict[str, list[Line]] = {name: [] for name in CHOICES}
        for line in lines:
            failed = [name for name, test in tests.items() if not test(line)]
            if not failed:
                for found in self._left.values():
                    found.append(line)
            elif len(failed) == 1:
                self._left[failed[0]].append(line)

    def all(self) -> tuple[Facet, ...]:
        """Those with any choice, in the order of the form."""
        made = (self._sides(), self._sources(), self._countries(), self._speakers())
        return tuple(facet for facet in (*made, *self._plain(), self._nested()) if facet.options)

    def _by_source(self, name: str) -> Counter[int]:
        return Counter(line.source for line in self._left[name])

    def _sides(self) -> Facet:
        counts: Counter[tuple[str, str]] = Counter()
        for source, number in self._by_source("side").items():
            for mark in self._standing.sides(source):
                counts[f"{mark.topic}/{mark.slug}", mark.name] += number
        return self._facet("side", "side", _("Side"), counts)

    def _sources(self) -> Facet:
        rows = ((self._standing.sources[pk], number) for pk, number in self._by_source("source").items())
        return self._facet("source", "source", _("Outlet"), Counter({(row.slug, row.name): n for row, n in rows}))

    def _countries(self) -> Facet:
        counts: Counter[tuple[str, str]] = Counter()
        for source, number in self._by_source("country").items():
            country = country_of(self._standing, source)
            if country:
                counts[country, country] += number
        return self._facet("country", "country", _("Country of the outlet"), counts)

    def _speakers(self) -> Facet:
        """Speakers whom a full text names; who is named only where little is published is no choice here."""
        others = [line for line in self._wide if all(test(line) for test in self._tests.values())]
        lines = others if self._asked.speaker else self._left["speaker"]
        full = [line for line in lines if self._standing.mode(line.source) is Mode.FULL and line.speaker is not None]
        numbers = Counter(line.speaker for line in full if line.speaker is not None)
        people = Speaker.objects.in_bulk([pk for pk, _number in numbers.most_common(2 * SPEAKERS)])
        spelt = {(line.speaker, line.name) for line in full}
        named = [pk for pk, row in people.items() if (pk, row.name) in spelt]
        kept = sorted(named, key=lambda pk: (-numbers[pk], pk))[:SPEAKERS]
        counts = Counter({(people[pk].slug, people[pk].name): numbers[pk] for pk in kept})
        return self._facet("speaker", "speaker", _("Speaker"), counts)

    def _plain(self) -> Iterable[Facet]:
        classes = Counter(line.class_name for line in self._left["class_"])
        kinds = Counter(line.kind for line in self._left["kind"])
        languages = Counter(line.language for line in self._left["language"] if line.language)
        told = {value: str(CLASS_LABELS[StatementClass(value)]) for value in classes}
        yield self._facet("class_", "class", _("Class"), _named(classes, told))
        told = {value: str(KIND_LABELS[Kind(value)]) for value in kinds}
        yield self._facet("kind", "kind", _("Form"), _named(kinds, told))
        told = {value: language_label(value) for value in languages}
        yield self._facet("language", "language", _("Language"), _named(languages, told))

    def _nested(self) -> Facet:
        within = sum(line.parent is not None for line in self._left["nested"])
        alone = len(self._left["nested"]) - within
        counts = Counter({("no", _("stands alone")): alone, ("yes", _("nested")): within})
        return self._facet("nested", "nested", _("Within another"), counts)

    def _facet(self, name: str, key: str, label: str, counts: Counter[tuple[str, str]]) -> Facet:
        chosen = getattr(self._asked, name)
        if chosen and all(value != chosen for value, _told in counts):
            counts[chosen, chosen] = 0
        ordered = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0][1])))
        options = (Option(value, told, number, value == chosen) for (value, told), number in ordered)
        return Facet(key, label, tuple(one for one in options if one.number or one.chosen))


def _named(counts: Mapping[str, int], told: Mapping[str, str]) -> Counter[tuple[str, str]]:
    return Counter({(value, told[value]): number for value, number in counts.items()})
