"""Words of a title or text, as the terms that grouping counts.

A term is a word in lower case without accents, its apostrophe ending and, roughly, its inflection: long words are cut
to their first letters, which serves every language with endings alike and asks for no dictionary. Numbers are terms of
their own: a death toll or a sum of money is often all that two tellings of an event have in common.
"""

from __future__ import annotations

import re
import unicodedata

STEM_LENGTH = 7
"""Letters of a word that count. 6 to 8 differ by less than a point on the tuning half of headlines-2014."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*", re.UNICODE)
_STAMP = re.compile(r"\(?\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b,?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\)?|\b\d{1,2}:\d{2}\b")
_TAIL = re.compile(r"\s+(?:«|»|\||—|–|::)\s+[^«»|—–]{1,60}$")
_APOSTROPHES = str.maketrans("’ʼ`", "'''")
_KEPT_MARKS = "йї"
"""Letters whose mark is no accent: without it they'd be other letters of the same alphabet."""


def headline(title: str) -> str:
    """The title without the outlet's own furniture: a time stamp, and short tails behind ``|``, ``«`` or a dash.

    A tail is cut only where the longer part stays, so a title is never emptied.
    """
    kept = _STAMP.sub(" ", title).strip()
    while (tail := _TAIL.search(kept)) is not None and tail.start() > len(kept) / 2:
        kept = kept[: tail.start()].rstrip()
    return kept or title


def bare(word: str) -> str:
    """A word in lower case without accents; й and ї stay what they are."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    letters = (
        c if c in _KEPT_MARKS else unicodedata.normalize("NFKD", c)[0] for c in unicodedata.normalize("NFKC", folded)
    )
    return "".join(letters)


def words(text: str) -> list[str]:
    """The words and numbers of a text in order, lower-cased, without accents and possessive endings.

    Compounds with a hyphen come as their parts; time stamps are left out.

    >>> words("Borduria’s ex-minister: 1,200 m³ of water")
    ['borduria', 'ex', 'minister', '1200', 'm', 'of', 'water']
    """
    found: list[str] = []
    for match in _WORD.finditer(_STAMP.sub(" ", text).translate(_APOSTROPHES)):
        token = match.group()
        if token[0].isdigit():
            found.append(_number(token))
            continue
        found.extend(bare(part.removesuffix("'s").removesuffix("'S")).replace("'", "") for part in token.split("-"))
    return [word for word in found if word]


def stem(word: str) -> str:
    """The part of a word that counts: a plural's s is dropped, and what exceeds ``STEM_LENGTH`` letters.

    >>> [stem(word) for word in ("talks", "negotiators", "boss", "1200")]
    ['talk', 'negotia', 'boss', '1200']
    """
    if word[0].isdigit():
        return word
    if len(word) > 3 and word.isascii() and word[-1] == "s" and word[-2] not in "su":
        word = word[:-1]
    return word[:STEM_LENGTH]


def _number(token: str) -> str:
    """A number in one spelling: thousands separators dropped, a decimal comma read as a point."""
    whole, _, rest = token.replace(",", ".").rpartition(".")
    if not whole or len(rest) == 3:
        return token.replace(",", "").replace(".", "")
    return whole.replace(".", "") + "." + rest
