"""An article's weighted terms as bytes, to be stored: reading fifty thousand texts again would take a minute."""

from __future__ import annotations

import json
from dataclasses import dataclass
from sys import intern

import numpy as np

from audiatur.stories.features import Vector

_VERSION = 1
"""Rises when terms or weights come to mean something else; what an older version wrote is then not read."""
_WEIGHTS = np.dtype("<f8")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What the window keeps of an article's words; the fields as in ``window.Article``, and what it has of speech."""

    tongue: str
    lede: float
    vector: Vector
    wide: Vector | None = None
    spoken: bytes | None = None


def pack_sketch(sketch: Sketch) -> bytes:
    """Two lines, what it is and the terms, and the weights behind them; ``unpack_sketch`` gives back the very same."""
    wide = sketch.wide or {}
    kept = -1 if sketch.wide is None else len(wide)
    head = json.dumps([_VERSION, sketch.tongue, sketch.lede, len(sketch.vector), kept])
    weights = np.array([*sketch.vector.values(), *wide.values()], dtype=_WEIGHTS)
    terms = f"{head}\n{' '.join([*sketch.vector, *wide])}\n".encode()
    return terms + weights.tobytes() + (sketch.spoken or b"")


def unpack_sketch(stored: bytes) -> Sketch | None:
    """The sketch that was packed; None for one of another version."""
    head, terms, weights = stored.split(b"\n", 2)
    version, tongue, lede, narrow, kept = json.loads(head)
    if version != _VERSION:
        return None
    names = [intern(term) for term in terms.decode().split()]
    size = (narrow + max(kept, 0)) * _WEIGHTS.itemsize
    numbers = np.frombuffer(weights[:size], dtype=_WEIGHTS).tolist()
    vector = dict(zip(names[:narrow], numbers[:narrow], strict=True))
    wide = dict(zip(names[narrow:], numbers[narrow:], strict=True)) if kept > 0 else {} if kept == 0 else None
    return Sketch(tongue, lede, vector, wide, weights[size:] or None)
