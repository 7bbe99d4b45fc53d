"""Which date, place and addressee a statement has. Published on Tuesday, 12 April 2022; all names are invented."""

from __future__ import annotations

from datetime import date

import pytest

from audiatur.statements import Occasion, Statement, read_statements
from audiatur.statements.candidates import Candidate
from audiatur.statements.occasions import find_occasion, inherit
from audiatur.statements.values import Attribution, SpeakerType, StatementClass

_TUESDAY = date(2022, 4, 12)


def _read(text: str) -> tuple[Statement, ...]:
    return read_statements(text, language="en", published=_TUESDAY)


@pytest.mark.parametrize(
    ("text", "date_text"),
    [
        ("Marek said on Monday that it rained.", "on Monday"),
        ("Marek on Monday said that it rained.", "on Monday"),
        ("On Monday, Marek said that it rained.", "On Monday"),
        ("“It rained,” Marek said on Monday.", "on Monday"),
        ("“It rained,” said Marek, the mayor, late on Monday.", "late on Monday"),
        ("Marek told Harbour Radio last Thursday that it rained.", "last Thursday"),
        ("Marek left the talks on Monday, accusing Sildavia of theft.", "on Monday"),
        ("Marek closed the bridge on Monday and said that it was old.", "on Monday"),
        ("A report published two weeks ago said that it rained.", "two weeks ago"),
    ],
)
def test_the_date_at_the_cue_is_that_of_the_statement(text: str, date_text: str) -> None:
    occasions = [s.occasion for s in _read(text)]
    assert [o.date_text.text for o in occasions if o.date_text] == [date_text]


@pytest.mark.parametrize(
    "text",
    [
        "Marek said the strike on Monday killed two.",
        "A man died in a strike on Monday, Marek said.",
        "Marek, who was elected on Monday, said it rained.",
        "After the strike on Monday, Marek said it rained.",
        "Marek said: “It rained on Monday.”",
        "Marek said after Monday's vote that it rained.",
        "Marek said since Monday it had rained.",
        "KLOW, April 11 (Meridian) - Marek said it rained.",
        "Marek said that it rained.",
    ],
)
def test_another_date_is_none_of_the_statement(text: str) -> None:
    (statement,) = _read(text)
    assert (statement.occasion.date, statement.occasion.date_text) == (None, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Speaking at the Grand Harbour, Marek said that it rained.", "Grand Harbour"),
        ("Marek told reporters in Klow that it rained.", "Klow"),
        ("Marek told reporters at a command post in Klow that it rained.", "a command post in Klow"),
        ("Marek said at a rally in Klow on Monday that it rained.", "Klow"),
        ("Marek said at a briefing on Monday that it rained.", "a briefing"),
        ("Marek said on Monday that it rained in Klow.", None),
        ("KLOW, April 11 (Meridian) - Marek said it rained.", None),
    ],
)
def test_the_place(text: str, place: str | None) -> None:
    (statement,) = _read(text)
    assert (statement.occasion.place.text if statement.occasion.place else None) == place


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Marek told Harbour Radio that it rained.", "Harbour Radio"),
        ("Marek told reporters in Klow that it rained.", "reporters"),
        ("Marek urged the council to close the bridge.", "the council"),
        ("Marek said in an interview with Harbour Radio that it rained.", "Harbour Radio"),
        ("Marek said that it rained.", None),
    ],
)
def test_the_addressee(text: str, addressee: str | None) -> None:
    (statement,) = _read(text)
    assert (statement.occasion.addressee.text if statement.occasion.addressee else None) == addressee


def test_an_occasion_lasts_until_the_speaker_has_another() -> None:
    text = (
        "Ivan Marek said on Monday that it rained. Marek added that it was cold.\n"
        "Last Thursday Marek said that it snowed. Marek also said that it was dark."
    )
    assert [(s.occasion.date, s.occasion.inherited) for s in _read(text)] == [
        ("2022-04-11", False),
        ("2022-04-11", True),
        ("2022-04-07", False),
        ("2022-04-07", True),
    ]


def test_what_was_said_once_or_is_hoped_belongs_to_no_occasion() -> None:
    text = "Ivan Marek said on Monday that it rained.\nMarek once said that it snowed.\nMarek hopes that it clears."
    said, once, hoped = _read(text)
    assert said.occasion.date == "2022-04-11"
    assert (once.occasion.date, hoped.occasion.date) == (None, None)


def test_a_court_hears_all_on_the_day_that_the_head_tells() -> None:
    text = "Ivan Marek told the court on Monday that it rained.\nLena Orlova told the jury that it snowed."
    assert [s.occasion.date for s in _read(text)] == ["2022-04-11", "2022-04-11"]


def test_a_week_later_the_same_words_mean_a_week_later() -> None:
    text = "Ivan Marek said on Friday that it rained."
    (first,) = read_statements(text, language="en", published=_TUESDAY)
    (second,) = read_statements(text, language="en", published=date(2022, 4, 19))
    assert (first.occasion.date, second.occasion.date) == ("2022-04-08", "2022-04-15")


def test_candidates_without_cue_or_source_and_in_pieces_are_no_error() -> None:
    text = "“It rained,” he said on Monday, “all day.”"
    bare = Candidate(None, None, ((0, 12), (31, 42)), StatementClass.SPEECH, 0, (0, 42))
    cued = Candidate(None, (16, 20), ((0, 12), (31, 42)), StatementClass.SPEECH, 0, (13, 20))
    contents = [*bare.content, (13, 13), (0, 42)]
    assert find_occasion(text, bare, contents, False, _TUESDAY) == Occasion()
    assert find_occasion(text, cued, cued.content, False, None).date is None
    nobody = Attribution(None, None, None, SpeakerType.PERSON)
    assert inherit([nobody], [Occasion()], [bare]) == [Occasion()]


def test_a_mark_alone_is_nobody_who_is_told() -> None:
    (one,) = _read("Marek asked ’ to wait.")
    assert one.occasion.addressee is None


@pytest.mark.parametrize(
    ("hearer", "value"), [("Radio Lumen", None), ("the Harbour Post", "2022-04-07"), ("reporters", "2022-04-07")]
)
def test_what_other_hearers_are_told_is_another_occasion(hearer: str, value: str | None) -> None:
    told = _read(f"Ivan Marek told the Harbour Post last Thursday that it rained.\nMarek told {hearer} that it snowed.")
    assert [s.occasion.date for s in told] == ["2022-04-07", value]
