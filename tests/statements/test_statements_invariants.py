"""What holds for every text: exact spans, valid parents, the same answer twice, no exception."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiatur.spans import Span
from audiatur.statements import Statement, read_statements, statement_as_json

_VOCABULARY = """said says told added according to that “ ” " « » ‘ ’ ' „ — , . : ? ( ) he she they which who and but
 while Lena Orlova President Borduria Bordurian the a minister accused of thanked in on Tuesday last week report
 Reuters сказал заявил по словам , – Орлова министр повідомив Він - – asked calling hopes not has been On speaking at
 the Harbour Hall 's Mrs. U.S. 7 April''"""
_WORDS = st.sampled_from([*_VOCABULARY.split(), "\n", "\n- ", "\n“"])
_SENTENCES = st.lists(_WORDS, max_size=60).map(" ".join)
_LANGUAGES = st.sampled_from(["en", "ru", "uk", "de", None, "en-GB"])
_PUBLISHED = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


def _spans(statement: Statement) -> Iterator[Span]:
    yield from statement.content
    yield from statement.quoted
    occasion = statement.occasion
    for span in (statement.cue, statement.speaker.mention, occasion.date_text, occasion.place, occasion.addressee):
        if span is not None:
            yield span


def _check(text: str, statements: tuple[Statement, ...]) -> None:
    for index, statement in enumerate(statements):
        assert statement.content
        assert all(text[s.start : s.end] == s.text and s.text for s in _spans(statement))
        assert list(statement.content) == sorted(statement.content)
        assert all(a.end <= b.start for a, b in zip(statement.content, statement.content[1:], strict=False))
        assert all(any(c.covers(q) for c in statement.content) for q in statement.quoted)
        assert statement.parent is None or (0 <= statement.parent < len(statements) and statement.parent != index)
        assert 0 < statement.confidence <= 1
        json.dumps(statement_as_json(statement))


def _ends_at_top(statements: tuple[Statement, ...]) -> bool:
    for statement in statements:
        steps, at = 0, statement
        while at.parent is not None:
            at, steps = statements[at.parent], steps + 1
            if steps > len(statements):
                return False
    return True


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.text(max_size=200), _SENTENCES), language=_LANGUAGES, published=_PUBLISHED)
def test_any_text_yields_exact_spans_and_no_exception(text: str, language: str | None, published: date | None) -> None:
    statements = read_statements(text, language=language, published=published)
    _check(text, statements)
    assert _ends_at_top(statements)
    assert statements == read_statements(text, language=language, published=published)


@settings(max_examples=100, deadline=None)
@given(text=_SENTENCES, data=st.data())
def test_nothing_inside_what_is_excluded_is_read(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    barred = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    for statement in read_statements(text, language="en", published=None, exclude=[barred]):
        assert not any(span.overlaps(barred) for span in statement.content)
        assert statement.cue is None or not statement.cue.overlaps(barred)


@pytest.mark.parametrize("text", ["", "\n", " ", "“", "”", "''", "said", "“said", "according to", "— ", "\u2028"])
def test_a_text_without_words_yields_nothing(text: str) -> None:
    assert read_statements(text, language="en", published=None) == ()
