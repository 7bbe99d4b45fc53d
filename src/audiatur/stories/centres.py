"""The centre of a story's words: the sum of its articles' terms."""

from __future__ import annotations

import math
from collections.abc import Iterable

from audiatur.stories.features import Vector

TERMS = 300
"""Terms that a centre keeps once it has twice as many, the heaviest; bounds the cost of a story of thousands."""


class Centre:
    """A sum of weighted terms; of a length that says nothing."""

    __slots__ = ("_former", "_squares", "terms")

    def __init__(self, terms: Vector | None = None) -> None:
        self.terms: dict[str, float] = {}
        self._squares = 0.0
        self._former: set[str] | None = None
        if terms:
            self.add(terms)

    def add(self, weights: Vector) -> None:
        """Take the terms of an article or of another centre in."""
        mine = self.terms
        for term, weight in weights.items():
            had = mine.get(term, 0.0)
            mine[term] = had + weight
            self._squares += weight * (2 * had + weight)
        if len(mine) > 2 * TERMS:
            heaviest = sorted(mine.items(), key=lambda item: (-item[1], item[0]))
            self.terms = dict(heaviest[:TERMS])
            self._drop(mine.keys() - self.terms.keys())
            self._measure()

    def remove(self, weights: Vector) -> None:
        """Let the terms of an article go that was added with the same weights."""
        for term, weight in weights.items():
            if term in self.terms:
                self.terms[term] = max(0.0, self.terms[term] - weight)
        self._measure()

    def absorb(self, other: Centre) -> None:
        """Take another centre in, with the terms that it does not weigh any more."""
        if other._former:
            self._drop(other._former)
        self.add(other.terms)

    def every(self) -> set[str]:
        """All terms it was ever given, those that it does not weigh any more too."""
        return set(self.terms).union(self._former or ())

    def new(self, terms: Iterable[str]) -> list[str]:
        """Those of some terms that it was never given."""
        return [term for term in terms if term not in self.terms and not (self._former and term in self._former)]

    def likeness(self, vector: Vector) -> float:
        """The product with an article's vector as it is, which is shorter than one where it says little; in [0, 1]."""
        return min(1.0, self._product(vector) / math.sqrt(self._squares)) if self._squares > 0 else 0.0

    def likeness_to(self, other: Centre) -> float:
        """Cosine of two centres, in [0, 1]."""
        squares = self._squares * other._squares
        product = self._product(other.terms)
        return min(1.0, product / math.sqrt(squares)) if product and squares > 0 else 0.0

    def _product(self, vector: Vector) -> float:
        """Exactly rounded, so that the order in which a set names terms plays no part."""
        mine = self.terms
        common = mine.keys() & vector.keys()
        return math.fsum([mine[term] * vector[term] for term in common]) if common else 0.0

    def _drop(self, terms: Iterable[str]) -> None:
        self._former = set(terms) if self._former is None else self._former.union(terms)

    def _measure(self) -> None:
        self._squares = math.fsum(w * w for w in self.terms.values())
