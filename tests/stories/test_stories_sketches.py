"""Weighted terms as bytes: what was packed comes back the very same, and restores the same window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.stories.sketches import Sketch, pack_sketch, unpack_sketch
from audiatur.stories.values import Telling
from tests.stories.sample import START, tellings
from tests.stories.test_stories_learned import window

TERMS = st.dictionaries(st.text("abcdeжзї0123456789", min_size=1, max_size=9), st.floats(0.0, 9.0), max_size=9)


@given(st.text(max_size=9), st.floats(0, 1), TERMS, st.none() | TERMS)
def test_what_was_packed_comes_back(tongue: str, lede: float, vector: dict[str, float], wide: dict[str, float]) -> None:
    sketch = Sketch(tongue, lede, vector, wide)
    found = unpack_sketch(pack_sketch(sketch))
    assert found == sketch
    assert found is not None
    assert list(found.vector) == list(vector)


def test_what_an_older_version_wrote_is_not_read() -> None:
    stored = pack_sketch(Sketch("en", 0.5, {"ferry": 0.7}))
    assert unpack_sketch(b"[0" + stored[2:]) is None


@pytest.mark.parametrize("text", ["", "The ferry Alcyone ran aground near Serin with ninety passengers aboard. " * 9])
def test_sketches_restore_the_same_window_without_the_texts(text: str) -> None:
    running, restored = window(), window()
    stored, meanings, sketches = [], {}, {}
    told = [replace(one, text=one.text or text, published=one.published or START) for one in tellings()]
    for telling in told[:6]:
        decision = running.assign(telling)
        stored.append((Telling(telling.id, "", "", telling.published, telling.language), decision.story))
        meanings[telling.id], sketches[telling.id] = decision.meaning or b"", decision.sketch or b""
    restored.restore(stored, meanings=meanings, sketches=sketches)
    for telling in told[6:]:
        ours, theirs = restored.assign(telling), running.assign(telling)
        assert (ours.story, ours.score, ours.nearest) == (theirs.story, theirs.score, theirs.nearest)
