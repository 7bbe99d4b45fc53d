"""Russian and Ukrainian forms, and other languages without rules. All names are invented."""

from __future__ import annotations

import pytest

from audiatur.statements import read_statements


@pytest.mark.parametrize(
    ("language", "text", "mention", "content"),
    [
        ("ru", "Орлова заявила, что мост закрыт.", "Орлова", ["мост закрыт"]),
        ("ru", "«Мост закрыт», — сказал Иван Марек.", "Иван Марек", ["«Мост закрыт»"]),
        ("ru", '"Мост закрыт", - отметил министр Иван Марек.', "министр Иван Марек", ['"Мост закрыт"']),
        ("ru", "По словам Орловой, мост закрыт.", "Орловой", ["мост закрыт"]),
        ("ru", "Мост закрыт, сообщает агентство Клов.", "агентство Клов", ["Мост закрыт"]),
        ("ru", "Как сообщил Марек журналистам, мост закрыт.", "Марек", ["мост закрыт"]),
        ("ru", "Марек обвинил Сильдавию в срыве встречи.", "Марек", ["Сильдавию в срыве встречи"]),
        ("ru", "Марек добавил: «Мост закрыт».", "Марек", ["«Мост закрыт»"]),
        ("ru", "— Мост закрыт, — сказал Марек. — Идите домой.", "Марек", ["Мост закрыт", "Идите домой"]),
        ("ru", "«Мост закрыт, — сказал Марек. — Идите домой».", "Марек", ["«Мост закрыт", "Идите домой»"]),
        ("uk", "Орлова заявила, що міст закрито.", "Орлова", ["міст закрито"]),
        ("uk", "«Міст закрито», – зазначив Іван Марек.", "Іван Марек", ["«Міст закрито»"]),
        ("uk", "За словами Орлової, міст закрито.", "Орлової", ["міст закрито"]),
        ("uk", "Марек звинуватив Сильдавію у зриві зустрічі.", "Марек", ["Сильдавію у зриві зустрічі"]),
    ],
)
def test_a_slavic_form(language: str, text: str, mention: str, content: list[str]) -> None:
    (statement,) = read_statements(text, language=language, published=None)
    assert statement.speaker.mention is not None
    assert statement.speaker.mention.text == mention
    assert [c.text for c in statement.content] == content


@pytest.mark.parametrize(
    "text", ["Марек не сказал, когда вернётся.", "Мост закрыт. Марек уехал.", "Говорят, что дождь"]
)
def test_slavic_sentences_that_name_no_statement_of_someone(text: str) -> None:
    assert all(s.speaker.mention is None for s in read_statements(text, language="ru", published=None))


def test_a_name_in_another_case_is_joined_to_the_nominative() -> None:
    text = "Президент Лена Орлова заявила, что мост закрыт. По словам Орловой, он стар. Она добавила, что ждёт."
    names = [s.speaker.name for s in read_statements(text, language="ru", published=None)]
    assert names == ["Лена Орлова"] * 3


def test_a_pronoun_of_the_other_gender_is_nobody() -> None:
    text = "Президент Лена Орлова заявила, что мост закрыт. Он добавил, что ждёт."
    assert read_statements(text, language="ru", published=None)[1].speaker.name is None


@pytest.mark.parametrize("language", ["de", "fr", None])
def test_without_rules_only_quotations_are_read_and_nobody_is_named(language: str | None) -> None:
    text = "Der Minister Ivan Marek sagte: „Wir haben sehr lange darauf gewartet.“ Er sagte, es regne."
    (statement,) = read_statements(text, language=language, published=None)
    assert (statement.speaker.mention, statement.speaker.name, statement.cue) == (None, None, None)
    assert [q.text for q in statement.quoted] == ["Wir haben sehr lange darauf gewartet."]
