"""What the window keeps of an article's words: the very vector, in less room; and every term a story ever had."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from audiatur.stories.centres import TERMS, Centre
from audiatur.stories.features import likeness
from audiatur.stories.kept import Kept

vectors = st.dictionaries(st.sampled_from([f"t{n}" for n in range(40)]), st.floats(0, 1), max_size=30)


@given(vectors, vectors)
def test_nothing_of_a_vector_is_lost(one: dict[str, float], other: dict[str, float]) -> None:
    kept = Kept.of(one)
    assert kept.vector() == one
    assert kept.likeness(other) == likeness(one, other)


def test_what_is_kept_takes_less_room_than_a_dictionary() -> None:
    vector = {f"t{n}": n / 7 for n in range(100)}
    kept = Kept.of(vector)
    numbers = sum(sys.getsizeof(weight) for weight in vector.values())
    assert 3 * (sys.getsizeof(kept.terms) + sys.getsizeof(kept.weights)) < sys.getsizeof(vector) + numbers


def test_a_centre_knows_the_terms_that_it_does_not_weigh_any_more() -> None:
    centre, other = Centre(), Centre()
    centre.add({f"t{n}": 1 / (n + 1) for n in range(2 * TERMS + 1)})
    assert len(centre.terms) == TERMS
    assert centre.new(["t0", f"t{2 * TERMS}", "u"]) == ["u"]
    other.absorb(centre)
    assert other.every() == {f"t{n}" for n in range(2 * TERMS + 1)}
    assert other.new([f"t{2 * TERMS}"]) == []
