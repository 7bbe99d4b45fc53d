"""The measures by which grouping is judged, on cases worked out by hand."""

from __future__ import annotations

import pytest

from audiatur.stories.values import StoryId
from evaluation.stories import auc, bcubed, grouped, headlines
from tests.corpora import corpora


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        ("aabb", "xxyy", 1.0, 1.0),
        ("aabb", "wxyz", 1.0, 0.5),
        ("aabb", "xxxx", 0.5, 1.0),
        ("aaab", "xxyy", 0.75, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4),
    ],
)
def test_bcubed(gold: str, found: str, precision: float, recall: float) -> None:
    measured = bcubed(dict(enumerate_str(gold)), {key: StoryId(story) for key, story in enumerate_str(found)})
    assert measured[:2] == pytest.approx((precision, recall))
    assert measured[2] == pytest.approx(2 * precision * recall / (precision + recall))


def enumerate_str(letters: str) -> list[tuple[str, str]]:
    return [(str(i), letter) for i, letter in enumerate(letters)]


@pytest.mark.parametrize(
    ("scored", "expected"),
    [
        ([(0.9, True), (0.1, False)], 1.0),
        ([(0.1, True), (0.9, False)], 0.0),
        ([(0.5, True), (0.5, False)], 0.5),
        ([(0.9, True), (0.3, True), (0.5, False)], 0.5),
    ],
)
def test_auc(scored: list[tuple[float, bool]], expected: float) -> None:
    assert auc(scored) == expected


@pytest.mark.corpus
def test_real_headlines_are_grouped_better_than_chance_and_precisely() -> None:
    corpora("stories", "headlines-2014.jsonl")
    precision, recall, _ = grouped(headlines(2014))
    assert precision > 0.85
    assert recall > 0.8
