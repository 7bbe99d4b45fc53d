import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from audiatur.statements.decoding import (
    CONTENT,
    CONTENT_ON,
    SOURCE,
    SOURCE_ON,
    as_probabilities,
    best_labels,
    find_cues,
    likely_source,
    runs_of,
    settle,
    spare_cues,
)

SCORES = arrays(
    np.float32, st.tuples(st.integers(1, 3), st.integers(1, 12), st.just(5)), elements=st.floats(-6, 6, width=32)
)


def chances(*rows: list[float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(rows, dtype=np.float32)


@given(SCORES)
def test_no_run_goes_on_that_did_not_begin(scores: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> None:
    for row in best_labels(as_probabilities(scores)):
        for before, label in zip([0, *row.tolist()], row.tolist(), strict=False):
            assert label != SOURCE_ON or before in (SOURCE, SOURCE_ON)
            assert label != CONTENT_ON or before in (CONTENT, CONTENT_ON)


@given(SCORES)
def test_no_place_is_content_twice(scores: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> None:
    probabilities = as_probabilities(scores)
    sure = np.full(len(scores), 0.5, dtype=np.float32)
    quoted = np.zeros(scores.shape[1], dtype=bool)
    settled = settle(best_labels(probabilities), probabilities, sure, quoted, 0)
    assert ((settled >= CONTENT).sum(axis=0) <= 1).all()


def test_a_clear_sequence_is_read_as_it_stands() -> None:
    labels = [SOURCE, SOURCE_ON, 0, 0, CONTENT, CONTENT_ON, 0, CONTENT]
    scores = np.full((1, 8, 5), -9, dtype=np.float32)
    scores[0, range(8), labels] = 9
    probabilities = as_probabilities(scores)
    found = runs_of(best_labels(probabilities)[0], probabilities[0])
    assert [run for run, _ in found.sources] == [(0, 1)]
    assert [run for run, _ in found.contents] == [(4, 5), (7, 7)]


@pytest.mark.parametrize(
    ("least", "cues"), [(0.5, [(1, 2)]), (0.2, [(1, 2), (4, 4)]), (0.95, [])], ids=["likely", "less likely", "none"]
)
def test_cues(least: float, cues: list[tuple[int, int]]) -> None:
    given_ = chances([1, 0, 0], [0.1, 0.9, 0], [0.2, 0.1, 0.7], [1, 0, 0], [0.7, 0.3, 0])
    assert [run for run, _ in find_cues(given_, least)] == cues


def test_spare_cues_keep_their_distance() -> None:
    given_ = chances([0.1, 0.9, 0], [0.7, 0, 0.3], [1, 0, 0], [0.7, 0.3, 0])
    taken = find_cues(given_, 0.5)
    assert [run for run, _ in spare_cues(given_, 0.2, taken)] == [(3, 3)]


@pytest.mark.parametrize(("least", "run"), [(0.2, (1, 2)), (0.4, None)])
def test_a_source_that_all_but_began(least: float, run: tuple[int, int] | None) -> None:
    given_ = chances([1, 0, 0, 0, 0], [0.7, 0.3, 0, 0, 0], [0.7, 0, 0.3, 0, 0], [1, 0, 0, 0, 0])
    assert likely_source(given_, least) == run
