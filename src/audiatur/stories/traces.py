"""What a telling leaves in any language: names, places, numbers, and words that look alike when they are romanised."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from audiatur.stories.gazetteer import place, places_within
from audiatur.stories.values import Telling

READ = 500
"""Words of a telling that are read: a name that both texts have may come late in one."""
NAME, LOOK = 5, 6
"""Letters that count of a romanised name and of any other word: endings differ between languages."""
SHORTEST = 5
"""Letters from which a word that is no name is worth comparing."""
PLAIN, NUMBER, PLACE, YEAR = 0.4, 0.8, 1.0, 0.4
"""What a word that is no name, a number, and a known place weigh beside a name; a year of this century less."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_YEAR = re.compile(r"20[0-3]\d")
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўё",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "h",
            "c",
            "ch",
            "sh",
            "sh",
            "",
            "i",
            "",
            "e",
            "u",
            "a",
            "i",
            "i",
            "e",
            "g",
            "u",
            "e",
        ],
        strict=True,
    )
)
_ALIKE = (("sch", "sh"), ("tch", "ch"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("kh", "h"), ("qu", "k"), ("x", "ks"))
_LETTERS = str.maketrans({"c": "k", "q": "k", "w": "v", "y": "i", "j": "i"})
_TWICE = re.compile(r"(.)\1")


def romanised(word: str) -> str:
    """A word in Latin letters without marks, spellings of one sound made one.

    >>> romanised("Шольц"), romanised("Scholz")
    ('sholk', 'sholz')
    """
    latin = "".join(_CYRILLIC.get(letter, letter) for letter in word.casefold())
    bare = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    for written, sounded in _ALIKE:
        bare = bare.replace(written, sounded)
    return _TWICE.sub(r"\1", bare.translate(_LETTERS))


def traces(telling: Telling) -> Mapping[str, float]:
    """The traces of a telling with their weights."""
    text = f"{telling.title} . {telling.text[: READ * 12]}"
    names: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    found: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for token in _TOKEN.findall(text)[:READ]:
        word = token.casefold()
        known = place(word)
        if token[0].isdigit():
            numbers[token.replace(",", "").replace(".", "")] += 1
        elif known is not None:
            found[known] += 1
        elif token[0].isupper():
            names[word] += 1
        else:
            plain[word] += 1
    if _UNSPACED.search(text):
        found.update(places_within(text))
    return _weighed(names, plain, found, numbers)


def _weighed(
    names: Mapping[str, int], plain: Mapping[str, int], found: Mapping[str, int], numbers: Mapping[str, int]
) -> Mapping[str, float]:
    """Counted words as weighted traces; a word that also occurs in lower case is no name."""
    weights: dict[str, float] = {}
    for word, n in names.items():
        if len(word) > 2 and word not in plain:
            _add(weights, romanised(word)[:NAME], 1 + math.log(n))
    for word, n in plain.items():
        if len(word) >= SHORTEST:
            _add(weights, romanised(word)[:LOOK] + "-", PLAIN * (1 + math.log(n)))
    for key, n in found.items():
        _add(weights, romanised(key)[:NAME], PLACE * (1 + math.log(n)))
    for number, n in numbers.items():
        if len(number) > 1:
            _add(weights, number, (YEAR if _YEAR.fullmatch(number) else NUMBER) * (1 + math.log(n)))
    return weights


def kinship(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much two tellings left in common: the cosine of their traces, in [0, 1]."""
    shared = sum(weight * other[trace] for trace, weight in one.items() if trace in other)
    lengths = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return min(1.0, shared / lengths) if lengths else 0.0


def _add(weights: dict[str, float], trace: str, weight: float) -> None:
    weights[trace] = weights.get(trace, 0.0) + weight
