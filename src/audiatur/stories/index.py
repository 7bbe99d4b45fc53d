"""Which earlier articles have terms in common with a new one, found by term and never by going through them all."""

from __future__ import annotations

import heapq
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from audiatur.stories.features import Vector
from audiatur.stories.settings import Settings

_START = 2
"""Articles that a term has room for at first: most terms are rare."""


class _Postings:
    """The latest articles with a term, in order of arrival, as two rows of numbers."""

    __slots__ = ("_numbers", "_used", "_weights")

    def __init__(self) -> None:
        self._numbers: NDArray[np.int64] = np.zeros(_START, dtype=np.int64)
        self._weights: NDArray[np.float32] = np.zeros(_START, dtype=np.float32)
        self._used = 0

    def add(self, number: int, weight: float, most: int) -> None:
        if self._used == most:
            self._shift(0)
        elif self._used == len(self._numbers):
            self._numbers = np.resize(self._numbers, 2 * self._used)
            self._weights = np.resize(self._weights, 2 * self._used)
        self._numbers[self._used] = number
        self._weights[self._used] = weight
        self._used += 1

    def remove(self, number: int) -> bool:
        """Let an article go; whether none is left."""
        for place in np.flatnonzero(self._numbers[: self._used] == number):
            self._shift(int(place))
        return not self._used

    def _shift(self, place: int) -> None:
        self._numbers[place : self._used - 1] = self._numbers[place + 1 : self._used]
        self._weights[place : self._used - 1] = self._weights[place + 1 : self._used]
        self._used -= 1

    @property
    def numbers(self) -> NDArray[np.int64]:
        return self._numbers[: self._used]

    @property
    def weights(self) -> NDArray[np.float32]:
        return self._weights[: self._used]


class TermIndex:
    """For each term the latest articles with it, newest last, with the weight it has there."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._postings: dict[str, _Postings] = {}

    def add(self, number: int, vector: Vector) -> None:
        """Enter an article under its terms."""
        for term, weight in vector.items():
            postings = self._postings.get(term)
            if postings is None:
                postings = self._postings[term] = _Postings()
            postings.add(number, weight, self._settings.postings)

    def remove(self, number: int, vector: Vector) -> None:
        """Take an article out; terms that nobody has any more are forgotten."""
        for term in vector:
            postings = self._postings.get(term)
            if postings is not None and postings.remove(number):
                del self._postings[term]

    def candidates(self, vector: Vector, *, without: Collection[int] = ()) -> list[int]:
        """The articles that have most in common with ``vector`` by its heaviest terms, at most ``shortlist``.

        Those in ``without`` are passed over.
        """
        heaviest = heapq.nsmallest(self._settings.probes, vector.items(), key=lambda item: (-item[1], item[0]))
        probes = [(found, weight) for term, weight in heaviest if (found := self._postings.get(term)) is not None]
        if not probes:
            return []
        numbers, places = np.unique(np.concatenate([found.numbers for found, _ in probes]), return_inverse=True)
        common = np.bincount(places, np.concatenate([found.weights * np.float32(weight) for found, weight in probes]))
        if without:
            kept = ~np.isin(numbers, np.fromiter(without, dtype=np.int64))
            numbers, common = numbers[kept], common[kept]
        if len(common) > (most := self._settings.shortlist):
            some = common >= np.partition(common, -most)[-most]
            numbers, common = numbers[some], common[some]
        best = np.lexsort((-numbers, -common))[: self._settings.shortlist]
        return [int(number) for number in numbers[best]]
