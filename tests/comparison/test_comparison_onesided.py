"""What one side alone carries, and whose words they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from audiatur.comparison.laid import OneSided
from audiatur.comparison.onesided import one_sided
from audiatur.comparison.utterances import utterances
from audiatur.comparison.values import SideLabel, Told
from audiatur.spans import Span
from tests.comparison.sample import LORRIA, SIDES, VARDANA, told

SPEAKERS = {"Ivo Marat": ("v",), "Sten Dahl": ("l",)}
GATES = "the eastern gates will open before midnight"
SNOW = "nobody in the valley has seen snow this year"


def of(articles: Sequence[Told], side: SideLabel | None) -> OneSided:
    found = one_sided(utterances(articles, SIDES, speaker_sides=SPEAKERS), articles, SIDES)
    return next(one for one in found if one.side == side)


def words(found: OneSided, kind: str) -> list[str]:
    return [row.wordings[0].said.statement.words for row in getattr(found, kind)]


def test_whose_words_they_are() -> None:
    third, fourth = ("Ana Petrel", "wells run dry near Kestrel"), (None, "thirty boats lie on sand banks")
    mine = told("a", "v", a=("Ivo Marat", GATES), b=("Sten Dahl", SNOW), c=third, d=fourth)
    found = of([mine, told("b", "l", text="Rain fell on the coast.")], VARDANA)
    assert [words(found, kind) for kind in ("own", "others", "unplaced", "unnamed")] == [
        [GATES],
        [SNOW],
        ["wells run dry near Kestrel"],
        ["thirty boats lie on sand banks"],
    ]
    assert len(found.rows) == 4


def test_a_speaker_on_both_sides_is_everybodys_own() -> None:
    articles = [told("a", "v", s=("Ivo Marat", GATES)), told("b", "l", s=("Ivo Marat", SNOW))]
    both = one_sided(utterances(articles, SIDES, speaker_sides={"Ivo Marat": ("v", "l")}), articles, SIDES)
    assert [words(found, "own") for found in both] == [[GATES], [SNOW]]


def test_what_both_sides_carry_is_nobodys_alone() -> None:
    articles = [told("a", "v", s=("Ivo Marat", GATES)), told("b", "l", s=("Ivo Marat", GATES))]
    assert [of(articles, side).rows for side in SIDES] == [(), ()]


def test_what_a_third_party_carries_too_is_not_one_sided() -> None:
    articles = [told("a", "v", s=("Ivo Marat", GATES)), told("b", "l"), told("c", s=("Ivo Marat", GATES))]
    assert of(articles, VARDANA).rows == ()


def test_what_another_side_tells_in_its_own_words_is_not_one_sided() -> None:
    mine = told("a", "v", s=("Ivo Marat", GATES))
    theirs = told("b", "l", text="Before midnight the gates in the eastern valley open, it was announced.")
    assert of([mine, theirs], VARDANA).rows == ()
    assert of([mine, replace(theirs, text="", title="Eastern gates open before midnight")], VARDANA).rows == ()
    assert words(of([mine, replace(theirs, text="The gates stay shut.")], VARDANA), "own") == [GATES]


def test_silence_is_unknown_while_only_one_side_has_words_to_show() -> None:
    mine = told("a", "v", s=("Ivo Marat", GATES))
    assert of([mine], VARDANA).rows == ()
    assert of([mine, replace(told("b", "l"), visible=False)], VARDANA).rows == ()


def test_articles_on_no_side_have_what_they_alone_carry() -> None:
    found = of([told("a", "v"), told("c", s=("Ivo Marat", GATES))], None)
    assert words(found, "others") == [GATES]


def test_every_side_has_an_answer() -> None:
    assert [found.side for found in one_sided((), [], SIDES)] == [VARDANA, LORRIA]


def test_few_words_tell_of_no_silence() -> None:
    articles = [told("a", "v", s=("Ivo Marat", "the gates open"), t=("Ivo Marat", GATES)), told("b", "l")]
    assert words(of(articles, VARDANA), "own") == [GATES]
    (few, many) = articles[0].statements
    quoted = replace(
        articles[0], statements=(replace(few, content=("the gates open tonight",), quoted=("gates",)), many)
    )
    assert words(of([quoted, articles[1]], VARDANA), "own") == ["the gates open tonight", GATES]


FOLDED = "the open hand and the closed folder will be on the table tomorrow"


@pytest.mark.parametrize(
    ("speaker", "again", "count"),
    [
        ("Ivo Marat", "an open hand and a closed folder", 1),
        (None, "folder closed, open hand tomorrow", 1),
        ("Sten Dahl", "an open hand and a closed folder", 2),
        ("Ivo Marat", "the closed wells of Kestrel valley", 2),
        ("Ivo Marat", FOLDED, 1),
        ("Sten Dahl", FOLDED, 2),  # seven terms: two may say so
    ],
)
def test_what_a_longer_utterance_of_the_side_tells_too_is_told_once(
    speaker: str | None, again: str, count: int
) -> None:
    mine = [told("a", "v", s=("Ivo Marat", FOLDED)), told("c", "v", hours=1, s=(speaker, again))]
    found = of([*mine, told("b", "l", text="Rain fell on the coast.")], VARDANA)
    assert len(found.rows) == count
    assert FOLDED in [row.wordings[0].said.statement.words for row in found.rows]


def test_a_long_sentence_word_for_word_is_told_once_whoever_it_is_given_to() -> None:
    long = f"{FOLDED} when herons leave their nests beside rivers"
    mine = [told("a", "v", s=("Ivo Marat", long)), told("c", "v", hours=1, s=("the Ministry", long))]
    assert len(of([*mine, told("b", "l", text="Rain fell on the coast.")], VARDANA).rows) == 1


def test_a_statement_within_another_is_not_told_beside_it() -> None:
    whole = f"Dahl had told him that {SNOW}"
    article = told("a", "v", text=whole, s=("Ivo Marat", whole), t=("Sten Dahl", SNOW))
    outer, inner = article.statements
    spans = (Span.of(whole, 0, len(whole)), Span.of(whole, whole.index(SNOW), len(whole)))
    placed = replace(article, statements=(replace(outer, spans=spans[:1]), replace(inner, spans=spans[1:])))
    found = of([placed, told("b", "l", text="Rain fell on the coast.")], VARDANA)
    assert [row.wordings[0].said.statement.words for row in found.rows] == [whole]


def test_a_headline_that_tells_what_several_sides_carry_is_not_one_sided() -> None:
    short = "Marat's folder closed tomorrow"
    mine = told("a", "v", s=("Ivo Marat", FOLDED), t=("Ivo Marat", short))
    assert of([mine, told("b", "l", s=("Ivo Marat", FOLDED))], VARDANA).rows == ()
