"""The same rule for every side: exchange the labels of two, and their columns change places and nothing else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from audiatur.comparison.sides import compare
from audiatur.comparison.values import Comparison, SideLabel, Told
from tests.comparison.sample import LORRIA, STORY, VARDANA, told

THIRD = SideLabel("t", "Third")
SIDES = (VARDANA, LORRIA, THIRD)
EXCHANGED = {"v": "l", "l": "v"}

_words = st.lists(
    st.sampled_from(
        [
            "Lorria",
            "broke",
            "promises",
            "about",
            "dam",
            "Heron",
            "Island",
            "winter",
            "1,200",
            "350",
            "Ivo",
            "Marat",
            "will",
            "finish",
        ]
    ),
    max_size=14,
).map(" ".join)
_statement = st.tuples(st.sampled_from([None, "Ivo Marat", "Marat", "Sten Dahl"]), _words)


@st.composite
def stories(draw: st.DrawFn) -> list[Told]:
    articles = []
    for i in range(draw(st.integers(0, 6))):
        sides = draw(st.lists(st.sampled_from(["v", "l", "t"]), max_size=2, unique=True))
        statements = {f"s{n}": words for n, words in enumerate(draw(st.lists(_statement, max_size=3)))}
        article = told(f"a{i}", *sides, hours=draw(st.integers(0, 3)), text=draw(_words), **statements)
        articles.append(replace(article, visible=draw(st.booleans())))
    return articles


def exchanged(articles: list[Told]) -> list[Told]:
    return [replace(one, sides=tuple(EXCHANGED.get(side, side) for side in one.sides)) for one in articles]


def neutral(comparison: Comparison, sides: tuple[SideLabel, ...]) -> dict[str, object]:
    """A comparison as a mapping by side, free of the labels inside: what must be equal after the exchange."""
    columns = {
        column.side.id if column.side else "": (
            [one.id for one in column.tellings],
            column.statements,
            column.only_here,
            column.unread,
        )
        for column in comparison.columns
    }
    rows = [
        (
            row.speaker,
            row.agreement,
            sorted((w.side.id if w.side else "", w.said.telling, w.said.statement.key) for w in row.wordings),
        )
        for row in comparison.same_speech
    ]
    assert [column.side for column in comparison.columns][: len(sides)] == list(sides)
    return {"columns": columns, "rows": rows}


def mirrored(found: dict[str, object]) -> dict[str, object]:
    columns, rows = found["columns"], found["rows"]
    assert isinstance(columns, dict)
    assert isinstance(rows, list)
    return {
        "columns": {EXCHANGED.get(side, side): column for side, column in columns.items()},
        "rows": [
            (speaker, agreement, sorted((EXCHANGED.get(side, side), *rest) for side, *rest in wordings))
            for speaker, agreement, wordings in rows
        ],
    }


@settings(max_examples=80, deadline=None)
@given(stories())
def test_exchanging_two_sides_mirrors_the_comparison(articles: list[Told]) -> None:
    before, after = compare(articles, SIDES), compare(exchanged(articles), SIDES)
    assert neutral(after, SIDES) == mirrored(neutral(before, SIDES))


def test_the_sample_is_mirrored_and_is_not_its_own_mirror() -> None:
    before, after = compare(STORY, SIDES), compare(exchanged(list(STORY)), SIDES)
    assert neutral(after, SIDES) == mirrored(neutral(before, SIDES))
    assert neutral(after, SIDES) != neutral(before, SIDES)


@settings(max_examples=40, deadline=None)
@given(stories())
def test_every_word_shown_was_given(articles: list[Told]) -> None:
    comparison = compare(articles, SIDES)
    given_statements = {id(statement) for one in articles for statement in one.statements}
    texts = {one.id: one.text for one in articles if one.visible}
    for column in comparison.columns:
        assert all(id(said.statement) in given_statements for said in column.statements)
        for mention in (*column.only_here.numbers, *column.only_here.names):
            assert mention.words in {place.span.text for place in mention.places}
            assert all(texts[p.telling][p.span.start : p.span.end] == p.span.text for p in mention.places)
