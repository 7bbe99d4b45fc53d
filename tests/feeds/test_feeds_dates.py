"""Dates as feeds write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.feeds.dates import read_date

NINE = datetime(2022, 4, 12, 9, 5, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Tue, 12 Apr 2022 09:05:07 GMT",
        "Tue, 12 Apr 2022 12:05:07 +0300",
        "Tue, 12 Apr 2022 12:05:07 +03:00",
        "12 Apr 2022 05:05:07 EDT",
        "Tue,12 Apr 2022 09:05:07 Z",
        "Tuesday, 12-Apr-22 09:05:07 UTC",
        "12 April 2022 09:05:07 UT",
        "Wed, 12 Apr 2022 09:05:07 GMT",
        "Tue, 12 Apr 2022 12:05:07 MSK",
        "Tue, 12 Apr 2022 12:05:07 GMT+3",
        "2022-04-12T09:05:07Z",
        "2022-04-12T12:05:07.000+03:00",
        "2022-04-12 12:05:07 +0300",
        "20220412T090507Z",
        "2022/04/12 09:05:07 GMT",
        "Tue Apr 12 09:05:07 UTC 2022",
        "April 12, 2022 9:05:07 AM GMT",
        "Вт, 12 апр 2022 12:05:07 +0300",
        "12 апреля 2022 12:05:07 +0300",
        "12 квітня 2022 12:05:07 +0300",
        "Τρι, 12 Απρ 2022 09:05:07 GMT",
        "2022-április-12T09:05:07Z",
        "Di, 12 Apr 2022 11:05:07 CEST",
    ],
)
def test_the_same_instant(text: str) -> None:
    assert read_date(text) == (NINE, True)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-04-12", datetime(2022, 4, 12, tzinfo=UTC)),
        ("2022-04", datetime(2022, 4, 1, tzinfo=UTC)),
        ("2022", datetime(2022, 1, 1, tzinfo=UTC)),
        ("2022-04-12T09:05:07", NINE),
        ("Tue, 12 Apr 2022 09:05:07", NINE),
        ("Tue, 12 Apr 2022 09:05:07 XYZ", NINE),
        ("2022년 04월 12일 09:05:07", NINE),
        ("2022-04-12 오후 09:05:07", NINE + timedelta(hours=12)),
        ("12.04.2022 09:05:07", NINE),
        ("4/12/2022 9:05:07 AM", NINE),
        ("2022-102", datetime(2022, 4, 12, tzinfo=UTC)),
    ],
)
def test_without_a_zone_it_is_utc_and_said(text: str, moment: datetime) -> None:
    assert read_date(text) == (moment, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "Tue, 32 Apr 2022 09:05:07 GMT",
        "2022-13-01",
        "31 Feb 2022",
        "2022-04-12T25:00:00Z",
        "9" * 200,
        "12 Xyz 2022",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-04-12T24:00:00Z", datetime(2022, 4, 13, tzinfo=UTC)),
        ("Sat, 31 Dec 2016 23:59:60 GMT", datetime(2017, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_end_of_a_day(text: str, moment: datetime) -> None:
    assert read_date(text) == (moment, True)


zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
seconds = st.integers(31_536_000, 4_102_444_800)  # 1971 to 2099
moments = st.builds(datetime.fromtimestamp, seconds, zones)


@given(moments)
def test_every_written_date_comes_back(moment: datetime) -> None:
    assert read_date(format_datetime(moment)) == (moment.astimezone(UTC), True)
    assert read_date(moment.isoformat()) == (moment.astimezone(UTC), True)


@given(st.text(max_size=90))
def test_any_text_is_taken(text: str) -> None:
    read_date(text)


@given(st.text(alphabet="0123456789-/:., TZapmGJune+", max_size=40))
def test_anything_like_a_date_is_taken(text: str) -> None:
    found = read_date(text)
    assert found is None or found[0].tzinfo is UTC
