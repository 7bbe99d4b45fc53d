"""What of a content stands in quotation marks, and so of which kind the statement is.

The dashes of a dialogue are its marks: of "— We wait, — he said. — Still.", as Russian and Ukrainian write it, the
first and the last words are quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from audiatur.spans import Span
from audiatur.statements.candidates import Range
from audiatur.statements.quotations import Quotation
from audiatur.statements.values import Kind

_OPENED = re.compile(r"(?:^|[\n.!?…]\s*)[—–−-]\s+$")  # a dash that begins a line or a sentence
_CARRIED = re.compile(r"[—–−-]\s+$")
_CLOSED = re.compile(r"[,.!?…]+\s*[—–−-]\s")  # before the words of the one who reports
_REACH = 8  # characters before a part in which its dash is looked for


class Marks:
    """The quotations of a text, in order, asked by range."""

    def __init__(self, text: str, quotations: Sequence[Quotation]) -> None:
        self._text = text
        self._quotations = quotations
        self._starts = [q.start for q in quotations]
        self._ends = [q.end for q in quotations]

    def _touching(self, start: int, end: int) -> Sequence[Quotation]:
        return self._quotations[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def quoted(self, content: Sequence[Range]) -> tuple[Span, ...]:
        """The parts of the content inside quotation marks, the marks left out; all of a dialogue's after dashes."""
        if self._dialogue(content):
            return tuple(Span.of(self._text, *part) for part in content)
        parts: list[Span] = []
        for start, end in content:
            for quotation in self._touching(start, end):
                left, right = max(start, quotation.inner_start), min(end, quotation.inner_end)
                if left < right and self._text[left:right].strip():
                    parts.append(Span.of(self._text, left, right))
        return tuple(parts)

    def kind(self, content: Sequence[Range]) -> Kind:
        """Direct where every word of the content stands in quotation marks or after dashes, mixed where some do."""
        if self._dialogue(content):
            return Kind.DIRECT
        inside = outside = 0
        for start, end in content:
            at = start
            for quotation in self._touching(start, end):
                outside += self._words(at, max(at, quotation.start))
                inside += self._words(max(at, quotation.start), min(end, quotation.end))
                at = min(end, quotation.end)
            outside += self._words(at, end)
        if not inside:
            return Kind.INDIRECT
        return Kind.MIXED if outside else Kind.DIRECT

    def _dialogue(self, content: Sequence[Range]) -> bool:
        """Whether the content is that of a dialogue with dashes: one before each part, one before who reports."""
        if not content or not _CLOSED.match(self._text, content[0][1]):
            return False
        before = [self._text[max(0, start - _REACH) : start] for start, _ in content]
        return bool(_OPENED.search(before[0])) and all(_CARRIED.search(words) for words in before[1:])

    def _words(self, start: int, end: int) -> int:
        return sum(1 for c in self._text[start:end] if c.isalnum())
