"""The tagger of rules for English: sentences -> cues -> frames -> candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.contents_english import Hung, hang
from audiatur.statements.frames_english import find_frames
from audiatur.statements.sentences import Paragraph, Sentence, Token


@dataclass(frozen=True, slots=True)
class EnglishTagger:
    """Finds candidates by the verbs of saying of English and by the forms of reported speech."""

    def tag(self, text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Candidate]:  # noqa: ARG002 (tokens hold their words)
        """The candidates of every sentence, in the order of their cues."""
        found: list[Candidate] = []
        for paragraph in paragraphs:
            for sentence in paragraph.sentences:
                found.extend(_tag_sentence(sentence))
        return found


def _range(tokens: Sequence[Token], first: int, last: int) -> Range:
    return tokens[first].start, tokens[last].end


def _tag_sentence(sentence: Sentence) -> list[Candidate]:
    tokens = sentence.tokens
    hung = hang(tokens, find_frames(tokens))
    return [_candidate(sentence, h) for h in hung]


def _candidate(sentence: Sentence, hung: Hung) -> Candidate:
    tokens, frame = sentence.tokens, hung.frame
    source = hung.subject
    return Candidate(
        source=_range(tokens, *source) if source else None,
        cue=_range(tokens, frame.cue.first, frame.cue.last),
        content=tuple(_range(tokens, first, last) for first, last in hung.content),
        class_=frame.cue.class_,
        paragraph=sentence.paragraph,
        sentence=(sentence.start, sentence.end),
        addressee=_range(tokens, *hung.addressee) if hung.addressee else None,
        follows=frame.follows,
        confidence=hung.confidence,
    )
