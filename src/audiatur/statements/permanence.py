"""What a statement keeps when its article is read again: its identity, and its words found again in another text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from audiatur.spans import Span
from audiatur.statements.marks import Marks
from audiatur.statements.sentences import lay_out
from audiatur.statements.values import Kind

Range = tuple[int, int]


def permanent_id(article: str, content: Sequence[str], mention: str | None, nth: int = 1) -> str:
    """The identity of a statement: its article, its exact words, and the words that name its speaker there.

    ``nth`` tells apart those of one text that share all three, in the order of the text. Sixteen letters and digits
    (80 bits), the same on every machine.
    """
    parts = [article, *content, mention or "", *([str(nth)] if nth > 1 else [])]
    digest = hashlib.sha256("\x1f".join(["statement", *parts]).encode()).digest()
    return base64.b32encode(digest)[:16].decode().lower()


def places(text: str, words: str) -> list[Span]:
    """Everywhere the exact words stand in a text, in order; empty words stand nowhere."""
    found: list[Span] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(Span(at, at + len(words), words))
        at = text.find(words, at + 1)
    return found


def found_again(text: str, span: Span) -> Span | None:
    """The span where its words stand in a text nearest to where they stood; None where they no longer stand in it."""
    return min(places(text, span.text), key=lambda one: (abs(one.start - span.start), one.start), default=None)


def overlap(one: Sequence[Range], other: Sequence[Range]) -> float:
    """The code points that both ranges have, as a share of those that either has; 0 where both are empty."""
    mine = {at for start, end in one for at in range(start, end)}
    yours = {at for start, end in other for at in range(start, end)}
    either = len(mine | yours)
    return len(mine & yours) / either if either else 0.0


def quoting(text: str, content: Sequence[Range], title_end: int | None) -> tuple[Kind, tuple[Span, ...]]:
    """Of which kind a content is, and what of it stands in quotation marks."""
    quotations = [quotation for paragraph in lay_out(text, (), title_end) for quotation in paragraph.quotations]
    marks = Marks(text, quotations)
    return marks.kind(content), marks.quoted(content)
