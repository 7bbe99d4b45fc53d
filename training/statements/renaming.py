"""Other names for the persons of an article, so that the tagger learns forms and not the names of one year."""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Sequence

from audiatur.statements.given_names import FEMALE_NAMES, MALE_NAMES
from audiatur.statements.wordlists import words
from training.statements.corpus import Annotated, Article, Range

_NAME = re.compile(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?((?:Mc|Mac|O[’'])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b")
_WORD = re.compile(r"\b(?:Mc|Mac|O[’'])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b")
_STARTS = sorted(words("B Br Bl C Ch D Dr F G Gr H J K Kr L M N P Pr R S St Sh T Tr V W Z Wh Sl Sk"))
_VOWELS = sorted(words("a e i o u ai ea ee ou oo y"))
_ENDS = sorted(
    words(
        """nson nov nko rez rdo man ner tt ll ck rd ng nd sky wicz ski ley ton ham son mov va vic shi moto ian ez as"""
    )
)


def surnames_of(texts: Sequence[str]) -> set[str]:
    """The words that follow a given name in any of the texts."""
    given = MALE_NAMES | FEMALE_NAMES
    return {m[2] for text in texts for m in _NAME.finditer(text) if m[1].lower() in given}


def invented(rng: random.Random) -> str:
    """A word that looks like a surname and is in no list."""
    middle = rng.choice(_VOWELS) + (rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") if rng.random() < 0.4 else "")
    return rng.choice(_STARTS) + middle + rng.choice(_ENDS)


def renamed(article: Article, surnames: Sequence[str], known: set[str], rng: random.Random) -> Article:
    """The article with most of its persons' names exchanged, the same one for the same one throughout."""
    given = MALE_NAMES | FEMALE_NAMES
    males, females = sorted(MALE_NAMES), sorted(FEMALE_NAMES)
    instead: dict[str, str] = {}
    for match in _NAME.finditer(article.text):
        first, last = match[1], match[2]
        if first.lower() not in given or last not in known:
            continue
        if first not in instead:
            pool = females if first.lower() in FEMALE_NAMES else males
            instead[first] = rng.choice(pool).capitalize() if rng.random() < 0.8 else first
        if last not in instead:
            draw = rng.random()
            instead[last] = rng.choice(surnames) if draw < 0.55 else invented(rng) if draw < 0.9 else last
    pieces: list[str] = []
    at = 0
    olds, shifts = [0], [0]
    length = 0
    for match in _WORD.finditer(article.text):
        new = instead.get(match[0])
        if new is None or new == match[0]:
            continue
        pieces += [article.text[at : match.start()], new]
        length += match.start() - at + len(new)
        at = match.end()
        olds.append(at)
        shifts.append(length - at)
    text = "".join([*pieces, article.text[at:]])

    def moved(place: int) -> int:
        return place + shifts[bisect_right(olds, place) - 1]

    def all_moved(ranges: Sequence[Range]) -> tuple[Range, ...]:
        return tuple((moved(a), max(moved(a) + 1, moved(b))) for a, b in ranges)

    attributions = tuple(
        Annotated(all_moved(a.source), all_moved(a.cue), all_moved(a.content)) for a in article.attributions
    )
    return Article(article.name, text, attributions)
