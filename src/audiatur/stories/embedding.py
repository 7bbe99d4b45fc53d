"""What grouping asks of a sentence encoder, and how a telling is put before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from audiatur.stories.values import Telling
from audiatur.stories.words import headline

Meaning = NDArray[np.float32]
"""What a text says as a point: a vector of length one; texts that say alike lie close."""

LEDE = 60
"""Words of the text that are encoded behind the title."""
_LONGEST = 700
"""Characters in which those words are looked for."""
_STEPS = 127.0


class Encoder(Protocol):
    """Texts to vectors; the same text always to the same vector, in whatever company it comes."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text."""
        ...


def meaning_of(telling: Telling, encoder: Encoder) -> Meaning:
    """The telling's point: of its title; where there is a text, halfway to that of title and lede."""
    return meanings_of([telling], encoder)[0]


def meanings_of(tellings: Sequence[Telling], encoder: Encoder) -> list[Meaning]:
    """``meaning_of`` for many at once, which costs less."""
    texts: list[str] = []
    places: list[tuple[int, ...]] = []
    for telling in tellings:
        title = headline(telling.title)
        lede = " ".join(telling.text[:_LONGEST].split()[:LEDE])
        whole = f"{title}. {lede}" if title and lede else title or lede
        kinds = (title, whole) if title and lede else (whole,)
        places.append(tuple(range(len(texts), len(texts) + len(kinds))))
        texts.extend(kinds)
    rows = encoder.encode(texts)
    return [unit(np.sum(rows[list(place)], axis=0)) for place in places]


def unit(vector: Meaning) -> Meaning:
    """The vector at length one; nothing stays nothing."""
    length = float(np.sqrt(vector @ vector))
    return vector if length == 0.0 else (vector / np.float32(length)).astype(np.float32)


def pack(meaning: Meaning) -> bytes:
    """A vector in a byte a number, to be stored; ``unpack`` gives it back, a thousandth away at most."""
    largest = float(np.abs(meaning).max()) or 1.0
    steps: NDArray[np.int8] = np.rint(meaning * (_STEPS / largest)).astype(np.int8)
    return bytes(steps)


def unpack(stored: bytes) -> Meaning:
    """The vector that was stored, at length one."""
    return unit(np.frombuffer(stored, dtype=np.int8).astype(np.float32))


def unpack_all(stored: Sequence[bytes], size: int) -> NDArray[np.float32]:
    """Many stored vectors of ``size`` numbers as rows, each at length one; where nothing was stored, nothing."""
    nothing = bytes(size)
    joined = b"".join(one if len(one) == size else nothing for one in stored)
    rows = np.frombuffer(joined, dtype=np.int8).reshape(len(stored), size).astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    lengths[lengths == 0.0] = 1.0
    scaled: NDArray[np.float32] = rows / lengths[:, None]
    return scaled
