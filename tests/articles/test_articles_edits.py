"""What changed between two states of a text, as readers are shown it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.articles import edits as module
from audiatur.articles.edits import Of, Passage, edits
from audiatur.articles.versions import fold

SIGNS = {Of.BOTH: "=", Of.OLD: "-", Of.NEW: "+"}


def told(old: str, new: str) -> list[str | int]:
    """Each passage in one line: its runs with their signs, or how many paragraphs were kept."""
    return [
        " ".join(f"{SIGNS[run.of]}[{run.words}]" for run in passage.runs) or passage.kept for passage in edits(old, new)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("The quay is shut.", "The quay is shut.", []),
        ("The  quay\nis shut.", "The quay\n\nis shut. ", []),
        ("Cafe\u0301 shut.", "Café shut.", []),
        ("Three ships wait.", "Four ships wait.", ["-[Three] +[Four] =[ ships wait.]"]),
        ("The quay is shut.", "The quay is shut again.", ["=[The quay is shut] +[ again] =[.]"]),
        ("The quay, they say, is shut.", "The quay is shut.", ["=[The quay] -[, they say,] =[ is shut.]"]),
        ("One.\nTwo.\nThree.", "One.\nThree.", [1, "-[Two.]", 1]),
        ("One.", "One.\nA bell rang.", [1, "+[A bell rang.]"]),
        ("", "A bell rang.", ["+[A bell rang.]"]),
        (
            "A bell rang at noon.",
            "Nobody saw any ship there.",
            ["-[A bell rang at noon.]", "+[Nobody saw any ship there.]"],
        ),
        ("码头关闭了", "码头开放了", ["=[码头] -[关闭] +[开放] =[了]"]),
    ],
)
def test_what_changed_is_told_in_the_order_of_the_text(old: str, new: str, expected: list[str | int]) -> None:
    assert told(old, new) == expected


def test_an_edited_paragraph_is_found_among_new_ones() -> None:
    old = "The ferry struck a shoal at four.\nNine people were hurt."
    new = "A bell rang on the quay all night.\nThe ferry struck a shoal at five.\nTwelve people were hurt."
    assert told(old, new) == [
        "+[A bell rang on the quay all night.]",
        "=[The ferry struck a shoal at ] -[four] +[five] =[.]",
        "-[Nine] +[Twelve] =[ people were hurt.]",
    ]


def test_a_short_word_between_two_changes_is_part_of_the_change() -> None:
    old, new = "They wait for the captain of a ship in the fog", "They wait for the pilot of two boats in the fog"
    assert told(old, new) == ["=[They wait for the ] -[captain of a ship] +[pilot of two boats] =[ in the fog]"]


def test_what_is_too_long_to_compare_is_told_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 4)
    assert told("Three ships wait.", "Four ships wait.") == ["-[Three ships wait.]", "+[Four ships wait.]"]
    monkeypatch.undo()
    monkeypatch.setattr(module, "PAIRS", 0)
    assert told("Three ships wait.", "Four ships wait.") == ["-[Three ships wait.]", "+[Four ships wait.]"]
    monkeypatch.setattr(module, "LINES", 1)
    assert told("One.\nTwo.", "One.\nFive.") == ["-[One.]", "-[Two.]", "+[One.]", "+[Five.]"]
    assert told("One.\nTwo.", "One.\n Two.") == []


def rebuilt(passages: tuple[Passage, ...], of: Of) -> str:
    lines = ("".join(run.words for run in passage.runs if run.of in {Of.BOTH, of}) for passage in passages)
    return "\n".join(line for line in lines if line.strip())


TEXTS = st.lists(st.sampled_from(["The", "quay", "is", "shut", "nine", ",", ".", "\n", " ", "e\u0301"]), max_size=40)


@given(TEXTS, TEXTS)
def test_both_states_can_be_read_from_it_and_nothing_else(old: list[str], new: list[str]) -> None:
    one, other = " ".join(old), " ".join(new)
    passages = edits(one, other)
    assert bool(passages) is (
        [fold(line) for line in one.split("\n") if line.strip()]
        != [fold(line) for line in other.split("\n") if line.strip()]
    )
    for text, of in ((one, Of.OLD), (other, Of.NEW)):
        lines = [fold(line) for line in text.split("\n") if line.strip()]
        changed = [fold(line) for line in rebuilt(passages, of).split("\n") if line]
        assert not passages or len(lines) == len(changed) + sum(passage.kept for passage in passages)
        assert all(line in lines for line in changed)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    for passage in edits(old, new):
        assert bool(passage.runs) is not bool(passage.kept)
