"""Broken and hostile documents: what can be had is had, within limits, and only our errors leave."""

from __future__ import annotations

from contextlib import suppress
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.errors import AudiaturError, FeedError
from audiatur.feeds import ParsedFeed, parse
from audiatur.feeds.limits import MAX_BYTES, MAX_ENTRIES


def titles(document: str) -> list[str | None]:
    return [entry.title for entry in parse(document.encode()).entries]


def codes(parsed: ParsedFeed) -> set[str]:
    return {caution.code for caution in parsed.warnings}


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<rss><channel><item><title>Fish & Chips &amp; more</title></item></channel></rss>", ["Fish & Chips & more"]),
        ("<rss><channel><item><title>caf&eacute;&nbsp;&mdash; Klow</title></item></channel></rss>", ["café — Klow"]),
        ("<rss><channel><item><title>&madeup; x</title></item></channel></rss>", ["&madeup; x"]),
        ("<rss><channel><item><title>a\x01b\x0bc</title></item></channel></rss>", ["abc"]),
        ("<rss><channel><item><title>a&#1;b</title></item></channel></rss>", ["a\ufffdb"]),
        ("<rss><channel><item><title>don\x92t &#150; stop</title></item></channel></rss>", ["don’t – stop"]),
        ("\n\n junk <rss><channel><item><title>x</title></item></channel></rss>", ["x"]),
        (" <?xml version='1.0'?><rss><channel><item><title>x</title></item></channel></rss>", ["x"]),
        ("<rss><channel><item><title>x</title></item><item><title>y", ["x", "y"]),
        ("<rss><channel><item><title>x<br>y</title></item><item><title>z</title></item></channel></rss>", ["x y", "z"]),
        ("<rss><channel><item><dc:title>undeclared</dc:title></item></channel></rss>", ["undeclared"]),
        ("<rss><channel><item><title><![CDATA[never closed</title></item></channel></rss>", ["never closed"]),
        ("<RSS><Channel><Item><Title>loud</Title></Item></Channel></RSS>", ["loud"]),
    ],
)
def test_broken_documents_are_recovered(document: str, expected: list[str]) -> None:
    assert titles(document) == expected


def test_what_was_forgiven_is_said() -> None:
    assert "malformed-xml" in codes(parse(b"<rss><channel><item><title>a & b</title></item></channel></rss>"))


LAUGHS = (
    '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "http://127.0.0.1:9/x"> %b;]>'
LONG = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 900}">]>'


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE, LONG, '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">'])
@pytest.mark.parametrize("references", ["&a;", "&i;" * 100, "&a;" * 20_000])
def test_entities_are_bounded_and_never_fetched(doctype: str, references: str) -> None:
    document = (
        f"{doctype}<rss><channel><title>{references}</title><description>{references}</description></channel></rss>"
    )
    begun = perf_counter()
    parsed = parse(document.encode())
    assert perf_counter() - begun < 2
    assert "root:" not in (parsed.feed.title or "")
    assert len(parsed.feed.description or "") < len(document) + 64 * 1024


def test_a_documents_own_plain_entities_are_resolved() -> None:
    document = '<!DOCTYPE rss [<!ENTITY paper "Klow Courier">]><rss><channel><title>&paper;</title></channel></rss>'
    assert parse(document.encode()).feed.title == "Klow Courier"


def test_refused_entities_are_said() -> None:
    assert "entities-refused" in codes(parse(f"{OUTSIDE}<rss><channel/></rss>".encode()))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"<rss>" + b" " * MAX_BYTES, "too-large"),
        (b"<rss><channel>" + b"<a>" * 1000, "beyond-limit"),
        (b"<rss>" + b"<a/>" * 1_000_001, "beyond-limit"),
        (b'{"items": [' + b"{}," * 1_000_001, "beyond-limit"),
        (b"<!doctype html><html><body>x</body></html>", "not-a-feed"),
        (b"<html><head><title>x</title>", "not-a-feed"),
        (b"<note>x</note>", "not-a-feed"),
        (b"plain words", "not-a-feed"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not-a-feed"),
    ],
)
def test_what_is_no_feed_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(FeedError) as caught:
        parse(data)
    assert caught.value.code == code
    assert caught.value.remedy


def test_an_html_page_is_told_how_to_go_on() -> None:
    with pytest.raises(FeedError, match="HTML page"):
        parse(b"<!DOCTYPE html><html><head></head><body><p>x</p></body></html>")


@pytest.mark.parametrize(
    "piece", ["<title><![CDATA[", "<![CDATA[</title>", "&", "<a xml:base='b/'>", "<!--", "<!DOCTYPE x ["]
)
def test_repeated_damage_neither_nests_nor_slows(piece: str) -> None:
    begun = perf_counter()
    with suppress(AudiaturError):
        parse(b"<rss><channel><item>" + piece.encode() * 20_000)
    assert perf_counter() - begun < 2


def test_too_many_entries_are_cut_and_said() -> None:
    parsed = parse(b"<rss><channel>" + b"<item/>" * (MAX_ENTRIES + 5) + b"</channel></rss>")
    assert len(parsed.entries) == MAX_ENTRIES
    assert "too-many-entries" in codes(parsed)


def test_what_libxml2_gives_up_is_read_otherwise() -> None:
    parsed = parse(b"<rss version='2.0'<channel><item><title>still there</title></item></channel></rss>")
    assert [entry.title for entry in parsed.entries] == ["still there"]


PIECES = st.sampled_from(
    ["<rss>", "<channel>", "<item>", "<title>", "</title>", "</item>", "<![CDATA[", "]]>", "&amp;", "&", "<", ">", "x",
     "<!DOCTYPE rss [", "]>", "<!--", "-->", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>",
     "<link href='a'/>", "<content type='xhtml'>", "<pubDate>", "12 Apr 2022", "xml:base='http://['",
     "<?xml version='1.0' encoding='utf-16'?>",
     '{"items":[', "]}", "{", "\x00", "\ud7ff", "<a:b>", "&#0;", "&#x110000;"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_pieces_raise_only_our_errors(document: str) -> None:
    try:
        parsed = parse(document.encode("utf-8"), url="https://klow.example/")
    except AudiaturError:
        return
    assert all(entry.id for entry in parsed.entries)


@given(st.binary(max_size=400), st.none() | st.text(max_size=30))
def test_any_bytes_raise_only_our_errors(data: bytes, content_type: str | None) -> None:
    with suppress(AudiaturError):
        parse(data, content_type=content_type)


@given(st.binary(max_size=60), st.integers(0, 300))
def test_a_damaged_feed_raises_only_our_errors(noise: bytes, at: int) -> None:
    item = b"<item><title>x</title><link>https://klow.example/</link></item>"
    whole = b'<?xml version="1.0"?><rss version="2.0"><channel>' + item + b"</channel></rss>"
    with suppress(AudiaturError):
        parse(whole[:at] + noise + whole[at:])
