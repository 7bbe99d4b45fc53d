"""The scorers themselves: a wrong answer is counted as one, and expressions are read, never run."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiatur.feeds import parse
from benchmarks.parsing import made_feeds
from evaluation.feeds_expressions import Expectation, expectations
from evaluation.feeds_figures import Tally, same_html, same_instant, same_text


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("not bozo and feed['title'] == 'x'", [Expectation(("feed", "title"), "x")]),
        ("entries[0].tags[1]['term'] == u'é'", [Expectation(("entries", 0, "tags", 1, "term"), "é")]),
        ("len(entries) == 2", [Expectation(("entries",), 2, of_length=True)]),
        (
            "feed['a'] == 'x' and feed['b'] == (1, 2)",
            [Expectation(("feed", "a"), "x"), Expectation(("feed", "b"), (1, 2))],
        ),
        ("feed['a'] is None", [Expectation(("feed", "a"), None)]),
        ("__import__('os').system('x') == 0", []),
        ("feed['a'] != 'x'", []),
        ("1", []),
        ("not python at all", []),
    ],
)
def test_expressions_are_read_as_data(expression: str, expected: list[Expectation]) -> None:
    assert expectations(expression) == expected


def test_agreement() -> None:
    assert same_text("A & B", "A &amp; B")
    assert not same_text("A", "B")
    assert same_html("<b>x</b>", "<b onclick='y'>x</b>")
    assert not same_html("<b>x</b>", "<i>x</i>")
    assert not same_instant(None, datetime(2022, 4, 12, tzinfo=UTC))


def test_a_figure_falls_with_its_cases() -> None:
    tally = Tally()
    assert not tally.figure("nothing", 0.5).holds
    tally.judge("good", [])
    tally.judge("bad", ["wrong"])
    figure = tally.figure("half", 0.6)
    assert (figure.value, figure.holds, figure.misses) == (0.5, False, ("bad: wrong",))


def test_the_benchmarks_own_feeds_are_what_they_say() -> None:
    for name, data in made_feeds():
        entries = parse(data, url="https://klow.example/feed.xml").entries
        assert len(entries) == int(name.removeprefix("made-").partition("x")[0])
        assert all(entry.content_text and "track(" not in entry.content_text for entry in entries)
