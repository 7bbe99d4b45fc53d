"""What of a content stands in quotation marks, and so of which kind the statement is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from audiatur.spans import Span
from audiatur.statements.candidates import Range
from audiatur.statements.quotations import Quotation
from audiatur.statements.values import Kind


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
        """The parts of the content inside quotation marks, the marks left out."""
        parts: list[Span] = []
        for start, end in content:
            for quotation in self._touching(start, end):
                left, right = max(start, quotation.inner_start), min(end, quotation.inner_end)
                if left < right and self._text[left:right].strip():
                    parts.append(Span.of(self._text, left, right))
        return tuple(parts)

    def kind(self, content: Sequence[Range]) -> Kind:
        """Direct where every word of the content stands in quotation marks, mixed where some do."""
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

    def _words(self, start: int, end: int) -> int:
        return sum(1 for c in self._text[start:end] if c.isalnum())
