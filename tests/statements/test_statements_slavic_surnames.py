"""Surnames alone, and places and firms that are no persons, in Russian and Ukrainian. Persons are invented."""

from __future__ import annotations

import pytest

from audiatur.statements import SpeakerType, read_statements


def _speakers(language: str, text: str) -> list[tuple[str | None, SpeakerType | None]]:
    return [(s.speaker.name, s.speaker.type) for s in read_statements(text, language=language, published=None)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Марков заявил, что мост закрыт.", "Марков"),
        ("ru", "Маркова заявила, что мост закрыт.", "Маркова"),
        ("ru", "Остюшин обвинил порт в обмане.", "Остюшин"),
        ("ru", "Годуненко заявила, что мост закрыт.", "Годуненко"),
        ("ru", "По словам Маркова, мост закрыт.", "Марков"),
        ("ru", "По словам Марковой, мост закрыт.", "Маркова"),
        ("ru", "По мнению Клавского, мост закрыт.", "Клавский"),
        ("ru", "По словам Дорнана, мост закрыт.", "Дорнан"),
        ("ru", "По словам Тулебы, мост закрыт.", "Тулеба"),
        ("ru", "По словам Гамрая, мост закрыт.", "Гамрай"),
        ("ru", "Мост закрыт, сообщает агентство «Листок» со ссылкой на Маркову.", "Маркова"),
        ("uk", "Міст закрито, заявив Клавський.", "Клавський"),
        ("uk", "За словами Клавської, міст закрито.", "Клавська"),
        ("uk", "На думку Остючука, міст закрито.", "Остючук"),
        ("uk", "За словами Годуненка, міст закрито.", "Годуненко"),
        ("uk", "За словами Тулеби, міст закрито.", "Тулеба"),
        ("uk", "За словами Гаранця, міст закрито.", "Гаранець"),
    ],
)
def test_a_surname_alone_is_given_in_the_nominative(language: str, text: str, name: str) -> None:
    assert (name, SpeakerType.PERSON) in _speakers(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Марков заявила, что мост закрыт."),  # the verb does not agree
        ("ru", "Горожанин заявил, что мост закрыт."),
        ("ru", "По мнению Дорнана, мост закрыт."),  # a body may have a view too
        ("ru", "По словам Гаранца, мост закрыт."),  # "Гаранц" or "Гаранец"
        ("ru", "По словам Орла, мост закрыт."),
        ("ru", "Согласно Маркову, мост закрыт."),
        ("ru", "По словам Мелони, мост закрыт."),
        ("uk", "За словами Мелонії, міст закрито."),
    ],
)
def test_a_word_that_leaves_it_open_names_nobody(language: str, text: str) -> None:
    assert [name for name, _ in _speakers(language, text)] == [None]


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("ru", "Киев заявил, что мост закрыт.", "Киев", SpeakerType.COLLECTIVE),
        ("ru", "Мост закрыт, заявила Москва.", "Москва", SpeakerType.COLLECTIVE),
        ("ru", "По словам Киева, мост закрыт.", "Киев", SpeakerType.COLLECTIVE),
        ("ru", "Южная Корея заявила, что мост закрыт.", "Южная Корея", SpeakerType.COLLECTIVE),
        ("uk", "Міст закрито, заявив Львів.", "Львів", SpeakerType.COLLECTIVE),
        ("ru", "Мост закрыт, сообщил Интерфакс.", "Интерфакс", SpeakerType.ORGANIZATION),
        ("uk", "Міст закрито, повідомив Мінфін.", "Мінфін", SpeakerType.ORGANIZATION),
    ],
)
def test_a_place_or_a_firm_is_no_person(language: str, text: str, name: str, kind: SpeakerType) -> None:
    assert _speakers(language, text) == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Лена Маркова заявила, что мост закрыт. По словам Маркова, это не так.", ["Лена Маркова", "Марков"]),
        ("Министр Иван Марков встал. По словам Маркова, мост закрыт.", ["Иван Марков"]),
        ("«Мост закрыт», — сказал Дорнец. По словам Дорнеца, это надолго.", ["Дорнец", "Дорнец"]),
        ("Министр Иван Львов встал. Львов заявил, что мост закрыт.", ["Иван Львов"]),
        ("Марков заявил, что мост закрыт. У Маркова ждут.", ["Марков"]),
    ],
)
def test_a_surname_joins_whom_the_article_names(text: str, names: list[str]) -> None:
    assert [name for name, _ in _speakers("ru", text)] == names
