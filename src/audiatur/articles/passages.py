"""The paragraphs and sentences of a plain text as exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from audiatur.spans import Span

_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029]+")
_END = re.compile(r"(?<![.!?…。])(?P<end>[.!?…。]+[\"'”’»)\]]*)\s+(?=[\"'“‘«(\[—–-]*\s?[^\W_])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"])(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
    r"|им|гг|тыс|млн|Nr|bzw|Sr|Sra|Mme)\.$"
)


def lines_of(text: str) -> str:
    """Plain text a paragraph a line: white space within a line folded, empty lines left out."""
    folded = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in folded if line)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The range without the white space at its borders; None where nothing else is in it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span.of(text, start, end) if start < end else None


def paragraphs(text: str) -> tuple[Span, ...]:
    """Every line that is not empty, trimmed, in order: in audiatur's plain texts a paragraph is a line."""
    spans = (trimmed(text, match.start(), match.end()) for match in _LINE.finditer(text))
    return tuple(span for span in spans if span is not None)


def _borders(whole: Span) -> Iterator[int]:
    yield 0
    for match in _END.finditer(whole.text):
        if not _ABBREVIATION.search(whole.text, max(0, match.start() - 8), match.start() + 1):
            yield match.end()
    yield len(whole.text)


def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of one paragraph, trimmed, in order; initials and common abbreviations end none.

    A rough cut, good enough to look for furniture and notices: it may leave two sentences together, rarely the reverse.
    """
    borders = list(_borders(within))
    spans = (trimmed(text, within.start + start, within.start + end) for start, end in pairwise(borders))
    return tuple(span for span in spans if span is not None)
