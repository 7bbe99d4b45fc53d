"""When to poll again: the feed's own pace, what it asks for, and patience with failures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.feeds import Rhythm, interval, next_poll

NOW = datetime(2022, 4, 12, 9, 30, tzinfo=UTC)  # a Tuesday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def every(gap: timedelta, count: int = 10) -> list[datetime]:
    return [NOW - gap * step for step in range(count)]


def wait(
    published: list[datetime],
    rhythm: Rhythm | None = None,
    *,
    max_age: timedelta | None = None,
    failures: int = 0,
    unchanged: int = 0,
) -> timedelta:
    return interval(rhythm or Rhythm(), published, cache_max_age=max_age, failures=failures, unchanged=unchanged)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ([], HOUR),
        ([NOW], HOUR),
        (every(MINUTE), 5 * MINUTE),
        (every(HOUR), 30 * MINUTE),
        (every(10 * HOUR), 5 * HOUR),
        (every(30 * DAY), DAY),
        ([NOW] * 10 + every(HOUR), 30 * MINUTE),
    ],
)
def test_the_pace_of_the_feed(published: list[datetime], expected: timedelta) -> None:
    assert wait(published) == expected


def test_what_is_asked_for_is_a_lower_bound() -> None:
    assert wait(every(HOUR), Rhythm(ttl=2 * HOUR)) == 2 * HOUR
    assert wait(every(HOUR), Rhythm(ttl=MINUTE)) == 30 * MINUTE
    assert wait(every(HOUR), Rhythm(update_every=3 * HOUR)) == 3 * HOUR
    assert wait(every(HOUR), max_age=4 * HOUR) == 4 * HOUR
    assert wait(every(HOUR), Rhythm(ttl=90 * DAY)) == DAY


def test_failures_double_and_quiet_slows() -> None:
    assert [wait(every(HOUR), failures=count) / MINUTE for count in range(4)] == [30, 60, 120, 240]
    assert wait(every(HOUR), failures=1000) == DAY
    assert wait(every(HOUR), unchanged=4) == 30 * MINUTE < wait(every(HOUR), unchanged=6) < DAY


def test_retry_after_may_pass_a_day_but_not_a_week() -> None:
    assert next_poll(NOW, Rhythm(), [], retry_after=3 * DAY) == NOW + 3 * DAY
    assert next_poll(NOW, Rhythm(), [], retry_after=NOW + 2 * DAY) == NOW + 2 * DAY
    assert next_poll(NOW, Rhythm(), [], retry_after=90 * DAY) == NOW + 7 * DAY
    assert next_poll(NOW, Rhythm(), [], retry_after=-DAY) == NOW + HOUR


def test_hours_and_days_to_skip() -> None:
    assert next_poll(NOW, Rhythm(skip_hours=frozenset({10, 11})), []) == NOW.replace(hour=12, minute=0)
    assert next_poll(NOW, Rhythm(skip_days=frozenset({2, 3})), []) == datetime(2022, 4, 14, tzinfo=UTC)
    assert next_poll(NOW, Rhythm(skip_days=frozenset(range(1, 8))), []) == NOW + HOUR


spans = st.none() | st.timedeltas(-DAY, 400 * DAY)
dates = st.lists(st.datetimes(timezones=st.just(UTC)), max_size=30)


@given(dates, spans, spans, st.integers(0, 10**6), st.integers(0, 10**6))
def test_always_between_five_minutes_and_a_day(
    published: list[datetime], ttl: timedelta | None, max_age: timedelta | None, failures: int, unchanged: int
) -> None:
    found = wait(published, Rhythm(ttl=ttl), max_age=max_age, failures=failures, unchanged=unchanged)
    assert 5 * MINUTE <= found <= DAY


@given(dates, st.integers(0, 50))
def test_one_failure_more_is_never_sooner(published: list[datetime], failures: int) -> None:
    assert wait(published, failures=failures) <= wait(published, failures=failures + 1)
