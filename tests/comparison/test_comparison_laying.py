"""A whole story laid out: exchange two sides' labels and every part of it is the mirror image."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from audiatur.comparison import lay_out
from audiatur.comparison.laid import LaidOut
from audiatur.comparison.values import RecordPlace, SideLabel, Told, ToldStatement
from audiatur.spans import Span
from tests.comparison.sample import LORRIA, VARDANA, told

THIRD = SideLabel("t", "Third")
SIDES = (VARDANA, LORRIA, THIRD)
EXCHANGED = {"v": "l", "l": "v"}
NOW = datetime(2031, 5, 7, tzinfo=UTC)
SPEAKERS = {"Ivo Marat": ("v",), "Sten Dahl": ("l",)}

_sentences = st.sampled_from(
    [
        "At least 50 people were killed at the Serin dam.",
        "Dahl says 52 people died at the Serin dam.",
        "Vardana sends $800 million in flood relief.",
        "Vardana sends $750 million in flood relief.",
        "The barrage stands above the valley of Serin.",
        "Погибли 52 человека в Серине.",
        "Nobody will wait for another season of drought.",
    ]
)


@st.composite
def stories(draw: st.DrawFn) -> list[Told]:
    articles = []
    for number in range(draw(st.integers(0, 7))):
        sides = draw(st.lists(st.sampled_from(["v", "l", "t"]), max_size=2, unique=True))
        parts = draw(st.lists(_sentences, max_size=4))
        text, statements, at = " ".join(parts), [], 0
        for key, part in enumerate(parts):
            speaker = draw(st.sampled_from([None, "Ivo Marat", "Marat", "Sten Dahl"]))
            start = draw(st.integers(0, 3)) * 20
            places = (RecordPlace("r", start, start + 30, "the record"),) if draw(st.booleans()) else ()
            day = draw(st.sampled_from([None, date(2031, 5, 5), date(2031, 5, 9)]))
            span = Span.of(text, at, at + len(part))
            statements.append(ToldStatement(str(key), speaker, (part,), spans=(span,), day=day, traced=places))
            at += len(part) + 1
        article = told(f"a{number}", *sides, hours=draw(st.integers(0, 30)), text=text)
        voice = draw(st.sampled_from(["", "", "w"]))
        visible = draw(st.sampled_from([True, True, False]))
        articles.append(replace(article, statements=tuple(statements), voice=voice, visible=visible))
    return articles


def laid(articles: list[Told], speakers: Mapping[str, Sequence[str]]) -> LaidOut:
    return lay_out(articles, SIDES, now=NOW, speaker_sides=speakers)


def exchanged(articles: list[Told]) -> list[Told]:
    return [replace(one, sides=tuple(EXCHANGED.get(side, side) for side in one.sides)) for one in articles]


def neutral(found: LaidOut, names: dict[str, str]) -> str:
    """What was laid out as text, with every side by the name that ``names`` gives it and in the order of names."""

    def name(side: SideLabel | None) -> str:
        return names.get(side.id, side.id) if side else "-"

    def mirrored(text: str) -> str:
        for side in SIDES:
            text = text.replace(repr(side), f"<{name(side)}>")
        return text

    def ordered(sides: tuple[SideLabel | None, ...]) -> list[str]:
        return sorted(name(side) for side in sides)

    coverage = sorted((name(one.side), mirrored(repr(replace(one, side=None)))) for one in found.coverage.sides)
    rows = [
        (row.speaker, row.tie, row.reference, ordered(row.sides), sorted(names.get(s, s) for s in row.speaker_sides))
        for row in found.rows
    ]
    wordings = [
        (w.said.telling, w.said.statement.key, w.again, w.edits, w.same, ordered(w.sides))
        for row in found.rows
        for w in row.wordings
    ]
    alone = sorted(
        (name(one.side), kind, [row.wordings[0].said.statement.key for row in getattr(one, kind)])
        for one in found.one_sided
        for kind in ("own", "others", "unplaced", "unnamed")
    )
    numbers = [
        (group.about, group.across, [(use.place, use.low, use.said and use.said.telling) for use in group.uses])
        for group in found.numbers
    ]
    words = sorted((name(one.side), one.language, repr(one.words), one.words_here) for one in found.distinctive)
    return repr((found.coverage.first, coverage, rows, wordings, alone, numbers, words))


@settings(max_examples=60, deadline=None)
@given(stories())
def test_exchanging_two_sides_mirrors_everything(articles: list[Told]) -> None:
    speakers = {who: tuple(EXCHANGED.get(side, side) for side in sides) for who, sides in SPEAKERS.items()}
    before, after = laid(articles, SPEAKERS), laid(exchanged(articles), speakers)
    assert neutral(before, EXCHANGED) == neutral(after, {})


@settings(max_examples=30, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_plays_no_part(articles: list[Told], chance: object) -> None:
    shuffled = sorted(articles, key=lambda one: hash((one.id, id(chance))))
    assert laid(shuffled, SPEAKERS) == laid(articles, SPEAKERS)


@settings(max_examples=30, deadline=None)
@given(stories())
def test_every_statement_has_one_row_and_every_place_is_exact(articles: list[Told]) -> None:
    found = laid(articles, SPEAKERS)
    texts = {one.id: one.text for one in articles if one.visible}
    keys = sorted((w.said.telling, w.said.statement.key) for row in found.rows for w in row.wordings)
    assert keys == sorted((one.id, s.key) for one in articles if one.visible for s in one.statements)
    uses = [use for group in found.numbers for use in group.uses]
    places = [(use.place.telling, span) for use in uses for span in (use.place.span, use.noun, use.sentence)]
    places += [(p.telling, p.span) for one in found.distinctive for word in one.words for p in word.examples]
    assert all(texts[telling][span.start : span.end] == span.text for telling, span in places)


def test_two_thousand_statements_take_no_quadratic_time() -> None:
    words = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(600)]
    articles = []
    for number in range(100):
        parts = [" ".join(words[(number * 7 + key * 13 + step) % 600] for step in range(12)) for key in range(20)]
        statements = {f"s{key}": (f"Speaker {key % 5}", part) for key, part in enumerate(parts)}
        article = told(f"a{number}", "vl"[number % 2], hours=number / 10, text=". ".join(parts), **statements)
        articles.append(article)
    started = time.process_time()
    found = lay_out(articles, SIDES, now=NOW + timedelta(days=1), speaker_sides={})
    assert sum(len(row.wordings) for row in found.rows) == 2000
    assert time.process_time() - started < 8
