"""An entry becomes an article without losing or inventing anything."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.articles.entries import completed, from_entry, names_of
from audiatur.articles.passages import lines_of
from audiatur.articles.values import ArticlePage, Content
from audiatur.feeds.values import Entry
from audiatur.markup.html import SanitisedHtml, sanitise

LEAD = "The harbour of Vesmar stays closed, the ministry said."
MOMENT = datetime(2031, 5, 5, 9, tzinfo=UTC)
FULL = LEAD + " Ships wait outside the mole, and the pilots' union asks for talks with the government in Tarn."


def test_the_longer_of_content_and_summary_is_the_text() -> None:
    entry = Entry(id="1", summary_text=LEAD, content_text=FULL, content_html=SanitisedHtml(f"<p>{FULL}</p>"))
    swapped = Entry(id="1", summary_text=FULL, content_text=LEAD, content_html=SanitisedHtml(f"<p>{LEAD}</p>"))
    assert from_entry(entry).content.text == FULL
    assert from_entry(entry).content.html == f"<p>{FULL}</p>"
    assert from_entry(swapped).content.text == FULL
    assert from_entry(swapped).content.html is None


def test_text_comes_from_html_where_the_feed_gave_only_html() -> None:
    html = sanitise("<p>One  ship</p><p>Two ships</p>", base=None)
    assert from_entry(Entry(id="1", content_html=html)).content.text == "One ship\nTwo ships"


def test_an_empty_entry_is_an_empty_article() -> None:
    article = from_entry(Entry(id="1"))
    assert (article.url, article.published, article.content.title, article.content.text) == (None, None, None, "")
    assert article.content.html is None
    assert article.content.language is None


def test_address_title_and_dates() -> None:
    moment = datetime(2031, 5, 4, 12, tzinfo=UTC)
    article = from_entry(
        Entry(
            id="1",
            url=" HTTPS://Vesmar.example/a?utm_source=feed&id=2#x ",
            title=" Harbour\n closed ",
            published=moment,
        )
    )
    assert article.url == "https://vesmar.example/a?id=2"
    assert article.content.title == "Harbour closed"
    assert article.published == moment


def test_an_address_that_has_no_canonical_form_is_kept_as_given() -> None:
    assert from_entry(Entry(id="1", url="urn:vesmar:7")).url == "urn:vesmar:7"


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        (("desk@vesmar.example (Ada Lund)",), ("Ada Lund",)),
        (("Ada Lund <ada@vesmar.example>",), ("Ada Lund",)),
        (("By Ada Lund", "Ada Lund"), ("Ada Lund",)),
        (("by: Ada  Lund",), ("Ada Lund",)),
        (("Byron Tarn",), ("Byron Tarn",)),
        (("Von Hagen", ""), ("Von Hagen",)),
        (("Ada Lund and Per Berg",), ("Ada Lund and Per Berg",)),
        (("desk@vesmar.example",), ("desk@vesmar.example",)),
        ((), ()),
    ],
)
def test_bylines(authors: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert names_of(authors) == names


def test_the_entry_s_language_goes_before_the_feed_s() -> None:
    entry = Entry(id="1", title="Порт", language="uk-UA")
    assert from_entry(entry, feed_language="ru").content.language == "uk"
    assert from_entry(Entry(id="1", title="Порт"), feed_language="ru").content.language == "ru"


@given(st.text())
def test_lines_are_folded_and_never_empty(text: str) -> None:
    lines = lines_of(text)
    assert lines_of(lines) == lines
    assert lines.split() == text.split()
    assert all(line == line.strip() and line for line in lines.split("\n")) or not lines


@given(
    st.builds(Entry, id=st.just("1"), url=st.none() | st.text(), title=st.none() | st.text(), content_text=st.text())
)
def test_no_entry_fails(entry: Entry) -> None:
    article = from_entry(entry)
    assert article.content.text.split() == (entry.content_text or "").split()


def page(text: str, **known: tuple[str, ...]) -> ArticlePage:
    return ArticlePage("Page title", text, (), known.get("authors", ()), MOMENT, None, "en", None, "Vesmar Post")


def held(text: str, title: str | None = "Entry title", byline: tuple[str, ...] = ()) -> Content:
    return Content(title, byline, text, None, None)


def test_a_page_with_more_text_completes_the_entry() -> None:
    whole = completed(held(LEAD), page(FULL, authors=("Ada Lund",)), whole=False)
    assert whole == Content("Entry title", ("Ada Lund",), FULL, None, "en")


def test_a_page_with_less_text_is_passed_over() -> None:
    assert completed(held(FULL, None), page(LEAD), whole=False) is None


def test_a_page_that_was_held_may_become_shorter() -> None:
    whole = completed(held(FULL), page(LEAD), whole=True)
    assert whole is not None
    assert (whole.title, whole.text) == ("Entry title", LEAD)


def test_a_page_that_says_the_same_is_no_new_content() -> None:
    assert completed(held(FULL, byline=("Per Berg",)), page(FULL, authors=("Ada Lund",)), whole=True) is None
