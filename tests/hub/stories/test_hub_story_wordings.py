"""Exact words with those marked that a reference does not have."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audiatur.comparison.wordings import edits
from audiatur.hub.stories.wordings import Run, differences, marked_words

PIECE = st.text(alphabet="ab ,.“”\n\u00a0-", max_size=30)


@given(st.lists(PIECE, max_size=3), PIECE)
def test_every_character_stays_in_its_order(pieces: list[str], reference: str) -> None:
    runs = marked_words(pieces, edits(reference, " ".join(pieces)))
    assert "".join(run.words for run in runs) == "".join(pieces)
    assert sum(run.gap for run in runs) == max(0, len(pieces) - 1)


def test_words_that_the_reference_has_not_are_marked_without_the_space_around_them() -> None:
    runs = marked_words(("I will say it  once",), (("=", "I"), ("+", "will say it"), ("=", "once")))
    assert runs == (Run("I "), Run("will say it", own=True), Run("  once"))


def test_nothing_is_marked_where_the_comparison_is_of_other_words() -> None:
    assert marked_words(("one two",), (("+", "three four"),)) == (Run("one two"),)


def test_differences_say_who_has_what() -> None:
    found = differences((("=", "a"), ("-", "b"), ("+", "c")))
    assert [(one.of, one.words) for one in found] == [("both", "a"), ("reference", "b"), ("here", "c")]
