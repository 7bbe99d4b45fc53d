"""How one wording differs from another, word by word, as each of them writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel, Opcode

from audiatur.comparison.laid import Edit
from audiatur.stories.words import bare

_WORD = re.compile(r"[^\W_]+(?:['’ʼ.,][^\W_]+)*")
_HALVES = re.compile(r"[^-–]*[-–]|[^-–]+")
MOST = 400
"""Words of a wording that are compared; what is longer is a speech in full, and the rest is given as it stands."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word as it is compared, and the part between white space that it stands in: "dead-end" is two words."""

    key: str
    part: int
    written: str


def edits(reference: str, wording: str) -> tuple[Edit, ...]:
    """The wording against the reference: ``=`` both have, ``-`` only the reference, ``+`` only the wording.

    Case, accents and punctuation make no difference, nor does a hyphen. The ``=`` and ``+`` pieces joined by spaces are
    the wording as it is written, but for runs of white space; ``-`` pieces are cut from the reference, and stand before
    what the wording has in their place.
    """
    theirs, mine = _pieces(reference)[:MOST], _pieces(wording)
    compared = mine[:MOST]
    operations = list(Indel.opcodes([piece.key for piece in theirs], [piece.key for piece in compared]))
    differing = _differing(mine, operations)
    change = _Change()
    for op in operations:
        gone, come = theirs[op.src_start : op.src_end], compared[op.dest_start : op.dest_end]
        if op.tag == "delete":
            change.drop(gone)
        for at, piece in enumerate(come):
            if op.tag == "equal" and piece.part in differing:
                change.drop(gone[at : at + 1])
            change.take(piece, same=piece.part not in differing)
    for piece in mine[MOST:]:
        change.take(piece, same=False)
    return change.told()


def same_words(one: str, other: str) -> bool:
    """Whether two wordings are the same words in the same order, case, accents, punctuation and hyphens aside."""
    return [piece.key for piece in _pieces(one) if piece.key] == [piece.key for piece in _pieces(other) if piece.key]


def _differing(mine: Sequence[_Piece], operations: Sequence[Opcode]) -> set[int]:
    """The parts of the wording that the reference does not have as a whole: each word, with nothing between."""
    place = {
        at: op.src_start + at - op.dest_start
        for op in operations
        if op.tag == "equal"
        for at in range(op.dest_start, op.dest_end)
    }
    return {
        piece.part
        for at, piece in enumerate(mine)
        if at not in place or (at and mine[at - 1].part == piece.part and place.get(at - 1, place[at]) != place[at] - 1)
    }


class _Change:
    """Collects the pieces of a comparison: within a stretch that differs, first what went, then what came."""

    def __init__(self) -> None:
        self._found: list[Edit] = []
        self._same: list[str] = []
        self._gone: list[str] = []
        self._come: list[str] = []
        self._part = -1

    def drop(self, pieces: Sequence[_Piece]) -> None:
        """Words that only the reference has."""
        if pieces:
            self._end_same()
            parts = dict.fromkeys(piece.part for piece in pieces)
            whole = {part: [piece.written for piece in pieces if piece.part == part] for part in parts}
            self._gone += ["".join(written) for written in whole.values()]

    def take(self, piece: _Piece, *, same: bool) -> None:
        """A word of the wording. The words of one part are told together."""
        if same and (self._gone or self._come):
            self._end_change()
        if not same:
            self._end_same()
        held = self._same if same else self._come
        if piece.part == self._part and held:
            held[-1] += piece.written
        else:
            held.append(piece.written)
        self._part = piece.part

    def told(self) -> tuple[Edit, ...]:
        """All of it."""
        self._end_same()
        self._end_change()
        return tuple(self._found)

    def _end_same(self) -> None:
        if self._same:
            self._found.append(("=", " ".join(self._same)))
            self._same = []

    def _end_change(self) -> None:
        if self._gone:
            self._found.append(("-", " ".join(self._gone)))
        if self._come:
            self._found.append(("+", " ".join(self._come)))
        self._gone, self._come = [], []


@lru_cache(maxsize=1024)
def _pieces(text: str) -> tuple[_Piece, ...]:
    """The words of a text; marks that stand alone have no key. Kept: a reference is compared with every wording."""
    return tuple(
        _Piece(_key(piece), number, piece)
        for number, part in enumerate(text.split())
        for piece in (_HALVES.findall(part) if "-" in part or "–" in part else (part,))
    )


@lru_cache(maxsize=4096)
def _key(piece: str) -> str:
    return "".join(bare(match) for match in _WORD.findall(piece))
