"""What happened in a story and when: first reports, what became known by whom, edits, lost feeds, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audiatur.comparison.laid import Row
from audiatur.hub.articles.items import Item
from audiatur.hub.gate import changes
from audiatur.hub.sources.models import Attempt, Outcome
from audiatur.hub.statements.shown import Shown
from audiatur.hub.stories.comparing import Rows
from audiatur.hub.stories.figures import Excerpt, Figures
from audiatur.hub.stories.history import Event
from audiatur.hub.stories.telling import Material
from audiatur.hub.written import Written
from audiatur.statements.values import Kind

# An outage is looked for from so long before the first article to so long after the last.
AROUND = timedelta(hours=12)
# Failed attempts from which a feed is said to have been out of reach: a single one is nobody's news.
FAILED = 3
# Texts and outlets that must carry an utterance for it to be told as something that became known.
CARRIED = 2


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened. ``kind`` names the style; ``item`` is the article that it is told of, None for none.

    ``statement`` is the utterance that became known, ``number`` the number in its sentence; ``until`` is the end of
    what lasted. ``retitled`` is since when a first report has the title that is shown, None: since it appeared.
    """

    when: datetime
    kind: str
    words: str
    item: Item | None = None
    statement: Shown | None = None
    until: datetime | None = None
    outlet: str = ""
    number: Excerpt | None = None
    retitled: datetime | None = None

    @property
    def seen(self) -> bool:
        """Whether it is of a time at which the hub saw or did it, not of one that an outlet gives."""
        return self.item is None or self.when != self.item.published


def timeline(material: Material, rows: Rows, figures: Figures, decided: Sequence[Event]) -> tuple[Happening, ...]:
    """Everything that is known to have happened, the earliest first; two queries."""
    found = [
        *_first_reports(material, rows),
        *_became_known(rows.laid.rows, rows),
        *_numbers(figures),
        *_edits(material.items),
        *(Happening(event.when, "editor", event.words) for event in decided if event.undone is None),
        *_lost(material.items),
    ]
    return tuple(sorted(found, key=lambda one: (one.when, _ORDER[one.kind])))


_ORDER = {"first": 0, "side": 1, "said": 2, "number": 3, "edit": 4, "lost": 5, "editor": 6}


def _first_reports(material: Material, rows: Rows) -> Iterator[Happening]:
    """The first report of all, and that of each side."""
    items = material.by_uid
    coverage = rows.laid.coverage
    for side in coverage.sides:
        if side.first is None or (side.side is None and side.first != coverage.first):
            continue
        item = items[side.first]
        if side.first == coverage.first:
            words = _("First report that the hub holds")
        else:
            mark = rows.mark(side.side)
            words = _("First report of the side %(side)s") % {"side": mark.name if mark else ""}
        kind, titled = "first" if side.first == coverage.first else "side", material.since.titled(item)
        yield Happening(item.published, kind, words, item, retitled=titled if titled != item.published else None)


def _became_known(told: Sequence[Row], rows: Rows) -> Iterator[Happening]:
    """Utterances that several texts of several outlets carry, at the time of the first of them."""
    for row in told:
        outlets = len({wording.said.outlet for wording in row.wordings})
        if min(row.voices, outlets) >= CARRIED:
            first = rows.wordings(row)[0]
            words = _carried(outlets, quoted=first.statement.form in _QUOTED)
            yield Happening(first.since, "said", words, first.item, first.statement)


# The forms of statements with words in quotation marks.
_QUOTED = frozenset({Kind.DIRECT.value, Kind.MIXED.value})


def _carried(count: int, *, quoted: bool) -> str:
    """How many outlets carry an utterance, and whether the first of them quoted it."""
    words = (
        ngettext("First quoted; %(count)s outlet carries it", "First quoted; %(count)s outlets carry it", count)
        if quoted
        else ngettext(
            "First reported; %(count)s outlet carries it", "First reported; %(count)s outlets carry it", count
        )
    )
    return words % {"count": count}


def _numbers(figures: Figures) -> Iterator[Happening]:
    """Each value of the numbers that differ, at the time at which it was first seen to be given."""
    for kind, use in figures.first_values():
        words = _("A number that others give differently: %(kind)s") % {"kind": kind}
        yield Happening(use.since, "number", words, use.excerpt.item, number=use.excerpt)


_EDITED: Written[tuple[int, int, datetime, list[str]]] = Written(
    lambda articles: (
        changes()
        .filter(article__in=articles)
        .order_by("seen", "pk")
        .values_list("article", "number", "seen", "changed")
    )
)


def _edits(items: Sequence[Item]) -> Iterator[Happening]:
    """What outlets changed in articles that are shown."""
    by_pk = {item.pk: item for item in items}
    for article, number, seen, changed in _EDITED.rows(list(by_pk)):
        parts = ", ".join(_PARTS[part]() for part in changed if part in _PARTS)
        words = (
            _("Changed after publication: %(parts)s (version %(number)s)")
            if parts
            else _("Changed (version %(number)s)")
        )
        yield Happening(seen, "edit", words % {"parts": parts, "number": number}, by_pk[article])


_PARTS = {"title": lambda: _("title"), "byline": lambda: _("byline"), "body": lambda: _("text")}


_FAILING: Written[tuple[int, int, datetime, datetime]] = Written(
    lambda sources, since, until: (
        Attempt.objects.order_by()
        .filter(source__in=sources, outcome=Outcome.FAILED, started__range=(since, until))
        .values("source")
        .annotate(count=Count("pk"), first=Min("started"), last=Max("started"))
        .filter(count__gte=FAILED)
        .values_list("source", "count", "first", "last")
    )
)


def _lost(items: Sequence[Item]) -> Iterable[Happening]:
    """Sources of the story whose feeds the hub tried in vain around its time."""
    if not items:
        return
    outlets = {item.source_pk: item.outlet for item in items}
    span = (items[0].published - AROUND, items[-1].published + AROUND)
    for source, count, first, last in _FAILING.rows(list(outlets), *span):
        words = ngettext(
            "The hub could not read its feed: %(count)s attempt failed",
            "The hub could not read its feed: %(count)s attempts failed",
            count,
        ) % {"count": count}
        yield Happening(first, "lost", words, None, None, last, outlets[source])
