"""A version is new exactly if a reader would see another title, byline or body."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.articles.values import Content
from audiatur.articles.versions import changed, digest, fold
from audiatur.markup.html import SanitisedHtml


def content(
    title: str | None = "Café closes", byline: tuple[str, ...] = ("Ada Lund",), text: str = "It is shut.\nFor good."
) -> Content:
    return Content(title=title, byline=byline, text=text, html=None, language="en")


@pytest.mark.parametrize(
    ("new", "what"),
    [
        (content(), set()),
        (content(title="Cafe\u0301 closes"), set()),
        (content(title=" Café \u00a0closes"), set()),
        (content(text="It is shut. For   good.\n"), set()),
        (content(title="Café reopens"), {"title"}),
        (content(title=None), {"title"}),
        (content(byline=("Ada Lund", "Per Berg")), {"byline"}),
        (content(byline=("Ada", "Lund")), {"byline"}),
        (content(text="It is shut.\nFor now."), {"body"}),
        (content(title="café closes", text="it is shut.\nFor good."), {"title", "body"}),
    ],
)
def test_what_changed(new: Content, what: set[str]) -> None:
    assert changed(content(), new) == what
    assert changed(new, content()) == what


def test_markup_and_language_are_no_change() -> None:
    other = Content("Café closes", ("Ada Lund",), "It is shut.\nFor good.", SanitisedHtml("<p>It is shut."), "fr")
    assert not changed(content(), other)
    assert digest(content()) == digest(other)


def test_no_title_is_an_empty_title() -> None:
    assert not changed(content(title=None), content(title="  "))


SMALL = st.text(alphabet="a é\u0301e\n\ud800", max_size=4)
CONTENTS = st.builds(
    Content,
    title=st.none() | SMALL,
    byline=st.lists(SMALL, max_size=2).map(tuple),
    text=SMALL,
    html=st.none(),
    language=st.none(),
)


@given(CONTENTS, CONTENTS)
def test_equal_digests_exactly_if_nothing_changed(old: Content, new: Content) -> None:
    assert (digest(old) == digest(new)) == (not changed(old, new))


@given(st.text())
def test_folding_keeps_the_words_and_is_stable(text: str) -> None:
    assert fold(text).split() == unicodedata.normalize("NFC", text).split()
    assert fold(fold(text)) == fold(text)


@given(st.text("ab é\u0301\n\t"), st.text("ab é\u0301\n\t"))
def test_the_short_way_to_a_difference_is_the_long_way(old: str, new: str) -> None:
    before, after = Content(None, (), old, None, None), Content(None, (), new, None, None)
    assert ("body" in changed(before, after)) == (fold(old) != fold(new))
