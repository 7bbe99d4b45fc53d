"""Words, digits and marks of a stretch of text, in order, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.comparison.numerals import spelt

_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)|(?P<mark>\S)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a run of digits or a mark. ``key`` is a word as tables have it, else the text.

    ``glued``: no space stands before it.
    """

    start: int
    end: int
    text: str
    key: str
    kind: str
    glued: bool

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.kind == "word"

    @property
    def capital(self) -> bool:
        """Whether it is a word with a capital."""
        return self.is_word and self.text[0].isupper()

    @property
    def bare_key(self) -> str:
        """The key without an English possessive ending."""
        return spelt(self.text[:-2]) if self.text.endswith(("'s", "’s")) else self.key


def tokens(text: str, start: int, end: int) -> Sequence[Token]:
    """The tokens of ``text[start:end]``; digits with separators of thousands, and decimals, are one."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "mark"
        key = spelt(match.group()) if kind == "word" else match.group()
        glued = match.start() > start and not text[match.start() - 1].isspace()
        found.append(Token(match.start(), match.end(), match.group(), key, kind, glued))
    return found
