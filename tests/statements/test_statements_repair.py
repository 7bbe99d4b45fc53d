import pytest

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.repair import joined, mend, rescue, trimmed, without
from audiatur.statements.sentences import lay_out
from audiatur.statements.values import StatementClass


def at(text: str, words: str) -> Range:
    start = text.index(words)
    return start, start + len(words)


def candidate(text: str, cue: str, *contents: str, confidence: float = 0.9) -> Candidate:
    parts = tuple(at(text, words) for words in contents)
    return Candidate(None, at(text, cue), parts, StatementClass.SPEECH, 0, (0, len(text)), confidence=confidence)


def texts(text: str, found: list[Candidate]) -> list[list[str]]:
    return [[text[a:b] for a, b in c.content] for c in found]


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ('"We shall go home now," Orlova said.', "shall go home", '"We shall go home now,"'),
        ("Orlova said «the bridge stays shut» today.", "bridge stays shut", "«the bridge stays shut»"),
        ("“It is late,” Marek said.", "It is late", "“It is late,”"),
    ],
)
def test_most_of_a_quotation_becomes_the_whole(text: str, cut: str, whole: str) -> None:
    assert texts(text, mend(text, lay_out(text), [candidate(text, "said", cut)])) == [[whole]]


def test_a_word_of_a_quotation_is_left_as_it_is() -> None:
    text = 'Orlova said the "long and very heavy bridge" was shut.'
    assert texts(text, mend(text, lay_out(text), [candidate(text, "said", "the")])) == [["the"]]


def test_a_quotation_is_given_to_one() -> None:
    text = '"We shall go home now, all of us," Orlova said, Marek added.'
    both = [candidate(text, "said", "We shall go home now, all"), candidate(text, "added", "of us", confidence=0.5)]
    assert texts(text, mend(text, lay_out(text), both)) == [['"We shall go home now, all of us,"']]


@pytest.mark.parametrize(
    ("text", "cue", "parts", "left"),
    [
        ("“It stays,” Marek said of the old bridge.", "said of", ["“It stays,”", "the old bridge"], ["“It stays,”"]),
        ("“It stays,” Marek said of a bridge.", "said", ["“It stays,”", "of a bridge"], ["“It stays,”"]),
        ("“It stays,” he said of Orlova. “So be it.”", "said of", ["“It stays,”", "Orlova. “So be it.”"], None),
        ("“It stays,” he told us, and Orlova agreed.", "told", ["“It stays,”", "us"], ["“It stays,”", "us"]),
        ("He spoke of the old bridge.", "spoke of", ["the old bridge"], ["the old bridge"]),
    ],
)
def test_what_a_quotation_is_about_is_none_of_it(text: str, cue: str, parts: list[str], left: list[str] | None) -> None:
    found = mend(text, lay_out(text), [candidate(text, cue, *parts)])
    assert texts(text, found) == [left or ["“It stays,”", "“So be it.”"]]


def test_parts_with_nothing_but_marks_between_are_one() -> None:
    text = "one, - two and three\nfour"
    assert joined(text, [at(text, "one"), at(text, "two"), at(text, "three"), at(text, "four")]) == [
        at(text, "one, - two"),
        at(text, "three"),
        at(text, "four"),
    ]


@pytest.mark.parametrize(("gap", "left"), [((2, 4), [(0, 2), (4, 9)]), ((0, 9), []), ((9, 12), [(0, 9)])])
def test_without(gap: Range, left: list[Range]) -> None:
    assert without([(0, 9)], gap) == left


@pytest.mark.parametrize(("words", "kept"), [("the bridge will stay shut", 1), ("the bridge", 0)])
def test_a_doubtful_statement_is_kept_for_a_quotation_of_some_length(words: str, kept: int) -> None:
    text = f'Orlova, blunt: "{words}".'
    doubtful = candidate(text, "blunt", f'"{words}"', confidence=0.1)
    assert len(rescue(text, lay_out(text), [], [doubtful])) == kept


def test_what_somebody_said_already_is_no_reason_to_keep_a_doubtful_one() -> None:
    text = 'Orlova said bluntly: "the bridge will stay shut".'
    sure = candidate(text, "said", '"the bridge will stay shut"')
    doubtful = candidate(text, "bluntly", '"the bridge will stay shut"', confidence=0.1)
    assert rescue(text, lay_out(text), [sure], [doubtful]) == [sure]


@pytest.mark.parametrize(("text", "left"), [("the bridge, ", "the bridge"), (": shut.", "shut."), ('"yes,"', '"yes,"')])
def test_trimmed(text: str, left: str) -> None:
    assert text[slice(*trimmed(text, (0, len(text))))] == left


def test_who_says_what_is_no_part_of_it() -> None:
    text = "The letter, Marek said, names no date."
    found = Candidate(
        at(text, "Marek"),
        at(text, "said"),
        (at(text, "The letter"), at(text, "Marek said"), at(text, "names no date")),
        StatementClass.SPEECH,
        0,
        (0, len(text)),
    )
    assert texts(text, mend(text, lay_out(text), [found])) == [["The letter", "names no date"]]
