"""Spans are exact or they are not made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.spans import Span


@given(st.text(min_size=1), st.data())
def test_a_span_is_its_words(whole: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    span = Span.of(whole, start, end)
    assert whole[span.start : span.end] == span.text


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 2), (2, 1), (0, 9)])
def test_no_span_outside_its_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span.of("eight...", start, end)
