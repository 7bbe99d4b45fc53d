"""The forms of the notice say the same."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree, html

from audiatur.markup.html import sanitise, text_of
from audiatur.provenance.notice import DEFAULT_WHY, DISCLAIMER
from audiatur.provenance.values import Notice
from audiatur.publishing.notice import compose, notice_html, notice_json, notice_xml
from tests.provenance.samples import notice
from tests.publishing.published import OWNED

BARE = notice("Ostrel Post")
WORDED = replace(OWNED, words="We wrote to them & wait.", source_id='a"b<c', source_name="Bold <b> News")
NOTICES = pytest.mark.parametrize("of", [OWNED, BARE, WORDED])
NS = {"n": "urn:audiatur:notice:1"}


def words(markup: str) -> str:
    return " ".join(text_of(markup).split())


@NOTICES
def test_every_form_says_every_part(of: Notice) -> None:
    shown, xml, told = words(notice_html(of)), notice_xml(of), notice_json(of)
    for part in compose(of):
        assert " ".join(part.shown.split()) in shown
        assert xml.findtext(f"n:{part.key}", namespaces=NS) == (part.value or "unknown")
        assert told[part.key] == part.value


@NOTICES
def test_the_element_of_a_page_is_the_one_agreed(of: Notice) -> None:
    aside = html.fragment_fromstring(notice_html(of))
    assert (aside.tag, aside.get("role"), aside.get("data-notice")) == ("aside", "note", of.source_id)
    assert of.source_page in [link.get("href") for link in aside.iter("a")]


@NOTICES
def test_a_feed_readers_sanitiser_takes_no_word_of_it(of: Notice) -> None:
    assert words(sanitise(notice_html(of), base=None)) == words(notice_html(of))


@pytest.mark.parametrize("label", ["Owner: unknown", "Funder: unknown", "Country: unknown", DEFAULT_WHY, DISCLAIMER])
def test_what_is_not_evidenced_is_said_to_be_unknown(label: str) -> None:
    assert label in words(notice_html(BARE))


def test_the_three_answers_stand_beside_the_code() -> None:
    assert "SC, state-controlled" in words(notice_html(OWNED))
    assert "state governs: yes" in words(notice_html(OWNED))
    assert "state governs: unknown" in words(notice_html(BARE))


def test_every_evidenced_part_leads_to_its_evidence() -> None:
    links = [link.get("href") for link in html.fragment_fromstring(notice_html(OWNED)).iter("a")]
    assert links.count("https://registry.example/entry") == 3
    assert links.count("https://watch.example/?a=1&b=2") == 1


def test_the_xml_is_in_our_namespace_without_a_prefix() -> None:
    written = etree.tostring(notice_xml(OWNED), encoding="unicode")
    assert written.startswith('<notice xmlns="urn:audiatur:notice:1" source="tavania-today">')
    assert len(notice_xml(OWNED).findall("n:evidence", namespaces=NS)) == 5


def test_the_object_has_all_its_members_and_is_json() -> None:
    told = json.loads(json.dumps(notice_json(BARE)))
    assert (told["owner"], told["funder"], told["country"], told["words"]) == (None, None, None, None)
    assert (told["class"], told["evidence"]) == ("unknown", [])
    assert told["answers"] == dict.fromkeys(
        ("mainly_state_funded", "state_governs", "state_controls_editorially"), "unknown"
    )


def test_two_sources_with_their_labels_exchanged_get_the_mirror_image() -> None:
    one, other = notice_html(BARE), notice_html(notice("Tavania Today"))
    assert one.replace("Ostrel Post", "Tavania Today").replace("ostrel-post", "tavania-today") == other
