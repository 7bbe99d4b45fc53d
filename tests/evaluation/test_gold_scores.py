"""The scorer of our own gold: what it counts and what it refuses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from audiatur.errors import InputError
from audiatur.spans import Span
from audiatur.statements.values import Attribution, Kind, Occasion, Statement, StatementClass
from evaluation.gold_scores import failures, main, statements_of
from evaluation.gold_scores_figures import found, kind_of, names, parents
from evaluation.gold_scores_matching import Compared, match
from evaluation.own_gold import load_set
from evaluation.own_gold_values import GoldArticle, GoldStatement

_TEXT = "Quiet\nLena Orlova said the bridge was open. She said Ivan Marek said it was shut."


def _span(words: str) -> Span:
    at = _TEXT.index(words)
    return Span.of(_TEXT, at, at + len(words))


def _gold(content: str, name: str | None, *, parent: int | None = None, optional: bool = False) -> GoldStatement:
    return GoldStatement(
        content=(_span(content),),
        cue=_span("said"),
        mention=None,
        name=name,
        also=("Orlova",),
        role=None,
        type="person",
        class_="speech",
        date=None,
        date_text=None,
        inherited=False,
        place=None,
        addressee=None,
        parent=parent,
        reference="name",
        optional=optional,
    )


def _read(content: str, name: str | None, parent: int | None = None) -> Statement:
    attribution = Attribution(None, name, None, None)
    parts = (_span(content),)
    return Statement(
        Kind.INDIRECT, StatementClass.SPEECH, attribution, None, parts, (), Occasion(), parent, confidence=1.0
    )


def _compare(gold: list[GoldStatement], read: list[Statement], bar: float = 0.5) -> Compared:
    article = GoldArticle(Path("01.yaml"), "Quiet", "The Tarn Herald", "en", date(2031, 5, 12), _TEXT, tuple(gold))
    return match(article, read, bar)


def test_statements_are_matched_one_to_one_by_their_words() -> None:
    gold = [_gold("the bridge was open", "Lena Orlova"), _gold("it was shut", "Ivan Marek")]
    compared = _compare(gold, [_read("it was shut", None), _read("bridge was open", None), _read("She", None)])
    assert compared.pairs == {0: 1, 1: 0}
    precision, recall = found([compared])
    assert (precision.right, precision.all, recall.right, recall.all) == (2, 3, 2, 2)


def test_an_optional_statement_is_neither_rewarded_nor_punished() -> None:
    compared = _compare([_gold("it was shut", None, optional=True)], [_read("it was shut", None)])
    precision, recall = found([compared])
    assert (precision.all, recall.all) == (0, 0)


@pytest.mark.parametrize(("bar", "number"), [(0.3, 1), (0.5, 1), (0.8, 0)])
def test_the_overlap_decides_what_is_found(bar: float, number: int) -> None:
    compared = _compare([_gold("the bridge was open", None)], [_read("the bridge", None)], bar)
    assert len(compared.pairs) == number


@pytest.mark.parametrize(
    ("expected", "given", "right"),
    [("Lena Orlova", "lena orlova", 1), ("Lena Orlova", "Orlova", 1), ("Lena Orlova", "Marek", 0)],
)
def test_a_name_may_be_one_of_several(expected: str, given: str, right: int) -> None:
    figures = names([_compare([_gold("it was shut", expected)], [_read("it was shut", given)])])
    assert figures["named speaker right, of those found"].right == right


def test_a_name_where_none_is_known_is_wrong() -> None:
    figures = names([_compare([_gold("it was shut", None)], [_read("it was shut", "Marek")])])
    assert figures["any name given right, of those found"].share == 0
    assert figures["left open rightly, of those to leave open"].share == 0


@pytest.mark.parametrize(("parent", "right"), [(0, 1), (None, 0)])
def test_the_enclosing_statement_is_that_of_the_gold(parent: int | None, right: int) -> None:
    gold = [_gold("Ivan Marek said it was shut", None), _gold("it was shut", None, parent=0)]
    read = [_read("Ivan Marek said it was shut", None), _read("it was shut", None, parent)]
    assert parents([_compare(gold, read)])["enclosing statement right, of the nested"].right == right


def test_kind_goes_by_the_marks_of_every_part() -> None:
    assert kind_of(_gold("the bridge was open", None)) == "indirect"


@pytest.mark.parametrize("set_", ["en-scored", "en-blind", "ru-scored", "uk-scored"])
def test_failures_of_a_scored_set_are_not_shown(set_: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError):
        next(failures(set_))
    assert main([set_, "--failures"]) == 2
    assert not capsys.readouterr().out


def test_told_where_the_statements_are_every_one_is_found() -> None:
    gold = load_set("en-dev")[0]
    precision, recall = found([match(gold, statements_of(gold, oracle=True), 0.5)])
    assert recall.share == 1
    assert precision.share == 1
