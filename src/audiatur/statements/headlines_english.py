"""Headlines in English that report: "X: ..." is a statement only where X is someone who speaks.

"Police: two hurt in fire" reports; "Ferry Queen Ilse: all aboard rescued" names its subject. Nothing but the word for
an office or a body, or a name that speaks in the article itself, tells the two apart; the rest is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audiatur.statements.candidates import Candidate
from audiatur.statements.clauses_english import clause_subject
from audiatur.statements.roles_english import COLLECTIVES, DOCUMENTS, ORGANISATIONS, is_role
from audiatur.statements.sentences import Paragraph, Sentence
from audiatur.statements.wordlists import words

_SPEAKING = (
    ORGANISATIONS
    | COLLECTIVES
    | DOCUMENTS
    | words("investigation probe inquest source sources spokesperson minister ministers watchdogs campaign")
) - words(
    """agreement accord treaty protocol notice schedule bill law act contract book video footage opinion others many
    some most few several both they we brigade battalion regiment militia carrier shipping holding nation nations they
    countries states powers crew"""
)
_SHIPS = words("queen king prince princess lady lord sir saint duke duchess major general")  # "Ferry Queen Ilse"
_QUESTIONS = words("how why what who where when which")
_MARKS = ('"', "“", "”", "„", "«", "‘", "'")


def reported_headlines(text: str, paragraphs: Sequence[Paragraph], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those of a headline's colon whose words before it are nobody who speaks.

    Words in quotation marks stay: they are given to the subject of the words before the colon where that speaks, else
    to nobody.
    """
    headlines = [sentence for paragraph in paragraphs if paragraph.headline for sentence in paragraph.sentences]
    spoken = _spoken(text, candidates, headlines)
    found = []
    for candidate in candidates:
        sentence = _headline_of(text, candidate, headlines)
        kept = candidate if sentence is None else _kept(text, candidate, sentence, spoken)
        found += [kept] if kept is not None else []
    return found


def _headline_of(text: str, candidate: Candidate, headlines: Sequence[Sentence]) -> Sentence | None:
    """The headline in whose colon a candidate has its cue; None for any other candidate."""
    cue = candidate.cue
    if cue is None or text[slice(*cue)].strip() != ":" or candidate.content[0][0] < cue[1]:
        return None
    return next((sentence for sentence in headlines if sentence.start <= cue[0] < sentence.end), None)


def _spoken(text: str, candidates: Sequence[Candidate], headlines: Sequence[Sentence]) -> frozenset[str]:
    """The names of those who speak in the article itself, word by word."""
    return frozenset(
        word.strip(".,'’s")
        for one in candidates
        if one.source is not None and not any(h.start <= one.source[0] < h.end for h in headlines)
        for word in text[slice(*one.source)].split()
        if word[:1].isupper()
    )


def _kept(text: str, candidate: Candidate, sentence: Sentence, spoken: frozenset[str]) -> Candidate | None:
    """The candidate of a headline, perhaps with another source; None where it is no statement."""
    quoted = text[candidate.content[0][0]] in _MARKS
    source = text[slice(*candidate.source)] if candidate.source is not None else ""
    if source and _speaks(source, spoken):
        first = text[slice(*candidate.content[0])].split(maxsplit=1)[0].lower()
        return None if first in _QUESTIONS and not quoted and not _is_person(source, spoken) else candidate
    if not quoted:
        return None
    colon = next((k for k, token in enumerate(sentence.tokens) if token.text == ":"), 0)
    subject = clause_subject(sentence.tokens, colon) if colon > 1 else None
    if subject is None:
        return replace(candidate, source=None)
    span = sentence.tokens[subject[0]].start, sentence.tokens[subject[1]].end
    return replace(candidate, source=span if _speaks(text[slice(*span)], spoken) else None)


def _speaks(source: str, spoken: frozenset[str]) -> bool:
    """Whether it names an office or a body, or someone who speaks in the article."""
    last = source.rsplit(maxsplit=1)[-1]
    acronym = last.isupper() and len(last) > 1
    return (
        acronym or _is_person(source, spoken) or any(word.strip(".,") in _SPEAKING for word in source.lower().split())
    )


def _is_person(source: str, spoken: frozenset[str]) -> bool:
    """Whether it is an office, or a name that speaks in the article."""
    last = source.rsplit(maxsplit=1)[-1].strip(".,'’s")
    return last in spoken or any(is_role(word.strip(".,")) for word in set(source.lower().split()) - _SHIPS)
