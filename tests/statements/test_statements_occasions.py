"""When, where and to whom."""

from __future__ import annotations

from datetime import date

import pytest

from audiatur.statements import Statement, read_statements
from audiatur.statements.dates import find_dates
from audiatur.statements.dates_slavic import find_slavic_dates

_TUESDAY = date(2022, 4, 12)


def _read(text: str, published: date | None = _TUESDAY) -> tuple[Statement, ...]:
    return read_statements(text, language="en", published=published)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Tuesday", "2022-04-12"),
        ("on Monday", "2022-04-11"),
        ("last Thursday", "2022-04-07"),
        ("last Tuesday", "2022-04-05"),
        ("next Friday", "2022-04-15"),
        ("yesterday", "2022-04-11"),
        ("today", "2022-04-12"),
        ("two weeks ago", "2022-03-29"),
        ("three days ago", "2022-04-09"),
        ("a month ago", "2022-03"),
        ("last month", "2022-03"),
        ("last year", "2021"),
        ("on April 7", "2022-04-07"),
        ("on 7 April", "2022-04-07"),
        ("April 7, 2021", "2021-04-07"),
        ("on December 24", "2021-12-24"),
        ("in March 2020", "2020-03"),
        ("in March", "2022-03"),
        ("in 2014", "2014"),
        ("2022-01-02", "2022-01-02"),
        ("February 30, 2021", None),
        ("last week", "2022-04"),
        ("last winter", None),
    ],
)
def test_a_date_in_words(words: str, value: str | None) -> None:
    text = f"He came {words}"
    (found,) = find_dates(text, 0, len(text), _TUESDAY)
    assert (text[found.start : found.end], found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Он приехал во вторник", "2022-04-12"),
        ("Він приїхав у п’ятницю", "2022-04-08"),
        ("Он приехал вчера", "2022-04-11"),
        ("7 квітня 2021", "2021-04-07"),
    ],
)
def test_a_slavic_date_in_words(text: str, value: str) -> None:
    (found,) = find_slavic_dates(text, 0, len(text), _TUESDAY)
    assert found.value == value


def test_relative_dates_stay_open_without_a_day_of_publication() -> None:
    (statement,) = _read("Marek said on Monday that it rained.", published=None)
    assert statement.occasion.date is None


def test_a_date_inside_what_was_said_is_not_when_it_was_said() -> None:
    (statement,) = _read("Marek said the bridge was closed on Monday.")
    assert statement.occasion.date is None


def test_the_date_is_inherited_by_the_same_speaker_only() -> None:
    text = "Marek said on Monday that it rained. It was cold, he said.\nOrlova said it was warm."
    first, second, third = _read("Ivan Marek met Lena Orlova.\n" + text)
    assert (first.occasion.date, first.occasion.inherited) == ("2022-04-11", False)
    assert (second.occasion.date, second.occasion.inherited) == ("2022-04-11", True)
    assert third.occasion.date is None


def test_a_headline_inherits_from_the_text_below() -> None:
    first, _ = _read("Ivan Marek accuses Sildavia of theft\nIvan Marek said on Monday that it rained.")
    assert (first.occasion.date, first.occasion.inherited) == ("2022-04-11", True)


def test_place_and_addressee() -> None:
    text = "Speaking at the Grand Harbour on Tuesday, Marek also thanked his guest, Lena Orlova, for the bridge."
    (thanked,) = _read(text)
    assert thanked.occasion.place is not None
    assert thanked.occasion.place.text == "Grand Harbour"
    (told,) = _read("Marek told Harbour Radio last Thursday that it rained.")
    assert told.occasion.addressee is not None
    assert (told.occasion.addressee.text, told.occasion.date) == ("Harbour Radio", "2022-04-07")
