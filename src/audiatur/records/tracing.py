"""Quotations traced in records: the one public function of the room."""

from __future__ import annotations

from collections.abc import Sequence

from audiatur.records.alignment import edits
from audiatur.records.deciding import agreement_of
from audiatur.records.index import Index
from audiatur.records.search import Find, finds, quoted_words
from audiatur.records.values import Agreement, Quotation, Trace
from audiatur.spans import Span

NEAR = 3
"""Days around the quotation's day whose records are searched first: time zones, and transcripts that come late."""

NOTHING = Trace(Agreement.NOT_FOUND)


def trace(quotation: Quotation, index: Index) -> Trace:
    """A quotation's place in the records of an index: verbatim, reworded, or not found.

    Records of the same day are searched first, then those of the days around it, then all: most of what is quoted was
    said that day, and the less there is to search, the less a place must show. Records in another language than the
    quotation are passed over: words cannot be compared across languages, and nothing is translated. Nobody is judged;
    the answer holds both wordings. Never fails on any text.
    """
    usable = [n for n, record in enumerate(index.records) if _readable(quotation.language, record.language)]
    words = len(quoted_words(quotation, index))
    if not index.searched():
        return Trace(Agreement.NO_RECORD)
    if not words or not usable:
        return NOTHING
    whole = None if len(usable) == len(index) else usable
    for within in [*_nearest_first(quotation, index, usable), whole]:
        for find in finds(quotation, index, within)[:3]:
            agreement = agreement_of(
                find, words, same_day=quotation.day is not None and find.record.day == quotation.day
            )
            if agreement is not Agreement.NOT_FOUND:
                return _found(quotation, index, find, agreement)
    return NOTHING


def _readable(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _nearest_first(quotation: Quotation, index: Index, usable: Sequence[int]) -> list[Sequence[int]]:
    """The records of the quotation's day, and those of the days around it, so far as that makes the search smaller."""
    steps: list[Sequence[int]] = []
    for most in (0, NEAR):
        near = [n for n in usable if _is_near(quotation, index, n, most)]
        if near and near not in steps and (len(near) < len(usable) or index.among > index.regions):
            steps.append(near)
    return steps


def _is_near(quotation: Quotation, index: Index, number: int, most: int) -> bool:
    day = index.records[number].day
    return day is not None and quotation.day is not None and abs((day - quotation.day).days) <= most


def _found(quotation: Quotation, index: Index, find: Find, agreement: Agreement) -> Trace:
    record = find.record
    return Trace(
        agreement=agreement,
        record=record.key,
        place=Span.of(record.text, find.start, find.end),
        score=round(find.match.score, 4),
        speaker=find.turn.speaker,
        words=edits(quoted_words(quotation, index), quotation.text, find.words, record.text),
    )
