"""An index of records: which few stretches of years of transcripts are worth comparing with a quotation.

A record is cut into regions of a few dozen words. For each stem, and each pair of words that follow one another, the
index has the regions with it. A search gathers the regions of a quotation's rarest terms, a bounded number of them, and
asks of the common terms only whether they are in what was gathered, so its cost hardly grows with the records.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from zlib import crc32

from audiatur.records.values import Record
from audiatur.records.words import Word, forms, is_news, is_stop, words_of

REGION = 32
"""Words of a region: a long sentence. Shorter ones cost memory, longer ones make common words of rare ones."""

PAIRS = 1 << 18
"""Numbers that pairs of words are hashed to. With 20 million words each has some 80 regions."""

GATHERED = 3000
"""Entries of the rarest terms that a search looks at: 1 ms. A phrase of nothing but common words has pairs as rare."""

ASKED = 400
"""Of the regions gathered so many, those with most bits, are asked for the common terms."""

WEIGHED = 60
"""Regions with the most bits around which stretches are laid."""

KEPT = 6
"""Stretches that are compared. The right one was among the first three of nearly all that were looked at."""

BACKGROUND = 4000
"""Regions of ordinary speech that stand in for records not yet seen: two hours of it."""

STOP, NEWS, OTHER = BACKGROUND // 2, BACKGROUND // 50, 1
"""In how many of these a stop word, a word that news is full of, and any other word is."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a record's text to look at; ``weight`` in bits is how much of the words is there."""

    record: Record
    start: int
    end: int
    weight: float


class Index:
    """Records made searchable, one by one. Never fails on any text; a key that is added twice is a ValueError.

    ``among`` is how many regions were searched before, where these records were chosen out of many: chance counts by
    all of them.
    """

    def __init__(self, records: Iterable[Record] = (), *, among: int = 0) -> None:
        self.among = among
        self._records: list[Record] = []
        self._keys: set[str] = set()
        self._firsts = array("I")  # the first region of each record
        self._starts = array("I")  # where each region begins in its record's text
        self._stems: dict[str, array[int]] = {}
        self._pairs: dict[int, array[int]] = {}
        self._compounds: set[str] = set()
        for record in records:
            self.add(record)

    def __len__(self) -> int:
        return len(self._records)

    @property
    def records(self) -> Sequence[Record]:
        """The records, in the order in which they were added."""
        return self._records

    @property
    def regions(self) -> int:
        """How many regions there are to search."""
        return len(self._starts)

    def add(self, record: Record) -> None:
        """Make one more record searchable."""
        if record.key in self._keys:
            raise ValueError(f"a record {record.key!r} is there already")
        self._keys.add(record.key)
        self._records.append(record)
        self._firsts.append(len(self._starts))
        region, stems, pairs, before = len(self._starts) - 1, set[str](), set[int](), ""
        for count, word in enumerate(words_of(record.text, notes=False)):
            if count % REGION == 0:
                self._close(region, stems, pairs)
                region, stems, pairs = region + 1, set(), set()
                self._starts.append(word.start)
            stems.add(word.stem)
            if len(word.key) < word.end - word.start:
                self._compounds.add(word.key)
            if before:
                pairs.add(_pair(before, word.key))
            before = word.key
        self._close(region, stems, pairs)

    def _close(self, region: int, stems: set[str], pairs: set[int]) -> None:
        for stem in stems:
            self._stems.setdefault(stem, array("I")).append(region)
        for pair in pairs:
            self._pairs.setdefault(pair, array("I")).append(region)

    def bits(self, word: Word) -> float:
        """How telling it is that a region has the word: the logarithm of how many regions there are for one with it."""
        share = STOP if is_stop(word.key) else NEWS if is_news(word.key) else OTHER
        found = len(self._stems.get(word.stem, ()))
        return math.log2((self.regions + BACKGROUND) / (found + share))

    def searched(self, within: Sequence[int] | None = None) -> int:
        """How many regions a search goes through."""
        ranges = self._ranges(within)
        return max(self.regions, self.among) if ranges is None else sum(last - first for first, last in ranges)

    def as_written(self, words: Sequence[Word]) -> list[Word]:
        """Words with compounds as the records write them: "dead end" in one where a record has "dead-end"."""
        joined: list[Word] = []
        for word in words:
            before = joined[-1] if joined else None
            if before is not None and before.key + word.key in self._compounds and word.start - before.end <= 1:
                key, stem = forms(before.key + word.key)
                joined[-1] = Word(key, stem, before.start, word.end)
            else:
                joined.append(word)
        return joined

    def stretches(self, words: Sequence[Word], within: Sequence[int] | None = None) -> list[Stretch]:
        """The likeliest places of some words, the likeliest first; ``within`` numbers the records to look in."""
        votes = self._votes(words, within)
        wide = math.ceil(len(words) / REGION) + 1
        heavy = nlargest(WEIGHED, votes, key=lambda region: (votes[region], region))
        sums = {
            at: sum(votes.get(at + step, 0.0) for step in range(wide)) for one in heavy for at in _before(one, wide)
        }
        best = {at: max(range(at, at + wide), key=lambda one: votes.get(one, 0.0)) for at in sums}
        taken: list[Stretch] = []
        covered: set[int] = set()
        for at in sorted(sums, key=lambda one: (-sums[one], one)):
            number = bisect_right(self._firsts, best[at]) - 1
            if any(at + step in covered for step in range(wide) if at + step in votes):
                continue
            covered.update(range(at, at + wide))
            taken.append(self._stretch(number, at - 1, at + wide + 1, sums[at]))
            if len(taken) == KEPT:
                break
        return taken

    def _stretch(self, number: int, first: int, last: int, weight: float) -> Stretch:
        record = self._records[number]
        least = self._firsts[number]
        most = self._firsts[number + 1] if number + 1 < len(self._firsts) else self.regions
        start = self._starts[first] if first > least else 0
        end = self._starts[last] if last < most else len(record.text)
        return Stretch(record, start, end, weight)

    def _votes(self, words: Sequence[Word], within: Sequence[int] | None) -> dict[int, float]:
        """For regions that have the rarest terms: the bits of all the terms that they have."""
        terms = sorted(self._terms(words), key=lambda term: len(term[1]))
        ranges = self._ranges(within)
        votes: dict[int, float] = {}
        seen = 0
        for weight, found in terms:
            if seen + len(found) > GATHERED and votes:
                if len(votes) > ASKED:
                    votes = {
                        region: votes[region] for region in nlargest(ASKED, votes, key=lambda one: (votes[one], one))
                    }
                for region in votes:
                    at = bisect_left(found, region)
                    if at < len(found) and found[at] == region:
                        votes[region] += weight
                continue
            for region in _inside(found, ranges)[-GATHERED:]:
                votes[region] = votes.get(region, 0.0) + weight
            seen += len(found)
        return votes

    def _terms(self, words: Sequence[Word]) -> Iterable[tuple[float, Sequence[int]]]:
        for word in {word.stem: word for word in words if not is_stop(word.key)}.values():
            found = self._stems.get(word.stem)
            if found:
                yield self.bits(word), found
        for pair in {_pair(one.key, other.key) for one, other in pairwise(words)}:
            listed = self._pairs.get(pair)
            if listed:
                yield math.log2((self.regions + BACKGROUND) / len(listed)) / 2, listed

    def _ranges(self, within: Sequence[int] | None) -> list[tuple[int, int]] | None:
        if within is None:
            return None
        ends = [*self._firsts[1:], self.regions] if len(within) > 64 else None
        return [
            (self._firsts[n], ends[n] if ends else self._firsts[n + 1] if n + 1 < len(self._firsts) else self.regions)
            for n in within
        ]


def _inside(found: Sequence[int], ranges: Sequence[tuple[int, int]] | None) -> Sequence[int]:
    if ranges is None:
        return found
    return [region for first, last in ranges for region in found[bisect_left(found, first) : bisect_left(found, last)]]


def _before(region: int, wide: int) -> range:
    return range(max(region - wide + 1, 0), region + 1)


def _pair(one: str, other: str) -> int:
    return crc32(f"{one} {other}".encode()) % PAIRS
