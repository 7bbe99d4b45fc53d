"""What leaves the sanitiser is safe, and its text is its text."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.markup.html import decode_references, escaped, sanitise, sanitised, text_of

BASE = "https://klow.example/news/"

HOSTILE = [
    "<script>steal()</script>",
    "<p onclick='steal()'>x</p>",
    "<a href='javascript:steal()'>x</a>",
    "<a href='JaVa\tScript:steal()'>x</a>",
    "<img src='data:text/html,<script>steal()</script>'>",
    "<iframe src='https://klow.example/'></iframe>",
    "<form action='/x'><input name=a><button>x</button></form>",
    "<svg><a xlink:href='javascript:steal()'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=steal()>",
    "<style>body{display:none}</style>",
    "<div style='position:fixed' id='content' class='nav'>x</div>",
    "<object data='x'></object><embed src='x'>",
    "<meta http-equiv=refresh content='0;url=https://klow.example'>",
    "<base href='https://klow.example/'>",
    "<img srcset='https://klow.example/a 2x' src='https://klow.example/a'>",
]


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_that_runs_or_reaches_out_is_left(html: str) -> None:
    clean = sanitise(html, base=BASE)
    tags = r"<(?:script|style|iframe|form|input|button|svg|math|object|embed|meta|base)\b"
    attributes = r"\son\w+=|javascript:|data:|\sid=|\sclass=|\sstyle=|srcset"
    assert re.search(f"{tags}|{attributes}", clean, re.IGNORECASE) is None


@pytest.mark.parametrize(
    ("html", "base", "expected"),
    [
        ("<img src='/a.jpg' alt='Quay'>", BASE, '<img src="https://klow.example/a.jpg" alt="Quay">'),
        ("<img src='//cdn.example/a.jpg'>", BASE, '<img src="https://cdn.example/a.jpg">'),
        ("<img src='a.jpg' alt='Quay'>", None, '<img alt="Quay">'),
        ("<img src='a.jpg' alt='Quay'>", "no base at all", '<img alt="Quay">'),
        ("<img src='a.jpg' alt='Quay'>", "http://[::1", '<img alt="Quay">'),
        ("<em>Klow</em> & Szohod", None, "<em>Klow</em> &amp; Szohod"),
        ("plain words ", None, "plain words"),
        ("<unknown>kept words</unknown>", None, "kept words"),
        ("<p>unclosed", None, "<p>unclosed</p>"),
    ],
)
def test_sanitise(html: str, base: str | None, expected: str) -> None:
    assert sanitise(html, base=base) == expected


@pytest.mark.parametrize("piece", ["<div>", "<b id={}>", "<table><tr><td>", "<p><b id={}>", "<a href=x><div>"])
def test_html_nested_beyond_reason_is_text_and_soon(piece: str) -> None:
    begun = perf_counter()
    clean = sanitise("".join(piece.format(number) + "word " for number in range(20_000)), base=BASE)
    assert perf_counter() - begun < 3
    assert text_of(clean).split() == ["word"] * 20_000


def test_a_long_article_keeps_its_markup() -> None:
    article = "<article><div><p>One <b>two</b> <a href='/x'>three</a><br></p></div></article>" * 1000
    assert sanitise(article, base=BASE).count("<b>") == 1000


@given(st.text())
def test_sanitising_twice_changes_nothing(html: str) -> None:
    once = sanitise(html, base=None)
    assert sanitise(once, base=None) == once


@given(st.text(alphabet="<>/ap \"'=&;!-scrit", max_size=60))
def test_text_never_fails_and_text_of_clean_html_holds_no_tag(html: str) -> None:
    text_of(html)
    words = text_of(sanitise(html, base=None))
    assert words == "\n".join(" ".join(line.split()) for line in words.split("\n"))


@given(st.text())
def test_escaped_text_comes_back(text: str) -> None:
    whole = text.replace("\0", "")
    assert text_of(escaped(whole)) == " ".join(whole.split())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo"),
        ("<td>One</td><td>Two</td>", "One Two"),
        ("a <b>bold</b>er\n   word", "a bolder word"),
        ("Fish &amp; chips &lt;3 &eacute;&#233;&#xe9;", "Fish & chips <3 ééé"),
        ("?page=1&copy=2", "?page=1&copy=2"),
        ("<!-- no --> yes <script>no</script>", "yes"),
        ('<p title="a>b">yes</p>', "yes"),
        ("1 < 2 and <b>3</b> > 2", "1 < 2 and 3 > 2"),
        ("<STYLE>no</STYLE><P>yes</P>", "yes"),
        ("&nbsp;&nbsp;yes\xa0yes", "yes yes"),
        ("", ""),
    ],
)
def test_text_of(html: str, expected: str) -> None:
    assert text_of(html) == expected


def test_plain_text_becomes_paragraphs() -> None:
    assert sanitised("One <b>\n\nTwo & three") == "<p>One &lt;b&gt;</p><p>Two &amp; three</p>"


def test_unknown_references_stay() -> None:
    assert decode_references("&unknown; &amp;") == "&unknown; &"


@pytest.mark.parametrize("evil", ["<", "<!--", "<script", '<"', '<a "', "<a'\"", "&#", "<p ", "<p><"])
def test_text_is_linear_in_hostile_input(evil: str) -> None:
    assert len(text_of(evil * 20_000)) <= len(evil) * 20_000
