"""Issues of one series: told by their titles alone, kept apart by likeness, left to editors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from audiatur.stories.learned import LearnedWindow
from audiatur.stories.series import Issue, issue_of
from audiatur.stories.values import StoryId, Telling
from tests.stories.sample import START


class OneThing:
    """An encoder to which everything says the same."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text."""
        return np.full((len(texts), 4), 0.5, dtype=np.float32)


def issue(number: int, time: str = "6:00") -> Telling:
    title = f"Losses of the army of Borduria as of {time} on May {number}"
    return Telling(f"{number}-{time}", title, "", START + timedelta(hours=number), "en")


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Losses of the army as of 6:00 on May 2", ("may 2",)),
        ("Transcript: The Evening with Mira Klow, 4/4/31", ("4/4/31",)),
        ("War in Syldavia: list of key events, day 37", ("day 37",)),
        ("Your evening paper, Tuesday", ("tuesday",)),
        ("Сводка штаба на 12 апреля, главное", ("12 апреля",)),
        ("Зведення штабу на 12 квітня, головне", ("12 квітня",)),
        ("Bulletin of the staff, 3rd of May, 2031", ("3rd of may, 2031",)),
    ],
)
def test_a_title_that_names_a_day_may_be_of_a_series(title: str, days: tuple[str, ...]) -> None:
    found = issue_of(title)
    assert found is not None
    assert found.days == days


@pytest.mark.parametrize("title", ["Nine killed in Klow", "Monday, 4 May 2031", "Ferry of 6:00 late again in Klow", ""])
def test_numbers_and_bare_days_are_no_series(title: str) -> None:
    assert issue_of(title) is None


def test_the_time_of_day_plays_no_part() -> None:
    assert (
        issue_of(issue(2).title)
        == issue_of(issue(2, "18:30").title)
        == Issue("losses of the army of borduria as of on", ("may 2",))
    )


def test_issues_of_a_series_are_stories_of_their_own_and_stay_so() -> None:
    window = LearnedWindow(OneThing())
    stories = [window.assign(issue(number)).story for number in range(1, 8)]
    assert len(set(stories)) == 7
    assert window.settle().merged == ()
    assert window.assign(issue(3, "18:30")).story == stories[2]


def test_a_restart_remembers_the_series() -> None:
    window = LearnedWindow(OneThing())
    window.restore([(issue(1), StoryId("a")), (issue(2), StoryId("b"))])
    assert window.assign(issue(3)).founded
    assert window.settle().merged == ()


def test_editors_may_put_a_series_together() -> None:
    window = LearnedWindow(OneThing())
    one, other = (window.assign(issue(number)).story for number in (1, 2))
    window.constrain(merge=[(other, one)])
    assert window.current(other) == one
