"""The reason of a decision, in words that a reader can look for."""

from __future__ import annotations

from audiatur.stories.features import Vector
from audiatur.stories.settings import Settings
from audiatur.stories.values import Telling
from audiatur.stories.words import headline, stem, words

SHOWN = 5
"""Shared terms that are named: as many as fit on a line."""


def shared_words(telling: Telling, mine: Vector, theirs: Vector, settings: Settings) -> tuple[str, ...]:
    """The words of ``telling`` whose terms weigh most in both vectors, heaviest first, as they first stand there."""
    weighed = {term: weight * theirs[term] for term, weight in mine.items() if term in theirs}
    heaviest = sorted(weighed, key=lambda term: (-weighed[term], term))[:SHOWN]
    first: dict[str, str] = {}
    for word in words(headline(telling.title)) + words(telling.text[: settings.lede_words * 16]):
        first.setdefault(stem(word), word)
    return tuple(first[term] for term in heaviest)
