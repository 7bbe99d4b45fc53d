"""Statements as pages read them: their columns in one statement that is written once, no rows of tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from django.db.models import Exists, OuterRef, QuerySet

from audiatur.hub.records.models import QuotationTrace
from audiatur.hub.statements.models import Speaker, Statement
from audiatur.hub.written import Written

Span = Mapping[str, int | str]


class Voice(NamedTuple):
    """A speaker: the part of the address, and the keys of the sides."""

    slug: str
    sides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement's columns by the names of the table; ``traced`` is whether a quotation of it stands in a record."""

    pk: int
    article: int
    uid: str
    index: int
    reach: int
    kind: str
    class_name: str
    name: str
    role: str
    mention: Span | None
    cue: Span | None
    content: Sequence[Span]
    date: str
    date_text: Span | None
    inherited: bool
    place: Span | None
    addressee: Span | None
    parent_index: int | None
    found_by: str
    derived: Mapping[str, object]
    traced: bool
    speaker: Voice | None


_OWN = (
    "uid index reach kind class_name name role mention cue content date date_text inherited place addressee "
    "parent_index found_by derived"
)


_SPEAKER = -2
"""Where the speaker's key stands in a row."""


def _of_articles(articles: Sequence[int]) -> QuerySet[Statement, tuple[object, ...]]:
    traced = Exists(QuotationTrace.objects.filter(statement=OuterRef("pk"), transcript__isnull=False))
    rows = Statement.objects.told_now().filter(version__article__in=articles).order_by("version", "index")
    return rows.values_list("pk", "version__article", *_OWN.split(), traced, "speaker", "speaker__slug")


_STATEMENTS = Written(_of_articles)
_SIDES: Written[tuple[int, int]] = Written(
    lambda people: (
        Speaker.sides.through.objects.filter(speaker__in=people)
        .order_by("side__topic", "side__position", "side__name")
        .values_list("speaker", "side")
    )
)


# The columns stand in the order of the fields.
_MADE = cast("Callable[..., Spoken]", Spoken)


def spoken(articles: Iterable[int]) -> dict[int, list[Spoken]]:
    """What counts in the latest versions of articles, by their keys, in the order of the text; two queries."""
    rows = _STATEMENTS.rows(list(articles))
    people = cast("set[int]", {row[_SPEAKER] for row in rows} - {None})
    sides: dict[object, list[int]] = defaultdict(list)
    for key, side in _SIDES.rows(sorted(people)):
        sides[key].append(side)
    found: dict[int, list[Spoken]] = defaultdict(list)
    for *columns, speaker, slug in rows:
        one = _MADE(*columns, None if speaker is None else Voice(str(slug), tuple(sides[speaker])))
        found[one.article].append(one)
    return found
