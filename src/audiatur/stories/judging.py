"""Whether two groups of articles tell of one event: a small learned model over evidence that knows no outlet.

An article is a group of one, so that joining a story and making two stories one are decided alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from audiatur.stories.clusters import Cluster
from audiatur.stories.weights import TEXTS, TITLES, Weights

_DAY = timedelta(days=1)
_NAMED = 0.75
"""Log-odds from which a piece of evidence is worth a reader's time."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against two groups being one event.

    ``lede`` in [0, 1] says how much text both have; ``crowd`` is the logarithm of how many stories stand side by side.
    """

    words: float
    meaning: float
    smaller: int
    silence: float
    age: float
    lede: float
    crowd: float = 0.0


@dataclass(frozen=True, slots=True)
class Models:
    """The learned weights, for titles alone and for texts; what lies between is weighed between them."""

    titles: Weights = TITLES
    texts: Weights = TEXTS

    def odds(self, found: Evidence) -> float:
        """The log-odds that both are one event; above nought it is rather so."""
        titles = _sum(self.titles, found)
        return titles + found.lede * (_sum(self.texts, found) - titles)

    def bar(self, lede: float) -> float:
        """The log-odds asked of a single article."""
        return self.titles.join + lede * (self.texts.join - self.titles.join)

    def reasons(self, found: Evidence) -> tuple[str, ...]:
        """The evidence that weighed most, in words, the heaviest first."""
        near, far = self.titles, self.texts
        share = found.lede
        parts = {
            "rare words in common": found.words * _between(near.words, far.words, share),
            "much the same said": found.meaning * _between(near.meaning, far.meaning, share),
            "days apart": found.silence * _between(near.silence, far.silence, share)
            + found.age * _between(near.age, far.age, share),
        }
        heavy = sorted((name for name in parts if abs(parts[name]) >= _NAMED), key=lambda name: -abs(parts[name]))
        return tuple(heavy)


def evidence(one: Cluster, other: Cluster, usual: float = 0.0, crowd: float = 0.0) -> Evidence:
    """What two groups have in common; the order plays no part.

    ``usual`` is how much lede the articles around have. Where texts are usual, a bare title is judged as they are:
    that it says little makes it no likelier to belong. ``crowd`` as in ``Evidence``.
    """
    silence = 0.0
    if one.first is not None and one.last is not None and other.first is not None and other.last is not None:
        silence = max((one.first - other.last) / _DAY, (other.first - one.last) / _DAY, 0.0)
    middle, theirs = one.middle, other.middle
    apart = 0.0 if middle is None or theirs is None else abs(middle - theirs)
    return Evidence(
        words=one.likeness_to(other),
        meaning=float(np.dot(one.point, other.point)),
        smaller=min(one.size, other.size),
        silence=silence,
        age=max(apart - 1.0, 0.0),
        lede=max(min(one.lede, other.lede), usual),
        crowd=crowd,
    )


def chance(odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _sum(weights: Weights, found: Evidence) -> float:
    return (
        weights.bias
        + weights.words * found.words
        + weights.meaning * found.meaning
        + weights.size * math.log(max(found.smaller, 1))
        + weights.silence * found.silence
        + weights.age * found.age
        + weights.crowd * found.crowd
    )


def _between(near: float, far: float, share: float) -> float:
    return near + share * (far - near)
