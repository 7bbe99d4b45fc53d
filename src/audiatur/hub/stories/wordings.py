"""The exact words of an outlet with those marked that the reference has not; pure.

What is shown are the words as they stand in the article. The marks are taken from the comparison, which knows words
alone; where the two cannot be laid over each other word by word, nothing is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from audiatur.comparison.laid import Edit

_PART = re.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """Exact words in a row; ``own`` where the reference does not have them. ``gap`` stands between two pieces."""

    words: str
    own: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of the word-by-word comparison: in ``both``, only in the ``reference``, or only ``here``."""

    of: str
    words: str


_OF = {"=": "both", "-": "reference", "+": "here"}


def differences(edits: Iterable[Edit]) -> tuple[Difference, ...]:
    """The comparison with the reference, to be read through."""
    return tuple(Difference(_OF[sign], words) for sign, words in edits if words)


def marked_words(pieces: Sequence[str], edits: Sequence[Edit]) -> tuple[Run, ...]:
    """The pieces of a statement as runs, their every character kept, in order.

    >>> runs = marked_words(("we are at a dead end",), (("=", "we are at"), ("+", "a dead end")))
    >>> [run.words for run in runs if run.own]
    ['a dead end']
    """
    own = [(word, sign == "+") for sign, words in edits if sign in "=+" for word in words.split()]
    tokens = [token for piece in pieces for token in piece.split()]
    fits = len(own) == len(tokens) and all(
        _bare(word) == _bare(token) for (word, _), token in zip(own, tokens, strict=True)
    )
    marks = iter([mark for _, mark in own] if fits else [False] * len(tokens))
    runs: list[Run] = []
    for number, piece in enumerate(pieces):
        runs += [Run("", gap=True)] if number else []
        runs += _runs(piece, marks)
    return tuple(runs)


def _runs(piece: str, marks: Iterator[bool]) -> list[Run]:
    """A piece as runs; white space is marked only between two marked words."""
    parts = _PART.findall(piece)
    own = [next(marks) if not part.isspace() else False for part in parts]
    for place in range(1, len(parts) - 1):
        if parts[place].isspace():
            own[place] = own[place - 1] and own[place + 1]
    runs = groupby(zip(parts, own, strict=True), key=lambda one: one[1])
    return [Run("".join(part for part, _ in group), mark) for mark, group in runs]


def _bare(word: str) -> str:
    return "".join(sign for sign in word.casefold() if sign.isalnum())
