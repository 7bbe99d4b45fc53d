"""Who is meant by a surname, an office, a pronoun; and when nobody can say."""

from __future__ import annotations

import pytest

from audiatur.statements import SpeakerType, read_statements

_INTRODUCED = "Bordurian President Lena Orlova arrived. Sildavian Foreign Minister Ivan Marek met her.\n"


def _last(text: str) -> tuple[str | None, str | None, SpeakerType | None]:
    speaker = read_statements(text, language="en", published=None)[-1].speaker
    return speaker.name, speaker.role, speaker.type


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Orlova said it rained.", "Lena Orlova"),
        ("The Bordurian president said it rained.", "Lena Orlova"),
        ("The Bordurian head of state said it rained.", "Lena Orlova"),
        ("The Bordurian leader said it rained.", "Lena Orlova"),
        ("The president said it rained.", "Lena Orlova"),
        ("The Sildavian foreign minister said it rained.", "Ivan Marek"),
        ("Marek said it rained. He added that it was cold.", "Ivan Marek"),
        ("It rained, Marek said. “It is cold,” he said.", "Ivan Marek"),
        ("Orlova said it rained, adding that it was cold.", "Lena Orlova"),
    ],
)
def test_a_mention_finds_the_fullest_name(sentence: str, name: str) -> None:
    assert _last(_INTRODUCED + sentence)[0] == name


def test_a_speaker_introduced_later_still_gets_the_name() -> None:
    text = "It rained, the Bordurian president has said.\nBordurian President Lena Orlova spoke on Monday."
    assert _last(text) == ("Lena Orlova", "Bordurian President", SpeakerType.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Orlova met Dana Orlova in town.\nOrlova said it rained.",
        "President Lena Orlova met President Ivan Marek.\nThe president said it rained.",
        "A passer-by said it rained. He added that it was cold.",
        "They said it rained.",
        "I said it rained.",
    ],
)
def test_where_the_article_does_not_settle_it_there_is_no_name(text: str) -> None:
    assert _last(text)[0] is None


def test_a_title_tells_two_of_one_surname_apart() -> None:
    text = "Lena Orlova met her husband, Peter Orlova, in town.\nMrs. Orlova said it rained."
    assert _last(text)[0] == "Lena Orlova"


def test_a_pronoun_never_takes_a_person_of_the_other_gender() -> None:
    text = "Ivan Marek said it rained.\nShe said it was cold."
    assert _last(text)[0] is None


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("The Harbour Ministry said it rained.", "Harbour Ministry", SpeakerType.ORGANIZATION),
        ("The Russian side said it rained.", "Russian side", SpeakerType.COLLECTIVE),
        ("Moscow said it rained.", "Russia", SpeakerType.COLLECTIVE),
        ("Kyiv said it rained.", "Ukraine", SpeakerType.COLLECTIVE),
        ("Washington said it rained.", "United States", SpeakerType.COLLECTIVE),
        ("Officials said it rained.", None, SpeakerType.COLLECTIVE),
        ("The new version says it rained.", "new version", SpeakerType.DOCUMENT),
        ("A fisherman's spokesman said it rained.", None, SpeakerType.PERSON),
    ],
)
def test_bodies_sides_and_documents_have_their_kind(text: str, name: str | None, type_: SpeakerType) -> None:
    found = _last(text)
    assert (found[0], found[2]) == (name, type_)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Harbour spokesperson Ivan Marek said it rained.", "Harbour spokesperson"),
        ("Secretary of State Lena Orlova said it rained.", "Secretary of State"),
        ("Ivan Marek, a former mayor, said it rained.", "former mayor"),
        ("Mr. Ivan Marek said it rained.", None),
    ],
)
def test_the_office_is_taken_from_the_words_beside_the_name(text: str, role: str | None) -> None:
    assert _last(text)[1] == role
