"""What the look back parts: stories of which the halves are two events, and none that editors hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from audiatur.stories.embedding import unit
from audiatur.stories.halving import halves
from audiatur.stories.learned import LearnedWindow
from audiatur.stories.looking import HALF, LARGE
from audiatur.stories.values import StoryId, Telling
from audiatur.stories.words import words
from tests.stories.sample import START

FERRY = Telling("f", "Ferry Alcyone aground near Serin, passengers saved", published=START)
DAM = Telling("d", "Dam of Klow opened by minister Orban Talk", published=START)


class TwoThings:
    """An encoder that knows two directions, ferries and everything else, and a little of the rest."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text."""
        return np.array([unit(self._row(text)) for text in texts])

    def _row(self, text: str) -> NDArray[np.float32]:
        found = words(text)
        row = np.full(8, 0.01 * (len(text) % 7), dtype=np.float32)
        row[0 if "ferry" in found else 1] = 1.0
        return row


def told(telling: Telling, times: int) -> list[Telling]:
    return [replace(telling, id=f"{telling.id}{n}", title=telling.title + " now" * (n % 3)) for n in range(times)]


def one_story(ferries: int, dams: int) -> LearnedWindow:
    """A window whose only story is of two events."""
    window = LearnedWindow(TwoThings())
    window.restore((telling, StoryId("s")) for telling in (*told(FERRY, ferries), *told(DAM, dams)))
    window.assign(replace(FERRY, id="late"))
    return window


def test_a_story_of_two_events_is_parted_and_the_larger_keeps_its_id() -> None:
    window = one_story(LARGE, HALF)
    moved = dict(window.settle().moved)
    assert set(moved) == {telling.id for telling in told(DAM, HALF)}
    assert len(set(moved.values())) == 1
    final = window.final()
    assert {final[name] for name in moved} == set(moved.values())
    assert {final[telling.id] for telling in told(FERRY, LARGE)} == {StoryId("s")}


def test_what_was_parted_stays_so_and_takes_its_own() -> None:
    window = one_story(LARGE, HALF)
    moved = dict(window.settle().moved)
    window.assign(replace(FERRY, id="later"))
    joined = window.assign(replace(DAM, id="another"))
    assert joined.story == moved["d0"]
    assert window.settle().moved == ()
    assert window.settle().merged == ()


def test_a_story_of_one_event_is_left_whole() -> None:
    assert one_story(LARGE + HALF, 0).settle().moved == ()


@pytest.mark.parametrize("decision", ["merged", "pinned", "moved"])
def test_what_editors_decided_is_not_parted(decision: str) -> None:
    window = one_story(LARGE, 0)
    if decision == "moved":
        window.constrain(moved={telling.id: StoryId("s") for telling in told(DAM, HALF)})
    for telling in told(DAM, HALF):
        window.assign(telling)
    window.constrain(
        merge=[(window.final()[telling.id], StoryId("s")) for telling in told(DAM, HALF)],
        pinned=[StoryId("s")] if decision == "pinned" else [],
    )
    assert window.settle().moved == ()
    assert set(window.final().values()) == {StoryId("s")}


def test_halves_are_those_of_the_rows_whatever_their_order() -> None:
    drawn = np.random.default_rng(5)
    means = np.eye(2, 16, dtype=np.float32)[np.arange(30) % 3 // 2]
    points = (means + drawn.normal(0, 0.05, (30, 16))).astype(np.float32)
    order = drawn.permutation(30)
    mask, other = halves(points), halves(points[order])
    assert mask is not None
    assert other is not None
    truth = np.arange(30) % 3 // 2 == 1
    assert (mask == truth).all() or (mask != truth).all()
    assert (other == truth[order]).all() or (other != truth[order]).all()


def test_rows_that_are_all_the_same_have_no_halves() -> None:
    assert halves(np.ones((9, 4), dtype=np.float32)) is None
