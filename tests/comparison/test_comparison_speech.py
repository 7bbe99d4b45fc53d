"""Whose name is whose, and which statements are the same speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.comparison.alignment import align, likeness, utterance
from audiatur.comparison.mentions import names, numbers
from audiatur.comparison.speakers import fullest_names
from tests.comparison.sample import told

PROMISE = "Lorria has broken every promise it made on Heron Island"


@pytest.mark.parametrize(
    ("given_names", "expected"),
    [
        (["Ivo Marat", "Marat"], ["Ivo Marat", "Ivo Marat"]),
        (["Marat", "I. Marat", "Ivo Marat"], ["Ivo Marat", "Ivo Marat", "Ivo Marat"]),
        (["Ivo Marat", "Ana Marat", "Marat"], ["Ivo Marat", "Ana Marat", "Marat"]),
        (["Oleh Zavirskyi", "Zavirsky", "Zavirskiy"], ["Oleh Zavirskyi", "Oleh Zavirskyi", "Oleh Zavirskyi"]),
        (["Ivo Marat", "Ivo Marek"], ["Ivo Marat", "Ivo Marek"]),
        (["Kahn", "Khan"], ["Kahn", "Khan"]),
        (["Aleksandr Petrel", "Alexander Petrel"], ["Aleksandr Petrel", "Aleksandr Petrel"]),
        (["Иво Марат", "Ivo Marat"], ["Иво Марат", "Ivo Marat"]),
        (["Marát", "Ivo Marat"], ["Ivo Marat", "Ivo Marat"]),
    ],
)
def test_fullest_names(given_names: list[str], expected: list[str]) -> None:
    found = fullest_names(given_names)
    assert [found[name] for name in given_names] == expected


@given(st.lists(st.text(max_size=20), max_size=8))
def test_any_name_stands_for_a_name_that_was_given(given_names: list[str]) -> None:
    found = fullest_names(given_names)
    assert set(found) == set(given_names)
    assert set(found.values()) <= set(given_names)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Marat", PROMISE), ("Marat", "Lorria had broken every promise that was made on Heron Island"), True),
        (("Marat", PROMISE), ("Marat", "broken every promise it made"), True),
        (("Marat", PROMISE), ("Dahl", PROMISE), False),
        (("Marat", PROMISE), (None, PROMISE), True),
        (("Marat", PROMISE), (None, "Lorria broke promises on Heron Island"), False),
        (("Marat", PROMISE), ("Marat", "Lorria will build on Heron Island before winter comes"), False),
        (("Marat", "no comment"), ("Marat", "no comment"), True),
        (("Marat", "of the"), ("Marat", "of the"), False),
        (("Marat", "about these floods"), (None, "the impact of floods"), False),
        (
            ("Marat", "troops would answer with “ships of unmatched endurance” if the strait closed"),
            ("Marat", 'he warned that the navy has "new ships of unmatched endurance"'),
            True,
        ),
        (("Marat", "the talks are at a “dead end”"), ("Marat", "the road is a “dead end”"), False),
    ],
)
def test_same_speech(one: tuple[str | None, str], other: tuple[str | None, str], same: bool) -> None:
    pair = [utterance(i, speaker, words, "en") for i, (speaker, words) in enumerate((one, other))]
    assert align(pair) == ([[0, 1]] if same else [])
    assert likeness(*pair) == likeness(*reversed(pair))


def test_small_steps_do_not_tie_different_sentences_together() -> None:
    vocabulary = [f"word{chr(97 + i)}" for i in range(20)]
    chain = [utterance(i, "Marat", " ".join(vocabulary[i * 2 : i * 2 + 6]), "en") for i in range(7)]
    assert all(max(group) - min(group) <= 2 for group in align(chain))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,200 people, 3.5%, 5 boats, in 2031, at 12:30, on 05/05/2031", ["1,200", "3.5%"]),
        ("1 200 or 1.200 or 1\u00a0200", ["200", "1.200", "1\u00a0200"]),
        ("A-320 and no. 1200 on 12.04.2031 and 12.04.31.", ["1200"]),
    ],
)
def test_numbers(text: str, found: list[str]) -> None:
    assert [span.text for _, span in numbers(told("a", text=text))] == found


def test_equal_numbers_have_equal_keys() -> None:
    keys = {key for key, _ in numbers(told("a", text="1,200 then 1.200 then 1\u00a0200 then 1200"))}
    assert keys == {"1200"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Kestrel Commission met Ivo Marat. In Port Serin it rained.",
            ["Kestrel Commission", "Ivo Marat", "Port Serin"],
        ),
        ("Marat spoke. Dahl answered.", []),
        ("NEW TALKS ON HERON ISLAND SOON", []),
        ("Комиссия Кестрел и Иво Марат", ["Комиссия Кестрел", "Иво Марат"]),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert [span.text for _, span in names(told("a", text=text))] == found
