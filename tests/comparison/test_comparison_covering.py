"""Who reports on each side, who was first, and who is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from audiatur.comparison.covering import coverage
from audiatur.comparison.laid import SideCoverage
from audiatur.comparison.values import SideLabel, Told
from tests.comparison.sample import LORRIA, SIDES, VARDANA, told

NOON = datetime(2031, 5, 5, 12, tzinfo=UTC)
NOW = NOON + timedelta(hours=48)


def of(articles: list[Told], side: SideLabel | None, now: datetime = NOW) -> SideCoverage:
    return next(found for found in coverage(articles, SIDES, now=now).sides if found.side == side)


def test_who_was_first_and_how_many_hours_the_others_came_behind() -> None:
    found = coverage([told("b", "l", hours=5.5), told("a", "v"), told("c", hours=7)], SIDES, now=NOW)
    assert (found.first, found.first_at) == ("a", NOON)
    assert [(one.first, one.hours_behind) for one in found.sides] == [("a", 0.0), ("b", 5.5), ("c", 7.0)]


def test_copies_of_one_text_are_one_voice_and_outlets_stand_in_the_order_of_their_first_article() -> None:
    wire = [replace(told(name, "v", hours=hours), voice="w") for name, hours in (("wire", 0), ("copy", 1))]
    found = of([told("own", "v", hours=2), *wire], VARDANA)
    assert (found.outlets, found.voices, found.copies) == (("The wire", "The copy", "The own"), 2, ("copy",))


def test_a_copy_on_the_other_side_is_a_voice_there() -> None:
    wire = [replace(told("wire", "v"), voice="w"), replace(told("copy", "l", hours=1), voice="w")]
    assert [(of(wire, side).voices, of(wire, side).copies) for side in SIDES] == [(1, ()), (1, ())]


def test_a_silence_lies_between_two_reports_while_others_report() -> None:
    articles = [told("a", "v"), told("b", "l", hours=3), told("c", "l", hours=9), told("d", "v", hours=10)]
    silence = of(articles, VARDANA).silences[0]
    assert (silence.after, silence.before, silence.hours, silence.meanwhile) == ("a", "d", 10.0, ("b", "c"))
    assert of(articles, VARDANA).silent_since is None


def test_a_silence_before_the_first_report_begins_with_the_first_report_anywhere() -> None:
    silence = of([told("a", "v"), told("b", "l", hours=6)], LORRIA).silences[0]
    assert (silence.since, silence.after, silence.before, silence.hours) == (NOON, None, "b", 6.0)
    assert silence.meanwhile == ("a",)


def test_a_silence_that_lasts_is_measured_up_to_now() -> None:
    found = of([told("a", "v"), told("b", "l", hours=8)], VARDANA)
    assert found.silent_since == NOON
    assert [(one.until, one.hours) for one in found.silences] == [(None, 48.0)]


def test_nobody_is_silent_while_nobody_else_reports() -> None:
    found = of([told("a", "v"), told("b", "v", hours=30)], VARDANA)
    assert (found.silences, found.silent_since) == ((), None)


def test_the_longest_silences_come_first_and_are_few() -> None:
    articles = [told(f"v{hours}", "v", hours=hours) for hours in (0, 4, 14, 20, 22)]
    articles += [told(f"l{hours}", "l", hours=hours) for hours in (1, 5, 15, 21, 22.5)]
    assert [one.hours for one in of(articles, VARDANA).silences] == [26.0, 10.0, 6.0]


def test_a_side_without_articles_is_silent_from_the_beginning() -> None:
    found = of([told("a", "v")], LORRIA)
    assert (found.voices, found.first, found.hours_behind, found.silent_since) == (0, None, None, None)
    assert [(one.after, one.before, one.hours) for one in found.silences] == [(None, None, 48.0)]


def test_undated_articles_count_and_say_nothing_of_when() -> None:
    found = coverage([replace(told("a", "v"), published=None)], SIDES, now=NOW)
    assert (found.first, found.sides[0].voices, found.sides[0].first) == (None, 1, None)


def test_dates_without_a_zone_are_read_as_utc() -> None:
    bare = replace(told("a", "v"), published=NOON.replace(tzinfo=None))
    assert of([bare, told("b", "l", hours=2)], VARDANA, NOW.replace(tzinfo=None)).silences[0].hours == 48.0


@pytest.mark.parametrize(
    ("east", "west", "first", "behind"),
    [
        (-12, 3, None, None),  # a day without a time, and an hour of it
        (-12, -12, None, 0.0),
        (-12, 15, "a", None),  # the night after
        (-12, 36, "a", 48.0),
        (0, 12, "a", None),
        (0, 60, "a", 72.0),
    ],
)
def test_a_day_without_a_time_is_no_hour(east: float, west: float, first: str | None, behind: float | None) -> None:
    found = coverage([told("a", "v", hours=east), told("b", "l", hours=west)], SIDES, now=NOW)
    assert found.first == first
    assert found.sides[1].hours_behind == behind


def test_within_a_day_without_a_time_nobody_is_silent() -> None:
    found = of([told("a", "v", hours=-12), told("b", "l", hours=6)], VARDANA)
    assert (found.silences, found.silent_since) == ((), None)
    later = of([told("a", "v", hours=-12), told("b", "l", hours=14)], VARDANA)
    assert [one.hours for one in later.silences] == [36.0]
    assert later.silent_since == NOON - timedelta(hours=12)


def test_two_sides_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        coverage([], [VARDANA, SideLabel("v", "Other")], now=NOW)
