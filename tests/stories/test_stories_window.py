"""The window's decisions on a small stream: who joins whom, what merging does, what time does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from audiatur.stories.settings import Settings
from audiatur.stories.values import StoryId, Telling
from audiatur.stories.window import Window
from tests.stories.sample import START, grouped, tellings, week


def expected() -> list[list[int]]:
    events: dict[str, list[int]] = {}
    for position, (_, event) in enumerate(week()):
        events.setdefault(event, []).append(position)
    return sorted(events.values())


def test_articles_of_one_event_share_a_story_and_others_do_not() -> None:
    assert grouped(tellings()) == expected()


def test_titles_alone_are_enough_where_they_share_names() -> None:
    titles = [replace(telling, text="") for telling in tellings()]
    groups = grouped(titles)
    assert all({week()[i][1] for i in group} == {week()[group[0]][1]} for group in groups)
    assert len(groups) < 7


def test_a_decision_names_its_reasons() -> None:
    window = Window()
    decisions = [window.assign(telling) for telling in tellings()]
    founded, joined = decisions[0], decisions[5]
    assert (founded.founded, founded.score, founded.nearest, founded.shared) == (True, None, None, ())
    assert joined.story == founded.story
    assert not joined.founded
    assert joined.nearest in {"a0", "a2"}
    assert "alcyone" in joined.shared
    assert joined.score is not None
    assert 0 < joined.score <= 1


def test_an_article_that_comes_twice_counts_once() -> None:
    window = Window()
    for telling in tellings():
        first = window.assign(telling)
        again = window.assign(replace(telling, title="Quite other words now"))
        assert (again.story, again.nearest, again.joined) == (first.story, first.nearest, ())
    assert list(window.final()) == [telling.id for telling in tellings()]
    assert grouped([*tellings(), *tellings()])[0] == [0, 2, 5, 10, 12, 15]


def two_stories_that_meet() -> list[Telling]:
    """Two tellings of one accident that share nothing, and a third that has the words of both, twice over."""
    one = Telling("1", "Ferry Alcyone aground", published=START)
    other = Telling("2", "Rescue of passengers near Serin reef", published=START)
    both = "Ferry Alcyone aground: rescue of passengers near Serin reef"
    return [one, other, *(Telling(str(n), both, published=START) for n in range(3, 6))]


def test_stories_merge_when_a_later_article_shows_they_are_one() -> None:
    window = Window(Settings(merge=0.0))
    decisions = [window.assign(telling) for telling in two_stories_that_meet()]
    merging = [decision for decision in decisions if decision.joined]
    assert decisions[0].story != decisions[1].story
    assert len(merging) == 1
    assert len(set(window.final().values())) == 1
    assert window.current(merging[0].joined[0]) == merging[0].story


def test_the_larger_story_keeps_its_id() -> None:
    one, other, both, *_ = two_stories_that_meet()
    window = Window(Settings(merge=0.0))
    for article in (one, other, replace(other, id="2b"), both):
        last = window.assign(article)
    assert last.story == window.final()["2b"] == StoryId("s2")
    assert last.joined == (StoryId("s1"),)


def test_the_caller_may_name_stories() -> None:
    window = Window(name=lambda telling: StoryId(f"story-of-{telling.id}"))
    assert window.assign(tellings()[0]).story == "story-of-a0"


def test_a_name_that_is_taken_is_refused() -> None:
    window = Window(name=lambda _: StoryId("same"))
    window.assign(tellings()[0])
    with pytest.raises(ValueError, match="taken"):
        window.assign(tellings()[1])


def test_a_story_silent_beyond_the_horizon_takes_no_more_articles() -> None:
    early, late = tellings()[0], tellings()[0]
    window = Window()
    window.assign(early)
    after = window.assign(replace(late, id="late", published=START + timedelta(days=5)))
    assert after.founded


def test_a_day_of_silence_weighs_against_joining() -> None:
    first, second = tellings()[0], tellings()[2]
    scores = []
    for days in (0, 2):
        window = Window()
        window.assign(first)
        scores.append(window.assign(replace(second, published=START + timedelta(days=days))).score or 0.0)
    assert scores[0] > scores[1]


def test_articles_that_come_hours_late_still_find_their_story() -> None:
    articles = tellings()
    late = [*articles[1:], articles[0]]
    assert sorted(len(group) for group in grouped(late)) == sorted(len(group) for group in expected())


def test_dates_in_the_far_future_do_not_end_the_window() -> None:
    window = Window()
    for n in range(40):
        window.assign(Telling(f"n{n}", f"Notice {n}", published=START))
    window.assign(tellings()[0])
    for n in range(20):
        window.assign(Telling(f"f{n}", f"Calendar item number {n}", published=datetime(2099, 1, 1, tzinfo=UTC)))
    assert not window.assign(tellings()[2]).founded


def test_undated_and_naive_dates_are_taken() -> None:
    articles = tellings()
    mixed = [
        replace(telling, published=None if i % 3 else (telling.published or START).replace(tzinfo=None))
        for i, telling in enumerate(articles)
    ]
    assert grouped(mixed) == expected()


def test_an_article_without_words_stands_alone() -> None:
    window = Window()
    assert [window.assign(Telling(i, "")).founded for i in "ab"] == [True, True]


def test_languages_are_kept_apart() -> None:
    window = Window()
    window.assign(Telling("en", "Alcyone Port Serin", language="en"))
    assert window.assign(Telling("de", "Alcyone Port Serin", language="de")).founded
    assert not window.assign(Telling("gb", "Alcyone Port Serin", language="en-GB")).founded


def test_capacity_bounds_what_is_compared() -> None:
    window = Window(Settings(capacity=2))
    for n, word in enumerate(("Alcyone", "Kestrel", "Heron", "Barley")):
        window.assign(Telling(str(n), f"{word} {word}ville"))
    assert window.assign(Telling("again", "Alcyone Alcyoneville")).founded
    assert not window.assign(Telling("newer", "Barley Barleyville")).founded
