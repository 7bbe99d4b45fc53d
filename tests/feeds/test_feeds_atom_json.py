"""Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from audiatur.errors import FeedError
from audiatur.feeds import Enclosure, Entry, EntrySource, FeedFormat, as_json, parse

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"


def entry_of(fields: str, *, namespace: str = ATOM, around: str = "") -> Entry:
    document = f'<feed xmlns="{namespace}">{around}<entry>{fields}</entry></feed>'
    (entry,) = parse(document.encode(), url="https://klow.example/atom").entries
    return entry


@pytest.mark.parametrize(
    ("attributes", "inside", "html", "text"),
    [
        ("", "1 &lt; 2", "1 &lt; 2", "1 < 2"),
        ('type="text"', "&lt;b&gt;", "&lt;b&gt;", "<b>"),
        ('type="html"', "&lt;b&gt;x&lt;/b&gt;", "<b>x</b>", "x"),
        ('type="html"', "<![CDATA[<b>x</b>]]>", "<b>x</b>", "x"),
        ('type="html"', "<b>unescaped</b>", "<b>unescaped</b>", "unescaped"),
        (
            'type="xhtml"',
            '<div xmlns="http://www.w3.org/1999/xhtml"><b>x</b> &amp; y</div>',
            "<b>x</b> &amp; y",
            "x & y",
        ),
        ('type="xhtml"', '<h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:b>x</h:b></h:div>', "<b>x</b>", "x"),
        ('type="text/html"', "&lt;i&gt;x&lt;/i&gt;", "<i>x</i>", "x"),
        ('type="application/octet-stream"', "PGI+eDwvYj4=", "<b>x</b>", "x"),
        ('type="application/x-odd"', "test", "test", "test"),
    ],
)
def test_content_by_type(attributes: str, inside: str, html: str, text: str) -> None:
    entry = entry_of(f"<content {attributes}>{inside}</content>")
    assert (entry.content_html, entry.content_text) == (html, text)


def test_an_entry() -> None:
    entry = entry_of(
        "<id>urn:1</id><title type='html'>A &amp;amp; B</title><published>2022-04-12T09:00:00Z</published>"
        "<updated>2022-04-13T09:00:00+03:00</updated><author><name>Bianca</name></author><author><email>x@y.z</email></author>"
        "<category term='ports' label='Ports'/><link rel='enclosure' href='/a.mp3' type='audio/mpeg' length='7'/>"
        "<link rel='alternate' type='text/html' href='/one'/><rights>Klow Press</rights>"
        "<source><title>The Wire</title><link href='https://wire.example/'/></source>"
    )
    assert (entry.id, entry.title, entry.url) == ("urn:1", "A & B", "https://klow.example/one")
    assert entry.published == datetime(2022, 4, 12, 9, tzinfo=UTC)
    assert entry.updated == datetime(2022, 4, 13, 6, tzinfo=UTC)
    assert (entry.authors, entry.categories, entry.rights) == (("Bianca", "x@y.z"), ("ports",), "Klow Press")
    assert entry.enclosures == (Enclosure("https://klow.example/a.mp3", "audio/mpeg", 7),)
    assert entry.source == EntrySource("The Wire", "https://wire.example/")


def test_the_feeds_author_is_the_entrys_where_it_names_none() -> None:
    around = "<author><name>The Desk</name></author>"
    assert entry_of("<title>x</title>", around=around).authors == ("The Desk",)
    assert entry_of("<author><name>Bianca</name></author>", around=around).authors == ("Bianca",)


def test_atom_03() -> None:
    entry = entry_of(
        '<title mode="base64">S2xvdw==</title><issued>2004-05-25T12:00:00Z</issued>'
        "<modified>2004-05-26T12:00:00Z</modified>"
        '<content type="text/html" mode="escaped">&lt;b&gt;x&lt;/b&gt;</content>',
        namespace="http://purl.org/atom/ns#",
    )
    assert (entry.title, entry.content_html) == ("Klow", "<b>x</b>")
    assert (entry.published, entry.updated) == (
        datetime(2004, 5, 25, 12, tzinfo=UTC),
        datetime(2004, 5, 26, 12, tzinfo=UTC),
    )


def test_inner_base_and_language() -> None:
    inside = f'<div xmlns="{XHTML}"><p xml:base="https://szohod.example/"><a href="b">b</a></p></div>'
    entry = f'<entry xml:lang="en_GB"><content type="xhtml">{inside}</content></entry>'
    document = f'<feed xmlns="{ATOM}" xml:lang="sy" xml:base="https://klow.example/a/">{entry}</feed>'
    parsed = parse(document.encode())
    assert (parsed.feed.language, parsed.entries[0].language) == ("sy", "en-GB")
    assert 'href="https://szohod.example/b"' in (parsed.entries[0].content_html or "")


JSON_ITEM = {
    "id": 7,
    "url": "/one",
    "title": "Quay open",
    "content_html": "<p>In <script>x</script>full</p>",
    "summary": "1 < 2",
    "date_published": "2022-04-12T09:00:00Z",
    "tags": ["ports", 3],
    "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 7}, "odd"],
}


def test_json_feed() -> None:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Klow Courier",
        "home_page_url": "https://klow.example/",
        "authors": [{"name": "The Desk"}],
        "items": [JSON_ITEM, "odd", {"content_text": "One\n\nTwo & three"}],
    }
    parsed = parse(json.dumps(document).encode())
    assert (parsed.feed.format, parsed.feed.title, len(parsed.entries)) == (FeedFormat.JSON_11, "Klow Courier", 2)
    first, second = parsed.entries
    assert (first.id, first.url, first.content_html) == ("7", "https://klow.example/one", "<p>In full</p>")
    assert (first.summary_html, first.summary_text, first.authors) == ("1 &lt; 2", "1 < 2", ("The Desk",))
    assert first.enclosures == (Enclosure("https://klow.example/a.mp3", "audio/mpeg", 7),)
    assert (second.content_html, second.content_text) == ("<p>One</p><p>Two &amp; three</p>", "One\nTwo & three")
    assert [caution.code for caution in parsed.warnings] == ["bad-entry"]


def test_half_a_surrogate_pair_is_replaced() -> None:
    item = rb'{"id": "\udc00x", "tags": ["\ud83d"], "content_html": "<p>\ud83d"}'
    parsed = parse(rb'{"version": "1.1", "title": "\ud83d", "items": [' + item + b"]}")
    assert str(parsed).encode("utf-8")
    assert (parsed.feed.title, parsed.entries[0].content_text) == ("?", "?")


@pytest.mark.parametrize("text", ["{}", "[]", '{"items": 1}', "{", "[" * 100_000, '{"a": ' + "9" * 5000 + "}"])
def test_what_is_no_json_feed_is_refused(text: str) -> None:
    with pytest.raises(FeedError):
        parse(text.encode())


def test_the_contract() -> None:
    item = b"<item><title>x</title><pubDate>2022-04-12</pubDate></item>"
    answer = as_json(parse(b"<rss><channel><title>K</title>" + item + b"</channel></rss>"))
    plain = json.loads(json.dumps(answer))
    assert plain == answer
    assert {"title", "link", "language", "format", "updated"} <= plain["feed"].keys()
    (entry,) = plain["entries"]
    assert (entry["published"], entry["source"], entry["authors"]) == ("2022-04-12T00:00:00+00:00", None, [])
    assert [warning["code"] for warning in plain["warnings"]] == ["date-without-zone"]
