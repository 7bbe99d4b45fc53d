"""The notice in every form and every language: the same parts, the same evidence, the same codes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from audiatur.markup.html import text_of
from audiatur.provenance.values import Notice
from audiatur.provenance.wordings import WORDINGS, wording
from audiatur.publishing.content import content_html, description
from audiatur.publishing.notice import compose, notice_html, notice_json, notice_text, notice_xml
from audiatur.publishing.values import Item
from tests.provenance.samples import notice
from tests.publishing.published import CHANNEL, OWNED, released

EACH = pytest.mark.parametrize("language", sorted(WORDINGS))
NOTICES = pytest.mark.parametrize("of", [OWNED, notice("Ostrel Post"), replace(OWNED, words="We wrote to them.")])


def spoken(of: Notice, language: str) -> Notice:
    """A notice as the gate makes it for a reader of a language."""
    return replace(of, language=language, disclaimer=wording(language).disclaimer)


@EACH
@NOTICES
def test_every_form_says_every_part_in_the_language(of: Notice, language: str) -> None:
    told = spoken(of, language)
    shown = " ".join(text_of(notice_html(told)).split())
    for part in compose(told):
        assert " ".join(part.shown.split()) in shown
        assert part.label in shown
        assert part.shown in notice_text(told)
    assert wording(language).more in shown


@EACH
@NOTICES
def test_programs_find_the_same_in_every_language(of: Notice, language: str) -> None:
    ours, theirs = notice_json(of), notice_json(spoken(of, language))
    assert {key for key in ours if ours[key] != theirs[key]} <= {"disclaimer", "class_description"}
    ours_xml, theirs_xml = notice_xml(of), notice_xml(spoken(of, language))
    different = {one.tag for one, other in zip(ours_xml, theirs_xml, strict=True) if one.text != other.text}
    assert different <= {"{urn:audiatur:notice:1}disclaimer"}


@EACH
@NOTICES
def test_the_same_links_stand_in_the_same_order(of: Notice, language: str) -> None:
    def links(told: Notice) -> list[str | None]:
        return [link.get("href") for link in html.fragment_fromstring(notice_html(told)).iter("a")]

    assert links(spoken(of, language)) == links(of)


@EACH
@pytest.mark.parametrize("withheld", [1, 3, 5])
def test_a_feed_counts_what_it_leaves_out_in_the_language(language: str, withheld: int) -> None:
    told = description(replace(CHANNEL, spoken=language, withheld=withheld))
    words = wording(language)
    assert words.withheld[words.form(withheld)].format(number=withheld) in told


@EACH
def test_an_item_of_a_feed_says_in_the_language_where_it_comes_from(language: str) -> None:
    item = released()
    told = content_html(Item(replace(item, notice=spoken(item.notice, language))))
    assert wording(language).appeared.partition("{")[0] in told
    assert wording(language).disclaimer in told
