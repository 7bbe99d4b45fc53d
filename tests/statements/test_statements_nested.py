"""Statements inside statements: found, given their parent and their own speaker."""

from __future__ import annotations

import pytest

from audiatur.statements import Statement, read_statements
from audiatur.statements.candidates import Candidate
from audiatur.statements.nested_english import with_nested
from audiatur.statements.sentences import lay_out
from audiatur.statements.values import StatementClass

_INTRODUCED = "Mayor Lena Orlova met Governor Ivan Marek at the dam.\n"


def _read(text: str) -> tuple[Statement, ...]:
    return read_statements(_INTRODUCED + text, language="en", published=None)


@pytest.mark.parametrize(
    ("text", "content", "name"),
    [
        ("Orlova said the governor had promised that the dam would stay.", "the dam would stay", "Ivan Marek"),
        ("Marek said that he hoped the dam would stay.", "the dam would stay", "Ivan Marek"),
        ("“The mayor told me that the dam was open,” Marek said.", "the dam was open", "Lena Orlova"),
        ("“I told her that the dam was open,” Marek said.", "the dam was open", "Ivan Marek"),
    ],
)
def test_what_is_reported_within_a_report_has_its_own_speaker(text: str, content: str, name: str) -> None:
    found = {s.content[0].text: s for s in _read(text)}
    inner = found[content]
    assert inner.speaker.name == name
    assert inner.parent is not None
    assert content in _read(text)[inner.parent].content[0].text


def test_a_relative_does_not_make_the_clause_around_it_its_child() -> None:
    found = _read("Orlova said the dam was open. Marek said it was shut.")
    assert [s.parent for s in found] == [None, None]


def test_a_report_in_a_quotation_that_is_part_of_a_longer_content_is_found() -> None:
    text = _INTRODUCED + "Marek said that he trusted nobody. “The mayor told me that the dam was open.”"
    said, place = text.index("that he"), text.index("Marek said")
    outer = Candidate(
        None,
        (place + 6, place + 10),
        ((said, len(text)),),
        StatementClass.SPEECH,
        1,
        (place, text.index("nobody.") + 7),
    )
    inner = [c for c in with_nested(text, lay_out(text), [outer]) if c is not outer]
    assert [[text[a:b] for a, b in c.content] for c in inner] == [["the dam was open"]]


def test_words_of_a_friend_without_a_name_stay_without_one() -> None:
    inner = [s for s in _read("“My brother said the dam was open,” Marek said.") if s.parent is not None]
    assert [s.speaker.name for s in inner] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Orlova said the very real challenges facing the dam were costly.",
        "Orlova said this was the mayor's reported answer and no more.",
        "“I think that what he says is wrong,” Marek said.",
        "“She said the same after the last flood,” Marek said.",
        "“We have said many times that we expected this,” Marek said.",
    ],
)
def test_a_noun_a_possessive_or_an_aside_reports_nothing(text: str) -> None:
    assert [s for s in _read(text) if s.parent is not None] == []
