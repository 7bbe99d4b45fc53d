"""Where a text may be cut."""

from __future__ import annotations

import unicodedata
from typing import Final

# Scripts written without spaces in which every character may end a line (Unicode UAX #14, class ID): Han with its
# extensions, Hiragana and Katakana. Thai, Lao and Khmer have no spaces between words either, but need a dictionary;
# there the cut falls back to the nearest space.
_UNSPACED: Final = ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
_UNSPACED_PLANES: Final = (0x20000, 0x3FFFF)
# What binds to the character before it, besides combining marks: joiners, variation selectors, skin tones.
_JOINERS: Final = frozenset("\u200c\u200d\u2060\ufeff")


def _unspaced(char: str) -> bool:
    code = ord(char)
    low, high = _UNSPACED_PLANES
    return low <= code <= high or any(first <= code <= last for first, last in _UNSPACED)


def _binds_backwards(char: str) -> bool:
    return unicodedata.category(char).startswith("M") or char in _JOINERS or 0x1F3FB <= ord(char) <= 0x1F3FF


def _may_cut(text: str, at: int) -> bool:
    """Whether the text may be cut before ``text[at]``: at white space, or beside a character of an unspaced script."""
    before, after = text[at - 1], text[at]
    if before.isspace() or after.isspace():
        return True
    if _binds_backwards(after) or before in _JOINERS:
        return False
    return _unspaced(before) or _unspaced(after)


def excerpt_end(text: str, limit: int) -> int:
    """How many code points of ``text`` an excerpt of at most ``limit`` shows.

    The whole length where the text fits; else the last place at or before ``limit`` that splits no word, without white
    space at its end. 0 where even the first word is longer than ``limit``, or ``limit`` is not positive.

    >>> excerpt_end("Talks resume today", 14)
    12
    """
    if len(text) <= limit:
        return len(text)
    for at in range(limit, 0, -1):
        if _may_cut(text, at):
            return len(text[:at].rstrip())
    return 0
