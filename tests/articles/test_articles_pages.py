"""A page becomes the article on it, or a PageError."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiatur.articles.contract import as_json
from audiatur.articles.pages import extract
from audiatur.errors import PageError

URL = "https://post.example/harbour?utm_source=x"
PARAGRAPHS = (
    "The harbour of Vesmar stays closed for a third week, the ministry of transport said on Monday in a short note.",
    "Ships wait outside the mole, and the <a href='/pilots'>pilots' union</a> asks for talks with the state of Tarn.",
    "The pilots refuse the new rules for night journeys, which came into force in April without any vote of theirs.",
)
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "Vesmar Post"},
        {"@type": ["NewsArticle"], "datePublished": "2031-05-05T09:30:00+02:00", "dateModified": "2031-05-06"},
    ],
}


def page(head: str = "", body: str = "") -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html lang='en-GB'><head><title>Harbour stays closed | Vesmar Post</title>"
        f"<meta property='og:site_name' content='Vesmar Post'>{head}</head><body><nav><ul><li><a href='/'>Home</a></li>"
        f"<li><a href='/sport'>Sport</a></li></ul></nav><article><h1>Harbour stays closed</h1>{paragraphs}{body}"
        f"</article><footer><p>Vesmar Post, 1 Quay Street</p></footer></body></html>"
    )


def linked(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def test_text_paragraphs_and_html_are_one_article() -> None:
    found = extract(page(), url=URL)
    assert "pilots' union asks for talks" in found.text
    assert "Sport" not in found.text
    assert "Quay Street" not in found.text
    assert "\n".join(span.text for span in found.paragraphs) == found.text
    assert all(found.text[span.start : span.end] == span.text for span in found.paragraphs)
    assert found.html is not None
    assert 'href="https://post.example/pilots"' in found.html


def test_the_headline_is_not_repeated_in_the_text() -> None:
    found = extract(page(), url=URL)
    assert found.text.startswith("The harbour of Vesmar")
    assert found.html is not None
    assert found.html.startswith("<p>The harbour")


def test_another_first_heading_stays() -> None:
    found = extract(page().replace("<p>The harbour", "<h2>Night rules</h2><p>The harbour"), url=URL)
    assert found.text.startswith("Night rules\nThe harbour")


def test_title_site_language_and_authors() -> None:
    found = extract(page("<meta name='author' content='Ada Lund; Per Berg'>"), url=URL)
    assert found.title == "Harbour stays closed"
    assert found.site_name == "Vesmar Post"
    assert found.language == "en"
    assert found.authors == ("Ada Lund", "Per Berg")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (linked(LINKED), datetime(2031, 5, 5, 7, 30, tzinfo=UTC)),
        (linked([LINKED]), datetime(2031, 5, 5, 7, 30, tzinfo=UTC)),
        (
            "<script type='application/ld+json'>{broken</script>" + linked(LINKED),
            datetime(2031, 5, 5, 7, 30, tzinfo=UTC),
        ),
        (
            linked(LINKED) + "<meta property='article:published_time' content='2029-01-01T00:00Z'>",
            datetime(2031, 5, 5, 7, 30, tzinfo=UTC),
        ),
        (
            "<meta property='article:published_time' content='2031-05-05T08:00:00Z'>",
            datetime(2031, 5, 5, 8, tzinfo=UTC),
        ),
        ("<meta name='date' content='Mon, 05 May 2031 08:00:00 GMT'>", datetime(2031, 5, 5, 8, tzinfo=UTC)),
        ("<meta name='date' content='soon'>", None),
        ("", None),
    ],
)
def test_the_date_is_the_one_that_the_page_states(head: str, published: datetime | None) -> None:
    assert extract(page(head), url=URL).published == published


def test_a_marked_time_is_a_stated_date() -> None:
    body = "<time itemprop='datePublished' datetime='2031-05-05'>yesterday</time>"
    assert extract(page(body=body), url=URL).published == datetime(2031, 5, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel='canonical' href='/harbour'>", "https://post.example/harbour"),
        ("<link rel='canonical' href='javascript:x'><meta property='og:url' content='/h'>", "https://post.example/h"),
        ("", None),
    ],
)
def test_the_canonical_address_is_the_one_that_the_page_states(head: str, address: str | None) -> None:
    assert extract(page(head), url=URL).canonical_url == address


def test_the_contract_s_form() -> None:
    found = as_json(extract(page(linked(LINKED)), url=URL))
    assert list(found) == [
        *("title", "text", "paragraphs", "authors", "published", "modified", "language", "canonical_url", "site_name"),
    ]
    assert found["published"] == "2031-05-05T07:30:00+00:00"
    assert found["modified"] == "2031-05-06"
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16"])
def test_bytes_in_any_encoding(encoding: str) -> None:
    words = "Порт Весмара закрыт третью неделю, сообщило министерство. Суда ждут, лоцманы требуют переговоров. " * 3
    markup = f"<html><head><meta charset='{encoding}'></head><body><article><p>{words}</p></article></body></html>"
    found = extract(markup.encode(encoding), url=URL)
    assert found.text == words.strip()
    assert found.language == "ru"


@pytest.mark.parametrize(
    "nothing",
    [
        "",
        "plain words",
        b"\x00\xff",
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<" * 99,
    ],
)
def test_a_page_without_an_article(nothing: str | bytes) -> None:
    with pytest.raises(PageError) as caught:
        extract(nothing, url=URL)
    assert caught.value.code == "no-article"
    assert caught.value.place == URL


def test_scripts_never_reach_the_html() -> None:
    found = extract(
        page(body="<p onclick='x()'>More words of the story follow here.<script>alert(1)</script></p>"), url=URL
    )
    assert found.html is not None
    assert "alert" not in found.html
    assert "onclick" not in found.html


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400) | st.text(alphabet="<>/=\"' adivpmetscript&;!-[]{}\x00é", max_size=400))
def test_whatever_comes_only_our_errors_leave(markup: bytes | str) -> None:
    try:
        found = extract(markup)
    except PageError:
        return
    assert found.text
