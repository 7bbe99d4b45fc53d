"""What the three documents carry, and what they can't be made to carry."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from audiatur.provenance.notice import DISCLAIMER
from audiatur.publishing.atom import atom
from audiatur.publishing.json_feed import json_feed
from audiatur.publishing.rss import rss
from audiatur.publishing.values import Channel, Item
from tests.provenance.samples import NOON, held
from tests.publishing.published import CHANNEL, OWNED, items, released

Writer = Callable[[Channel, Iterable[Item]], bytes]
WRITERS: list[Writer] = [rss, atom, json_feed]
EVERY = pytest.mark.parametrize("write", WRITERS, ids=["rss", "atom", "json"])
XML = pytest.mark.parametrize(("write", "tag"), [(rss, "item"), (atom, "{http://www.w3.org/2005/Atom}entry")])
NS = {
    "a": "http://www.w3.org/2005/Atom",
    "c": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "n": "urn:audiatur:notice:1",
}


def contents(document: bytes) -> list[str]:
    """The HTML of every item of a document of any of the three formats."""
    if document.startswith(b"{"):
        return [item["content_html"] for item in json.loads(document)["items"]]
    root = etree.fromstring(document)
    return [found.text or "" for found in root.iterfind(".//c:encoded", NS)] or [
        found.text or "" for found in root.iterfind(".//a:content", NS)
    ]


@EVERY
def test_every_item_carries_its_notice_in_its_content(write: Writer) -> None:
    found = contents(write(CHANNEL, items()))
    assert len(found) == 3
    for content in found:
        assert content.count('<aside role="note" data-notice="tavania-today">') == 1
        assert DISCLAIMER in content
        assert content.endswith("</aside>")


@XML
def test_every_item_carries_its_notice_for_programs(write: Writer, tag: str) -> None:
    found = etree.fromstring(write(CHANNEL, items())).findall(f".//{tag}")
    assert [[child.get("source") for child in item.iterfind("n:notice", NS)] for item in found] == [
        ["tavania-today"]
    ] * 3
    assert [item.find("n:notice", NS).get("mode") for item in found] == ["full", "excerpt", "link"]  # type: ignore[union-attr]


def test_the_json_carries_notice_mode_and_count() -> None:
    feed = json.loads(json_feed(CHANNEL, items()))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["_audiatur"]["withheld"] == 2
    assert [item["_audiatur"]["mode"] for item in feed["items"]] == ["full", "excerpt", "link"]
    assert {item["_audiatur"]["notice"]["source"] for item in feed["items"]} == {"tavania-today"}
    assert feed["items"][0]["external_url"] == "https://tavania-today.example/ferry"


def test_rss_names_origin_outlet_rights_and_itself() -> None:
    channel = etree.fromstring(rss(CHANNEL, items())).find("channel")
    assert channel is not None
    item = channel.findall("item")[0]
    assert [(link.get("rel"), link.get("href")) for link in channel.iterfind("a:link", NS)] == [
        ("self", CHANNEL.self_url)
    ]
    assert channel.findtext("a:rights", namespaces=NS) == CHANNEL.rights
    assert [(link.get("rel"), link.get("href")) for link in item.iterfind("a:link", NS)] == [
        ("via", "https://tavania-today.example/ferry")
    ]
    assert (item.find("source").get("url"), item.findtext("source")) == (  # type: ignore[union-attr]
        "https://tavania-today.example/rss",
        "Tavania Today",
    )
    assert (item.find("guid").get("isPermaLink"), item.findtext("guid")) == ("false", "urn:example:item:1")  # type: ignore[union-attr]
    assert [name.text for name in item.iterfind("dc:creator", NS)] == ["Ilka Maro", "B. Tesk"]
    assert item.findtext("pubDate") == "Sun, 04 May 2031 12:00:00 +0000"


def test_an_rss_item_without_a_title_has_a_description_with_the_notice() -> None:
    untitled = etree.fromstring(rss(CHANNEL, items())).findall(".//item")[2]
    assert untitled.find("title") is None
    assert DISCLAIMER in (untitled.findtext("description") or "")


def test_atom_names_origin_outlet_rights_and_itself() -> None:
    root = etree.fromstring(atom(CHANNEL, items()))
    entry = root.findall("a:entry", NS)[0]
    assert {link.get("rel"): link.get("href") for link in root.iterfind("a:link", NS)}["self"] == CHANNEL.self_url
    assert {link.get("rel"): link.get("href") for link in entry.iterfind("a:link", NS)} == {
        "alternate": "https://hub.example/articles/1/",
        "via": "https://tavania-today.example/ferry",
    }
    assert entry.findtext("a:source/a:id", namespaces=NS) == "https://tavania-today.example/rss"
    assert entry.findtext("a:source/a:author/a:name", namespaces=NS) == "Tavania Today"
    assert entry.findtext("a:rights", namespaces=NS) == "(c) the outlet"
    assert root.findtext("n:withheld", namespaces=NS) == "2"


@pytest.mark.parametrize(
    ("withheld", "told"), [(0, ""), (1, " 1 item is withheld from"), (7, " 7 items are withheld from")]
)
def test_the_description_tells_how_many_are_withheld(withheld: int, told: str) -> None:
    feed = json.loads(json_feed(replace(CHANNEL, withheld=withheld), []))
    assert feed["description"].startswith(CHANNEL.description + told)
    assert ("withheld" in feed["description"]) is bool(withheld)


def test_an_excerpt_says_that_it_is_one_and_until_when() -> None:
    excerpt, link = contents(rss(CHANNEL, items()))[1:]
    assert "<p>Переговоры о пароме</p><p>This is an excerpt." in excerpt
    assert "until 2031-05-06" in excerpt
    assert link.startswith("<p>Only the link")


@EVERY
def test_the_same_values_give_the_same_bytes(write: Writer) -> None:
    assert write(CHANNEL, items()) == write(CHANNEL, iter(items()))


@EVERY
def test_an_empty_feed_is_a_feed(write: Writer) -> None:
    bare = Channel("T", "", "https://hub.example/", "https://hub.example/f", "urn:x", NOON)
    assert contents(write(bare, [])) == []


@EVERY
def test_a_moment_without_a_zone_is_rejected(write: Writer) -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        write(replace(CHANNEL, updated=NOON.replace(tzinfo=None)), [])


@EVERY
@pytest.mark.parametrize("origin", ["javascript:alert(1)", "data:text/html,x", " ", None])
def test_only_web_addresses_become_links(write: Writer, origin: str | None) -> None:
    item = Item(released(replace(held(), origin=origin)), via=origin, homepage=origin, feed_url=origin)
    document = write(CHANNEL, [item])
    assert b"javascript:" not in document
    assert b"data:text" not in document
    assert b'"via"' not in document


ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)


@EVERY
@given(title=ANY, text=ANY, name=ANY, category=ANY)
def test_any_text_makes_a_document_with_its_notice(
    write: Writer, title: str, text: str, name: str, category: str
) -> None:
    item = replace(held(text), title=title, byline=(name,), origin=f"https://o.example/{name}")
    out = released(item, of=replace(OWNED, source_name=name, words=text))
    found = contents(write(replace(CHANNEL, title=title), [Item(out, (category,), rights=text)]))
    assert len(found) == 1
    assert found[0].count('data-notice="tavania-today"') == 1


@EVERY
def test_what_xml_forbids_is_removed_and_nothing_else(write: Writer) -> None:
    item = replace(held("a\x00b\ud800c\ufffed 👍🏽\u200f"), title="one\x08 two\x85")
    document = write(CHANNEL, [Item(released(item))]).decode()
    assert "abcd 👍🏽\u200f" in document
    assert re.search("one two(\x85|&#133;|\\\\u0085)?", document)


@EVERY
def test_dates_are_told_as_instants_in_utc(write: Writer) -> None:
    east = NOON.astimezone(timezone(timedelta(hours=5, minutes=30))) + timedelta(microseconds=7)
    document = write(CHANNEL, [Item(released(replace(held(), published=east)))])
    assert document == write(CHANNEL, [Item(released())])
