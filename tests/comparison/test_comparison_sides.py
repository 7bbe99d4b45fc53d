"""The columns of a comparison, what stands in one alone, and the same speech across them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audiatur.comparison.sides import compare
from audiatur.comparison.values import Column, Comparison, OnlyHere, SameSpeech, SideLabel, Told, ToldStatement
from tests.comparison.sample import HERALD, LORRIA, POST, RADIO, SIDES, STORY, VARDANA, told


def column(comparison: Comparison, side: SideLabel | None) -> Column:
    return next(column for column in comparison.columns if column.side == side)


def keys(found: Column | SameSpeech) -> list[str]:
    said = found.statements if isinstance(found, Column) else [wording.said for wording in found.wordings]
    return [f"{one.telling}.{one.statement.key}" for one in said]


def test_columns_stand_in_the_editors_order_and_no_side_comes_last() -> None:
    assert [column.side for column in compare(STORY, SIDES).columns] == [VARDANA, LORRIA, None]
    assert [column.side for column in compare(STORY, SIDES[::-1]).columns] == [LORRIA, VARDANA, None]
    assert [column.side for column in compare([HERALD], SIDES).columns] == [VARDANA, LORRIA]


def test_a_column_is_chronological_with_undated_last() -> None:
    articles = [told("late", "v", hours=9), replace(told("never", "v"), published=None), told("early", "v", hours=-9)]
    naive = replace(told("naive", "v"), published=(HERALD.published or pytest.fail("dated")).replace(tzinfo=None))
    found = column(compare([*articles, naive], SIDES), VARDANA)
    assert [telling.id for telling in found.tellings] == ["early", "naive", "late", "never"]


def test_an_article_on_two_sides_stands_in_both_and_on_unknown_sides_in_the_last() -> None:
    comparison = compare([told("both", "l", "v"), told("odd", "elsewhere")], SIDES)
    assert [[telling.id for telling in found.tellings] for found in comparison.columns] == [["both"], ["both"], ["odd"]]


def test_the_same_speech_is_one_row_with_each_columns_exact_words() -> None:
    marat, dahl = compare(STORY, SIDES).same_speech
    assert (marat.speaker, keys(marat)) == ("Ivo Marat", ["herald.s1", "post.s1"])
    assert [wording.side for wording in marat.wordings] == [VARDANA, LORRIA]
    assert marat.wordings[1].said.statement is POST.statements[0]
    assert (dahl.speaker, keys(dahl)) == ("Sten Dahl", ["post.s2", "radio.s1"])
    assert 0.6 < marat.agreement < 1


def test_what_only_one_side_reports() -> None:
    comparison = compare(STORY, SIDES)
    herald, post = column(comparison, VARDANA).only_here, column(comparison, LORRIA).only_here
    assert [speaker.name for speaker in herald.speakers] == ["Ana Petrel"]
    assert [f"{said.telling}.{said.statement.key}" for said in herald.statements] == ["herald.s2", "herald.s3"]
    assert [mention.words for mention in herald.numbers] == ["1,200", "40%"]
    assert [mention.words for mention in herald.names] == ["Kestrel Commission", "Upper Serin"]
    assert post == OnlyHere(names=post.names)
    assert [mention.words for mention in post.names] == ["South Lorrin"]


def test_mentions_are_exact_places_in_the_text() -> None:
    found = column(compare(STORY, SIDES), VARDANA).only_here
    for mention in (*found.numbers, *found.names):
        assert mention.places
        for place in mention.places:
            assert HERALD.text[place.span.start : place.span.end] == place.span.text


def test_key_terms_of_one_side_alone() -> None:
    articles = [replace(HERALD, key_terms=("drought", "engineers", "dam")), replace(POST, key_terms=("Dam",)), RADIO]
    found = column(compare(articles, SIDES), VARDANA).only_here
    assert [(mention.words, mention.tellings) for mention in found.key_terms] == [("drought", ("herald",))]


def test_one_column_alone_has_nothing_to_be_compared_with() -> None:
    assert column(compare([HERALD], SIDES), VARDANA).only_here == OnlyHere()
    assert column(compare([HERALD, replace(POST, visible=False)], SIDES), VARDANA).only_here == OnlyHere()


def test_an_article_in_link_mode_gives_its_title_only() -> None:
    linked = replace(POST, visible=False, title="1,200 families", key_terms=("engineers",))
    comparison = compare([HERALD, linked, RADIO], SIDES)
    found = column(comparison, LORRIA)
    assert (found.tellings, found.statements, found.only_here, found.unread) == ((linked,), (), OnlyHere(), 1)
    assert [mention.words for mention in column(comparison, VARDANA).only_here.numbers] == ["40%"]
    assert "post.s1" not in [key for row in comparison.same_speech for key in keys(row)]


def test_words_that_may_not_leave_play_no_part() -> None:
    hidden = ToldStatement("h", "Ivo Marat", ("secret words on the island",), visible=False)
    empty = ToldStatement("e", "Ivo Marat", ())
    comparison = compare([replace(HERALD, statements=(hidden, empty)), POST], SIDES)
    assert keys(column(comparison, VARDANA)) == []


def test_the_same_statement_in_one_column_twice_is_no_row() -> None:
    comparison = compare([HERALD, replace(HERALD, id="copy", outlet="Copy"), RADIO], SIDES)
    assert comparison.same_speech == ()


def test_an_article_on_both_sides_is_no_row_of_its_own_and_leaves_nothing_alone() -> None:
    comparison = compare([replace(HERALD, sides=("v", "l"))], SIDES)
    assert comparison.same_speech == ()
    assert [found.only_here.statements for found in comparison.columns] == [(), ()]


def test_the_order_of_the_articles_plays_no_part_and_an_id_counts_once() -> None:
    assert compare(STORY[::-1], SIDES) == compare(STORY, SIDES)
    assert compare([*STORY, replace(HERALD, title="again")], SIDES) == compare(STORY, SIDES)


def test_two_sides_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        compare(STORY, [VARDANA, SideLabel("v", "Other")])


def test_no_articles_give_empty_columns() -> None:
    none: list[Told] = []
    assert [found.tellings for found in compare(none, SIDES).columns] == [(), ()]
