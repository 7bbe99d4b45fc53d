"""A vector without its dictionary: what the window keeps of each of its articles, in a fifth of the room."""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass

from audiatur.stories.features import Vector


@dataclass(frozen=True, slots=True)
class Kept:
    """Terms and their weights, side by side."""

    terms: tuple[str, ...]
    weights: array[float]

    @classmethod
    def of(cls, vector: Vector) -> Kept:
        """What is kept of a vector; nothing is lost."""
        return cls(tuple(vector), array("d", vector.values()))

    def vector(self) -> Vector:
        """The very vector that was kept."""
        return dict(zip(self.terms, self.weights, strict=True))

    def likeness(self, vector: Vector) -> tuple[float, int]:
        """As ``features.likeness`` to another vector."""
        products = self._products(vector)
        return min(1.0, math.fsum(products)), len(products)

    def cosine(self, vector: Vector) -> float:
        """The cosine to another vector, in [0, 1], whatever their lengths; nought where one is nothing."""
        lengths = math.fsum(x * x for x in self.weights) * math.fsum(x * x for x in vector.values())
        return min(1.0, math.fsum(self._products(vector)) / math.sqrt(lengths)) if lengths > 0 else 0.0

    def _products(self, vector: Vector) -> list[float]:
        found = vector.get
        terms = zip(self.terms, self.weights, strict=True)
        return [weight * other for term, weight in terms if (other := found(term)) is not None]
