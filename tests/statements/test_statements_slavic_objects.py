"""Who is asked or told does not speak, in Russian and Ukrainian; and reports inside relative clauses. All invented."""

from __future__ import annotations

import pytest

from audiatur.statements import read_statements


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Докеров просят вернуться на работу."),
        ("ru", "Жителей города попросили не выходить из дома."),
        ("ru", "Жителям сообщили, что мост закрыт."),
        ("ru", "Марека просят уйти."),
        ("uk", "Мешканців закликають не виходити."),
    ],
)
def test_an_object_before_a_plural_verb_does_not_speak(language: str, text: str) -> None:
    assert all(s.speaker.mention is None for s in read_statements(text, language=language, published=None))


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Марков и Клов заявили, что мост закрыт.", "Марков и Клов"),
        ("Марков с Кловым заявили, что мост закрыт.", "Марков"),
        ("Города требуют денег.", "Города"),
        ("Профсоюзы докеров заявили, что мост закрыт.", "Профсоюзы докеров"),
    ],
)
def test_several_before_a_plural_verb_speak(text: str, mention: str) -> None:
    (one,) = read_statements(text, language="ru", published=None)
    assert one.speaker.mention is not None
    assert one.speaker.mention.text == mention


@pytest.mark.parametrize(
    ("language", "text", "mention", "told"),
    [
        ("ru", "Мост закрыт, сообщил МИД «Листку».", "МИД", "«Листку»"),
        ("ru", "МИД «Листку» сообщил, что мост закрыт.", "МИД", None),
        ("ru", "Как сообщили в МИД «Листку», мост закрыт.", "МИД", None),
        ("uk", "Міст закрито, повідомили у ДСНС «Листку».", "ДСНС", None),
        ("ru", "ООО «Рандеву» сообщило, что мост закрыт.", "ООО «Рандеву»", None),
        ("ru", "НИИ «Листок» сообщил, что мост закрыт.", "НИИ «Листок»", None),
    ],
)
def test_the_medium_that_is_told_is_no_part_of_a_body(language: str, text: str, mention: str, told: str | None) -> None:
    (one,) = read_statements(text, language=language, published=None)
    assert one.speaker.mention is not None
    assert one.speaker.mention.text == mention
    assert told is None or (one.occasion.addressee is not None and one.occasion.addressee.text == told)


@pytest.mark.parametrize(
    ("language", "text", "content", "parents"),
    [
        ("ru", "Мост, который, как сказал Марков, построили зря, закрыт.", "построили зря", [None]),
        ("uk", "Міст, який, як сказав Марков, збудували дарма, закрито.", "збудували дарма", [None]),
        (
            "ru",
            "Лена Орлова сообщила, что мост, который, как сказал Марков, построили зря, закрыт.",
            "построили зря",
            [None, 0],
        ),
    ],
)
def test_as_somebody_said_inside_a_relative_clause(
    language: str, text: str, content: str, parents: list[int | None]
) -> None:
    statements = read_statements(text, language=language, published=None)
    assert [s.parent for s in statements] == parents
    assert (statements[-1].speaker.name, [c.text for c in statements[-1].content]) == ("Марков", [content])
