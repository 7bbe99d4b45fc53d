"""The tagger of rules for English: sentences -> cues -> frames -> candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.clauses_english import clause_subject
from audiatur.statements.demonyms_english import read_capitals
from audiatur.statements.frames_english import find_frames
from audiatur.statements.hung_english import Hung
from audiatur.statements.layering_english import hang
from audiatur.statements.names import find_names
from audiatur.statements.sentences import MAX_TOKENS, Paragraph, Sentence, Token
from audiatur.statements.values import StatementClass
from audiatur.statements.wordlists import words

_DIRECTED = words("thank congratulate greet urge implore beg beseech salute")
_TARGET_REACH = 9  # tokens after the cue in which the person stands
_INTRODUCED = 0.65
_MAX_LEAD = 25  # words between a subject and the colon that introduces its words


@dataclass(frozen=True, slots=True)
class EnglishTagger:
    """Finds candidates by the verbs of saying of English and by the forms of reported speech.

    ``demonyms``: adjectives of countries known from elsewhere, besides those that the paragraphs show.
    """

    demonyms: frozenset[str] = frozenset()

    def tag(self, text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Candidate]:  # noqa: ARG002 (the tokens hold their words)
        """The candidates of every sentence, in the order of their cues."""
        found: list[Candidate] = []
        sentences = [s for p in paragraphs for s in p.sentences]
        demonyms = read_capitals(paragraphs).demonyms | self.demonyms
        headlines = {s.start for p in paragraphs if p.headline for s in p.sentences}
        for number, sentence in enumerate(sentences):
            if len(sentence.tokens) > MAX_TOKENS:
                continue
            own = [_candidate(sentence, h) for h in hang(sentence.tokens, find_frames(sentence.tokens, demonyms))]
            if not own and sentence.start not in headlines:
                following = sentences[number + 1] if number + 1 < len(sentences) else None
                introduced = _introduced(sentence, following)
                own = [introduced] if introduced else []
            found.extend(own)
        return found


def _range(tokens: Sequence[Token], first: int, last: int) -> Range:
    return tokens[first].start, tokens[last].end


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
        addressee=_range(tokens, *hung.addressee) if hung.addressee else _target(tokens, hung),
        follows=frame.follows,
        confidence=hung.confidence,
    )


def _target(tokens: Sequence[Token], hung: Hung) -> Range | None:
    """The person whom an act of speech is done to ("thanked his guest, Lena Orlova"); None where none is named."""
    if hung.frame.cue.lemma not in _DIRECTED:
        return None
    first = hung.content[0][0]
    for name in find_names(tokens[first : first + _TARGET_REACH]):
        if name.role or name.title or " " in name.text:
            return name.start, name.end
    return None


def _introduced(sentence: Sentence, following: Sentence | None) -> Candidate | None:
    """Words in quotation marks after a colon, whatever verb leads up to it ("Marks was blunt: ...")."""
    tokens = sentence.tokens
    colon = next((k for k, t in enumerate(tokens) if t.text == ":"), None)
    if colon is None or colon < 2:
        return None
    content: Range | None = None
    if colon + 2 >= len(tokens) - 1 and tokens[-1].kind == "q" and tokens[-1] is tokens[colon + 1]:
        content = (tokens[-1].start, tokens[-1].end)
    elif colon == len(tokens) - 1 and following is not None and following.only_quotation:
        quotes = [t for t in following.tokens if t.kind == "q"]
        content = (quotes[0].start, quotes[-1].end)
    subject = clause_subject(tokens, colon) if content else None
    if content is None or subject is None or colon - subject[1] > _MAX_LEAD or subject[1] + 1 >= colon:
        return None
    return Candidate(
        source=_range(tokens, *subject),
        cue=_range(tokens, subject[1] + 1, colon - 1),
        content=(content,),
        class_=StatementClass.SPEECH,
        paragraph=sentence.paragraph,
        sentence=(sentence.start, sentence.end),
        confidence=_INTRODUCED,
    )
