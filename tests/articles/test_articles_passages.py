"""Paragraphs and sentences are exact spans that lose no word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.articles.passages import paragraphs, sentences, trimmed


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Lund met J. P. Berg. They spoke.", ["Dr. Lund met J. P. Berg.", "They spoke."]),
        ("“We wait.” The pilots left.", ["“We wait.”", "The pilots left."]),
        ("It cost 4.5 million. “Too much,” he said.", ["It cost 4.5 million.", "“Too much,” he said."]),
        ("Порт закрыт. Суда ждут.", ["Порт закрыт.", "Суда ждут."]),
        ("No end", ["No end"]),
    ],
)
def test_sentences(text: str, pieces: list[str]) -> None:
    (whole,) = paragraphs(text)
    assert [span.text for span in sentences(text, whole)] == pieces


def test_paragraphs_are_trimmed_lines() -> None:
    text = " One\r\n\n  Two \n\t\nThree"
    assert [span.text for span in paragraphs(text)] == ["One", "Two", "Three"]


def test_white_space_alone_is_no_span() -> None:
    assert trimmed(" \n ", 0, 3) is None


@given(st.text(alphabet=st.sampled_from("aB.!? \n\r“”Дж1"), max_size=60))
def test_no_word_is_lost(text: str) -> None:
    lines = paragraphs(text)
    pieces = [piece for line in lines for piece in sentences(text, line)]
    assert "".join("".join(span.text.split()) for span in pieces) == "".join(text.split())
    assert all(text[span.start : span.end] == span.text for span in (*lines, *pieces))
