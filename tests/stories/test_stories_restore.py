"""A window rebuilt from the store decides as the one that was killed would have."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from audiatur.stories.values import StoryId
from audiatur.stories.window import Window
from tests.stories.sample import START, tellings


@pytest.mark.parametrize("killed_after", range(1, 10))
def test_restored_and_running_windows_decide_alike(killed_after: int) -> None:
    articles = tellings()
    running, restored = Window(), Window()
    before = [(telling, running.assign(telling).story) for telling in articles[:killed_after]]
    restored.restore(before)
    assert restored.final() == running.final()
    for telling in articles[killed_after:]:
        ours, theirs = restored.assign(telling), running.assign(telling)
        assert (ours.story, ours.score, ours.nearest) == (theirs.story, theirs.score, theirs.nearest)


def test_new_stories_get_names_that_no_restored_story_has() -> None:
    window = Window()
    window.restore([(tellings()[0], StoryId("s1")), (tellings()[1], StoryId("s2"))])
    assert window.assign(tellings()[6]).story == "s3"


def test_restoring_twice_counts_once() -> None:
    window = Window()
    window.restore([(tellings()[0], StoryId("x"))])
    window.restore([(tellings()[0], StoryId("y"))])
    assert dict(window.final()) == {"a0": "x"}


def test_an_id_keeps_its_story_after_its_words_left_the_window() -> None:
    window = Window()
    first = tellings()[0]
    story = window.assign(first).story
    for n in range(60):
        telling = replace(first, id=f"n{n}", title=f"Notice {n} of quarry {n}", published=START + timedelta(days=9))
        window.assign(telling)
    assert window.assign(first).story == story
