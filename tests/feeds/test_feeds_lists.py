"""Lists of feeds, and the feeds that a page announces."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.errors import AudiaturError, RegisterError
from audiatur.feeds import ListedFeed, discover, read_opml, write_opml

PAGE = "https://klow.example/news/"


def test_folders_nest() -> None:
    feeds = read_opml(
        b'<opml version="1.0"><body><outline text="Klow"><outline title="Ports" text="Ports">'
        b'<outline text="Courier" xmlUrl="https://klow.example/rss" htmlUrl="https://klow.example/" language="sy"/>'
        b"</outline>"
        b'<outline text="no address"/></outline><outline text="x" xmlurl="feed:nothing"/></body></opml>'
    )
    assert feeds == (
        ListedFeed("https://klow.example/rss", "Courier", "https://klow.example/", ("Klow", "Ports"), "sy"),
    )


def test_broken_opml_is_read() -> None:
    feeds = read_opml(b'<opml><body><outline text="Fish & chips" xmlUrl="https://klow.example/rss?a=1&b=2">')
    assert [(feed.title, feed.url) for feed in feeds] == [("Fish & chips", "https://klow.example/rss?a=1&b=2")]


@pytest.mark.parametrize("data", [b"", b"words", b"<rss/>", b"<html/>", b"{}"])
def test_what_is_no_opml_is_refused(data: bytes) -> None:
    with pytest.raises(RegisterError) as caught:
        read_opml(data)
    assert caught.value.remedy


words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn")), min_size=1, max_size=12)
listed = st.builds(
    ListedFeed,
    url=st.from_regex(r"https://[a-z]{1,8}\.example/[a-z0-9]{0,8}\?a=[0-9]&b=1", fullmatch=True),
    title=words | st.none(),
    site=st.just("https://klow.example/") | st.none(),
    folders=st.lists(words, max_size=3).map(tuple),
    language=st.sampled_from(["en", "sy-KL", None]),
    description=words | st.none(),
    extra=st.dictionaries(st.sampled_from(["mode", "country", "side_one"]), words, max_size=2),
)


@given(st.lists(listed, max_size=8, unique_by=lambda feed: (feed.url, feed.folders)), words)
def test_every_list_comes_back(feeds: list[ListedFeed], title: str) -> None:
    again = read_opml(write_opml(feeds, title=title))
    assert {(feed.url, feed.folders): feed for feed in again} == {(feed.url, feed.folders): feed for feed in feeds}


@given(st.binary(max_size=200))
def test_any_bytes_raise_only_our_errors(data: bytes) -> None:
    with suppress(AudiaturError):
        read_opml(b"<opml>" + data)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<link rel=alternate type="application/rss+xml" href="/rss" title="All">', ["https://klow.example/rss"]),
        ('<LINK REL="Alternate home" TYPE="Application/Atom+XML " HREF=" feed ">', ["https://klow.example/news/feed"]),
        ('<link rel=alternate type="text/html" href="/sy/">', []),
        ('<link rel="alternate stylesheet" type="text/xml" href="/x">', []),
        ('<base href="https://szohod.example/"><link rel=alternate type="application/feed+json" href="f.json">', ["https://szohod.example/f.json"]),
        ('<link rel=alternate type="application/json+oembed" href="/oembed">', []),
        ('<a href="/index.rdf">RDF</a>', ["https://klow.example/index.rdf"]),
        ('<a href="https://feeds.szohod.example/all">News</a><a href="/about">About</a>', ["https://feeds.szohod.example/all"]),
        ('<a href="/?feed=rss2">x</a>', ["https://klow.example/?feed=rss2"]),
        ('<a href="javascript:feed()">RSS</a>', []),
        ("", []),
    ],
)  # fmt: skip
def test_discovery(html: str, expected: list[str]) -> None:
    assert [candidate.url for candidate in discover(f"<html><body>{html}", url=PAGE)] == expected


def test_announced_before_linked_and_comments_last() -> None:
    found = discover(
        '<link rel=alternate type="application/rss+xml" href="/comments/feed" title="Comments">'
        '<link rel=alternate type="application/rss+xml" href="/feed" title="News"><a href="/other.rss">x</a>',
        url=PAGE,
    )
    assert [(candidate.url.removeprefix("https://klow.example"), candidate.how) for candidate in found] == [
        ("/feed", "link"),
        ("/comments/feed", "link"),
        ("/other.rss", "anchor"),
    ]


def test_a_feed_is_its_own_candidate() -> None:
    assert [c.how for c in discover(b"<?xml version='1.0'?><!-- x --><rss/>", url=PAGE)] == ["document"]


@given(st.text(alphabet="<>linkarehf='\" =/rsbx\0", max_size=80), st.text(max_size=20))
def test_any_page_is_taken(page: str, url: str) -> None:
    discover(page, url=url)
