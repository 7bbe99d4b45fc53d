"""Quotations in records: verbatim, reworded, not found; never by chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiatur.records.index import Index
from audiatur.records.making import record_of
from audiatur.records.tracing import trace
from audiatur.records.values import Agreement, Quotation, Trace
from tests.records.transcripts import CYRILLIC, INLINE, LINES

RECORD = record_of("conference", INLINE, language="en")
CONTEXT = "Dorn said the talks about the cable were stuck on the islands, for nobody wants a quarrel."


def traced(text: str, *speakers: str, context: str = "") -> Trace:
    return trace(Quotation(text, speakers, context, "en"), Index([RECORD]))


def test_the_same_words_are_verbatim_whatever_their_marks() -> None:
    found = traced("The guards will stay, until the last survey is signed.", "Ivo Salat")
    assert (found.agreement, found.speaker, found.score) == (Agreement.VERBATIM, "Ivo Salat", 1.0)
    assert found.place is not None
    assert found.place.text == "The guards will stay until the last survey is signed"
    assert INLINE[found.place.start : found.place.end] == found.place.text


def test_other_words_are_a_rewording_that_shows_both() -> None:
    found = traced("the harbour dues will come down by 15 percent", "Ivo Salat")
    assert (found.agreement, found.speaker) == (Agreement.REWORDING, "Ivo Salat")
    assert found.words == (
        ("=", "the harbour dues will"),
        ("-", "come down"),
        ("+", "fall"),
        ("=", "by"),
        ("-", "15"),
        ("+", "12"),
        ("=", "percent"),
    )


def test_a_short_rewording_is_found_by_the_words_around_it() -> None:
    found = traced("returned to a deadlock", "Mira Dorn", context=CONTEXT)
    assert (found.agreement, found.score) == (Agreement.REWORDING, 0.75)
    assert found.place is not None
    assert found.place.text == "returned to a dead-end"


@pytest.mark.parametrize(
    ("text", "speakers", "context"),
    [
        ("returned to a deadlock", ("Ivo Salat",), CONTEXT),  # another speaks there
        ("returned to a deadlock", ("Mira Dorn",), "The winner of the cup spoke of his horse."),
        ("the guards", ("Ivo Salat",), ""),  # two words that anybody uses
        ("The committee has adopted the budget for the coming year.", ("Ivo Salat",), CONTEXT),
        ("peace", (), ""),
        ("…", (), ""),
    ],
)
def test_what_is_not_there_is_not_found(text: str, speakers: tuple[str, ...], context: str) -> None:
    assert traced(text, *speakers, context=context) == Trace(Agreement.NOT_FOUND)


def test_the_words_of_another_are_told_with_his_name_if_they_are_many_and_the_same() -> None:
    words = "The ferry line to Port Maren will open again in May, and the harbour dues will fall by 12 percent."
    assert traced(words, "Mira Dorn").speaker == "Ivo Salat"


def test_a_negation_before_other_words_is_not_cut_off() -> None:
    record = record_of("calendar", "Mira Dorn: The tides do not keep a diplomatic calendar, and neither do the pilots.")
    said = Quotation("keep no diplomatic calendar", ("Mira Dorn",))
    found = trace(said, Index([record]))
    assert found.agreement is Agreement.REWORDING
    assert found.place is not None
    assert found.place.text.startswith("not keep a diplomatic calendar")


def test_no_record_is_something_else_than_not_found() -> None:
    quotation = Quotation("The survey is signed already")
    assert trace(quotation, Index()).agreement is Agreement.NO_RECORD
    assert trace(quotation, Index([record_of("empty", " \n")])).agreement is Agreement.NO_RECORD


def test_a_record_in_another_language_is_passed_over() -> None:
    russian = record_of("ru", CYRILLIC + INLINE, language="ru")
    assert trace(
        Quotation("The guards will stay until the last survey is signed", language="en"), Index([russian])
    ) == Trace(Agreement.NOT_FOUND)


def test_a_russian_quotation_in_a_russian_record() -> None:
    record = record_of("ru", CYRILLIC, language="ru")
    found = trace(
        Quotation("Охрана останется, пока не подписан протокол обмера", ("Салат",), "", "ru"), Index([record])
    )
    assert (found.agreement, found.speaker) == (Agreement.REWORDING, "Иво Салат")


def test_of_two_records_the_one_of_the_day_is_told() -> None:
    records = [replace(RECORD, key=str(day), day=date(2026, 3, day)) for day in (1, 20)]
    said = Quotation("The survey is signed already", ("Mira Dorn",), "", "en", date(2026, 3, 21))
    assert trace(said, Index(records)).record == "20"


def test_a_key_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="there already"):
        Index([RECORD, RECORD])


def test_notes_of_the_transcriber_part_no_words() -> None:
    found = traced("the talks about the cable are stuck with it. But nobody wants a quarrel", "Mira Dorn")
    assert found.agreement is Agreement.VERBATIM


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(max_size=60) | st.sampled_from([INLINE, LINES]))
def test_any_text_is_traced_and_both_wordings_are_extracts(quotation: str, text: str) -> None:
    found = trace(Quotation(quotation), Index([record_of("x", text)]))
    assert 0 <= found.score <= 1
    assert (found.place is None) == (found.agreement in (Agreement.NOT_FOUND, Agreement.NO_RECORD))
    if found.place is not None:
        assert text[found.place.start : found.place.end] == found.place.text
        assert all(words in (found.place.text if sign == "+" else quotation) for sign, words in found.words)
