"""Which earlier articles have terms in common with a new one, found by term and never by going through them all."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from audiatur.stories.features import Vector
from audiatur.stories.settings import Settings


class _Postings:
    """The latest articles with a term, in order of arrival, as two rows of numbers."""

    __slots__ = ("_numbers", "_weights")

    def __init__(self) -> None:
        self._numbers = array("q")
        self._weights = array("d")

    def add(self, number: int, weight: float, most: int) -> None:
        self._numbers.append(number)
        self._weights.append(weight)
        if len(self._numbers) > most:
            del self._numbers[0], self._weights[0]

    def remove(self, number: int) -> bool:
        """Let an article go; whether none is left."""
        if number in self._numbers:
            place = self._numbers.index(number)
            del self._numbers[place], self._weights[place]
        return not self._numbers

    @property
    def numbers(self) -> NDArray[np.int64]:
        return np.frombuffer(self._numbers, dtype=np.int64)

    @property
    def weights(self) -> NDArray[np.float64]:
        return np.frombuffer(self._weights, dtype=np.float64)


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
        common = np.bincount(places, np.concatenate([found.weights * weight for found, weight in probes]))
        if without:
            kept = ~np.isin(numbers, np.fromiter(without, dtype=np.int64))
            numbers, common = numbers[kept], common[kept]
        if len(common) > (most := self._settings.shortlist):
            some = common >= np.partition(common, -most)[-most]
            numbers, common = numbers[some], common[some]
        best = np.lexsort((-numbers, -common))[: self._settings.shortlist]
        return [int(number) for number in numbers[best]]
