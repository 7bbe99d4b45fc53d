"""Whose name is whose, and which statements are the same speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.comparison.alignment import Utterance, likeness, utterance
from audiatur.comparison.joining import Spoken, join
from audiatur.comparison.speakers import fullest_names, speaker_ids

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
    pair = [utterance(speaker, words, "en") for speaker, words in (one, other)]
    assert joined(pair) == ([(0, 1)] if same else [(0,), (1,)])
    assert likeness(*pair) == likeness(*reversed(pair))


def joined(utterances: list[Utterance]) -> list[tuple[int, ...]]:
    return [found.numbers for found in join([Spoken(one, None, ()) for one in utterances])]


def test_small_steps_do_not_tie_different_sentences_together() -> None:
    vocabulary = [f"word{chr(97 + i)}" for i in range(20)]
    chain = [utterance("Marat", " ".join(vocabulary[i * 2 : i * 2 + 6]), "en") for i in range(7)]
    assert all(max(group) - min(group) <= 2 for group in joined(chain))


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ([("Ivo Marat", "k1"), ("Marat", "")], ["k1", "k1"]),
        ([("Ivo Marat", "k1"), ("Marat", "k2")], ["k1", "k1"]),
        ([("Ivo Marat", "k1"), ("Ivo Marat", "k2")], ["k1", "k2"]),
        ([("Ivo Marat", "k1"), ("Ivo Marat", "k2"), ("Marat", "")], ["k1", "k2", "Ivo Marat"]),
        ([("Ivo Marat", ""), ("Marat", "")], ["Ivo Marat", "Ivo Marat"]),
        ([(None, ""), (None, "k1")], [None, "k1"]),
    ],
)
def test_keys_come_before_names(named: list[tuple[str | None, str]], expected: list[str | None]) -> None:
    assert speaker_ids(named) == expected
