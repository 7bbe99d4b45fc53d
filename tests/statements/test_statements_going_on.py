"""Whom a pronoun or a description goes on with, across sentences and paragraphs; and when nobody can say."""

from __future__ import annotations

import pytest

from audiatur.statements import SpeakerType, read_statements


def _last(text: str) -> str | None:
    return read_statements(text, language="en", published=None)[-1].speaker.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a surname of two, and the one already met is meant
        (
            "Ivan Marek was a docker.\nMarek was born inland. He said it rained.\nHis daughter Pia Marek came.",
            "Ivan Marek",
        ),
        # the subject of the sentence before, though another was talked of much
        (
            "President Ivan Marek came. Marek spoke. Marek left.\n"
            "Goran Vesh said Marek had failed. He said that it rained.",
            "Goran Vesh",
        ),
        # a description inside a sentence counts
        (
            "Metropolitan Ivan of Tarn is ill. The abbess, Lena Orlova, wrote.\n"
            "Orlova met the Metropolitan. He said it rained.",
            "Ivan of Tarn",
        ),
        # a text that opens a sentence
        ("The judgment runs to 214 pages. It says that the house was late.", "judgment"),
        # a name of one word that spoke is no town
        ("It rained, said Tío.\nTío denied this. He said that it snowed.", "Tío"),
        # what someone does
        (
            "Lena Orlova, who represents the group, met Judge Goran Vesh.\nThe lawyer said that it rained.",
            "Lena Orlova",
        ),
        # whom an age means
        ("Minister Ivan Marek came home.\nIt rained, the 81-year-old said.", "Ivan Marek"),
        ("Besset Group met Aurel Besset on Monday.\nBesset said it was disappointed.", "Besset Group"),
        ("Patriarch Ivan IV prayed.\nHis Holiness said that it rained.", "Ivan IV"),
        ("Torvik Holdings came.\nThe company said it rained.", "Torvik Holdings"),
    ],
)
def test_a_mention_goes_on_with(text: str, name: str) -> None:
    assert _last(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Marek came home.\nAn uncle wept. He said it rained.",
        "Goran Vesh is a colonel.\nThe lieutenant said it rained.",
        "Sleet fell on Lower Kolm. In Kolm it is cold.\nThe general said it rained.",
        "Fiancé of Ivan Marek says it rained.",
    ],
)
def test_somebody_else_is_left_open(text: str) -> None:
    assert _last(text) is None


def test_a_roles_bearer_may_be_a_body() -> None:
    speaker = read_statements(
        "Rival shareholder Oldmere came.\nOldmere said that it rained.", language="en", published=None
    )[-1].speaker
    assert speaker.name == "Oldmere"
    assert speaker.type is not SpeakerType.PERSON


_INTERVIEW = (
    "Lena Orlova leads the guild that Ivan Marek founded.\nOrlova met us on Monday.\n"
    "Were you ever afraid of it?\n“Only of the stairs, and only in the winter.”\n"
    "Who comes to see you?\n“Nobody who is not already lost at sea.”"
)


def test_an_interview_is_with_who_is_named_most() -> None:
    statements = read_statements(_INTERVIEW, language="en", published=None)
    assert [s.speaker.name for s in statements] == ["Lena Orlova"] * 2


def test_an_interview_with_one_of_two_named_alike_is_left_open() -> None:
    text = _INTERVIEW.replace("Orlova met us on Monday.", "It was Monday.")
    statements = read_statements(text, language="en", published=None)
    assert [s.speaker.name for s in statements] == [None] * 2


def test_who_operates_something_is_no_body() -> None:
    text = "Camera operator Elena Orlova came.\nOrlova said that it rained."
    assert read_statements(text, language="en", published=None)[-1].speaker.type is SpeakerType.PERSON


def test_the_head_of_a_body_is_no_body() -> None:
    text = "The head of the union, Orla Vesh, came.\nVesh said that it rained."
    assert read_statements(text, language="en", published=None)[-1].speaker.type is SpeakerType.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Governor Ivan Marek came home. Marek spoke.\nThe candidate said it rained.", "Ivan Marek"),
        ("Surgeon Ivan Marek came home. Marek spoke.\nThe candidate said it rained.", None),
        ("Former governor Ivan Marek came home. Marek spoke.\nThe candidate said it rained.", None),
        ("Ivan Marek came home. Marek spoke.\nThe union's executive said it rained.", None),
    ],
)
def test_a_general_word_means_a_holder_of_an_office_of_its_field(text: str, name: str | None) -> None:
    assert _last(text) == name


def test_a_former_marine_who_came_is_named_by_no_word() -> None:
    text = "Lena Orlova met a former Tarn Marine who had come. He said that it rained."
    assert _last(text) is None
