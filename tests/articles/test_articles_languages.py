"""The language of a text, and when not to guess it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.articles.languages import WIDELY_USED, language_of, primary_subtag

HUB = ("en", "ru", "uk", "de", "fr", "es")
ENGLISH = "The harbour of Vesmar stays closed while the ministry waits for the pilots' union to answer its letter."
RUSSIAN = "Порт Весмара остаётся закрытым, пока министерство ждёт ответа профсоюза лоцманов на своё письмо."
UKRAINIAN = "Порт Весмара залишається закритим, доки міністерство чекає на відповідь профспілки лоцманів."
GERMAN = "Der Hafen von Vesmar bleibt geschlossen, während das Ministerium auf eine Antwort der Lotsen wartet."
FRENCH = "Le port de Vesmar reste fermé pendant que le ministère attend la réponse du syndicat des pilotes."
SPANISH = "El puerto de Vesmar sigue cerrado mientras el ministerio espera la respuesta del sindicato de prácticos."
TEXTS = [(ENGLISH, "en"), (RUSSIAN, "ru"), (UKRAINIAN, "uk"), (GERMAN, "de"), (FRENCH, "fr"), (SPANISH, "es")]


@pytest.mark.parametrize(("text", "language"), TEXTS)
@pytest.mark.parametrize("languages", [HUB, ()])
def test_undeclared(text: str, language: str, languages: tuple[str, ...]) -> None:
    assert language_of(text, languages=languages) == language


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_a_feed_that_declares_the_language_of_its_software_is_overruled(text: str, language: str) -> None:
    assert language_of(text, declared="en-US", languages=HUB) == language


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Vesmar", None, None),
        ("Vesmar", "de-AT", "de"),
        ("Весмар", "de", None),
        ("Весмар", "uk", "uk"),
        ("", "fr", "fr"),
        ("", None, None),
        ("2031 – 14:05", None, None),
        ("Der Hafen Vesmar", "en", "en"),
        (ENGLISH, "und", "en"),
        (ENGLISH, "not a tag", "en"),
    ],
)
def test_too_short_to_judge_or_badly_declared(text: str, declared: str | None, language: str | None) -> None:
    assert language_of(text, declared=declared, languages=HUB) == language


def test_a_language_that_the_hub_does_not_know_is_believed_or_left_open() -> None:
    assert language_of("和平谈判" * 20, languages=HUB) is None
    assert language_of("和平谈判" * 20, declared="zh-CN", languages=HUB) == "zh"
    assert language_of(ENGLISH, languages=("xx",)) is None


@pytest.mark.parametrize(
    ("tag", "primary"),
    [("en", "en"), ("EN_gb", "en"), ("zh-Hant-TW", "zh"), ("rus", "ru"), ("mul", None), ("x", None), (None, None)],
)
def test_primary_subtags(tag: str | None, primary: str | None) -> None:
    assert primary_subtag(tag) == primary


@given(st.text(), st.none() | st.text(max_size=8))
def test_never_fails_and_is_a_tag(text: str, declared: str | None) -> None:
    language = language_of(text, declared=declared)
    assert language is None or language in WIDELY_USED or language == primary_subtag(declared)
