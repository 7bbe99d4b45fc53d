"""Tellings in two languages: what they have in common without a translation."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from audiatur.stories.gazetteer import place, places_within
from audiatur.stories.linking import SAME, links
from audiatur.stories.pairs import score_pair
from audiatur.stories.traces import kinship, romanised, traces
from audiatur.stories.values import StoryId, Telling
from tests.stories.sample import START

ENGLISH = Telling(
    "e", "Maratova signs Serin dam accord with Dahlberg", "Signed by 214 envoys in Klowgrad.", START, "en"
)
RUSSIAN = Telling("r", "Маратова и Дальберг подписали соглашение", "Serin: 214 делегатов в Кловграде.", START, "ru")
GERMAN = Telling("g", "Ernte in Vardana so schlecht wie nie", "Die Bauern von Lorria klagen.", START, "de")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Лукашенко", "Lukashenko"), ("Зеленский", "Zelensky"), ("Muñoz", "Munoz"), ("Philipp", "Filip")],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert romanised(one)[:5] == romanised(other)[:5]


def test_places_are_known_in_other_scripts() -> None:
    assert place("deutschland") == place("германия") == place("germany") == "germany"
    assert places_within("中国和德国") == ["germany", "china"]
    assert place("serin") is None


def test_names_and_numbers_tie_two_languages() -> None:
    assert kinship(traces(ENGLISH), traces(RUSSIAN)) > kinship(traces(ENGLISH), traces(GERMAN))
    assert score_pair(ENGLISH, RUSSIAN) > score_pair(ENGLISH, GERMAN)
    assert score_pair(ENGLISH, RUSSIAN) == score_pair(RUSSIAN, ENGLISH)


def test_nothing_has_no_kin() -> None:
    assert kinship(traces(Telling("a", "")), traces(ENGLISH)) == 0.0


def test_links_join_languages_only() -> None:
    stories = {StoryId("e"): [ENGLISH], StoryId("r"): [RUSSIAN], StoryId("g"): [GERMAN]}
    found = links(stories | {StoryId("e2"): [replace(ENGLISH, id="e2")]})
    assert {frozenset(one[:2]) for one in found} <= {frozenset({"e", "r"}), frozenset({"e2", "r"})}
    assert all(0 < likely <= 1 for _, _, likely in found)
    assert links({StoryId("e"): [ENGLISH], StoryId("x"): []}) == ()


def test_the_same_names_in_both_are_the_same_story() -> None:
    foreign = replace(ENGLISH, id="f", language="xx")
    near = links({StoryId("e"): [ENGLISH], StoryId("f"): [foreign]})
    assert near[0][2] >= SAME
    late = replace(foreign, published=START + timedelta(days=9))
    assert links({StoryId("e"): [ENGLISH], StoryId("f"): [late]}) == ()


def test_a_round_up_is_linked_with_nothing() -> None:
    digest = replace(ENGLISH, title="Live updates: " + ENGLISH.title)
    assert links({StoryId("e"): [digest], StoryId("r"): [replace(RUSSIAN, title=digest.title)]}) == ()


def test_what_every_story_has_weighs_little() -> None:
    pair = {
        StoryId("e"): [Telling("e", "Lorria: Maratova opens dam", "", START, "en")],
        StoryId("r"): [Telling("r", "Лоррия: Маратова и урожай", "", START, "ru")],
    }
    many = {StoryId(f"n{i}"): [Telling(f"n{i}", f"Maratova: {i * 37 + 100}", "", START, "en")] for i in range(25)}
    ((_, _, alone),) = links(pair)
    among = [likely for one, other, likely in links(pair | many) if {one, other} == pair.keys()]
    assert sum(among) < alone
