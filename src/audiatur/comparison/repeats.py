"""Utterances of one side that are told more than once: a headline and its quotation, a part and the whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audiatur.comparison.laid import Row
from audiatur.spans import Span

CONTAINED = 0.75
"""Share of an utterance's terms from which a longer one that has them tells it too: "courts keep no diplomatic
calendar" above "the courts of Lorria do not keep a diplomatic calendar, he said"."""

SHARED = 2
"""Terms that the two must share at least."""

VERBATIM, LONG = 0.95, 8
"""The same where two articles name two speakers, and terms that the words must have: a sentence of a statement that one
gives to the ministry and another to its spokesman is one."""

LEADS, LED = 3, 60
"""The rarest terms by which an utterance is looked up, and utterances that are looked at for each: a bound."""


@dataclass(frozen=True, slots=True)
class Worded:
    """An utterance with the terms of one of its wordings."""

    row: Row
    terms: frozenset[str]


def told_once(mine: Sequence[Worded], others: Sequence[Worded]) -> list[Row]:
    """The utterances without those whose words a longer one among them has too, or one of the others; in their order.

    Of two that have as many terms the first is kept. Left out is only what one article has within another statement,
    and what the same speaker, or one of the two nobody who is named, says with ``CONTAINED`` of its terms in common, or
    another speaker word for word.
    """
    counts = Counter(term for one in (*mine, *others) for term in one.terms)
    having: dict[str, list[Worded]] = defaultdict(list)
    for one in others:
        _enter(one, having)
    kept = set()
    for number in sorted(range(len(mine)), key=lambda number: (-len(mine[number].terms), number)):
        one = mine[number]
        leads = sorted(one.terms, key=lambda term: (counts[term], term))[:LEADS]
        if not any(_within(one, other) for term in leads for other in having[term][:LED]):
            kept.add(number)
            _enter(one, having)
    return [one.row for number, one in enumerate(mine) if number in kept]


def _enter(one: Worded, having: dict[str, list[Worded]]) -> None:
    for term in one.terms:
        having[term].append(one)


def _within(one: Worded, other: Worded) -> bool:
    """Whether the other tells what one tells."""
    if _inside(one.row, other.row):
        return True
    shared = len(one.terms & other.terms)
    keys = {one.row.speaker_key, other.row.speaker_key}
    if len(keys) > 1 and None not in keys:
        return shared >= max(LONG, VERBATIM * len(one.terms))
    return shared >= max(SHARED, CONTAINED * len(one.terms))


def _inside(one: Row, other: Row) -> bool:
    """Whether each wording of one stands within a wording of the other in the same article."""
    return all(
        any(
            theirs.said.telling == mine.said.telling and _covers(theirs.said.statement.spans, mine.said.statement.spans)
            for theirs in other.wordings
        )
        for mine in one.wordings
    )


def _covers(outer: Iterable[Span], inner: Sequence[Span]) -> bool:
    spans = list(outer)
    return bool(inner) and all(any(span.covers(part) for span in spans) for part in inner)
