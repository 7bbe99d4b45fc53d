"""How many stories stand side by side, counted as articles come and go."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.stories.crowd import FEW, Crowd
from audiatur.stories.judging import Evidence, Models


def counted(sizes: list[int]) -> float:
    crowd = Crowd()
    for size in sizes:
        for one in range(1, size + 1):
            crowd.came(one)
    return crowd.dense


@pytest.mark.parametrize(("sizes", "stories"), [([], FEW), ([1], FEW), ([3] * 40, 40), ([1000] + [1] * 10, FEW)])
def test_stories_count_by_their_articles(sizes: list[int], stories: float) -> None:
    assert counted(sizes) == pytest.approx(math.log(stories), abs=1e-9)


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=60))
def test_what_came_and_left_is_as_if_it_never_came(steps: list[tuple[int, bool]]) -> None:
    crowd, sizes = Crowd(), Counter[int]()
    for story, comes in steps:
        if comes:
            sizes[story] += 1
            crowd.came(sizes[story])
        elif sizes[story]:
            sizes[story] -= 1
            crowd.left(sizes[story])
    assert crowd.dense == counted([size for size in sizes.values() if size])


def test_merged_stories_count_as_one() -> None:
    crowd = Crowd()
    for size in [1, 2, 3] * 20:
        crowd.came(size)
    crowd.merged(3, 3)
    assert crowd.dense == counted([3] * 18 + [6])


def test_among_more_stories_titles_must_be_nearer() -> None:
    few, many = (Evidence(0.5, 0.5, 1, 0.0, 0.0, 0.0, crowd) for crowd in (2.0, 4.0))
    assert Models().odds(few) > Models().odds(many)
