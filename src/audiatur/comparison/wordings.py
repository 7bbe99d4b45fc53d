"""How one wording differs from another, word by word, as each of them writes it."""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz.distance import Indel

from audiatur.comparison.laid import Edit
from audiatur.stories.words import bare

_WORD = re.compile(r"[^\W_]+(?:['’ʼ.,-][^\W_]+)*")
MOST = 400
"""Words of a wording that are compared; what is longer is a speech in full, and the rest is given as it stands."""


def edits(reference: str, wording: str) -> tuple[Edit, ...]:
    """The wording against the reference: ``=`` both have, ``-`` only the reference, ``+`` only the wording.

    Case, accents and punctuation make no difference. The ``=`` and ``+`` pieces joined by spaces are the wording, as it
    is written, but for runs of white space; ``-`` pieces are cut from the reference.
    """
    theirs, mine = _pieces(reference), _pieces(wording)
    found: list[Edit] = []
    for op in Indel.opcodes([key for key, _ in theirs[:MOST]], [key for key, _ in mine[:MOST]]):
        if op.tag == "equal":
            _add(found, "=", mine[op.dest_start : op.dest_end])
        elif op.tag == "delete":
            _add(found, "-", theirs[op.src_start : op.src_end])
        else:
            _add(found, "+", mine[op.dest_start : op.dest_end])
    _add(found, "+", mine[MOST:])
    return tuple(found)


def same_words(one: str, other: str) -> bool:
    """Whether two wordings are the same words in the same order, case, accents and punctuation aside."""
    return [key for key, _ in _pieces(one) if key] == [key for key, _ in _pieces(other) if key]


def _add(found: list[Edit], sign: Literal["=", "-", "+"], pieces: list[tuple[str, str]]) -> None:
    if pieces:
        found.append((sign, " ".join(written for _, written in pieces)))


def _pieces(text: str) -> list[tuple[str, str]]:
    """The parts between white space, each with the letters that count; marks alone have none."""
    return [("".join(bare(match) for match in _WORD.findall(part)), part) for part in text.split()]
