"""Which earlier articles have terms in common with a new one, found by term and never by going through them all."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Container

from audiatur.stories.features import Vector
from audiatur.stories.settings import Settings


class TermIndex:
    """For each term the latest articles with it, newest last, with the weight it has there."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._postings: dict[str, deque[tuple[int, float]]] = {}

    def add(self, number: int, vector: Vector) -> None:
        """Enter an article under its terms."""
        for term, weight in vector.items():
            if term not in self._postings:
                self._postings[term] = deque(maxlen=self._settings.postings)
            self._postings[term].append((number, weight))

    def remove(self, number: int, vector: Vector) -> None:
        """Take an article out; terms that nobody has any more are forgotten."""
        for term, weight in vector.items():
            postings = self._postings.get(term)
            if postings is None:
                continue
            if (number, weight) in postings:
                postings.remove((number, weight))
            if not postings:
                del self._postings[term]

    def candidates(self, vector: Vector, *, without: Container[int] = ()) -> list[int]:
        """The articles that have most in common with ``vector`` by its heaviest terms, at most ``shortlist``.

        Those in ``without`` are passed over.
        """
        probes = heapq.nsmallest(self._settings.probes, vector.items(), key=lambda item: (-item[1], item[0]))
        common: dict[int, float] = {}
        for term, weight in probes:
            for number, other in self._postings.get(term, ()):
                if number not in without:
                    common[number] = common.get(number, 0.0) + weight * other
        best = heapq.nsmallest(self._settings.shortlist, common.items(), key=lambda item: (-item[1], -item[0]))
        return [number for number, _ in best]
