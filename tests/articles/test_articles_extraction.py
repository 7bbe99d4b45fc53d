"""The extraction benchmark: the scorer against worked examples, the figures against their floors."""

from __future__ import annotations

import pytest

from evaluation.extraction import FLOORS, PageScore, f1, measure, score, shingles
from tests.corpora import corpora


@pytest.mark.parametrize(
    ("true", "found", "precision", "recall"),
    [
        ("a b c d e", "a b c d e", 1.0, 1.0),
        ("a b c d e", "a b c d", 1.0, 0.5),
        ("a b c d", "a b c d e f", pytest.approx(1 / 3), 1.0),
        ("a b c d", "w x y z", 0.0, 0.0),
        ("a b", "a b", 1.0, 1.0),
        ("a b c d", "", None, 0.0),
        ("", "a b c d", 0.0, None),
    ],
)
def test_the_scorer(true: str, found: str, precision: float | None, recall: float | None) -> None:
    assert score(true, found) == PageScore(precision, recall)


def test_repeated_shingles_count() -> None:
    assert shingles("a b c d a b c d")[("a", "b", "c", "d")] == 2


def test_pages_weigh_the_same() -> None:
    assert f1([PageScore(1.0, 0.5), PageScore(0.5, 0.5)]) == (0.6, 0.75, 0.5)


@pytest.mark.corpus
def test_the_figures_hold() -> None:
    corpora("extraction", "article-extraction-benchmark")
    below = {name: value for name, value in measure().items() if value < FLOORS[name]}
    assert below == {}
