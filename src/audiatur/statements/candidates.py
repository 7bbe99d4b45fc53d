"""What a tagger hands over: source, cue and content of a statement before anyone knows who the source is.

A tagger of rules lives in this room (``english.py``, ``slavic.py``); a learned one can be handed in. Both answer with
the same values, so that linking, resolution of speakers and occasions are one code for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from audiatur.statements.sentences import Paragraph
from audiatur.statements.values import StatementClass

Range = tuple[int, int]
"""Half-open offsets into the text."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement as tagged.

    Attributes:
        source: the words that name the speaker; None where there are none or they can't be told.
        cue: the words that introduce; None for a quotation without any.
        content: what was said, in order, at least one range.
        class_: by the cue; a source that is a document still turns speech into document.
        addressee: the words that name whom it was said to; None for none.
        follows: whether the source is that of the candidate before (a participle, a second verb, a carried-on
            quotation), although ``source`` may name none.
        confidence: how sure the rule is, 0 to 1; for its origin see docs/technotes/statements.md.
    """

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    class_: StatementClass
    paragraph: int
    sentence: Range
    addressee: Range | None = None
    follows: bool = False
    confidence: float = 0.8


class Tagger(Protocol):
    """Finds the candidates of an article, in the order of their cues."""

    def tag(self, text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Candidate]:
        """The candidates; every range lies within ``text``."""
        ...
