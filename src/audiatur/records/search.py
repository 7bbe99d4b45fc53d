"""A quotation looked up in an index of records: its likeliest places, and what speaks for each of them."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audiatur.records.alignment import Match, between, exactly, roughly
from audiatur.records.index import Index, Stretch
from audiatur.records.names import may_be_one
from audiatur.records.values import Quotation, Record, Turn
from audiatur.records.words import Word, is_stop, words_of

LONGEST = 300
"""Words of a quotation that are compared; the rest of a longer one follows where these stand."""

AROUND = 600
"""Characters before and after a place in which words of the article's context are looked for: some five sentences."""

COMPARED = 4
"""Places that are compared word by word: the densest ones."""

ANOTHER = 25.0
"""Bits that a place is put back by where the record says that somebody else speaks."""


@dataclass(frozen=True, slots=True)
class Find:
    """A place that may be the quotation's, with what speaks for it.

    Attributes:
        own: whether the words there are by one whom the article quotes; None where either of them is not known.
        covered: share of the quotation's bits that the place has, in [0, 1].
        around: bits of the article's context that stand around the place.
        chance: bits that chance alone gives the best of so many places.
    """

    record: Record
    turn: Turn
    words: tuple[Word, ...]
    match: Match
    own: bool | None
    covered: float
    around: float
    chance: float

    @property
    def start(self) -> int:
        """Where the place begins in the record's text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end


def quoted_words(quotation: Quotation, index: Index) -> list[Word]:
    """The words of a quotation that are compared, compounds written as the records write them."""
    return index.as_written(list(words_of(quotation.text)))[:LONGEST]


def finds(quotation: Quotation, index: Index, within: Sequence[int] | None = None) -> list[Find]:
    """The likeliest places, the best first; empty where no record shares a telling word. ``within`` numbers records."""
    quoted = quoted_words(quotation, index)
    bits = {word.stem: index.bits(word) for word in quoted}
    all_bits = sum(bits[word.stem] for word in quoted)
    context = {word.stem: index.bits(word) for word in words_of(quotation.context) if not is_stop(word.key)}
    for stem in bits:
        context.pop(stem, None)
    chance = math.log2(max(index.searched(within), 2))
    pieces: list[tuple[float, Stretch, Turn, list[Word], tuple[int, int]]] = []
    for stretch in index.stretches(quoted, within):
        for turn, words in _by_turn(stretch):
            rough = roughly(quoted, words, bits)
            if rough is not None:
                worth = rough[0] - (ANOTHER if _own(quotation, turn) is False else 0)
                pieces.append((worth, stretch, turn, words, rough[1:]))
    pieces.sort(key=lambda piece: (-piece[0], piece[1].record.key, piece[1].start))
    found = []
    for _, stretch, turn, words, window in pieces[:COMPARED]:
        match = exactly(quoted, words, stretch.record.text, window, bits)
        inside = tuple(words[match.first : match.last])
        around = _around(stretch.record, turn, inside, context)
        covered = match.shared / all_bits if all_bits else 0.0
        found.append(Find(stretch.record, turn, inside, match, _own(quotation, turn), covered, around, chance))
    return sorted(found, key=_rank)


def _rank(find: Find) -> tuple[float, str, int]:
    """By bits shared, in one run and around, another's words last; of equals the same in every run."""
    worth = find.match.shared + find.match.run_bits + find.around / 4 - 2 * len(find.words) * (1 - find.match.score)
    return (-worth + (ANOTHER if find.own is False else 0), find.record.key, find.start)


def _by_turn(stretch: Stretch) -> list[tuple[Turn, list[Word]]]:
    """The words of a stretch, apart for each turn."""
    turns = stretch.record.turns
    first = max(bisect_right([turn.start for turn in turns], stretch.start) - 1, 0)
    found = []
    for turn in turns[first:]:
        if turn.start >= stretch.end:
            break
        start, end = max(turn.start, stretch.start), min(turn.end, stretch.end)
        if start < end:
            found.append((turn, list(words_of(stretch.record.text, start, end, notes=False))))
    return found


def _own(quotation: Quotation, turn: Turn) -> bool | None:
    if not quotation.speakers or turn.label is None:
        return None
    return turn.named and turn.speaker is not None and any(may_be_one(turn.speaker, s) for s in quotation.speakers)


def _around(record: Record, turn: Turn, inside: Sequence[Word], context: Mapping[str, float]) -> float:
    """Bits of the context's words that stand near the place, in the same turn."""
    start, end = max(inside[0].start - AROUND, turn.start), min(inside[-1].end + AROUND, turn.end)
    near = {word.stem for word in between(list(words_of(record.text, start, end, notes=False)), start, end)}
    return sum(weight for stem, weight in context.items() if stem in near)
