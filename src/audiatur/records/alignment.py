"""Where in a stretch of a record a quotation's words stand, and what the two wordings have in common."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein

from audiatur.records.values import Edit
from audiatur.records.words import Word, is_stop

SLACK, SPARE = 1.5, 4
"""A rewording is looked for within so many times the quotation's words, and so many more."""

_STOP_BITS = 1.0
_ENDED = re.compile(r"[.?!…][\"”»’')\]]*\s")
_NEGATIONS = frozenset(
    {
        "not",
        "no",
        "never",
        "nor",
        "neither",
        "none",
        "nobody",
        "nothing",
        "cannot",
        "dont",
        "doesnt",
        "didnt",
        "wont",
        "wouldnt",
        "cant",
        "couldnt",
        "shouldnt",
        "isnt",
        "arent",
        "wasnt",
        "werent",
        "havent",
        "hasnt",
        "hadnt",
        "не",
        "ни",
        "нет",
        "никогда",
        "никто",
        "ничего",
        "без",
        "ні",
        "ніколи",
        "ніхто",
        "нічого",
        "немає",
    }
)
NEGATED = 3
"""Words before a window among which a negation is looked for: "do not at all keep"."""


@dataclass(frozen=True, slots=True)
class Match:
    """A window of a record's words against a quotation.

    Attributes:
        first, last: the window, a half-open range of the words that were given.
        score: 1 - word edit distance over the longer side.
        shared: bits of the quotation's words that the window has, in any order.
        run: words of the longest run that both have; ``run_bits``: their bits.
        told: distinct words that say something, which both have.
    """

    first: int
    last: int
    score: float
    shared: float
    run: int
    run_bits: float
    told: int


def roughly(quoted: Sequence[Word], words: Sequence[Word], bits: Mapping[str, float]) -> tuple[float, int, int] | None:
    """The densest window of ``words`` in ``quoted``: its worth in bits, its half-open range; None where no telling
    word is shared. ``bits`` says how telling each stem of ``quoted`` is."""
    wanted = Counter(word.stem for word in quoted)
    hits = [at for at, word in enumerate(words) if word.stem in wanted]
    if all(is_stop(words[at].key) for at in hits):
        return None
    return _densest(hits, words, wanted, bits, int(len(quoted) * SLACK) + SPARE)


def exactly(
    quoted: Sequence[Word], words: Sequence[Word], text: str, window: tuple[int, int], bits: Mapping[str, float]
) -> Match:
    """A window found roughly, moved to where it reads as the counterpart of ``quoted``, and measured.

    ``text`` is the record that ``words`` index.
    """
    first, last = _trimmed(quoted, words, text, window, bits)
    first = _negated(quoted, words, text, first, last)
    return _measured(quoted, words[first:last], first, bits)


def score_of(quoted: Sequence[Word], words: Sequence[Word]) -> float:
    """1 - word edit distance over the longer side, in [0, 1]."""
    longer = max(len(quoted), len(words))
    return 1 - Levenshtein.distance([w.key for w in quoted], [w.key for w in words]) / longer if longer else 0.0


def _densest(
    hits: Sequence[int], words: Sequence[Word], wanted: Mapping[str, int], bits: Mapping[str, float], wide: int
) -> tuple[float, int, int]:
    """The window of at most ``wide`` words with the most bits, from its first hit to its last; the shorter of two."""
    have: Counter[str] = Counter()
    best, found, left, total = (0.0, 0), (hits[0], hits[0] + 1), 0, 0.0
    for right in hits:
        stem = words[right].stem
        have[stem] += 1
        if have[stem] <= wanted[stem]:
            total += bits[stem]
        while right - hits[left] >= wide or have[words[hits[left]].stem] > wanted[words[hits[left]].stem]:
            gone = words[hits[left]].stem
            have[gone] -= 1
            if have[gone] < wanted[gone]:
                total -= bits[gone]
            left += 1
        value = (round(total - 0.3 * (right - hits[left]), 3), hits[left] - right)
        if value > best:
            best, found = value, (hits[left], right + 1)
    return best[0], *found


def _trimmed(
    quoted: Sequence[Word], words: Sequence[Word], text: str, window: tuple[int, int], bits: Mapping[str, float]
) -> tuple[int, int]:
    """The window moved so that it reads as the quotation's counterpart: words added or dropped at its ends.

    A window grows only within the sentences that its first and last hit stand in.
    """
    first, last = window
    keys = [word.key for word in quoted]
    stems = Counter(word.stem for word in quoted)
    spare = max(2, min(8, len(quoted) // 3 + 1))
    low, high = _sentence(words, text, first, -spare), _sentence(words, text, last - 1, spare) + 1
    starts, ends = range(low, min(first + spare, last - 1) + 1), range(max(first + 1, last - spare), high + 1)

    def worth(start: int, end: int) -> tuple[float, int]:
        inside = words[start:end]
        shared = sum(bits[stem] * count for stem, count in (Counter(w.stem for w in inside) & stems).items())
        distance = Levenshtein.distance(keys, [word.key for word in inside])
        return (round(shared - 2.0 * distance, 3), -abs(end - start - len(quoted)))

    for _ in range(2):  # each end in turn: both at once would cost the square, and end where this does
        first = max((start for start in starts if start < last), key=lambda start: worth(start, last))
        last = max((end for end in ends if end > first), key=lambda end: worth(first, end))
    return first, last


def _negated(quoted: Sequence[Word], words: Sequence[Word], text: str, first: int, last: int) -> int:
    """Where a reworded window begins so that a negation shortly before it, in the same sentence, is not cut off.

    Without it the record would seem to say the opposite. A quotation that is word for word in the record stays as it
    is: there the negation may stand before the quotation in the article too.
    """
    if [word.key for word in quoted] == [word.key for word in words[first:last]]:
        return first
    low = _sentence(words, text, first, -NEGATED)
    return next((at for at in range(low, first) if words[at].key in _NEGATIONS), first)


def _sentence(words: Sequence[Word], text: str, at: int, step: int) -> int:
    """The farthest word within ``step`` words of ``at`` that stands in the same sentence."""
    way = 1 if step > 0 else -1
    for _ in range(abs(step)):
        beyond = at + way
        if not 0 <= beyond < len(words):
            break
        one, other = sorted((at, beyond))
        if _ENDED.search(text, words[one].end, words[other].start):
            break
        at = beyond
    return at


def _measured(quoted: Sequence[Word], inside: Sequence[Word], first: int, bits: Mapping[str, float]) -> Match:
    keys, theirs = [word.key for word in quoted], [word.key for word in inside]
    common = Counter(word.stem for word in quoted) & Counter(word.stem for word in inside)
    runs = [
        (sum(max(bits[w.stem], _STOP_BITS) for w in quoted[op.src_start : op.src_end]), op.src_end - op.src_start)
        for op in Indel.opcodes(keys, theirs)
        if op.tag == "equal"
    ]
    run_bits, run = max(runs, default=(0.0, 0))
    telling = {word.stem for word in quoted if not is_stop(word.key)}
    return Match(
        first=first,
        last=first + len(inside),
        score=score_of(quoted, inside),
        shared=sum(bits[stem] * count for stem, count in common.items()),
        run=run,
        run_bits=run_bits,
        told=len(telling & set(common)),
    )


def edits(quoted: Sequence[Word], quotation: str, inside: Sequence[Word], record: str) -> tuple[Edit, ...]:
    """The quotation against the record's words: what both have, what only one has, as each of them writes it."""
    keys, theirs = [word.key for word in quoted], [word.key for word in inside]
    found: list[Edit] = []
    gone = come = 0
    for op in (*Indel.opcodes(keys, theirs), None):
        if op is not None and op.tag != "equal":
            continue
        start, end = (op.src_start, op.dest_start) if op else (len(quoted), len(inside))
        if gone < start:
            found.append(("-", _written(quoted[gone:start], quotation)))
        if come < end:
            found.append(("+", _written(inside[come:end], record)))
        if op is not None:
            found.append(("=", _written(quoted[op.src_start : op.src_end], quotation)))
            gone, come = op.src_end, op.dest_end
    return tuple(found)


def _written(words: Sequence[Word], text: str) -> str:
    return text[words[0].start : words[-1].end]


def between(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """The words that stand wholly in a stretch of the text they index."""
    starts = [word.start for word in words]
    first = bisect_left(starts, start)
    return [word for word in words[first : bisect_right(starts, end)] if word.end <= end]
