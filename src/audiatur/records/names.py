"""Whether two names can be of one person, in any spelling of the newsrooms; only to rule out who cannot have spoken."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

ALIKE = 0.7
"""Likeness of two surnames' consonants from which they are one: Zelensky and Zelenskyy, Lukashenko and Лукашенка."""

_CYRILLIC = (
    "а a б b в v г g ґ g д d е e є e ж zh з z и i і i ї i к k л l м m н n о o п p р r с s т t у u ф f х h ц c ч ch "
    "ш sh щ sh"
)
_LETTERS = str.maketrans(
    dict(zip(_CYRILLIC.split()[::2], _CYRILLIC.split()[1::2], strict=True)) | dict.fromkeys("йыэюяўъьё", "")
)
"""Consonants as the press writes them; vowels only stand between them."""

_SOUNDS = (
    ("dzh|dj|j(?=[aou])", "zh"),
    ("shch|sch|sh|ch|tch", "s"),
    ("kh|x|h", "h"),
    ("zh", "z"),
    ("ts|tz|cz", "s"),
    ("c|q", "k"),
    ("ks", "h"),
    ("w", "v"),
    ("ph", "f"),
)
_VOWELS = re.compile("[aeiouyj_]")


@lru_cache(maxsize=4096)
def surname_sound(name: str) -> str:
    """The consonants of the last word of a name, scripts and systems of transliteration folded together.

    >>> surname_sound("Volodymyr Zelenskyy") == surname_sound("Зеленський") == surname_sound("President Zelensky")
    True
    """
    last = name.rsplit(maxsplit=1)[-1].casefold().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", last) if c.isalpha())
    for pattern, sound in _SOUNDS:
        plain = re.sub(pattern, sound, plain)
    kept = plain[:1] + _VOWELS.sub("", plain[1:])
    return re.sub(r"(.)\1+", r"\1", kept)


def may_be_one(one: str, other: str) -> bool:
    """Whether two names may be of one person: their surnames sound alike. Given names play no part.

    >>> may_be_one("Ivo Salat", "MR. SALAT"), may_be_one("Ivo Salat", "Mira Dorn")
    (True, False)
    """
    if not one.split() or not other.split():
        return False
    first, second = surname_sound(one), surname_sound(other)
    if first == second:
        return True
    return min(len(first), len(second)) > 3 and Levenshtein.normalized_similarity(first, second) >= ALIKE
