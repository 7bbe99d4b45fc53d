"""English words that look like a speaker and are none: adjectives, towns, plural nouns; whom a pronoun never means."""

from __future__ import annotations

import pytest

from audiatur.statements import SpeakerType, Statement, read_statements

_PRESENT = "\nBorduria and Sildavia share a strait. Borduria's fleet lay in Klow."


def _read(text: str) -> tuple[Statement, ...]:
    return read_statements(text, language="en", published=None)


def _speakers(text: str) -> list[tuple[str | None, str | None]]:
    found = [s.speaker for s in _read(text)]
    return [(s.mention.text if s.mention else None, s.name) for s in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Lena Orlova rejected Sildavian claims that the buoy had moved.",
        "Minister Lena Orlova dismissed Sildavian reports that the buoy had moved.",
        "Minister Lena Orlova repeated Sildavian claims that the buoy had moved.",
        "Minister Lena Orlova dismissed opposition claims that the buoy had moved.",
        "Minister Lena Orlova called the Sildavian volunteers “seamen of the first order”.",
        "Minister Lena Orlova denounced Bordurian calls for “a second inquiry into the matter”.",
    ],
)
@pytest.mark.parametrize("context", ["", _PRESENT])
def test_an_adjective_before_a_noun_is_no_speaker(sentence: str, context: str) -> None:
    assert _speakers(sentence + context)[0] == ("Minister Lena Orlova", "Lena Orlova")
    assert len(_read(sentence + context)) == 1 or (not context and "volunteers" in sentence)


@pytest.mark.parametrize(
    "headline", ["Ministry: Sildavian claims “without any foundation”", "Fourteen Sildavian calls, says Borduria"]
)
def test_a_headline_with_a_noun_in_the_plural_names_no_adjective(headline: str) -> None:
    assert not {name for _, name in _speakers(headline + _PRESENT)} & {"Sildavian", "Fourteen Sildavian"}


@pytest.mark.parametrize(
    "verb", ["has agreed to an offer of talks", "accepted in principle a plan for talks", "promised a new inquiry"]
)
def test_what_an_aide_says_of_someone_is_not_that_ones_statement(verb: str) -> None:
    found = _speakers(f"President Ivan Marek {verb}, his spokesman said on Monday.")
    assert found[0] == ("his spokesman", None)
    for statement in _read(f"President Ivan Marek {verb}, his spokesman said on Monday."):
        assert not any("his spokesman" in part.text for part in statement.content)


def test_claims_after_a_preposition_are_a_noun() -> None:
    found = _speakers("Amid Sildavian claims that ships sank, Lena Orlova said it rained.")
    assert found == [("Lena Orlova", "Lena Orlova")]


def test_the_pronoun_after_an_adjective_is_the_one_who_spoke() -> None:
    text = "Minister Lena Orlova rejected Sildavian claims that the buoy had moved. “It stands,” she told reporters."
    assert _speakers(text) == [("Minister Lena Orlova", "Lena Orlova"), ("she", "Lena Orlova")]


@pytest.mark.parametrize(
    "text",
    [
        "Sildavia said it rained. She added that it was cold." + _PRESENT,
        "Norda said it rained. “It is cold,” she added.\nThe firm lies in Norda.",
        "Sildavian President Ivan Marek came.\nIt rained. The Sildavian said it was cold. “Too cold,” he added.",
        "The Sildavian said it rained. He added that it was cold." + _PRESENT,
        "People in Klow waited. Klow said it rained. He added that it was cold.",
    ],
)
def test_he_and_she_mean_no_one_who_is_not_evidently_a_person(text: str) -> None:
    pronouns = [name for mention, name in _speakers(text) if mention in ("She", "she", "He", "he")]
    assert pronouns == [None]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Brokers report that it rained.", SpeakerType.COLLECTIVE),
        ("Diplomats expect that it will rain.", SpeakerType.COLLECTIVE),
        ("Colonel Ivan Marek of Borduria and Captain Peter Dorn of the Hawk said it rained.", SpeakerType.COLLECTIVE),
        ("Sildavians call it a flood.\nThe Sildavian coast lay in mist.", SpeakerType.COLLECTIVE),
        ("President Ivan Marek is ill: his spokesman said on Monday that it rained.", SpeakerType.PERSON),
        ("President Ivan Marek agreed to “a walk in the rain”, his spokesman said on Monday.", SpeakerType.PERSON),
    ],
)
def test_a_mention_without_a_name_has_a_kind(text: str, type_: SpeakerType) -> None:
    last = _read(text)[-1].speaker if "said on" in text else _read(text)[0].speaker
    assert (last.name, last.type) == (None, type_)


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Sildavia said it rained.\nA Sildavian ship sank.", "Sildavia", SpeakerType.COLLECTIVE),
        ("Sildavian Commodore Ivan Marek said it rained." + _PRESENT, "Ivan Marek", SpeakerType.PERSON),
        ("The keeper Gleb Dorn said it rained.", "Gleb Dorn", SpeakerType.PERSON),
        ("Ivan Nolan spoke in Klow. Nolan claims that it rained.", "Ivan Nolan", SpeakerType.PERSON),
        ("Klow replied that it rained.\nCrowds stood in Klow.", "Klow", SpeakerType.COLLECTIVE),
        ("KLOW (BPA) — It rained. Klow said that it was cold.", "Klow", SpeakerType.COLLECTIVE),
        ("The Ministry said it rained.", "ministry", SpeakerType.ORGANIZATION),
        ("La Gaceta de Klow said it rained.", "La Gaceta de Klow", SpeakerType.ORGANIZATION),
    ],
)
def test_those_who_do_speak_keep_their_name(text: str, name: str, type_: SpeakerType) -> None:
    speaker = _read(text)[0].speaker
    assert (speaker.name, speaker.type) == (name, type_)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Lena Orlova: I said that it rained.", "Lena Orlova"),
        ("Question: The mayor is ill.\nPresident Lena Orlova: Thank you. I said that it rained.", "Lena Orlova"),
        ("President Lena Orlova came.\nI said that it rained.", None),
        ("Question: I said that it rained.", None),
    ],
)
def test_i_in_a_transcript_is_the_one_whose_turn_it_is(text: str, name: str | None) -> None:
    assert [n for mention, n in _speakers(text) if mention == "I"] == [name]


def test_the_capitals_of_a_headline_make_no_name() -> None:
    text = "Mayor Tells Harbour Citizens to Wait\nIt rained. Citizens said that they were cold."
    assert [name for mention, name in _speakers(text) if mention == "Citizens"] == [None]
