"""Quotation marks of many styles, open ones, and quotations that run over paragraphs."""

from __future__ import annotations

import pytest

import audiatur
from audiatur.statements import read_statements
from audiatur.statements.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “yes” twice", ["yes"]),
        ('He said "yes" and "no"', ["yes", "no"]),
        ("Er sagte „ja“ dazu", ["ja"]),
        ("Er sagte »ja« dazu", ["ja"]),
        ("» mehr", []),
        ("»Mehr dazu", []),
        ("彼は「はい」と", ["はい"]),
        ("Он сказал «да» нам", ["да"]),
        ("Он сказал «ну «да» уж» нам", ["ну «да» уж"]),
        ("He said ''yes'' twice", ["yes"]),
        ("He said ‘it’s so’ twice", ["it’s so"]),
        ("The players’ room isn’t big", []),
        ('A board 6" wide', []),
        ("“He said ‘no’ to me”", ["He said ‘no’ to me"]),
        ('“Mixed" marks', ["Mixed"]),
        ("“Never closed", ["Never closed"]),
        ("Ends “never", []),
        ("", []),
    ],
)
def test_what_stands_in_marks(text: str, inner: list[str]) -> None:
    found = find_quotations(text, 0, len(text))
    assert [text[q.inner_start : q.inner_end] for q in found] == inner


def test_an_open_quotation_is_kept_where_the_next_paragraph_goes_on() -> None:
    text = "Ends “never"
    (found,) = find_quotations(text, 0, len(text), continued=True)
    assert text[found.inner_start : found.inner_end] == "never"
    assert not found.closed


def test_a_quotation_that_runs_over_paragraphs_is_one_statement() -> None:
    text = "Orlova said: “We waited long.\n“We wait no more.”\nThe room was silent."
    (statement,) = read_statements(text, language="en", published=None)
    assert [q.text for q in statement.quoted] == ["We waited long.", "We wait no more."]


def test_a_quotation_with_no_speaker_in_reach_abstains() -> None:
    text = "The harbour was empty.\n“We shall wait here all night long.”\nIt rained."
    (statement,) = read_statements(text, language="en", published=None)
    assert (statement.speaker.mention, statement.speaker.name, statement.cue) == (None, None, None)


def test_words_after_a_colon_at_the_end_of_a_paragraph_belong_to_its_subject() -> None:
    text = "Lena Orlova was clear on this point:\n“Nobody crosses the bridge tonight.”"
    (statement,) = read_statements(text, language="en", published=None)
    assert statement.speaker.name == "Lena Orlova"
    assert [c.text for c in statement.content] == ["“Nobody crosses the bridge tonight.”"]


@pytest.mark.parametrize("end", ['"over."', "“over.”", "«over.»"])
def test_a_first_line_whose_full_stop_stands_within_the_marks_is_no_headline(end: str) -> None:
    text = (
        f"Finance Minister Lena Orlova said that the talks were {end}\n\nThey met. Orlova told Radio Lumen it was late."
    )
    for found in (read_statements(text, language="en", published=None), audiatur.read(text, tagger="rules").statements):
        assert [s.speaker.name for s in found] == ["Lena Orlova", "Lena Orlova"]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“It is a tragedy, said Anna Lind. The town mourns.", "It is a tragedy"),
        ("“It is a tragedy, she said.", "It is a tragedy"),
        ("“Is it so? the old mayor asked.", "Is it so?"),
        ("«Это трагедия, сказала она. Город ждёт.", "Это трагедия"),
        ("«Це лихо, — сказала Линд.", "Це лихо"),
        ("“It is so, and said nothing of it.", "It is so, and said nothing of it."),
    ],
)
def test_a_quotation_that_never_closes_ends_at_its_reporting_clause(text: str, inner: str) -> None:
    (found,) = find_quotations(text, 0, len(text))
    assert text[found.inner_start : found.inner_end] == inner


def test_a_quotation_that_the_next_paragraph_carries_on_does_not_end_before() -> None:
    text = "“It is so, she said."
    (found,) = find_quotations(text, 0, len(text), continued=True)
    assert (found.end, found.closed) == (len(text), False)


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        ("en", "“We will rebuild it,” Ivan Marek said.\n“It is a tragedy, said Lena Orlova. It rained.", "Lena Orlova"),
        ("ru", "«Мы построим мост», — сказал Иван Марек.\n«Это трагедия, сказала она. Шёл дождь.", None),
    ],
)
def test_an_unclosed_quotation_with_its_own_reporter_is_not_carried_on(
    language: str, text: str, second: str | None
) -> None:
    first, other = read_statements(text, language=language, published=None)
    assert len(first.content) == 1
    assert (first.speaker.name is not None, other.speaker.name) == (True, second)
