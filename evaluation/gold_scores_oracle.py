"""The gold's own contents, cues and sources as candidates, so that resolving is measured apart from finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.spans import Span
from audiatur.statements import read_statements
from audiatur.statements.candidates import Candidate
from audiatur.statements.sentences import Paragraph, Sentence
from audiatur.statements.values import Statement, StatementClass
from evaluation.own_gold_values import GoldArticle, GoldStatement


@dataclass(frozen=True, slots=True)
class Told:
    """A tagger that knows where the statements are, but not whose, of which class or when."""

    statements: Sequence[GoldStatement]

    def tag(self, text: str, paragraphs: Sequence[Paragraph]) -> list[Candidate]:  # noqa: ARG002 (the protocol's)
        """The statements of the gold in the order of their cues."""
        sentences = [s for p in paragraphs for s in p.sentences]
        found = [self._candidate(one, sentences) for one in self.statements]
        return sorted((c for c in found if c), key=lambda c: c.cue or c.content[0])

    @staticmethod
    def _candidate(one: GoldStatement, sentences: Sequence[Sentence]) -> Candidate | None:
        at = (one.cue or one.mention or one.content[0]).start
        sentence = next((s for s in sentences if s.start <= at < s.end), None)
        if sentence is None:
            return None
        return Candidate(
            source=_range(one.mention),
            cue=_range(one.cue),
            content=tuple((part.start, part.end) for part in one.content),
            class_=StatementClass.SPEECH,
            paragraph=sentence.paragraph,
            sentence=(sentence.start, sentence.end),
            follows=one.mention is None,
        )


def _range(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None


def read_as_told(gold: GoldArticle) -> tuple[Statement, ...]:
    """The statements made of the gold's contents, cues and sources; optional ones too, as a tagger would find them."""
    return read_statements(
        gold.text,
        language=gold.language,
        published=gold.published,
        title_end=len(gold.title),
        tagger=Told(gold.statements),
    )
