"""Who is meant by what an article says of him: described and then named, called something, interviewed, apposed."""

from __future__ import annotations

import pytest

from audiatur.statements import Statement, read_statements


def _read(text: str) -> dict[str, Statement]:
    found = read_statements(text, language="en", published=None)
    return {s.content[0].text: s for s in found}


@pytest.mark.parametrize(
    ("text", "content", "name"),
    [
        (
            "It began.\nThe mayor of Tarn said the bridge was safe. Not one bolt was loose, Edda Voll said.",
            "the bridge was safe",
            "Edda Voll",
        ),
        ("Minister of Roads Lena Orlova said the bridge was safe.", "the bridge was safe", "Lena Orlova"),
        (
            "Head of State Marshal Ivan Brok came.\nThe head of state said the bridge was safe.",
            "the bridge was safe",
            "Ivan Brok",
        ),
        ("A man known as Blue Otto said the bridge was safe.", "the bridge was safe", "Blue Otto"),
        (
            "The judge asked the company, Kettle Lines, to come.\nThe company said the bridge was safe.",
            "the bridge was safe",
            "Kettle Lines",
        ),
        (
            "Lena Orlova met Ivan Marek.\nMarek urged her to wait. Orlova said the bridge was safe.",
            "her to wait",
            "Ivan Marek",
        ),
        (
            "Geologists at the Tarn Institute said the bridge was safe.",
            "the bridge was safe",
            "Geologists at the Tarn Institute",
        ),
        ("The union’s rulebook says the bridge is safe.", "the bridge is safe", "rulebook"),
        (
            "The statement accompanying the ruling said the bridge was safe.",
            "the bridge was safe",
            "statement",
        ),
    ],
)
def test_a_description_finds_its_name(text: str, content: str, name: str) -> None:
    assert _read(text)[content].speaker.name == name


def test_one_described_within_a_report_is_not_the_reporter() -> None:
    found = _read("Helga Brandt said the defendant had complained that the rota was wrong.")
    assert [s.speaker.name for s in found.values() if s.parent is not None] == [None]


def test_a_close_diplomat_is_not_the_foreign_minister() -> None:
    text = (
        "Tarland's foreign minister, Dana Sorel, said the road was open.\n"
        "A diplomat close to the talks said the road was shut. The pictures were late, the diplomat said."
    )
    assert _read(text)["The pictures were late"].speaker.name is None


def test_the_answers_of_an_interview_are_of_the_one_asked() -> None:
    text = (
        "Edda Voll has kept the lighthouse for thirty years. We met on the pier.\n"
        "Were you ever afraid of it?\n“Only of the stairs. My wife said that they were cursed.”\n"
        "Who comes to see you?\n“Nobody who is not already lost at sea.”"
    )
    found = read_statements(text, language="en", published=None)
    assert {s.speaker.name for s in found if s.parent is None} == {"Edda Voll"}


def test_a_description_that_opens_a_sentence_is_whom_he_means() -> None:
    text = (
        "The chairman of the board, Idris Mohan, arrived. Omar Tazi came too.\n"
        "The chairman gave orders. He said the bridge was safe."
    )
    assert _read(text)["the bridge was safe"].speaker.name == "Idris Mohan"
