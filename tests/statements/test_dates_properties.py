"""Dates: nothing is raised, offsets index the text, and relative dates move with the day of publication."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from audiatur.statements import read_statements
from audiatur.statements.dates import find_dates, resolve_date
from audiatur.statements.dates_calendar import as_iso
from audiatur.statements.dates_slavic import find_slavic_dates

_PIECES = (
    "on", "Tuesday", "last", "next", "week", "two", "weeks", "ago", "May", "12", "2021", "the", "previous", "day",
    "year", "earlier", "later", "quarter", "fall", "99", "9999", "0001-01-01",
    "во", "вторник", "две", "недели", "назад", "у",
    "липня", "минулого", "тижня", "31", "февраля", ",", ".", "\n", "said", "will",
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join))
_DAYS = st.dates()
_RELATIVE = st.sampled_from(
    (
        "on Tuesday",
        "last Friday",
        "yesterday",
        "two weeks ago",
        "a day earlier",
        "three days ago",
        "the previous evening",
    )
)


@given(_TEXTS, st.one_of(st.none(), _DAYS))
def test_no_text_is_an_error_and_every_offset_lies_in_it(text: str, published: date | None) -> None:
    for found in (*find_dates(text, 0, len(text), published), *find_slavic_dates(text, 0, len(text), published)):
        assert 0 <= found.start < found.end <= len(text)
        assert found.value == as_iso(found.calendar)


@given(_TEXTS, _DAYS)
def test_resolving_any_extent_is_no_error(text: str, published: date) -> None:
    found = resolve_date(text, 0, len(text), published)
    assert found is None or found.calendar is not None


@given(_RELATIVE, st.dates(date(1990, 1, 8), date(2090, 1, 1)))
def test_a_week_later_every_relative_day_is_a_week_later(words: str, published: date) -> None:
    text = f"He came {words}."
    days = []
    for day in (published, published + timedelta(days=7)):
        (found,) = find_dates(text, 0, len(text), day)
        days.append(date.fromisoformat(found.value or ""))
    assert days[1] - days[0] == timedelta(days=7)


@given(_TEXTS, st.one_of(st.none(), _DAYS))
def test_the_words_of_an_occasion_stand_in_the_text(text: str, published: date | None) -> None:
    article = f"Ivan Marek said {text} that it rained."
    for statement in read_statements(article, language="en", published=published):
        occasion = statement.occasion
        for span in (occasion.date_text, occasion.place, occasion.addressee):
            assert span is None or article[span.start : span.end] == span.text
