"""A telling as weighted terms: the title and the lede, each of length one, whatever their number of words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from audiatur.stories.background import stop_words
from audiatur.stories.frequencies import Frequencies
from audiatur.stories.settings import Settings
from audiatur.stories.values import Telling
from audiatur.stories.words import headline, stem, words

Vector = Mapping[str, float]
"""Terms with their weights; about of length one, shorter where a telling is made of commonplaces."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a telling, counted: of its title and of its lede. ``tongue``: the stories it is compared with."""

    tongue: str
    title: Mapping[str, int]
    lede: Mapping[str, int]

    def all(self) -> frozenset[str]:
        """Every term once."""
        return frozenset(self.title) | frozenset(self.lede)


def terms_of(telling: Telling, settings: Settings) -> Terms:
    """Count the terms of a telling. A text beyond its lede, ids and outlets play no part."""
    tongue = tongue_of(telling)
    stop = stop_words(tongue)
    # A word is at least a character and a space; the cut keeps a book-length text from being read for its first lines.
    lede = words(telling.text[: settings.lede_words * 16])[: settings.lede_words]
    return Terms(tongue, _counted(words(headline(telling.title)), stop), _counted(lede, stop))


def tongue_of(telling: Telling) -> str:
    """The language (primary subtag), else the script where nobody named one: ``latin``, ``cyrillic``, ``other``."""
    if telling.language:
        return telling.language.replace("_", "-").partition("-")[0].casefold()
    letters = [c for c in (telling.title + " " + telling.text[:400]) if c.isalpha()]
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in letters)
    latin = sum(c < "\u0250" for c in letters)
    if max(cyrillic, latin) * 2 < len(letters):
        return "other"
    return "cyrillic" if cyrillic > latin else "latin"


def weigh(terms: Terms, frequencies: Frequencies, settings: Settings) -> Vector:
    """Weigh terms by rarity, title and lede each to its share; a part that is missing leaves all to the other.

    Each part is scaled to length one before it gets its share, so that a long lede does not drown a title, with the
    ballast counted in, so that a part of common words stays short.
    """
    parts = [(part, share) for part, share in ((terms.title, settings.title), (terms.lede, 1 - settings.title)) if part]
    whole = math.hypot(*(share for _, share in parts))
    weights: dict[str, float] = {}
    for part, share in parts:
        scored = {term: (1 + math.log(n)) * frequencies.rarity(term) for term, n in part.items()}
        norm = math.sqrt(settings.ballast + sum(w * w for w in scored.values()))
        for term, weight in scored.items():
            weights[term] = weights.get(term, 0.0) + share * weight / (norm * whole)
    return weights


def likeness(a: Vector, b: Vector) -> float:
    """What two vectors have in common: their product, in [0, 1]; 0 where either is empty."""
    if len(a) > len(b):
        a, b = b, a
    return min(1.0, sum(weight * b[term] for term, weight in a.items() if term in b))


def _counted(found: Iterable[str], stop: frozenset[str]) -> Mapping[str, int]:
    return Counter(stem(word) for word in found if word not in stop and (len(word) > 1 or word.isdigit()))
