"""The tagger for languages without rules: direct quotations only, and no speaker is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.statements.candidates import Candidate
from audiatur.statements.sentences import Paragraph, Token
from audiatur.statements.values import StatementClass

_MIN_WORDS = 5  # shorter quotations are titles, names and scare quotes as often as speech
_CONFIDENCE = 0.3


@dataclass(frozen=True, slots=True)
class QuotationTagger:
    """Takes every quotation of some length for a statement by someone unnamed."""

    def tag(self, text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Candidate]:  # noqa: ARG002 (the tokens hold their words)
        """A candidate for each sentence that quotes; sentences of nothing but a quotation are left to ``carry_on``."""
        found: list[Candidate] = []
        for paragraph in paragraphs:
            for sentence in paragraph.sentences:
                quotes = [t for t in sentence.tokens if t.kind == "q" and _is_long(t)]
                if not quotes or sentence.only_quotation:
                    continue
                found.append(
                    Candidate(
                        source=None,
                        cue=None,
                        content=tuple((t.start, t.end) for t in quotes),
                        class_=StatementClass.SPEECH,
                        paragraph=sentence.paragraph,
                        sentence=(sentence.start, sentence.end),
                        confidence=_CONFIDENCE,
                    )
                )
        return found


def _is_long(token: Token) -> bool:
    return len(token.text.split()) >= _MIN_WORDS or token.text.strip("\"“”„«»'").endswith(("!", "?"))
