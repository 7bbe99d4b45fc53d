"""The fixed words of every language say the same, wherever a notice, a refusal or an item of a feed is told."""

from __future__ import annotations

import re
from dataclasses import fields
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.provenance.notice import compose_notice
from audiatur.provenance.refusals import refusal
from audiatur.provenance.values import Bar, Claim, ClaimField, Reason, Withheld
from audiatur.provenance.wordings import WORDINGS, wording
from audiatur.provenance.wordings.english import ENGLISH
from audiatur.provenance.wordings.values import Wording, slavic_form
from tests.provenance.samples import claim, facts

OTHERS = pytest.mark.parametrize("language", sorted(set(WORDINGS) - {"en"}))
CLAIMS = st.lists(st.builds(claim, st.sampled_from(ClaimField), st.sampled_from(["yes", "no", "Maro Holding"])))


def said(words: Wording) -> dict[str, str]:
    """Every text of a wording by its place."""
    found: dict[str, str] = {}
    for field in fields(words):
        value = getattr(words, field.name)
        if isinstance(value, str):
            found[field.name] = value
        elif isinstance(value, tuple):
            found |= {f"{field.name}.{number}": text for number, text in enumerate(value)}
        elif not callable(value):
            found |= {f"{field.name}.{key}": text for key, text in value.items()}
    return found


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@OTHERS
def test_nothing_is_left_in_english(language: str) -> None:
    for place, text in said(wording(language)).items():
        assert re.search("[а-яіїєґ]", text), (place, text)
        assert "State Media Matrix" in text or not re.search("[a-z]{3}", re.sub(r"\{\w+\}", "", text)), (place, text)


@OTHERS
def test_every_text_has_the_places_of_the_english_one(language: str) -> None:
    theirs, ours = said(wording(language)), said(ENGLISH)
    assert set(ours) <= set(theirs)
    for place, text in theirs.items():
        assert places(text) == places(ours.get(place, ENGLISH.withheld[-1])), place


@OTHERS
def test_no_two_classes_are_told_in_the_same_words(language: str) -> None:
    classes = wording(language).classes
    assert set(classes) == set(ENGLISH.classes)
    assert len(set(classes.values())) == len(classes)


@pytest.mark.parametrize(
    ("number", "form"),
    [(1, 0), (2, 1), (4, 1), (5, 2), (11, 2), (12, 2), (14, 2), (21, 0), (22, 1), (100, 2), (111, 2), (1001, 0)],
)
def test_numbers_take_their_form(number: int, form: int) -> None:
    assert slavic_form(number) == form
    assert wording("uk").form(number) == form
    assert len(wording("uk").withheld) == len(wording("ru").withheld) == 3


@given(CLAIMS, st.sampled_from(sorted(WORDINGS)))
def test_a_language_changes_the_fixed_words_and_nothing_else(claims: list[Claim], language: str) -> None:
    ours = compose_notice(facts("Tavania Today", *claims, why="Asked for.", words="We wrote to them."))
    theirs = compose_notice(facts("Tavania Today", *claims, why="Asked for.", words="We wrote to them."), language)
    assert theirs.disclaimer == wording(language).disclaimer
    for field in fields(ours):
        if field.name not in ("disclaimer", "language"):
            assert getattr(theirs, field.name) == getattr(ours, field.name)


def test_a_language_that_is_not_spoken_is_english() -> None:
    assert wording("xx") is ENGLISH


@OTHERS
@pytest.mark.parametrize("reason", Reason)
def test_a_refusal_is_told_in_the_language_of_its_notice(language: str, reason: Reason) -> None:
    bar = Bar(frozenset({"XA"}), "Кто-то", "N 1", "B") if reason is Reason.LEGAL else None
    made = compose_notice(facts("Острель"), language)
    told = refusal(Withheld("urn:1", 451 if bar else 403, reason, bar, made), hub="https://hub.example/")
    assert told.title == wording(language).titles[reason]
    assert len(told.paragraphs) == (5 if bar else 1)
    assert not re.search("[a-z]{3}", " ".join(told.paragraphs))
