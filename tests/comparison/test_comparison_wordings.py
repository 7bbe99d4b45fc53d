"""The word-level difference of two wordings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.comparison.wordings import edits, same_words

_text = st.text(alphabet="ab AB-.,«é\n’", max_size=40)


@pytest.mark.parametrize(
    ("reference", "wording", "expected"),
    [
        ("the dam is ours", "the dam is ours", (("=", "the dam is ours"),)),
        ("the dam is ours", "“The dam is ours,”", (("=", "“The dam is ours,”"),)),
        ("the dam is ours", "the lake is ours", (("=", "the"), ("-", "dam"), ("+", "lake"), ("=", "is ours"))),
        ("the dam", "the old dam", (("=", "the"), ("+", "old"), ("=", "dam"))),
        ("the old dam", "the dam", (("=", "the"), ("-", "old"), ("=", "dam"))),
        ("at a dead-end", "at a dead end", (("=", "at a dead end"),)),
        ("at a dead end", "at a dead-end", (("=", "at a dead-end"),)),
        ("a dead man", "a dead-end", (("=", "a"), ("-", "dead man"), ("+", "dead-end"))),
        ("", "we go", (("+", "we go"),)),
        ("we go", "", (("-", "we go"),)),
        ("плотина наша", "плотина не наша", (("=", "плотина"), ("+", "не"), ("=", "наша"))),
    ],
)
def test_edits(reference: str, wording: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert edits(reference, wording) == expected


@given(_text, _text)
def test_what_is_the_same_and_what_came_is_the_wording_as_written(reference: str, wording: str) -> None:
    told = edits(reference, wording)
    assert " ".join(words for sign, words in told if sign != "-") == " ".join(wording.split())
    assert all(words in " ".join(reference.split()) or " " in words for sign, words in told if sign == "-")


@given(_text)
def test_a_wording_against_itself_is_the_same(wording: str) -> None:
    assert {sign for sign, _ in edits(wording, wording)} <= {"="}
    assert same_words(wording, wording)


@given(_text, _text)
def test_the_same_words_have_no_word_that_differs(reference: str, wording: str) -> None:
    told = edits(reference, wording)
    if all(sign == "=" for sign, _ in told):
        assert same_words(reference, wording)
    assert same_words(reference, wording) == same_words(wording, reference)


def test_a_speech_in_full_is_compared_at_its_beginning_and_kept_whole() -> None:
    long = " ".join(f"word{number}" for number in range(1000))
    told = edits(long, long)
    assert " ".join(words for sign, words in told if sign != "-") == long
