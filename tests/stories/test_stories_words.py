"""Words, stems, weights and the time of the stream."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.stories.background import news_terms, stop_words
from audiatur.stories.clock import SPAN, StreamTime, aware
from audiatur.stories.features import likeness, terms_of, tongue_of, weigh
from audiatur.stories.frequencies import Frequencies
from audiatur.stories.settings import Settings
from audiatur.stories.values import Telling
from audiatur.stories.words import headline, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borduria’s ex-Minister", ["borduria", "ex", "minister"]),
        ("1,200 tons, 3.5 million, 2 000", ["1200", "tons", "3.5", "million", "2", "000"]),
        ("Café Zoë, ПЕРЕГОВОРЫ о мире", ["cafe", "zoe", "переговоры", "о", "мире"]),
        ("п'ять п’ять", ["пять", "пять"]),
        ("Київ, йод, Ёлка", ["київ", "йод", "елка"]),
        ("at 12:30 (05.05.31)", ["at"]),
        ("… — !?", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Dam work halted | Lorrin Post", "Dam work halted"),
        ("Dam: work halted (05.05.31 12:30) « News | Lorrin Post", "Dam: work halted"),
        ("Talks — an island waits for envoys", "Talks — an island waits for envoys"),
        ("Dam | Lorrin Post", "Dam | Lorrin Post"),
        ("12:30", "12:30"),
        ("", ""),
    ],
)
def test_headline_drops_the_outlets_furniture_and_never_everything(title: str, expected: str) -> None:
    assert headline(title) == expected


@given(st.text(max_size=80))
def test_any_text_has_words_that_can_be_stemmed(text: str) -> None:
    assert all(stem(word) for word in words(text))
    assert words(text) == words(text)


@pytest.mark.parametrize(
    ("telling", "tongue"),
    [
        (Telling("1", "Talks", language="EN-gb"), "en"),
        (Telling("1", "Talks", language="zh_Hant"), "zh"),
        (Telling("1", "Talks on the dam"), "latin"),
        (Telling("1", "Переговоры о плотине"), "cyrillic"),
        (Telling("1", "会谈"), "other"),
        (Telling("1", ""), "latin"),
    ],
)
def test_tongue(telling: Telling, tongue: str) -> None:
    assert tongue_of(telling) == tongue


@pytest.mark.parametrize(("tongue", "word"), [("en", "the"), ("uk", "що"), ("latin", "the"), ("cyrillic", "что")])
def test_stop_words_of_a_language_or_script(tongue: str, word: str) -> None:
    assert word in stop_words(tongue)


def test_a_language_without_lists_has_none() -> None:
    assert not stop_words("xx")
    assert not news_terms("xx")


def test_a_term_grows_common_by_stories_and_rare_again_when_they_end() -> None:
    frequencies = Frequencies("en", Settings())
    before = frequencies.rarity("ferry")
    for _ in range(50):
        frequencies.founded()
        frequencies.add({"ferry"})
    common = frequencies.rarity("ferry")
    for _ in range(50):
        frequencies.ended({"ferry"})
    assert common < before
    assert frequencies.rarity("ferry") == before
    assert frequencies.rarity("say") < frequencies.rarity("alcyone")


def test_likeness_is_within_one_and_symmetric_and_commonplaces_are_like_little() -> None:
    settings = Settings()
    frequencies = Frequencies("en", settings)

    def vector(title: str) -> dict[str, float]:
        return dict(weigh(terms_of(Telling("1", title, language="en"), settings), frequencies, settings))

    names, common = vector("Alcyone Kestrel Heron"), vector("officials say report")
    assert likeness(names, vector("Kestrel dam")) == likeness(vector("Kestrel dam"), names)
    assert 0 < likeness(common, common)[0] < likeness(names, names)[0] <= 1
    assert likeness(names, vector("Kestrel dam"))[1] == 1
    assert likeness({}, names) == (0, 0)


def test_stream_time_is_the_median_and_recovers() -> None:
    time = StreamTime()
    start = datetime(2031, 5, 5, tzinfo=UTC)
    assert time.now is None
    for hours in range(10):
        time.see(start + timedelta(hours=hours))
    assert time.now == start + timedelta(hours=5)
    for _ in range(SPAN):
        time.see(start)
    assert time.now == start


def test_a_date_without_zone_is_utc() -> None:
    east = timezone(timedelta(hours=3))
    assert aware(datetime(2031, 5, 5)).tzinfo is UTC  # noqa: DTZ001 -- the missing zone is the case
    assert aware(datetime(2031, 5, 5, tzinfo=east)).tzinfo is east
