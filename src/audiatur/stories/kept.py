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
        found = vector.get
        products = [
            weight * other
            for term, weight in zip(self.terms, self.weights, strict=True)
            if (other := found(term)) is not None
        ]
        return min(1.0, math.fsum(products)), len(products)
