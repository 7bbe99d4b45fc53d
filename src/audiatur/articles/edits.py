"""What changed between two states of a text: which paragraphs, and which words in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from audiatur.articles.versions import fold

ALIKE = 0.5
"""Share of common words from which two paragraphs are one that was edited: below it there are more marks than words."""

PAIRS = 900
"""Pairs of paragraphs that are compared to find which became which; in a larger block none is paired."""

LINES = 2_000
"""Paragraphs of a text that are laid over those of another; a longer text is taken out whole and put in whole."""

LONGEST = 4_000
"""Words and signs of a paragraph that is compared word by word; a longer one is taken out whole and put in whole."""

KEPT = 4
"""Letters that must be left standing between two changes: an article or preposition alone only tears them apart."""

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+|\s+|[^\w\s]")


class Of(StrEnum):
    """Which of the two states has a run of words."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that both states have, as the newer one writes them, or that one alone has."""

    of: Of
    words: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in which something changed, as runs; or, without runs, so many paragraphs in a row that were kept."""

    runs: tuple[Run, ...] = ()
    kept: int = 0


def edits(old: str, new: str) -> tuple[Passage, ...]:
    """The paragraphs (lines) of two states of a text in order, those that changed with what changed in them.

    White space and Unicode forms are no change, as in ``versions.changed``. Empty where nothing changed. A paragraph
    that moved is taken out at the one place and put in at the other.

    >>> [run.words for run in edits("Three ships wait.", "Four ships wait.")[0].runs]
    ['Three', 'Four', ' ships wait.']
    """
    before, after = _lines(old), _lines(new)
    keys = [fold(line) for line in before], [fold(line) for line in after]
    if keys[0] == keys[1]:
        return ()
    if max(len(before), len(after)) > LINES:
        return tuple(_block(before, after))
    found: list[Passage] = []
    old_at = new_at = 0
    for same in Indel.opcodes(*keys).as_matching_blocks():  # the last one is empty and stands at both ends
        found += _block(before[old_at : same.a], after[new_at : same.b])
        found += [Passage(kept=same.size)] if same.size else []
        old_at, new_at = same.a + same.size, same.b + same.size
    return tuple(found)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _block(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    """Paragraphs between two that were kept: those that became others word by word, the rest whole."""
    before, after = [_tokens(line) for line in old], [_tokens(line) for line in new]
    old_at = new_at = 0
    for left, right in (*_pairs(before, after), (len(old), len(new))):
        yield from (Passage((Run(Of.OLD, line),)) for line in old[old_at:left])
        yield from (Passage((Run(Of.NEW, line),)) for line in new[new_at:right])
        if left < len(old):
            yield Passage(tuple(_runs(before[left], after[right])))
        old_at, new_at = left + 1, right + 1


def _tokens(line: str) -> list[str]:
    return _TOKEN.findall(line)


def _pairs(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Which paragraph became which: for each in turn the most alike of those after the last pair, if alike enough."""
    if len(old) * len(new) > PAIRS:
        return
    before, after = [_words(line) for line in old], [_words(line) for line in new]
    first = 0
    for left, words in enumerate(before):
        likeness = [(_alike(words, after[right]), -right) for right in range(first, len(after))]
        best, right = max(likeness, default=(0.0, 0))
        if best >= ALIKE:
            yield left, -right
            first = 1 - right


def _words(line: Sequence[str]) -> list[str]:
    """What a paragraph is paired by: its words; none of one that is too long to be compared."""
    return [_key(token) for token in line if token[0].isalnum()] if len(line) <= LONGEST else []


def _alike(old: Sequence[str], new: Sequence[str]) -> float:
    return float(Indel.normalized_similarity(old, new)) if old and new else 0.0


def _key(token: str) -> str:
    """What a token is compared by: spaces are alike, and so are the forms of one letter."""
    return " " if token.isspace() else unicodedata.normalize("NFC", token)


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """A paragraph that was edited, in runs; of a change first what was taken out, then what was put in."""
    gone: list[str] = []
    come: list[str] = []
    old_at = new_at = 0
    blocks = Indel.opcodes([*map(_key, old)], [*map(_key, new)]).as_matching_blocks()
    for same in blocks:
        gone += old[old_at : same.a]
        come += new[new_at : same.b]
        old_at, new_at = same.a + same.size, same.b + same.size
        kept = new[same.b : new_at]
        if new_at < len(new) and (gone or come) and _slight(kept):
            gone += old[same.a : old_at]
            come += kept
            continue
        runs = ((Of.OLD, gone), (Of.NEW, come), (Of.BOTH, kept))
        yield from (Run(of, "".join(words)) for of, words in runs if words)
        gone, come = [], []


def _slight(kept: Sequence[str]) -> bool:
    """Whether what was kept between two changes is too little to be read by itself."""
    return sum(map(len, filter(str.isalnum, kept))) < KEPT
