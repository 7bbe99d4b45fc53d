"""Days, months and numbers are written as the language of the page has them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import formats, translation

from audiatur.hub.languages.addresses import in_language
from audiatur.hub.languages.numbers import number
from audiatur.hub.templatetags.reading import clock, day, iso, moment, month, precise

NOON = datetime(2022, 4, 12, 9, 30, tzinfo=UTC)
MIDNIGHT = datetime(2022, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("code", "a_day", "a_moment", "a_month"),
    [
        ("en", "12 April 2022", "12 April 2022, 09:30", "April 2022"),
        ("ru", "12 апреля 2022", "12 апреля 2022, 09:30", "апрель 2022"),
        ("uk", "12 квітня 2022", "12 квітня 2022, 09:30", "квітень 2022"),
    ],
)
def test_days_and_months(code: str, a_day: str, a_moment: str, a_month: str) -> None:
    with translation.override(code):
        assert (day(NOON), day(date(2022, 4, 12)), moment(MIDNIGHT)) == (a_day, a_day, a_day)
        assert moment(NOON) == a_moment
        assert (month(NOON).lower(), precise("2022-04").lower()) == (a_month.lower(), a_month.lower())
        assert (precise("2022"), precise("2022-04-12"), precise("soon")) == ("2022", a_day, "soon")
        assert (clock(NOON), clock(MIDNIGHT)) == ("09:30", a_day)
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.parametrize(
    ("code", "four", "five", "decimal"),
    [("en", "1,200", "12,500", "0.5"), ("ru", "1200", "12\xa0500", "0,5"), ("uk", "1200", "12\xa0500", "0,5")],
)
def test_numbers(code: str, four: str, five: str, decimal: str) -> None:
    with translation.override(code):
        assert (number(1200), number(12_500), number(-12_500)) == (four, five, f"-{five}")
        assert (number(0.5), number(7)) == (decimal, "7")
        assert formats.localize(0.5) == "0.5"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/about/", "/about/?lang=uk"),
        ("/?day=2022-04-12&topic=strait", "/?day=2022-04-12&topic=strait&lang=uk"),
        ("/about/?lang=ru#policy", "/about/?lang=uk#policy"),
    ],
)
def test_addresses_in_a_language(address: str, expected: str) -> None:
    assert in_language(address, "uk") == expected


def test_of_what_the_hub_saw_the_time_of_day_is_known_at_midnight() -> None:
    assert (moment(MIDNIGHT, True), iso(MIDNIGHT, True)) == ("12 April 2022, 00:00", "2022-04-12T00:00:00+00:00")
    assert (moment(MIDNIGHT), iso(MIDNIGHT)) == ("12 April 2022", "2022-04-12")
