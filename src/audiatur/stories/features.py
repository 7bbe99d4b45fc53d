"""A telling as weighted terms: the title and the lede, each of length one, whatever their number of words."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from sys import intern

from audiatur.stories.background import stop_words
from audiatur.stories.frequencies import Frequencies
from audiatur.stories.settings import Settings
from audiatur.stories.values import Telling
from audiatur.stories.words import headline, stem, words

Vector = Mapping[str, float]
"""Terms with their weights; about of length one, shorter where a telling is made of commonplaces."""


CHARACTERS = 10
"""Characters read per word that counts: room for long words, and a text as long as a book is not read for its lede."""


OPENING = 3000
"""Characters of a text that are read at all: what one outlet reports in its lede another has further down."""
WIDE = 80
"""Terms that are kept of an opening, the heaviest. With all of them pairs of April 2022 are told apart no better."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a telling, counted: of its title, of its lede, and of title and opening of the text together.

    ``tongue``: the stories it is compared with. ``opening`` is empty where there is no text. ``words`` gives for each
    term of title and lede the word that it stands for where it first occurs, in lower case.
    """

    tongue: str
    title: Mapping[str, int]
    lede: Mapping[str, int]
    words: Mapping[str, str]
    opening: Mapping[str, int]


def terms_of(telling: Telling, settings: Settings) -> Terms:
    """Count the terms of a telling. A text beyond its opening, ids and outlets play no part."""
    tongue = tongue_of(telling)
    stop = stop_words(tongue)
    first: dict[str, str] = {}
    title = _counted(words(headline(telling.title)), stop, first)
    lede = words(telling.text[: settings.lede_words * CHARACTERS])[: settings.lede_words]
    opening = words(f"{headline(telling.title)}. {telling.text[:OPENING]}") if lede else ()
    return Terms(tongue, title, _counted(lede, stop, first), first, _counted(opening, stop, {}))


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


def weigh_opening(terms: Terms, frequencies: Frequencies, settings: Settings) -> Vector | None:
    """Weigh the terms of title and opening alike; None where there is no text."""
    if not terms.opening:
        return None
    scored = {term: (1 + math.log(n)) * frequencies.rarity(term) for term, n in terms.opening.items()}
    heaviest = heapq.nsmallest(WIDE, scored.items(), key=lambda item: (-item[1], item[0]))
    norm = math.sqrt(settings.ballast + sum(weight * weight for _, weight in heaviest))
    return {term: weight / norm for term, weight in heaviest}


def likeness(a: Vector, b: Vector) -> tuple[float, int]:
    """What two vectors have in common: their product, in [0, 1], and how many terms it rests on."""
    products = [a[term] * b[term] for term in a.keys() & b.keys()]
    return min(1.0, math.fsum(products)), len(products)


def _counted(found: Iterable[str], stop: frozenset[str], first: dict[str, str]) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for word in found:
        if word not in stop and (len(word) > 1 or word.isdigit()):
            # One string per term, not per article: a third of the window's memory, and faster to look up.
            term = intern(stem(word))
            counts[term] = counts.get(term, 0) + 1
            first.setdefault(term, word)
    return counts
