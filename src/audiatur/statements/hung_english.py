"""A frame of an English sentence with its content: what every rule about contents answers with."""

from __future__ import annotations

from dataclasses import dataclass

from audiatur.statements.frames_english import Frame
from audiatur.statements.phrases_english import Phrase
from audiatur.statements.sentences import Token

DASHES = "—–-"
SURE, LIKELY, GUESS = 0.85, 0.8, 0.65
"""Shares of right content and source among each kind of rule's statements, on training articles (see the technote)."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A frame with its content, all as token indexes, inclusive.

    ``before``: the content comes before the cue, wholly or in part. ``hole``: the tokens that the statement takes out
    of one that encloses it ("..., which he said was late, ...").
    """

    frame: Frame
    subject: Phrase | None
    content: tuple[Phrase, ...]
    before: bool
    confidence: float
    addressee: Phrase | None = None
    hole: Phrase | None = None


def ends_as_quote(token: Token) -> bool:
    """Whether a quotation ends as one does before "he said": with a comma, a question or a call."""
    if token.kind != "q" or token.quotation is None:
        return False
    return token.text.rstrip("\"”’»'“ ")[-1:] in ",?!—-…." or token.text[-2:-1] in ",?!"
