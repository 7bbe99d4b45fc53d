"""The reason of a decision, in words that a reader can look for."""

from __future__ import annotations

from collections.abc import Mapping

from audiatur.stories.features import Vector

SHOWN = 5
"""Shared terms that are named: as many as fit on a line."""


def shared_words(words: Mapping[str, str], mine: Vector, theirs: Vector) -> tuple[str, ...]:
    """The terms that weigh most in both vectors, heaviest first, as the words that ``words`` gives for them."""
    weighed = {term: weight * theirs[term] for term, weight in mine.items() if term in theirs}
    heaviest = sorted(weighed, key=lambda term: (-weighed[term], term))[:SHOWN]
    return tuple(words[term] for term in heaviest)
