"""A stretch of tokens with its words folded: lower case, "ё" as "е", one kind of apostrophe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.statements.candidates import Range
from audiatur.statements.sentences import Token

DASHES = "—–-−"
Phrase = tuple[int, int]
"""The first and the last token of a phrase, by index into a view."""


def fold(word: str) -> str:
    """A word as the lists have it.

    >>> fold("Ещё")
    'еще'
    """
    return word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


@dataclass(frozen=True, slots=True)
class View:
    """Tokens and, beside each, its folded word; that of a mark is the mark, that of a quotation empty."""

    tokens: tuple[Token, ...]
    low: tuple[str, ...]

    @staticmethod
    def of(tokens: Sequence[Token]) -> View:
        """The view of some tokens."""
        return View(tuple(tokens), tuple(fold(t.lower) for t in tokens))

    def __len__(self) -> int:
        return len(self.tokens)

    def kind(self, at: int) -> str:
        """The kind of a token; a blank outside, which no string of kinds contains."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else " "

    def word(self, at: int) -> str:
        """The folded word; empty outside."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def is_word(self, at: int) -> bool:
        """Whether a word stands there."""
        return self.kind(at) == "w"

    def is_dash(self, at: int) -> bool:
        """Whether a dash stands there by itself."""
        return self.kind(at) == "p" and self.low[at] in DASHES

    def is_comma(self, at: int) -> bool:
        """Whether a comma stands there."""
        return self.word(at) == ","

    def capital(self, at: int) -> bool:
        """Whether a word with a capital stands there."""
        return self.kind(at) == "w" and self.tokens[at].text[0].isupper()

    def range(self, phrase: Phrase) -> Range:
        """The place of a phrase in the text."""
        return self.tokens[phrase[0]].start, self.tokens[phrase[1]].end

    def trimmed(self, first: int, last: int) -> Phrase | None:
        """Without marks and stops at both ends; None where nothing is left."""
        while first <= last and self.tokens[first].kind in "p.":
            first += 1
        while last >= first and self.tokens[last].kind in "p.":
            last -= 1
        return (first, last) if first <= last else None

    @property
    def last(self) -> int:
        """The last token that is no mark."""
        at = len(self.tokens) - 1
        while at > 0 and self.tokens[at].kind in "p.":
            at -= 1
        return at
