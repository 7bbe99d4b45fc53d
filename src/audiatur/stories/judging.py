"""Whether two groups of articles tell of one event: a small learned model over evidence that knows no outlet.

An article is a group of one, so that joining a story and making two stories one are decided alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from audiatur.stories.clusters import Cluster
from audiatur.stories.weights import TEXTS, TITLES, Weights

_NAMED = 0.75
"""Log-odds from which a piece of evidence is worth a reader's time."""


class Evidence(NamedTuple):
    """What speaks for and against two groups being one event.

    ``lede`` in [0, 1] says how much text both have; ``crowd`` is the logarithm of how many stories stand side by side;
    ``wide`` compares the words of all that is read of the texts, not of title and lede apart; ``length`` in [0, 1]
    says how long the shorter texts are. ``told`` is how surely one is told in a record that the other has, in tens of
    bits beyond chance.
    """

    words: float
    meaning: float
    smaller: int
    silence: float
    age: float
    lede: float
    crowd: float = 0.0
    wide: float = 0.0
    length: float = 0.0
    told: float = 0.0


@dataclass(frozen=True, slots=True)
class Models:
    """The learned weights, for titles alone and for texts; what lies between is weighed between them."""

    titles: Weights = TITLES
    texts: Weights = TEXTS

    def odds(self, found: Evidence) -> float:
        """The log-odds that both are one event; above nought it is rather so."""
        if not found.lede:
            return _sum(self.titles, found)
        texts = _sum(self.texts, found)
        return texts if found.lede == 1.0 else texts + (1.0 - found.lede) * (_sum(self.titles, found) - texts)

    def bar(self, lede: float) -> float:
        """The log-odds asked of a single article."""
        return self.titles.join + lede * (self.texts.join - self.titles.join)

    def reasons(self, found: Evidence) -> tuple[str, ...]:
        """The evidence that weighed most, in words, the heaviest first."""
        near, far = self.titles, self.texts
        share = found.lede
        parts = {
            "rare words in common": found.words * _between(near.words, far.words, share)
            + found.wide * _between(near.wide, far.wide + far.whole * found.length, share),
            "much the same said": found.meaning * _between(near.meaning, far.meaning, share),
            "told in the record": found.told * _between(near.told, far.told, share),
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
    silence = apart = 0.0
    if one.middle is not None and other.middle is not None:
        if one.begins > other.ends:
            silence = one.begins - other.ends
        elif other.begins > one.ends:
            silence = other.begins - one.ends
        apart = abs(one.middle - other.middle)
    words = one.likeness_to(other)
    lede = min(one.lede, other.lede)
    return Evidence(
        words,
        float(one.point.dot(other.point)),
        min(one.voices, other.voices),
        silence,
        apart - 1.0 if apart > 1.0 else 0.0,
        max(lede, usual),
        crowd,
        one.wide_likeness_to(other) if one.told or other.told else words,
        min(one.length, other.length),
    )


def chance(odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _sum(weights: Weights, found: Evidence) -> float:
    return (
        weights.bias
        + weights.words * found.words
        + (weights.wide + weights.whole * found.length) * found.wide
        + weights.meaning * found.meaning
        + (weights.size * math.log(found.smaller) if found.smaller > 1 else 0.0)
        + weights.silence * found.silence
        + weights.age * found.age
        + weights.crowd * found.crowd
        + weights.told * found.told
    )


def _between(near: float, far: float, share: float) -> float:
    return near + share * (far - near)
