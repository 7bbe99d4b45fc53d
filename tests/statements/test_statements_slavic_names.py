"""Who is named in Russian and Ukrainian mentions of office, place and name; and when nobody is. All are invented."""

from __future__ import annotations

import pytest

from audiatur.statements import SpeakerType, read_statements
from audiatur.statements.names_slavic import gender_by_name

_RUSSIAN = [
    ("Министр транспорта Сильдавии Руслан Марек заявил", "Руслан Марек", "Министр транспорта Сильдавии"),
    ("Капитан траулера Иван Дорн сказал", "Иван Дорн", "Капитан траулера"),
    ("Командующий бордурийской береговой охраной Пётр Клов заявил", "Пётр Клов", None),
    ("Её бордурийский коллега Томас Клов заявил", "Томас Клов", "бордурийский коллега"),
    ("Их адвокат Лена Орлова отметила", "Лена Орлова", "адвокат"),
    ("Генсек НАТО Ларс Унгер сообщил", "Ларс Унгер", "Генсек НАТО"),
    ("Президент Сильдавии Марек подчеркнул", "Марек", "Президент Сильдавии"),
    ("Экс-министр Иван Петрович Марек добавил", "Иван Петрович Марек", "Экс-министр"),
    ("Бордурийское министерство транспорта сообщило", "Бордурийское министерство транспорта", None),
    ("Береговая охрана утверждает", "Береговая охрана", None),
    ("Резолюция указывает", "Резолюция", None),
]
_UKRAINIAN = [
    ("Міністр транспорту Сильдавії Руслан Марек заявив", "Руслан Марек", "Міністр транспорту Сильдавії"),
    ("Її колега Томас Клов зазначив", "Томас Клов", "колега"),
    ("Очільниця міста Олена Орлова наголосила", "Олена Орлова", "Очільниця міста"),
    ("Берегова охорона повідомила", "Берегова охорона", None),
]


@pytest.mark.parametrize(("before", "name", "role"), _RUSSIAN)
def test_a_russian_mention_gives_the_personal_name(before: str, name: str, role: str | None) -> None:
    (statement,) = read_statements(f"{before}, что мост закрыт.", language="ru", published=None)
    assert statement.speaker.name == name
    assert role is None or statement.speaker.role == role


@pytest.mark.parametrize(("before", "name", "role"), _UKRAINIAN)
def test_a_ukrainian_mention_gives_the_personal_name(before: str, name: str, role: str | None) -> None:
    (statement,) = read_statements(f"{before}, що міст закрито.", language="uk", published=None)
    assert (statement.speaker.name, statement.speaker.role) == (name, role)


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("ru", "Министр заявил, что мост закрыт.", "Министр"),
        ("ru", "Президент Сильдавии заявил, что мост закрыт.", "Президент Сильдавии"),
        ("ru", "Глава МИД заявила, что мост закрыт.", "Глава МИД"),
        ("ru", "Её представитель сказал, что мост закрыт.", "представитель"),
        ("ru", "Прибрежная деревня сообщила, что мост закрыт.", None),
        ("ru", "Бордурийский посол заявил, что мост закрыт.", "Бордурийский посол"),
        ("ru", "Иван Марек и Лена Орлова заявили, что мост закрыт.", None),
        ("ru", "Жители Клова сообщили, что мост закрыт.", None),
        ("uk", "Мешканці Клова кажуть, що міст закрито.", None),
        ("uk", "Міністр заявив, що міст закрито.", "Міністр"),
        ("uk", "Його речник сказав, що міст закрито.", "речник"),
    ],
)
def test_an_office_a_pronoun_or_a_noun_names_nobody(language: str, text: str, role: str | None) -> None:
    (statement,) = read_statements(text, language=language, published=None)
    assert (statement.speaker.name, statement.speaker.role) == (None, role)


def test_a_single_word_is_a_name_where_the_article_also_writes_it_inside_a_sentence() -> None:
    text = "Марек заявил, что мост закрыт.\nВчера Марека видели у моста."
    assert read_statements(text, language="ru", published=None)[0].speaker.name == "Марек"


def test_the_verb_tells_the_gender_for_the_pronoun() -> None:
    text = "Адвокат Надя Дорн заявила, что мост закрыт. Он добавил, что ждёт.\nАдвокат Надя Дорн встала."
    assert [s.speaker.name for s in read_statements(text, language="ru", published=None)] == ["Надя Дорн", None]


def test_a_verb_of_the_other_gender_keeps_a_surname_from_a_namesake() -> None:
    text = "Лена Орлова заявила, что мост закрыт. Посол Орлов добавил, что ждёт."
    names = [s.speaker.name for s in read_statements(text, language="ru", published=None)]
    assert names == ["Лена Орлова", "Орлов"]


def test_who_is_told_does_not_belong_to_the_speaker() -> None:
    text = "«Мост закрыт», — сказал журналистам директор порта Иван Марек."
    (statement,) = read_statements(text, language="ru", published=None)
    assert statement.speaker.mention is not None
    assert statement.speaker.mention.text == "директор порта Иван Марек"
    assert (statement.speaker.name, statement.speaker.type) == ("Иван Марек", SpeakerType.PERSON)


@pytest.mark.parametrize(
    ("name", "gender"), [("Лена Дорн", "f"), ("Илья Дорн", "m"), ("Иван Дорн", "m"), ("Орлова", "f"), ("Дорн", None)]
)
def test_the_gender_of_a_name(name: str, gender: str | None) -> None:
    assert gender_by_name(name.split()) == gender
