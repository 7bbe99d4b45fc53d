"""Dialogue with dashes is quoted, as words in quotation marks are. All names are invented."""

from __future__ import annotations

import pytest

from audiatur.statements import Kind, read_statements
from audiatur.statements.permanence import quoting


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("ru", "— Мы ждём, — сказал он.", ["Мы ждём"]),
        ("ru", "— Мы ждём! — сказал Марек. — Уже год.", ["Мы ждём", "Уже год"]),
        ("ru", "- Мы ждём, - сказал Марек.", ["Мы ждём"]),
        ("uk", "Міст стоїть.\n— Ми чекаємо, — сказав Марек.", ["Ми чекаємо"]),
    ],
)
def test_the_words_of_a_dialogue_are_quoted(language: str, text: str, quoted: list[str]) -> None:
    (one,) = read_statements(text, language=language, published=None)
    assert (one.kind, [span.text for span in one.quoted]) == (Kind.DIRECT, quoted)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Мост — старый, сообщил Марек."),
        ("ru", "- Мост закрыт, сообщил Марек."),
        ("ru", "Мост закрыт, — сообщил Марек."),
        ("en", "- The bridge is shut, Marek said."),
    ],
)
def test_another_dash_quotes_nothing(language: str, text: str) -> None:
    (one,) = read_statements(text, language=language, published=None)
    assert (one.kind, one.quoted) == (Kind.INDIRECT, ())


def test_a_corrected_content_of_a_dialogue_is_quoted_too() -> None:
    text = "— Мы ждём, — сказал он. — Уже год."
    parts = [(text.index(words), text.index(words) + len(words)) for words in ("Мы ждём", "Уже год")]
    kind, quoted = quoting(text, parts, None)
    assert (kind, [span.text for span in quoted]) == (Kind.DIRECT, ["Мы ждём", "Уже год"])
