"""Headlines with a colon: a statement where the one before it speaks, else the name of the subject."""

from __future__ import annotations

import pytest

from audiatur.statements import read_statements
from audiatur.statements.candidates import Candidate
from audiatur.statements.headlines_english import reported_headlines
from audiatur.statements.sentences import lay_out
from audiatur.statements.values import StatementClass

_BODY = "\nThe bridge is open again. Lena Orlova said that the night had been long."


def _candidate(text: str, source: str | None, content: str, cue: str = ":") -> Candidate:
    def at(words: str) -> tuple[int, int]:
        start = text.index(words)
        return start, start + len(words)

    return Candidate(
        source=at(source) if source else None,
        cue=at(cue),
        content=(at(content),),
        class_=StatementClass.SPEECH,
        paragraph=0,
        sentence=(0, text.index("\n") if "\n" in text else len(text)),
        confidence=0.9,
    )


def _sources(headline: str, source: str | None, content: str) -> list[str | None]:
    text = headline + _BODY
    told = _candidate(text, "Lena Orlova", "the night had been long", "said")
    found = reported_headlines(text, lay_out(text), [_candidate(text, source, content), told])
    return [text[slice(*one.source)] if one.source else None for one in found if one.content != told.content]


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Police: two hurt in harbour fire", "Police"),
        ("Foreign Ministry: talks will go on", "Foreign Ministry"),
        ("WMO: a wet winter is likely", "WMO"),
        ("Bridge inquiry: bolts were loose", "Bridge inquiry"),
        ("Orlova: the night was long", "Orlova"),
    ],
)
def test_an_office_a_body_or_one_who_speaks_below_reports(headline: str, source: str) -> None:
    text = headline + _BODY
    told = _candidate(text, "Lena Orlova", "the night had been long", "said")
    found = reported_headlines(text, lay_out(text), [_candidate(text, source, headline.partition(": ")[2]), told])
    assert len(found) == 2
    assert found[0].source == (0, len(source))


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Ferry Queen Ottla: all 90 aboard rescued", "Ferry Queen Ottla"),
        ("Heroes of the Kestrel: crew saves 30 lives", None),
        ("Dam of Kesh: fourteen villages flooded", "Dam of Kesh"),
        ("Opinion: What the miners know", "Opinion"),
        ("Klow agreement: how the ports reopen", "Klow agreement"),
        ("Bridge inquiry: how the bolts were lost", "Bridge inquiry"),
    ],
)
def test_a_subject_before_a_colon_says_nothing(headline: str, source: str | None) -> None:
    assert _sources(headline, source, headline.partition(": ")[2]) == []


def test_quoted_words_stay_and_go_to_the_subject_that_speaks() -> None:
    assert _sources("President addresses the Nation: “We stay”", "the Nation", "“We stay”") == ["President"]
    assert _sources("Night over the river: “We stay”", "the river", "“We stay”") == [None]


def test_a_colon_in_the_article_itself_is_left() -> None:
    text = "A headline without one\nThe Kestrel: it came back. Nobody spoke."
    given = [_candidate(text, "The Kestrel", "it came back")]
    assert reported_headlines(text, lay_out(text), given) == given


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They met on an islet claimed by both countries.", 0),
        ("The zone that each of them claims is six miles wide.", 0),
        ("Lena Orlova claims the island was sold.", 1),
        ("Lena Orlova claimed that nobody had left the island.", 1),
    ],
)
def test_a_claim_to_land_is_no_statement(text: str, count: int) -> None:
    assert len(read_statements(text, language="en", published=None)) == count
