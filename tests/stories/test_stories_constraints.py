"""What editors decided holds whatever comes in later."""

from __future__ import annotations

from dataclasses import replace

from audiatur.stories.constraints import Constraints
from audiatur.stories.values import StoryId, Telling
from audiatur.stories.window import Window
from tests.stories.sample import tellings

ONE, TWO, THREE = StoryId("one"), StoryId("two"), StoryId("three")


def ferry(key: str) -> Telling:
    """The first article of the week again, under another id."""
    return replace(tellings()[0], id=key)


def test_an_article_that_was_moved_is_in_its_story_whatever_its_words_are() -> None:
    window = Window()
    window.assign(tellings()[0])
    window.constrain(moved={"x": TWO})
    assert window.assign(ferry("x")).story == TWO


def test_a_pinned_story_takes_no_article() -> None:
    window = Window()
    window.restore([(ferry("a"), ONE)])
    assert window.assign(ferry("b")).story == ONE
    window.constrain(pinned=[ONE])
    assert window.assign(ferry("c")).story != ONE


def test_stories_that_were_split_do_not_become_one() -> None:
    def joined(*split: tuple[StoryId, StoryId]) -> tuple[StoryId, ...]:
        window = Window()
        window.constrain(split=split)
        window.restore([(ferry("a"), ONE), (ferry("b"), TWO)])
        return window.assign(ferry("c")).joined

    assert len(joined()) == 1
    assert joined((ONE, TWO)) == ()


def test_stories_that_were_merged_are_one() -> None:
    window = Window()
    window.restore([(tellings()[0], ONE), (tellings()[6], TWO)])
    window.constrain(merge=[(TWO, ONE)])
    assert set(window.final().values()) == {ONE}
    assert window.assign(replace(tellings()[6], id="again")).story == ONE


def test_a_story_that_has_not_come_in_yet_can_be_merged() -> None:
    window = Window()
    window.constrain(merge=[(TWO, ONE)])
    window.restore([(tellings()[6], TWO)])
    assert set(window.final().values()) == {ONE}


def test_what_was_kept_apart_from_a_part_is_kept_apart_from_the_whole() -> None:
    constraints = Constraints()
    constraints.keep_apart(ONE, TWO)
    constraints.merged(ONE, THREE)
    assert constraints.apart(TWO, THREE)
    assert constraints.apart(THREE, TWO)
    assert not constraints.apart(ONE, TWO)
    constraints.merged(TWO, THREE)
    assert not constraints.apart(THREE, THREE)


def test_the_nearest_stories_are_neighbours() -> None:
    window = Window()
    window.restore([(ferry("a"), ONE), (tellings()[2], TWO), (tellings()[6], THREE)])
    assert [story for story, _ in window.neighbours(ONE)] == [TWO]
    assert window.neighbours(StoryId("nothing")) == ()
    assert all(0 < likeness <= 1 for _, likeness in window.neighbours(TWO))
