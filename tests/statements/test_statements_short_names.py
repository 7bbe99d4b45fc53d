"""Names of bodies and persons of other manners of writing, and the shorter forms that mean them."""

from __future__ import annotations

import pytest

from audiatur.statements import SpeakerType, read_statements
from audiatur.statements.names import find_names
from audiatur.statements.sentences import tokenize


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Front for the Delta spoke", ["Front for the Delta"]),
        ("the Commission on Water Rights spoke", ["Commission on Water Rights"]),
        ("the Ministry of the Interior spoke", ["Ministry of the Interior"]),
        ("the Ministry of Food and Water spoke", ["Ministry of Food and Water"]),
        ("the Ministry of Food and Lena Orlova spoke", ["Ministry of Food", "Lena Orlova"]),
        ("the Prime Minister’s Department spoke", ["Prime Minister’s Department"]),
        ("the Growers’ Ring spoke", ["Growers’ Ring"]),
        ("Chiara dell’Orto spoke", ["Chiara dell’Orto"]),
        ("Rahima binti Orlov spoke", ["Rahima binti Orlov"]),
        ("Metropolitan Ivan of Tarn spoke", ["Ivan of Tarn"]),
        ("Leader of the Opposition Lena Orlova spoke", ["Lena Orlova"]),
    ],
)
def test_a_name_is_found_whole(text: str, names: list[str]) -> None:
    assert [n.text for n in find_names(tokenize(text, 0, len(text)))] == names


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        (
            "The Front for the Delta met on Monday.\nThe Front said it rained.",
            "Front for the Delta",
            SpeakerType.ORGANIZATION,
        ),
        ("Lena Orlova Marek came home.\nOrlova said that it rained.", "Lena Orlova Marek", SpeakerType.PERSON),
        ("It rained, said head of quality Lena de la Vega.", "Lena de la Vega", SpeakerType.PERSON),
        ("A rebel spokesman known by the single name Yusufu said it rained.", "Yusufu", SpeakerType.PERSON),
        ("The owner, the harbour office, said that it rained.", "harbour office", SpeakerType.ORGANIZATION),
        ("Lord Marek came home.\nMarek said that it rained.", "Lord Marek", SpeakerType.PERSON),
        ("According to more than 600 emails, it rained.", "emails", SpeakerType.DOCUMENT),
    ],
)
def test_a_short_form_means_the_whole_name(text: str, name: str, type_: SpeakerType) -> None:
    speaker = read_statements(text, language="en", published=None)[-1].speaker
    assert (speaker.name, speaker.type) == (name, type_)


def test_a_datelines_words_are_nobody() -> None:
    text = "PORT TARN: Lena Orlova came home.\nShe said that it rained."
    assert read_statements(text, language="en", published=None)[-1].speaker.name == "Lena Orlova"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Zaretskyy left.\nVolodymyr Zaretsky came.\nZaretskyi said it rained.", "Volodymyr Zaretsky"),
        ("Volodymyr Zaretsky left.\nVladimir Zaretskiy said it rained.", "Volodymyr Zaretsky"),
        ("Lena Zaretska left.\nIvan Zaretsky came.\nPavel Zaretskyy said it rained.", "Pavel Zaretskyy"),
        ("Lena Levy left.\nIvan Levi said it rained.", "Ivan Levi"),
    ],
)
def test_spellings_of_a_name_in_one_article_are_one_person(text: str, name: str) -> None:
    assert read_statements(text, language="en", published=None)[-1].speaker.name == name


@pytest.mark.parametrize("word", ["Neither", "Either"])
def test_a_word_for_some_of_several_is_no_name(word: str) -> None:
    (statement,) = read_statements(f"{word} said anything about money.", language="en", published=None)
    assert statement.speaker.name is None


def test_a_surname_that_only_opens_a_sentence_is_no_group() -> None:
    (statement,) = read_statements("Norbury argued that nothing had changed.", language="en", published=None)
    assert (statement.speaker.name, statement.speaker.type) == ("Norbury", None)
