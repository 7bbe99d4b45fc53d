"""Where a statement was made, in Russian and Ukrainian. All names are invented."""

from __future__ import annotations

import pytest

from audiatur.statements import read_statements


def _places(language: str, text: str) -> list[str | None]:
    occasions = [s.occasion for s in read_statements(text, language=language, published=None)]
    return [o.place.text if o.place else None for o in occasions]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("ru", "«Мост закрыт», — сказал Иван Марек журналистам в Сорне.", "Сорне"),
        ("ru", "На форуме в Новом Сорне министр Иван Марек заявил, что мост закрыт.", "Новом Сорне"),
        ("ru", "Выступая перед моряками в Порт-Аласе, министр Иван Марек сказал: «Мост закрыт».", "Порт-Аласе"),
        ("ru", "После переговоров с послом в Белом доме Иван Марек заявил, что мост закрыт.", "Белом доме"),
        ("uk", "«Міст закрито», — сказав Іван Марек на брифінгу в Ведені.", "Ведені"),
        ("uk", "Іван Марек заявив журналістам після зустрічі з послом у Градоборі, що міст закрито.", "Градоборі"),
    ],
)
def test_hearers_an_occasion_or_one_who_speaks_lead_to_a_place(language: str, text: str, place: str) -> None:
    assert _places(language, text) == [place]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Перед встречей в Сорне министр Иван Марек заявил, что мост закрыт."),
        ("ru", "В Сорне заявили, что мост закрыт."),
        ("ru", "Министр Иван Марек сказал журналистам в понедельник, что мост в Сорне закрыт."),
        ("ru", "После визита в Сорну министр Иван Марек заявил, что мост закрыт."),
        ("ru", "Министр Иван Марек заявил на заседании, что мост закрыт."),
        ("uk", "Іван Марек у Telegram заявив, що міст закрито."),
    ],
)
def test_other_names_are_no_place_of_it(language: str, text: str) -> None:
    assert _places(language, text) == [None]


def test_it_holds_for_what_the_same_speaker_adds() -> None:
    text = "Министр Иван Марек сказал журналистам в Сорне, что мост закрыт. Он добавил, что ждёт."
    assert _places("ru", text) == ["Сорне", "Сорне"]
