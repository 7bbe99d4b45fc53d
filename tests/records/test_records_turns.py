"""Speaker turns of transcripts in the forms that sites write."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.records.labels import voice_of
from audiatur.records.names import may_be_one
from audiatur.records.turns import turns_of
from tests.records.transcripts import CYRILLIC, DASHES, INLINE, LINES


def speakers(text: str) -> list[str | None]:
    return [turn.speaker for turn in turns_of(text)]


def test_turns_in_running_text_with_a_tooltip_in_a_label() -> None:
    assert speakers(INLINE) == ["Ivo Salat", "Mira Dorn", "Question", "Ivo Salat", "Mira Dorn"]


def test_a_colon_within_a_speech_begins_no_turn() -> None:
    assert any("stones: the fishermen" in INLINE[turn.start : turn.end] for turn in turns_of(INLINE))


def test_turns_at_the_head_of_lines_and_a_surname_after_the_full_name() -> None:
    found = speakers(LINES)
    assert found == [None, "ODELL", "Q", "VERNER HALE", "Q", "VERNER HALE", "ODELL"]


def test_cyrillic_labels_and_initials() -> None:
    assert speakers(CYRILLIC) == ["Иво Салат", "Вопрос", "Иво Салат"]


def test_dashes_begin_turns_of_nobody() -> None:
    turns = turns_of(DASHES)
    assert len(turns) == 5
    assert {turn.speaker for turn in turns} == {None}


def test_a_statement_of_one_person_is_one_turn_of_nobody() -> None:
    turns = turns_of("We shall not yield.\nThis is how it stands: the survey is signed.")
    assert [turn.speaker for turn in turns] == [None]
    assert [turn.label for turn in turns] == [None]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("President of Borduria Ivo Salat", "Ivo Salat"),
        ("Mira Dorn (via interpreter)", "Mira Dorn"),
        ("Ivo Salat, Minister of Ports", "Ivo Salat"),
        ("Chairman of the Commission for Ports and Cables Vera Lind", "Vera Lind"),
        ("MR. HALE", "HALE"),
        ("Министр иностранных дел Вера Линд", "Вера Линд"),
        ("В.Линд", "В. Линд"),
    ],
)
def test_the_name_in_a_label(label: str, name: str) -> None:
    voice = voice_of(label)
    assert voice is not None
    assert voice.name == name


@pytest.mark.parametrize(
    "label", ["The plan has three parts", "And now", "Read more", "Photo", "as I said to Ivo Salat", "12"]
)
def test_what_is_no_label(label: str) -> None:
    assert voice_of(label) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ivo Salat", "SALAT", True),
        ("Volodymyr Zelenskyy", "Зеленский", True),
        ("Alexander Lukashenko", "Аляксандр Лукашэнка", True),
        ("Vitali Klitschko", "Виталий Кличко", True),
        ("Ivo Salat", "Mira Dorn", False),
        ("Dmitry Peskov", "Vladimir Putin", False),
    ],
)
def test_who_may_be_one(one: str, other: str, same: bool) -> None:
    assert may_be_one(one, other) is same


@given(st.text(alphabet=st.sampled_from("Aa б:Ж.\n—Q[]()* M"), max_size=80) | st.text(max_size=80))
def test_turns_of_any_text_are_in_order_and_hold_words(text: str) -> None:
    turns = turns_of(text)
    assert all(0 <= turn.start < turn.end <= len(text) for turn in turns)
    assert all(one.end <= other.start for one, other in pairwise(turns))
    assert all(turn.label is None or text[turn.label.start : turn.label.end] == turn.label.text for turn in turns)
