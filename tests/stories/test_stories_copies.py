"""An agency's text in forty outlets is one voice: it belongs to the story and does not drag its centre."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from audiatur.stories.clusters import Cluster
from audiatur.stories.judging import evidence
from audiatur.stories.kept import Kept
from audiatur.stories.learned import LearnedWindow
from audiatur.stories.values import StoryId, Telling
from tests.stories.sample import START
from tests.stories.test_stories_learned import Thesaurus

WIRE = Telling(
    "w",
    "Ferry Alcyone aground near Serin",
    "The ferry Alcyone ran aground near Serin on Monday with ninety passengers aboard, who were all saved by boats.",
    START,
    "en",
)
OWN = replace(
    WIRE,
    id="own",
    title="Ninety saved from stranded ferry",
    text="Boats of Serin saved ninety passengers of the stranded ferry Alcyone, whose captain spoke of fog.",
)


def story_of(window: LearnedWindow) -> Cluster:
    assert len(window._clusters) == 1
    return next(iter(window._clusters.values()))


def with_copies(number: int) -> LearnedWindow:
    window = LearnedWindow(Thesaurus())
    told = [WIRE, OWN, *(replace(WIRE, id=f"w{n}", title=WIRE.title + "!" * (n % 2)) for n in range(number))]
    window.restore((telling, StoryId("ferry")) for telling in told)
    return window


def test_copies_belong_to_the_story_and_do_not_move_its_centre() -> None:
    few, many = story_of(with_copies(0)), story_of(with_copies(40))
    assert (few.size, many.size) == (2, 42)
    assert few.voices == many.voices == 2
    assert many.centre == few.centre
    assert float(few.point @ many.point) == pytest.approx(1.0)
    assert (many.lede, many.length) == (few.lede, few.length)


def test_two_titles_alike_without_a_text_are_two_voices() -> None:
    window = LearnedWindow(Thesaurus())
    window.restore((replace(WIRE, id=str(n), text=""), StoryId("ferry")) for n in range(3))
    assert story_of(window).voices == 3


def test_a_copy_that_leaves_takes_nothing_with_it() -> None:
    window = with_copies(2)
    cluster = story_of(window)
    before, point = dict(cluster.centre), cluster.point
    copy = next(article for article in window._articles.values() if article.id == "w1")
    cluster.remove(*window._given_by(copy))
    assert (cluster.size, cluster.voices) == (3, 2)
    assert cluster.centre == before
    assert (cluster.point == point).all()


def test_evidence_counts_voices_and_merges_keep_them() -> None:
    copied, other = (story_of(with_copies(number)) for number in (40, 0))
    assert evidence(copied, other).smaller == 2
    other.absorb(copied)
    assert other.voices == 4


def test_cosines_say_nothing_of_length() -> None:
    kept = Kept.of({"ferry": 0.3, "serin": 0.1})
    assert kept.cosine({"ferry": 0.6, "serin": 0.2}) == pytest.approx(1.0)
    assert kept.cosine({"dam": 1.0}) == 0.0
    assert Kept.of({}).cosine({"dam": 1.0}) == 0.0
    assert np.isfinite(kept.cosine({}))
