"""The window with an encoder: what it joins, what it puts right, and what it leaves to the editors."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from audiatur.stories.cells import Cells
from audiatur.stories.clusters import Cluster
from audiatur.stories.embedding import meaning_of, pack, unit, unpack
from audiatur.stories.judging import Evidence, Models
from audiatur.stories.learned import EVERY, LearnedWindow
from audiatur.stories.roundups import is_roundup
from audiatur.stories.values import Mended, StoryId, Telling
from audiatur.stories.window import Window
from audiatur.stories.words import words
from tests.stories.sample import START, tellings

SAME = {"vessel": "ferry", "ship": "ferry", "stranded": "aground", "stuck": "aground", "rescued": "saved"}
"""What the encoder of these tests knows of meaning: a few words that say the same."""


class Thesaurus:
    """A small encoder: a point for each word, the same for words that say the same."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text."""
        return np.array([unit(sum((_point(w) for w in words(t)), np.zeros(32, np.float32))) for t in texts])


def _point(word: str) -> NDArray[np.float32]:
    seed = hashlib.sha256(SAME.get(word, word).encode()).digest()
    return unit(np.frombuffer(seed, dtype=np.int8).astype(np.float32))


def window() -> LearnedWindow:
    return LearnedWindow(Thesaurus())


FERRY = [
    Telling("1", "Ferry aground: passengers saved", published=START),
    Telling("2", "Vessel stranded: passengers rescued", published=START),
    Telling("3", "Dam of Klow opened by minister", published=START),
    Telling("4", "Ship stuck: passengers rescued", published=START),
]


def test_other_words_for_the_same_event_are_one_story() -> None:
    opened = window()
    for telling in FERRY:
        opened.assign(telling)
    opened.settle()
    final = opened.final()
    assert final["1"] == final["2"] == final["4"] != final["3"]


def test_what_editors_part_stays_parted() -> None:
    opened = window()
    opened.restore([(FERRY[0], StoryId("a")), (FERRY[1], StoryId("b"))])
    opened.constrain(split=[(StoryId("a"), StoryId("b"))])
    opened.assign(FERRY[3])
    opened.settle()
    assert opened.current(StoryId("a")) != opened.current(StoryId("b"))


def test_a_look_back_joins_and_says_so() -> None:
    opened = window()
    opened.restore([(FERRY[0], StoryId("a")), (FERRY[1], StoryId("b"))])
    opened.assign(FERRY[3])
    mended = opened.settle()
    assert len(mended.merged) == 1
    gone, keep = mended.merged[0]
    assert opened.current(gone) == keep
    assert opened.settle() == Mended()


def test_a_pinned_story_takes_nobody() -> None:
    opened = window()
    opened.restore([(FERRY[0], StoryId("a"))])
    opened.constrain(pinned=[StoryId("a")])
    assert opened.assign(FERRY[3]).founded


def test_a_decision_has_its_reasons_and_its_vector() -> None:
    opened = window()
    opened.assign(FERRY[0])
    joined = opened.assign(replace(FERRY[0], id="again"))
    assert joined.reason[0] in {"rare words in common", "much the same said"}
    assert joined.meaning is not None
    assert len(joined.meaning) == 32


def test_stored_vectors_restore_the_same_window() -> None:
    running, restored = window(), window()
    stored, meanings = [], {}
    for telling in tellings()[:6]:
        decision = running.assign(telling)
        stored.append((telling, decision.story))
        meanings[telling.id] = decision.meaning or b""
    restored.restore(stored, meanings=meanings)
    for telling in tellings()[6:]:
        ours, theirs = restored.assign(telling), running.assign(telling)
        assert (ours.story, ours.score, ours.nearest) == (theirs.story, theirs.score, theirs.nearest)


def test_round_ups_tie_nothing_together() -> None:
    opened = window()
    opened.assign(replace(FERRY[0], text="The ferry Alcyone ran aground near Serin with passengers aboard this night."))
    digest = opened.assign(Telling("d", "Live updates: ferry aground, passengers saved", "The ferry. " * 20, START))
    assert digest.founded
    assert opened.assign(FERRY[3]).story != digest.story


@pytest.mark.parametrize(
    "title",
    [
        "Live updates: the war",
        "Morning briefing",
        "Week in review",
        "Operational information as of 6:00",
        "Главное за день",
    ],
)
def test_round_ups_are_known_by_their_titles(title: str) -> None:
    assert is_roundup(title)
    assert not is_roundup("Ferry Alcyone aground")


def test_a_member_that_does_not_fit_leaves() -> None:
    opened = window()
    stranger = Telling("x", "Dam of Klow opened by minister", published=START)
    told = [replace(FERRY[i % 2], id=f"f{i}") for i in range(5)]
    opened.restore([*((t, StoryId("ferry")) for t in told), (stranger, StoryId("ferry"))])
    opened.assign(FERRY[3])
    mended = opened.settle()
    assert [id_ for id_, _ in mended.moved] == ["x"]
    assert opened.final()["x"] != opened.final()["f0"]


def test_from_a_story_that_editors_merged_nobody_is_parted() -> None:
    opened = window()
    told = [replace(FERRY[0], id=f"f{i}") for i in range(5)]
    opened.restore([*((t, StoryId("ferry")) for t in told), (FERRY[2], StoryId("dam"))])
    opened.constrain(merge=[(StoryId("dam"), StoryId("ferry"))])
    opened.assign(FERRY[3])
    opened.settle()
    assert opened.final()[FERRY[2].id] == opened.final()["f0"]


def test_every_few_hundred_articles_are_looked_at_again() -> None:
    opened = window()
    opened.restore([(FERRY[0], StoryId("a")), (FERRY[1], StoryId("b"))])
    opened.assign(FERRY[3])
    others = (Telling(f"n{n}", f"Notice {n} of quarry q{n}", published=START) for n in range(EVERY))
    looks = [decision.mended for telling in others if (decision := opened.assign(telling)).mended is not None]
    assert len(looks) == 1
    assert looks[0].merged


RUSSIAN = [
    Telling("r1", "Паром «Алкиона» сел на мель у Серина", published=START, language="ru"),
    Telling("r2", "Паром «Алкиона» на мели у Серина: пассажиры спасены", published=START, language="ru"),
]


def test_a_language_that_the_encoder_does_not_read_is_grouped_by_words() -> None:
    opened, by_words = window(), Window()
    found = [opened.assign(telling) for telling in RUSSIAN]
    assert [one.story for one in found] == [by_words.assign(telling).story for telling in RUSSIAN]
    assert found[0].story == found[1].story
    assert opened.settle() == Mended()
    assert opened.neighbours(found[0].story) == ()


def test_what_one_has_first_another_may_have_further_down() -> None:
    early = "The ferry Alcyone ran aground near Serin, passengers were saved."
    late = "The minister spoke of the budget. " * 30 + early
    long, brief, other = (Cluster(StoryId(name), "en") for name in ("long", "brief", "other"))
    told = ((long, "Budget", late), (brief, "Aground", early), (other, "Dam", "A dam of Klow was opened by engineers."))
    for cluster, title, text in told:
        decided = window()
        decided.assign(Telling("1", title, text, START))
        article = next(iter(decided._articles.values()))
        cluster.add(1, article.vector, None, article.lede, np.zeros(1, np.float32), article.wide)
    assert long.likeness_to(brief) == 0.0
    assert long.wide_likeness_to(brief) > 4 * long.wide_likeness_to(other)


def test_neighbours_come_with_their_chance() -> None:
    opened = window()
    first = opened.assign(FERRY[0]).story
    opened.assign(FERRY[2])
    near = opened.neighbours(first)
    assert len(near) == 1
    assert 0 < near[0][1] < 0.5


def test_what_lies_far_back_is_no_neighbour_in_time() -> None:
    opened = window()
    opened.assign(FERRY[0])
    late = replace(FERRY[0], id="late", published=START + timedelta(days=30))
    assert opened.assign(late).founded


def test_a_packed_vector_is_a_byte_a_number() -> None:
    point = meaning_of(FERRY[0], Thesaurus())
    stored = pack(point)
    assert len(stored) == len(point)
    assert float(unpack(stored) @ point) > 0.999


def test_cells_find_the_nearest_and_forget_what_left() -> None:
    cells = Cells()
    points = {StoryId(f"s{n}"): _point(f"word{n}") for n in range(200)}
    for name, point in points.items():
        cells.put(name, point)
    assert all(cells.near(point, 1) == [name] for name, point in points.items())
    for name in list(points)[::2]:
        cells.remove(name)
    assert all((cells.near(points[name], 1) == [name]) == (n % 2 == 1) for n, name in enumerate(points))


def test_more_evidence_never_makes_one_event_less_likely() -> None:
    models = Models()
    weak, strong = (Evidence(x, x, 1, 0.0, 0.0, 0.5) for x in (0.2, 0.6))
    late = strong._replace(silence=2.0)
    assert models.odds(weak) < models.odds(strong) > models.odds(late)
