"""Reads the statements of an article: the room's one way in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from audiatur.spans import Span
from audiatur.statements.agentless_english import is_agentless
from audiatur.statements.candidates import Candidate, Range, Tagger
from audiatur.statements.carrying import carry_on
from audiatur.statements.classes_english import class_of
from audiatur.statements.english import EnglishTagger
from audiatur.statements.headlines_english import reported_headlines
from audiatur.statements.marks import Marks
from audiatur.statements.nested_english import with_nested
from audiatur.statements.nesting import find_parents
from audiatur.statements.occasions import find_occasion, inherit
from audiatur.statements.quotations import Quotation
from audiatur.statements.quoting import QuotationTagger
from audiatur.statements.sentences import Paragraph, lay_out
from audiatur.statements.slavic import SlavicTagger
from audiatur.statements.speakers import Speakers
from audiatur.statements.speakers_slavic import SlavicSpeakers
from audiatur.statements.values import Attribution, SpeakerType, Statement, StatementClass
from audiatur.statements.words_slavic import LANGUAGES


def read_statements(
    text: str,
    *,
    language: str | None,
    published: date | None,
    exclude: Sequence[Span] = (),
    title_end: int | None = None,
    tagger: Tagger | None = None,
) -> tuple[Statement, ...]:
    """The statements of ``text``, in the order of what was said; every span indexes ``text``.

    Args:
        text: the article, a paragraph a line; the first line may be the headline.
        language: a BCP 47 tag; English, Russian and Ukrainian have rules of their own, for any other language and
            for None only direct quotations are read and no speaker is named.
        published: the day to which relative dates refer; None: they stay unresolved.
        exclude: ranges that are not the article (furniture, a republisher's notice); nothing in them is read.
        title_end: where the headline ends; None: the first line counts as one where it looks like one.
        tagger: finds the candidates in place of the rules; None: the rules.

    It never paraphrases, and where the article does not settle who speaks the name is None. No input is an error.
    """
    paragraphs = lay_out(text, exclude, title_end)
    primary = (language or "").lower().partition("-")[0]
    chosen = tagger or _tagger_for(primary)
    candidates = carry_on(text, paragraphs, chosen.tag(text, paragraphs))
    if primary == "en":
        candidates = [c for c in with_nested(text, paragraphs, candidates) if not is_agentless(text, c)]
        candidates = reported_headlines(text, paragraphs, candidates)
    in_cue_order = sorted(candidates, key=_cue_place)
    resolve = _resolver_for(primary, text, paragraphs, in_cue_order)
    resolved = {id(c): resolve(c) for c in in_cue_order}
    ordered = sorted(candidates, key=lambda c: (min(c.content)[0], _cue_place(c)))
    speakers = [resolved[id(c)] for c in ordered]
    if primary == "en":
        ordered = [replace(c, class_=class_of(text, c, s.type)) for c, s in zip(ordered, speakers, strict=True)]
    quotations = [q for p in paragraphs for q in p.quotations]
    return _assemble(text, ordered, speakers, quotations, published)


def _tagger_for(language: str) -> Tagger:
    """The rules of a language; for one without rules, quotations alone."""
    if language == "en":
        return EnglishTagger()
    return SlavicTagger(LANGUAGES[language]) if language in LANGUAGES else QuotationTagger()


def _resolver_for(
    language: str, text: str, paragraphs: Sequence[Paragraph], candidates: Sequence[Candidate]
) -> Callable[[Candidate], Attribution]:
    """What turns a candidate's source into a speaker; candidates must then be given in the order of their cues."""
    if language in LANGUAGES:
        return SlavicSpeakers(text, candidates, LANGUAGES[language], paragraphs).resolve
    return Speakers(text, paragraphs, candidates).resolve


def _cue_place(candidate: Candidate) -> int:
    """Where the source or cue of a candidate stands: the order in which a reader meets the speakers."""
    return candidate.source[0] if candidate.source else candidate.cue[0] if candidate.cue else candidate.content[0][0]


def _assemble(
    text: str,
    candidates: Sequence[Candidate],
    speakers: Sequence[Attribution],
    quotations: Sequence[Quotation],
    published: date | None,
) -> tuple[Statement, ...]:
    """Statements from candidates whose speakers are known."""
    parents = find_parents(candidates)
    marks = Marks(text, quotations)
    by_sentence: dict[Range, list[Range]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.sentence, []).extend(candidate.content)
    occasions = inherit(
        speakers,
        [
            find_occasion(text, c, by_sentence[c.sentence], parents[i] is not None, published)
            for i, c in enumerate(candidates)
        ],
        candidates,
    )
    return tuple(
        Statement(
            kind=marks.kind(c.content),
            class_=_class(c, speakers[i]),
            speaker=speakers[i],
            cue=Span.of(text, *c.cue) if c.cue else None,
            content=tuple(Span.of(text, *part) for part in c.content),
            quoted=marks.quoted(c.content),
            occasion=occasions[i],
            parent=parents[i],
            confidence=c.confidence,
        )
        for i, c in enumerate(candidates)
    )


def _class(candidate: Candidate, speaker: Attribution) -> StatementClass:
    """A text that says something is a document's statement, whatever the verb."""
    if speaker.type is SpeakerType.DOCUMENT and candidate.class_ is StatementClass.SPEECH:
        return StatementClass.DOCUMENT
    return candidate.class_
