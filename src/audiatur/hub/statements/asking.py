"""What a reader asks of a ledger: the filters of its address, and the statements that fit them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Q
from django.http import Http404
from django.utils.http import urlencode

from audiatur.hub.sources.standing import Standing
from audiatur.statements.values import Kind, StatementClass

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_SAID = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z", re.ASCII)
ORDERS = ("published", "said")


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters; what is empty or None filters nothing.

    ``side`` is ``topic/side``; ``source`` and ``speaker`` are parts of addresses. ``since`` and ``until`` are days of
    publication, both included; ``said_since`` and ``said_until`` dates of the utterance as written in ISO 8601 at any
    precision: what is known only to the month counts where the month reaches into the range.
    """

    side: str = ""
    source: str = ""
    country: str = ""
    class_: str = ""
    kind: str = ""
    language: str = ""
    since: str = ""
    until: str = ""
    said_since: str = ""
    said_until: str = ""
    speaker: str = ""
    nested: str = ""
    quoted: str = ""
    order: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Asked:
        """From the query of an address; Http404 for a day or a choice that is none."""
        told = {name: given.get(key, "").strip()[:200] for name, key in _KEYS.items()}
        for name in ("since", "until"):
            _check(name, told[name], is_day)
        for name in ("said_since", "said_until"):
            _check(name, told[name], is_date)
        for name, choices in _CHOICES.items():
            if told[name] and told[name] not in choices:
                raise Http404(f"no such choice of {name}; there are {', '.join(choices)}")
        return cls(**told)

    @property
    def query(self) -> str:
        """The filters as the query of an address, ``&`` at its end; empty where there are none."""
        told = {key: getattr(self, name) for name, key in _KEYS.items() if getattr(self, name)}
        return f"{urlencode(told)}&" if told else ""

    def without(self, *names: str) -> Asked:
        """The same without some filters."""
        return replace(self, **dict.fromkeys(names, ""))

    def fits(self, standing: Standing) -> Q:
        """The condition on statements of latest versions."""
        told = Q()
        if self.class_:
            told &= Q(class_name=self.class_)
        if self.kind:
            told &= Q(kind=self.kind)
        if self.language:
            told &= Q(version__language=self.language)
        if self.speaker:
            told &= Q(speaker__slug=self.speaker)
        if self.nested:
            told &= Q(parent_index__isnull=self.nested == "no")
        if self.quoted:
            told &= Q(kind__in=(Kind.DIRECT, Kind.MIXED))
        if self.side or self.source or self.country:
            told &= Q(source__in=self._sources(standing))
        return told & self.published() & self._said()

    def _sources(self, standing: Standing) -> list[int]:
        topic, _, side = self.side.partition("/")
        members = set(standing.members(topic, side)) if self.side else set(standing.sources)
        return [
            pk
            for pk, row in standing.sources.items()
            if pk in members
            and (not self.source or row.slug == self.source)
            and (not self.country or country_of(standing, pk) == self.country)
        ]

    def published(self) -> Q:
        """The condition on when the article appeared."""
        told = Q()
        if self.since:
            told &= Q(published__gte=f"{self.since}T00:00:00Z")
        if self.until:
            after = date.fromisoformat(self.until) + timedelta(days=1)
            told &= Q(published__lt=f"{after.isoformat()}T00:00:00Z")
        return told

    def _said(self) -> Q:
        told = Q()
        if self.said_since or self.said_until:
            told &= ~Q(date="")
        if self.said_since:
            coarser = [self.said_since[:length] for length in (4, 7) if length < len(self.said_since)]
            told &= Q(date__gte=self.said_since) | Q(date__in=coarser)
        if self.said_until:
            told &= Q(date__lte=self.said_until) | Q(date__startswith=self.said_until)
        return told


def country_of(standing: Standing, source: int) -> str:
    """The country of a source as its notice has it; empty where it is not known."""
    return standing.gate.of(standing.sources[source])[1].country or ""


def is_date(word: str) -> bool:
    """Whether a word is a year, month or day of the calendar, in ISO 8601, that has a next day."""
    if _SAID.match(word) is None or word.startswith("9999"):
        return False
    try:
        date.fromisoformat((word + "-01-01")[:10])
    except ValueError:
        return False
    return True


def is_day(word: str) -> bool:
    """Whether a word is a day of the calendar in ISO 8601."""
    return _DAY.match(word) is not None and is_date(word)


def _check(name: str, word: str, known: Callable[[str], bool]) -> None:
    if word and not known(word):
        raise Http404(f"{name}: no such day; a day is written 2022-04-12")


_KEYS = {
    "side": "side",
    "source": "source",
    "country": "country",
    "class_": "class",
    "kind": "kind",
    "language": "language",
    "since": "from",
    "until": "to",
    "said_since": "said_from",
    "said_until": "said_to",
    "speaker": "speaker",
    "nested": "nested",
    "quoted": "quoted",
    "order": "order",
}
_CHOICES: dict[str, tuple[str, ...]] = {
    "class_": tuple(StatementClass),
    "kind": tuple(Kind),
    "nested": ("yes", "no"),
    "quoted": ("yes",),
    "order": ORDERS,
}
