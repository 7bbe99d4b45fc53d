"""The demo's feeds: each is read back whole by the hub's own parser, at any moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.demo import DemoHub, DemoSource, feed_bytes, load, page_html
from audiatur.demo.dialects import rss_20
from audiatur.demo.render import feed_type
from audiatur.demo.standing import newest, shown
from audiatur.feeds import FeedFormat, ParsedFeed, parse

EPOCH = datetime(2026, 3, 2, tzinfo=UTC)
BASE = "http://127.0.0.1:8123"


@cache
def hub() -> DemoHub:
    return load(EPOCH)


SLUGS = [source.slug for source in hub().sources]


def read(source: DemoSource, at: datetime) -> ParsedFeed:
    return parse(
        feed_bytes(source, at=at, base_url=BASE), url=BASE + source.path, content_type=feed_type(source)
    )  # fmt: skip


@pytest.mark.parametrize("slug", SLUGS)
def test_a_feed_is_read_back_as_it_was_written(slug: str) -> None:
    source = hub().source(slug)
    parsed = read(source, hub().ends)
    standing = newest(source, hub().ends)
    assert not parsed.warnings
    assert [entry.title for entry in parsed.entries] == [one.title for one in standing]
    assert [entry.published for entry in parsed.entries] == [one.article.published for one in standing]
    assert len({entry.id for entry in parsed.entries}) == len(standing)


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug != "harbour-review"])
def test_the_whole_text_survives_the_dialect_and_its_encoding(slug: str) -> None:
    source = hub().source(slug)
    for entry, one in zip(read(source, hub().ends).entries, newest(source, hub().ends), strict=True):
        text = entry.content_text or entry.summary_text or ""
        for paragraph in one.paragraphs:
            assert paragraph.replace("*", "") in text


def test_the_dialects_and_encodings_differ() -> None:
    formats = {read(source, hub().ends).feed.format for source in hub().sources}
    assert formats == {
        FeedFormat.RSS_09X, FeedFormat.RSS_20, FeedFormat.RDF, FeedFormat.ATOM_10, FeedFormat.JSON_10,
        FeedFormat.JSON_11,
    }  # fmt: skip
    assert {source.encoding for source in hub().sources} == {"utf-8", "windows-1251"}


def test_a_summary_feed_carries_no_whole_article() -> None:
    entries = read(hub().source("harbour-review"), hub().ends).entries
    assert all(entry.content_text is None and entry.summary_text for entry in entries)


def test_furniture_comes_with_absolute_addresses() -> None:
    html = read(hub().source("kelmara-public"), hub().ends).entries[0].content_html or ""
    assert f'href="{BASE}/kelmara-public/latest"' in html


def test_an_edited_headline_changes_under_the_same_id() -> None:
    source = hub().source("kelmara-today")
    (early,) = read(source, EPOCH + timedelta(hours=12)).entries
    (late,) = read(source, EPOCH + timedelta(hours=24)).entries
    assert early.id == late.id
    assert (early.title or "").endswith("missing")
    assert (late.title or "").endswith("detained")


def test_an_edited_body_changes_the_number_of_warnings() -> None:
    source = hub().source("dorvenia-telegraph")
    evening, morning = (read(source, EPOCH + timedelta(days=2, hours=hours)).entries[0] for hours in (12, 33))
    assert evening.id == morning.id
    assert "предупредили трижды" in (evening.content_text or "")
    assert "предупредили четырежды" in (morning.content_text or "")


def test_a_deleted_article_leaves_the_feed() -> None:
    source = hub().source("dorvenia-international")
    ids = [{entry.id for entry in read(source, EPOCH + timedelta(days=day)).entries} for day in (6, 8)]
    assert ids[0] - ids[1] == {"https://dorvenia-international.example/id/light-ordered-off"}


@given(minutes=st.integers(min_value=0, max_value=14 * 24 * 60), slug=st.sampled_from(SLUGS))
def test_no_feed_knows_the_future_and_none_is_longer_than_its_room(minutes: int, slug: str) -> None:
    at, source = EPOCH + timedelta(minutes=minutes), hub().source(slug)
    entries = read(source, at).entries
    assert len(entries) <= source.newest
    assert all(entry.published is not None and entry.published <= at for entry in entries)


@given(minutes=st.integers(min_value=0, max_value=14 * 24 * 60), slug=st.sampled_from(SLUGS))
def test_an_unchanged_outlet_gives_the_same_bytes(minutes: int, slug: str) -> None:
    at, source = EPOCH + timedelta(minutes=minutes), hub().source(slug)
    later = at + timedelta(minutes=1)
    if newest(source, at) == newest(source, later):
        assert feed_bytes(source, at=at, base_url=BASE) == feed_bytes(source, at=later, base_url=BASE)


def test_a_cdata_end_in_furniture_cannot_break_the_feed() -> None:
    source = hub().source("kelmara-public")
    items = newest(source, hub().ends)
    hostile = replace(source, furniture=("<p>]]></p>",))
    parsed = parse(rss_20(hostile, items, BASE).encode())
    assert (parsed.entries[0].content_text or "").endswith("]]>")


def test_a_page_follows_the_moment_and_none_stands_before_or_after() -> None:
    source = hub().source("ostrel-courier")
    article = next(article for article in source.articles if article.deleted)
    pages = [
        page_html(source, article, at=at, base_url=BASE)
        for at in (article.published - timedelta(minutes=1), article.published, hub().ends)
    ]
    assert (pages[0], pages[2]) == (None, None)
    assert "<h1>Second Kelmaran trawler missing" in (pages[1] or "")


def test_emphasis_is_html_and_everything_else_is_escaped() -> None:
    source = hub().source("kelmara-public")
    one = shown(source.articles[0], hub().ends)
    assert one is not None
    assert "<em>Morning Tern</em>" in one.html
    assert "*" not in one.summary
