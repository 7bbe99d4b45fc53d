"""The sentences within a content, as tokens in which inner quotations are whole, for statements within statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audiatur.statements.candidates import Range
from audiatur.statements.quotations import find_quotations
from audiatur.statements.sentences import Token, tokenize

_MARKS = "«»“”„\"'’‘"


def views_within(text: str, part: Range, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens of each sentence within ``part``: those of what is around it, and those inside its quotations."""
    start, end = part
    own = [t for t in tokens if start <= t.start and t.end <= end]
    if any(t.kind == "w" for t in own):
        yield from _split(own)
        for token in own:
            if token.quotation is not None and len(token.text.split()) > 2:
                yield from _quoted(text, token.quotation.inner_start, token.quotation.inner_end)
        return
    first = start + 1 if text[start] in _MARKS else start
    last = end - 1 if text[end - 1] in _MARKS and end - 1 > first else end
    yield from _quoted(text, first, last)


def _quoted(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """The sentences of what stands in marks, the quotations inside them whole."""
    tokens: list[Token] = []
    at = start
    for quotation in find_quotations(text, start, end):
        tokens += tokenize(text, at, quotation.start)
        words = text[quotation.start : quotation.end]
        tokens.append(Token(quotation.start, quotation.end, "q", words, "", quotation))
        at = quotation.end
    tokens += tokenize(text, at, end)
    yield from _split(tokens)


def _split(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens in sentences: a stop with a capital or nothing after it ends one."""
    current: list[Token] = []
    for n, token in enumerate(tokens):
        current.append(token)
        following = tokens[n + 1] if n + 1 < len(tokens) else None
        if token.kind == "." and (following is None or not following.text[0].islower()):
            yield current
            current = []
    if current:
        yield current
