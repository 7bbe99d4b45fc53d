"""Terms: inflection, accents, scripts without spaces, numbers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.hub.search.query import Ignored, parse
from audiatur.hub.search.words import LONGEST, places, stem, terms, wordings

LANGUAGES = ("en", "ru", "uk", "de", "fr", "es")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "negotiation negotiations negotiating"),
        ("ru", "переговоры переговорах переговоров Переговорами"),
        ("uk", "переговори переговорів переговорами переговорах"),
        ("uk", "війна війни війні війною"),
        ("uk", "заявив заявила заявили"),
        ("uk", "українських українські український"),
        ("de", "Gespräche Gesprächen Gespräch"),
        ("fr", "négociation négociations"),
        ("es", "negociación negociaciones"),
        ("pl", "Łódź łódź"),
    ],
)
def test_the_forms_of_a_word_are_one_term(language: str, words: str) -> None:
    assert len({stem(word, language) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("typed", "written", "language"),
    [
        ("negociacion", "negociaciones", "es"),
        ("gesprach", "Gespräche", "de"),
        ("ejercito", "ejército", "es"),
        ("Київ", "київ", "uk"),
        ("Ёлка", "елка", "ru"),
        ("L'Élysée", "élysée", "fr"),
        ("Borduria's", "Borduria", "en"),
        ("п'ять", "пʼять", "uk"),
    ],
)
def test_what_readers_type_finds_what_is_written(typed: str, written: str, language: str) -> None:
    (wanted,) = {wording[-1:] for wording in wordings(typed, (language,))} & {tuple(terms(written, language)[-1:])}
    assert wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,200 men, 3.5 per cent", ["1200", "men", "3d5", "per", "cent"]),
        ("F-16 and MH17", ["f", "16", "and", "mh17"]),
        ("東京都は", ["東京", "京都", "都は", "は"]),
        ("…—!", []),
    ],
)
def test_terms_of(text: str, found: list[str]) -> None:
    assert terms(text, "") == found


def test_a_run_of_characters_is_sought_as_its_pairs() -> None:
    assert wordings("東京都", LANGUAGES) == (("東京", "京都"),)
    assert wordings("国", LANGUAGES) == (("国",),)


def test_an_accent_left_out_is_restored_in_any_word_of_a_phrase() -> None:
    assert tuple(terms("negociação aberta", "pt")) in wordings("negociacao aberta", ("pt",))


def test_no_stem_of_another_script_is_sought() -> None:
    assert wordings("grain", ("ru", "uk")) == (("grain",),)


@given(st.text(max_size=200), st.sampled_from([*LANGUAGES, "", "zh", "ar", "pl"]))
def test_any_text_comes_to_terms_that_both_databases_take(text: str, language: str) -> None:
    for start, end, term in places(text, language):
        assert 0 <= start < end <= len(text)
        assert len(term) <= LONGEST
        assert not re.search(r"[\s'\"\\:*()|&!<>\x00]", term)


@given(st.text(max_size=400))
def test_anything_can_be_typed(typed: str) -> None:
    query = parse(typed, LANGUAGES)
    assert bool(query) is bool(query.clauses)
    assert all(clause for clause in query.clauses)


@pytest.mark.parametrize(
    ("typed", "clauses", "without", "notes"),
    [
        ("grain corridor", [["grain"], ["corridor"]], [], []),
        ("“grain corridor” talks", [["grain corridor"], ["talks"]], [], []),
        ("grain OR wheat talks", [["grain", "wheat"], ["talks"]], [], []),
        ("зерно ИЛИ пшеница", [["зерно", "пшеница"]], [], []),
        ("a | b | c", [["a", "b", "c"]], [], []),
        ('grain -corridor -"black sea"', [["grain"]], ["corridor", "black sea"], []),
        ("grain-deal", [["grain-deal"]], [], []),
        ('"open end', [["open end"]], [], [Ignored.OPEN_QUOTE]),
        ("OR grain", [["grain"]], [], [Ignored.ALONE]),
        ("grain OR", [["grain"]], [], [Ignored.ALONE]),
        ("-grain", [], [], [Ignored.ONLY_WITHOUT]),
        ("grain & (wheat)", [["grain"], ["(wheat)"]], [], [Ignored.NO_WORD]),
        ("x" * 301, [["x" * 300]], [], [Ignored.TOO_LONG]),
        (" ".join("abcdefghijklmnopq"), [[letter] for letter in "abcdefghijklmnop"], [], [Ignored.TOO_MANY]),
        ("", [], [], []),
    ],
)
def test_queries(typed: str, clauses: list[list[str]], without: list[str], notes: list[Ignored]) -> None:
    query = parse(typed, LANGUAGES)
    assert [[term.typed for term in clause] for clause in query.clauses] == clauses
    assert [term.typed for term in query.without] == without
    assert [note.why for note in query.notes] == notes
