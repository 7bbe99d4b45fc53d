"""The stem of a Ukrainian word: Snowball has no algorithm for it, so what inflects it is cut off here.

A light stemmer in the manner of Savoy (2006): the endings of nouns, adjectives and verbs, the longest first, and no
derivation. Words of one lemma come to one stem in most cases; vowels that alternate within it (Київ, Києва) do not.
"""

from __future__ import annotations

from typing import Final

SHORTEST: Final = 3
"""Letters that stay at least: with two, unrelated words fall together."""

_REFLEXIVE: Final = ("ся", "сь")
_LISTED: Final = (
    "ами ями ові еві єві ів їв ам ям ах ях ою ею єю ом ем єм а я о е и і ї у ю ь й "
    "ого ього ому ьому ими іми их іх ій ий їй ої ьої ая яя ое єє є ії ію ією ії ій іям іях іями ість істю ості "
    "ти ть ють уть ать ять еш єш иш їш емо ємо имо їмо ете єте ите їте вши "
    "ив ила ило или ав ала ало али яв яла яло яли іла іло іли ув ула уло ули ити ати яти іти ути им ім"
)
_ENDINGS: Final = tuple(sorted(_LISTED.split(), key=len, reverse=True))
_VOWELS: Final = "аеєиіїоуюя"


def stem(word: str) -> str:
    """The stem of a folded word; a word too short to lose anything stays.

    >>> [stem(word) for word in ("переговори", "переговорів", "переговорами", "заявив", "заявила")]
    ['переговор', 'переговор', 'переговор', 'заяв', 'заяв']
    """
    for ending in _REFLEXIVE:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST + 1:
            word = word[: -len(ending)]
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
            break
    while len(word) > SHORTEST and word[-1] in _VOWELS + "ьй":
        word = word[:-1]
    return word
