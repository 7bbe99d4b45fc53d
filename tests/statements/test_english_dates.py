"""Dates in English words. The day of publication is Tuesday, 12 April 2022, unless a test says another."""

from __future__ import annotations

from datetime import date

import pytest

from audiatur.statements.dates import find_dates, resolve_date

_TUESDAY = date(2022, 4, 12)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministers will meet on Friday", "2022-04-15"),
        ("The ministers met on Friday", "2022-04-08"),
        ("The ministers are to speak on Thursday", "2022-04-14"),
        ("Ministers to speak Thursday", "2022-04-14"),
        ("The ministers are meeting Thursday", "2022-04-14"),
        ("The talks, due to end on Sunday, went on", "2022-04-17"),
        ("The council votes on Wednesday", "2022-04-13"),
        ("On Friday, the council will vote", "2022-04-15"),
        ("His victories in the north on Sunday will speed that up", "2022-04-10"),
        ("He could not be reached on Sunday", "2022-04-10"),
        ("They spoke to reporters on Sunday", "2022-04-10"),
        ("The bridge will open in May", "2022-05"),
        ("The bridge opened in May", "2022-05"),
        ("The bridge opened in June", "2021-06"),
        ("The bridge will be named in June", "2022-06"),
        ("It was agreed last April", "2021-04"),
        ("He resigned on December 24", "2021-12-24"),
        ("He will resign on December 24", "2022-12-24"),
        ("The dividend is payable April 20", "2022-04-20"),
    ],
)
def test_the_governing_verb_tells_past_from_coming(text: str, value: str) -> None:
    (found,) = find_dates(text, 0, len(text), _TUESDAY)
    assert found.value == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("earlier on Tuesday", "2022-04-12"),
        ("late on Monday night", "2022-04-11"),
        ("on Tuesday of last week", "2022-04-05"),
        ("this past Friday", "2022-04-08"),
        ("last night", "2022-04-11"),
        ("the day before yesterday", "2022-04-10"),
        ("a week ago", "2022-04-05"),
        ("nearly four years ago", "2018"),
        ("a couple of days ago", "2022-04-10"),
        ("on the 3rd", "2022-04-03"),
        ("on the 28th", "2022-03-28"),
        ("in late March", "2022-03"),
        ("in mid-March", "2022-03"),
        ("at the end of the month", "2022-04"),
        ("in early 2021", "2021"),
        ("in the summer of 2020", "2020"),
        ("last summer", "2021"),
        ("over the weekend", "2022-04"),
        ("earlier this month", "2022-04"),
        ("in the third quarter", "2021"),
        ("on 12/31/2021", "2021-12-31"),
        ("on 31/12/2021", "2021-12-31"),
        ("on 2/3/2021", None),
        ("on 12.03.2021", "2021-03-12"),
        ("on Saturday, March 5, 2022", "2022-03-05"),
        ("on the 5th of March", "2022-03-05"),
        ("on May 3 last year", "2021-05-03"),
        ("on Christmas Eve", "2021-12-24"),
        ("last Thanksgiving", "2021-11-25"),
        ("several years ago", None),
    ],
)
def test_a_date_in_words(words: str, value: str | None) -> None:
    text = f"He came {words}"
    assert [d.value for d in find_dates(text, 0, len(text), _TUESDAY)] == (
        [value] if words != "several years ago" else []
    )


@pytest.mark.parametrize(
    ("second", "value"),
    [
        ("The same day he left.", "2022-03-03"),
        ("The previous evening he slept.", "2022-03-02"),
        ("A day earlier he slept.", "2022-03-02"),
        ("The next day he left.", "2022-03-04"),
        ("Two weeks later he left.", "2022-03-17"),
        ("Earlier in the day he slept.", "2022-03-03"),
        ("Hours later he left.", "2022-03-03"),
        ("The following month he left.", "2022-04"),
    ],
)
def test_what_refers_to_the_date_told_before(second: str, value: str) -> None:
    text = f"Marek came on March 3. {second}"
    assert [d.value for d in find_dates(text, 0, len(text), _TUESDAY)] == ["2022-03-03", value]


@pytest.mark.parametrize(
    "text", ["He came every Friday", "He won on Super Tuesday", "A report by USA Today", "He may go"]
)
def test_what_fixes_no_date(text: str) -> None:
    assert all(d.value is None for d in find_dates(text, 0, len(text), _TUESDAY))


@pytest.mark.parametrize(
    ("words", "calendar"),
    [("last week", "2022-W14"), ("the weekend", "2022-W14-WE"), ("the quarter", "2022-Q1"), ("last fall", "2021-FA")],
)
def test_the_calendar_value_keeps_weeks_quarters_and_seasons(words: str, calendar: str) -> None:
    found = resolve_date(words, 0, len(words), _TUESDAY)
    assert found is not None
    assert found.calendar == calendar


def test_a_week_over_new_year_lies_in_no_month_and_no_year() -> None:
    text = "He came last week"
    (found,) = find_dates(text, 0, len(text), date(2021, 1, 5))
    assert (found.value, found.calendar) == (None, "2020-W53")
