"""Lays the statements that were read beside those of the gold: which is which, by the words of their contents."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audiatur.spans import Span
from audiatur.statements.values import Statement
from evaluation.own_gold_values import GoldArticle, GoldStatement

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Compared:
    """An article's gold, the statements read of it, and the pairs of their indexes, gold first."""

    gold: GoldArticle
    read: tuple[Statement, ...]
    pairs: Mapping[int, int]

    @property
    def matched(self) -> list[tuple[GoldStatement, Statement]]:
        """The pairs that count: those whose gold is not optional."""
        all_ = [(self.gold.statements[g], self.read[r]) for g, r in self.pairs.items()]
        return [(one, other) for one, other in all_ if not one.optional]

    @property
    def wanted(self) -> int:
        """How many statements have to be found."""
        return sum(not one.optional for one in self.gold.statements)

    @property
    def offered(self) -> int:
        """How many statements were read, without those that match an optional one."""
        return len(self.read) - sum(self.gold.statements[g].optional for g in self.pairs)


class Words:
    """The words of a text, so that spans are compared by words and not by letters or marks."""

    def __init__(self, text: str) -> None:
        self._starts = [hit.start() for hit in _WORD.finditer(text)]

    def of(self, spans: Sequence[Span]) -> frozenset[int]:
        """The numbers of the words that begin in one of the spans."""
        return frozenset(
            number
            for span in spans
            for number in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))
        )

    def overlap(self, one: Sequence[Span], other: Sequence[Span]) -> float:
        """Intersection over union of the words; 0 where neither has any."""
        mine, yours = self.of(one), self.of(other)
        return len(mine & yours) / len(mine | yours) if mine | yours else 0.0


def match(gold: GoldArticle, read: Sequence[Statement], bar: float) -> Compared:
    """Pairs gold and read statements one to one, best overlap of contents first.

    Contents that overlap equally well go by the cue, then by the source: two statements may share their words.
    """
    words = Words(gold.text)
    ranked = []
    for g, one in enumerate(gold.statements):
        for r, other in enumerate(read):
            overlap = words.overlap(one.content, other.content)
            if overlap >= bar:
                cue = words.overlap(spans(one.cue), spans(other.cue))
                source = words.overlap(spans(one.mention), spans(other.speaker.mention))
                ranked.append((-round(overlap, 3), -cue, -source, g, r))
    pairs: dict[int, int] = {}
    for *_, g, r in sorted(ranked):
        if g not in pairs and r not in pairs.values():
            pairs[g] = r
    return Compared(gold, tuple(read), dict(sorted(pairs.items())))


def spans(span: Span | None) -> tuple[Span, ...]:
    """None or one span, as a sequence."""
    return (span,) if span else ()


def same_name(gold: GoldStatement, name: str | None) -> bool:
    """Whether the name is one of those that the gold allows, None for None; letter case and apostrophes don't count."""
    if gold.name is None or name is None:
        return gold.name is name
    return _plain(name) in {_plain(one) for one in (gold.name, *gold.also)}


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())
