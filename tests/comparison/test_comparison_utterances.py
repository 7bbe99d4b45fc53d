"""One row per utterance: what ties wordings together, and what keeps them apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from audiatur.comparison.laid import Row, Tie
from audiatur.comparison.utterances import utterances
from audiatur.comparison.values import RecordPlace, Told, ToldStatement
from tests.comparison.sample import HERALD, LORRIA, POST, SIDES, STORY, VARDANA, told

MAY = date(2031, 5, 5)


def said(key: str, speaker: str | None, words: str, *places: RecordPlace, day: date | None = None) -> ToldStatement:
    return ToldStatement(key, speaker, (words,), traced=places, day=day)


def articles(*statements: ToldStatement) -> list[Told]:
    """One article for each statement, on the two sides in turn, an hour apart."""
    return [
        replace(told(f"a{number}", "vl"[number % 2], hours=number), statements=(statement,))
        for number, statement in enumerate(statements)
    ]


def rows(*statements: ToldStatement) -> list[list[str]]:
    return [keys(row) for row in utterances(articles(*statements), SIDES, speaker_sides={})]


def keys(row: Row) -> list[str]:
    return [wording.said.statement.key for wording in row.wordings]


def place(start: int, end: int, words: str = "", quotation: str = "") -> RecordPlace:
    return RecordPlace("transcript", start, end, words, quotation)


def test_every_statement_is_in_one_row_and_the_same_utterance_is_one_row() -> None:
    found = utterances(STORY, SIDES, speaker_sides={"Ivo Marat": ("v",)})
    assert [(row.speaker, len(row.wordings), row.tie) for row in found] == [
        ("Ivo Marat", 2, Tie.WORDS),
        ("Ivo Marat", 1, Tie.ALONE),
        ("Ana Petrel", 1, Tie.ALONE),
        ("Sten Dahl", 2, Tie.WORDS),
    ]
    assert [row.sides for row in found] == [(VARDANA, LORRIA), (VARDANA,), (VARDANA,), (LORRIA, None)]
    assert found[0].speaker_sides == ("v",)


def test_the_earliest_wording_is_the_reference_where_there_is_no_record() -> None:
    first, second = utterances([HERALD, POST], SIDES, speaker_sides={})[0].wordings
    assert (first.edits, first.same, second.same) == ((), True, False)
    assert second.edits[:3] == (("=", "Lorria"), ("-", "has"), ("+", "had"))


def test_words_that_came_later_than_their_article_are_ordered_by_when_they_came() -> None:
    (late,) = HERALD.statements[:1]
    edited = replace(HERALD, statements=(replace(late, since=datetime.max.replace(tzinfo=UTC)),))
    first, second = utterances([edited, POST], SIDES, speaker_sides={})[0].wordings
    assert (first.said.telling, second.said.telling) == (POST.id, HERALD.id)
    assert first.edits == ()


def test_synonyms_meet_by_the_record_alone() -> None:
    deadlock, impasse = "back at a deadlock", "a dead end for all"
    assert rows(said("x", "Marat", deadlock), said("y", "Marat", impasse)) == [["x"], ["y"]]
    traced = rows(said("x", "Marat", deadlock, place(5, 40)), said("y", "Marat", impasse, place(10, 40)))
    assert traced == [["x", "y"]]


def test_the_record_is_the_reference_where_its_words_may_be_shown() -> None:
    spoken = place(5, 40, "We are back at an impasse", "back at a deadlock")
    one = said("x", "Marat", "the talks are back at a deadlock", spoken)
    row = utterances(articles(one), SIDES, speaker_sides={})[0]
    assert row.reference == spoken
    assert ("-", "We") in row.wordings[0].edits
    hidden = replace(spoken, words="")
    row = utterances(articles(replace(one, traced=(hidden,))), SIDES, speaker_sides={})[0]
    assert (row.reference, row.wordings[0].edits) == (None, ())


def test_the_reference_is_the_place_that_most_wordings_have() -> None:
    long = place(5, 90, "What has happened to the valley is a misfortune for all who live there")
    short = place(95, 130, "A misfortune is not an argument")
    both = said("x", "Marat", "what has happened is a misfortune but a misfortune is not an argument", long, short)
    (row,) = utterances(articles(both, said("y", "Marat", "misfortune, no argument", short)), SIDES, speaker_sides={})
    assert row.reference == short
    (row,) = utterances(articles(both), SIDES, speaker_sides={})
    assert row.reference == long


LONG = "“The gates open tonight, engineers guard every lock, and the valley leaves before another dawn breaks”"


def test_one_long_quotation_is_one_utterance_whoever_articles_give_it_to() -> None:
    given = [
        said("x", "Marat", LONG),
        said("y", "the Ministry", LONG.replace("every", "each")),
        said("z", "Marat", LONG),
    ]
    (row,) = utterances(articles(*given), SIDES, speaker_sides={})
    assert (row.speaker, [wording.elses for wording in row.wordings]) == ("Marat", [False, True, False])


@pytest.mark.parametrize(
    "words", ["“The gates open tonight”", "The dam stands", LONG.replace("“", "").replace("”", "")]
)
def test_short_or_reported_words_of_two_speakers_are_two_utterances(words: str) -> None:
    assert rows(said("x", "Marat", words), said("y", "Dahl", words)) == [["x"], ["y"]]


def test_one_articles_report_of_anothers_words_is_an_utterance_of_its_own() -> None:
    nested = replace(told("a", "v"), statements=(said("x", "Marat", LONG), said("y", "Dahl", LONG)))
    assert [keys(row) for row in utterances([nested], SIDES, speaker_sides={})] == [["x"], ["y"]]


def test_a_report_without_a_trace_meets_a_quotation_by_the_words_of_its_record() -> None:
    quoted = said("x", "Marat", "the dam talks have returned to a deadlock")
    report = said("y", "Marat", "dam talks with Lorria are at dead end")
    assert rows(quoted, report) == [["x"], ["y"]]
    traced = replace(quoted, traced=(place(5, 40, "returned to a dead end", "returned to a deadlock"),))
    found = utterances(articles(traced, report), SIDES, speaker_sides={})
    assert [(keys(row), row.tie) for row in found] == [(["x", "y"], Tie.RECORD)]


def test_two_places_of_one_record_are_two_utterances_however_alike() -> None:
    words = "the dam will be finished before the winter"
    assert rows(said("x", "Dahl", words, place(0, 40)), said("y", "Dahl", words, place(900, 940))) == [["x"], ["y"]]


def test_a_long_quotation_does_not_tie_its_two_halves_together() -> None:
    both = said("x", "Dahl", "gates open tonight and the valley must leave", place(0, 20), place(60, 90))
    first, second = said("y", "Dahl", "gates open", place(0, 20)), said("z", "Dahl", "leave now", place(60, 90))
    assert rows(both, first, second) == [["x", "y"], ["z"]]


def test_near_words_of_one_day_are_one_utterance_and_of_two_days_are_two() -> None:
    one, other = "engineers will open the eastern gates tonight", "the eastern gates shall open for crews tonight"
    near = rows(said("x", "Dahl", one, day=MAY), said("y", "Dahl", other, day=MAY))
    far = rows(said("x", "Dahl", one, day=MAY), said("y", "Dahl", other, day=date(2031, 5, 9)))
    assert (near, far) == ([["x", "y"]], [["x"], ["y"]])


def test_a_sentence_word_for_word_is_one_utterance_though_misdated() -> None:
    words = "engineers will open the eastern gates tonight"
    far = rows(said("x", "Dahl", words, day=MAY), said("y", "Dahl", words, day=date(2031, 6, 9)))
    assert far == [["x", "y"]]


def test_a_toll_told_again_with_another_number_is_another_utterance() -> None:
    tolls = [f"the flood has killed {count} people in the valley since May" for count in (186, 191, 191)]
    undated = [said(key, "Dahl", words) for key, words in zip("xyz", tolls, strict=True)]
    assert rows(*undated) == [["x"], ["y", "z"]]
    assert rows(*(replace(one, day=MAY) for one in undated)) == [["x", "y", "z"]]


def test_two_sentences_of_one_speech_stay_two_rows() -> None:
    found = rows(
        said("x", "Dahl", "We will finish the northern dam before the first snow falls", day=MAY),
        said("y", "Dahl", "We will not sell water from the northern dam to any neighbour", day=MAY),
    )
    assert found == [["x"], ["y"]]


def test_one_side_alone_is_told_of_its_side_and_copies_are_one_voice() -> None:
    pair = articles(said("x", "Dahl", "gates"), said("y", "Dahl", "gates"))
    wire = [replace(one, voice="w", sides=("v",)) for one in pair]
    row = utterances(wire, SIDES, speaker_sides={})[0]
    assert (row.sides, row.voices, [wording.again for wording in row.wordings]) == ((VARDANA,), 1, [False, True])


def test_keys_decide_who_speaks_and_a_surname_goes_with_the_one_who_has_it() -> None:
    words = "the eastern gates will open tonight"
    full, short = said("x", "Ivo Marat", words), said("y", "Marat", words)
    keyed = [replace(full, speaker_key="k1"), replace(short, speaker_key="k2")]
    assert utterances(articles(*keyed), SIDES, speaker_sides={"k1": ("l",)})[0].speaker_sides == ("l",)
    assert len(rows(*keyed)) == 1
    namesakes = [replace(full, speaker_key="k1"), replace(full, key="y", speaker_key="k2")]
    assert len(rows(*namesakes)) == 2


def test_what_may_not_be_shown_plays_no_part() -> None:
    hidden = replace(said("x", "Dahl", "gates"), visible=False)
    assert utterances(articles(hidden, said("y", "Dahl", " ")), SIDES, speaker_sides={}) == ()
    assert utterances([replace(HERALD, visible=False)], SIDES, speaker_sides={}) == ()
