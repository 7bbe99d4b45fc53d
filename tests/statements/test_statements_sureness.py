"""How likely a statement of the learned tagger is right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.statements.sureness import likelihood

_CHANCES = st.floats(0, 1)


@given(cue=_CHANCES, content=_CHANCES, source=st.none() | _CHANCES, words=st.integers(0, 5000))
def test_it_is_a_probability(cue: float, content: float, source: float | None, words: int) -> None:
    assert 0 < likelihood(cue, content, source, words) < 1


@given(low=_CHANCES, high=_CHANCES)
def test_a_surer_part_never_makes_it_less_likely(low: float, high: float) -> None:
    low, high = sorted((low, high))
    assert likelihood(low, 0.9, 0.9, 8) <= likelihood(high, 0.9, 0.9, 8)
    assert likelihood(0.9, low, 0.9, 8) <= likelihood(0.9, high, 0.9, 8)
    assert likelihood(0.9, 0.9, low, 8) <= likelihood(0.9, 0.9, high, 8)


@pytest.mark.parametrize(
    ("cue", "content", "source", "words", "kept"),
    [
        (0.99, 0.97, 0.99, 14, True),
        (0.6, 0.8, 0.3, 1, False),
        (0.99, 0.97, 0.1, 14, True),
        (0.9, 0.9, None, 10, True),
        (0.5, 0.6, None, 2, False),
    ],
)
def test_what_it_says_of_plain_cases(cue: float, content: float, source: float | None, words: int, kept: bool) -> None:
    assert (likelihood(cue, content, source, words) > 0.5) is kept
