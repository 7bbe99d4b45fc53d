"""Quotations without a cue: to whom they are given, and that none is given twice."""

from __future__ import annotations

from dataclasses import replace

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.carrying import carry_on
from audiatur.statements.sentences import Sentence, lay_out
from audiatur.statements.values import StatementClass

BEFORE = "The hall was full.\n"
SAID = "“We shall keep the bridge shut.”"
AFTER = " Marek went on as if nobody had asked.\n“Nor do we wait for the council any longer.”"
TEXT = BEFORE + SAID + AFTER


def sentence_of(words: str) -> Sentence:
    place = TEXT.index(words)
    return next(s for p in lay_out(TEXT) for s in p.sentences if s.start <= place < s.end)


def candidate(content: Range) -> Candidate:
    """A statement whose cue stands in the sentence after its content."""
    cue = TEXT.index("went on")
    own = sentence_of("went on")
    return Candidate(None, (cue, cue + 7), (content,), StatementClass.SPEECH, 1, (own.start, own.end))


def contents(tagged: list[Candidate]) -> list[list[str]]:
    return [[TEXT[a:b] for a, b in c.content] for c in carry_on(TEXT, lay_out(TEXT), tagged)]


def test_a_quotation_alone_is_a_statement() -> None:
    assert [SAID] in contents([])


def test_a_quotation_that_a_statement_has_is_not_told_again() -> None:
    start = TEXT.index(SAID)
    found = contents([candidate((start, start + len(SAID)))])
    assert [c for parts in found for c in parts].count(SAID) == 1


def test_who_has_words_of_a_quotation_is_given_all_of_it() -> None:
    hall, start = (0, len("The hall was full")), TEXT.index(SAID)
    own = sentence_of("The hall")
    part = Candidate(None, hall, ((start, start + 9),), StatementClass.SPEECH, 0, (own.start, own.end))
    assert contents([part])[0] == [SAID]


def test_a_statement_within_a_quotation_does_not_take_it() -> None:
    own = sentence_of("We shall")
    start = TEXT.index("keep the bridge shut")
    within = Candidate(None, (start - 6, start), ((start, start + 20),), StatementClass.SPEECH, 1, (own.start, own.end))
    moved = replace(within, sentence=(0, 0))
    assert [SAID] in contents([moved])


def test_a_statement_elsewhere_takes_no_quotation() -> None:
    found = contents([candidate((0, len("The hall was full")))])
    assert [SAID] in found
