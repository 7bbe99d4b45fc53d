"""Furniture is cut out of what is published, and nothing else is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.markup.html import SanitisedHtml, sanitise, text_of
from audiatur.provenance.values import Mode, Policy
from audiatur.publishing.content import content_html
from audiatur.publishing.furniture import without_lines
from audiatur.publishing.values import Item
from audiatur.spans import Span
from tests.provenance.samples import held
from tests.publishing.published import released

KEPT = "<p>The ferry is late.</p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Read more</p>", ""),
        ("<div><p><a href='https://a.example/'>Read  more</a></p></div>", ""),
        ("<ul><li>Read more</li></ul>", ""),
        ("<p>A pilot.<br><a href='https://a.example/'>Read more</a></p>", "<p>A pilot.<br></p>"),
        ("<p><b>Read more</b> than one paper.</p>", None),
        ("<p>One can <b>Read more</b></p>", None),
        (
            "<figure><img src='https://a.example/1.png'><figcaption>Read more</figcaption></figure>",
            "<figure><img src='https://a.example/1.png'></figure>",
        ),
        ("<p><img src='https://a.example/1.png'>Read more</p>", None),
        ("<table><tbody><tr><td>Read more</td><td>7</td></tr></tbody></table>", None),
        ("<p>Read <i>more</i> and more</p>", None),
        ("one<p>Read more</p>two", None),
    ],
)
def test_elements_that_hold_nothing_but_a_line_go(before: str, after: str | None) -> None:
    markup = sanitise(KEPT + before + KEPT, base=None)
    found = without_lines(markup, ["Read more"])
    if after is None:
        assert found == markup
    else:
        assert found == sanitise(KEPT + after + KEPT, base=None)


def test_no_more_elements_go_than_lines_were_found() -> None:
    markup = SanitisedHtml(f"<p>Share</p>{KEPT}<p>Share</p>")
    assert without_lines(markup, ["Share"]) == f"{KEPT}<p>Share</p>"
    assert without_lines(markup, []) == markup


LINE = st.sampled_from(["Read more", "Share", "The ferry is late", "Two & three < four", "7"])
ELEMENT = st.builds(
    lambda tag, inner, words: f"<{tag}><{inner}>{words.replace('&', '&amp;').replace('<', '&lt;')}</{inner}></{tag}>",
    st.sampled_from(["p", "div", "li", "td", "span", "blockquote", "a", "table"]),
    st.sampled_from(["b", "p", "a", "span", "div", "br", "img"]),
    LINE,
)


@given(
    st.lists(st.one_of(ELEMENT, LINE, st.sampled_from(["<div>", "</div>", "<br>", "<img src='https://a.example/'>"])))
)
def test_nothing_but_the_lines_is_lost(parts: list[str]) -> None:
    markup = sanitise("".join(parts), base=None)
    found = without_lines(markup, ["Read more", "Share", "Share"])
    lost = Counter(text_of(markup).split("\n")) - Counter(text_of(found).split("\n"))
    assert lost <= Counter({"Read more": 1, "Share": 2, "": 1})
    assert found.count("<img") == markup.count("<img")


@given(st.text(), st.text())
def test_whatever_the_markup_it_stays_itself_or_loses_a_line(text: str, line: str) -> None:
    markup = sanitise(text, base=None)
    found = without_lines(markup, [line])
    lost = Counter(text_of(markup).split("\n")) - Counter(text_of(found).split("\n"))
    assert found == markup or [" ".join(one.split()) for one in lost] == [" ".join(line.split())]


TEXT = "The ferry is late.\nRead more\nPilots ask for talks."
FURNITURE = (Span(19, 28, "Read more"),)


@pytest.mark.parametrize("html", [None, "<p>The ferry is late.</p><p>Read more</p><p>Pilots ask for talks.</p>"])
@pytest.mark.parametrize("policy", [Policy(Mode.FULL), Policy(Mode.EXCERPT, excerpt_chars=45)])
def test_the_content_of_a_feed_has_no_furniture(html: str | None, policy: Policy) -> None:
    article = replace(held(TEXT), html=SanitisedHtml(html) if html else None)
    item = Item(released(article, policy))
    assert "Read more" in content_html(item)
    content = content_html(replace(item, furniture=FURNITURE))
    assert "Read more" not in content
    assert "<p>The ferry is late.</p><p>Pilots ask for" in content
