"""A reader that others wrote reads the three documents."""

from __future__ import annotations

import json
from calendar import timegm
from datetime import UTC, datetime
from time import struct_time

import feedparser
import pytest

from audiatur.publishing.atom import atom
from audiatur.publishing.content import content_html
from audiatur.publishing.json_feed import json_feed
from audiatur.publishing.rss import rss
from tests.publishing.published import CHANNEL, items
from tests.publishing.test_publishing_feeds import Writer

SAID = ("<em>ferry</em> &amp; the", "Переговоры о пароме", "Only the link to this item")
XML = pytest.mark.parametrize("write", [rss, atom], ids=["rss", "atom"])


def instant(parsed: struct_time) -> datetime:
    return datetime.fromtimestamp(timegm(parsed), UTC)


@XML
def test_it_finds_no_fault(write: Writer) -> None:
    parsed = feedparser.parse(write(CHANNEL, items()))
    assert not parsed.bozo
    assert (parsed.feed.title, parsed.feed.link) == (CHANNEL.title, CHANNEL.home)


@XML
def test_it_reads_the_same_items(write: Writer) -> None:
    entries = feedparser.parse(write(CHANNEL, items())).entries
    for entry, item in zip(entries, items(), strict=True):
        out = item.released
        assert (entry.id, entry.link, entry.get("title", "")) == (out.id, out.page, out.title or "")
        assert instant(entry.published_parsed) == out.published
        assert instant(entry.updated_parsed) == out.updated


@XML
def test_its_sanitiser_keeps_what_the_item_says(write: Writer) -> None:
    entries = feedparser.parse(write(CHANNEL, items())).entries
    for entry, said in zip(entries, SAID, strict=True):
        shown = entry.content[0].value
        assert said in shown
        assert "Inclusion is not an endorsement." in shown
        assert "https://hub.example/sources/tavania-today/" in shown


def test_json_reads_the_same_items() -> None:
    feed = json.loads(json_feed(CHANNEL, items()))
    for entry, item in zip(feed["items"], items(), strict=True):
        out = item.released
        assert (entry["id"], entry["url"], entry.get("title")) == (out.id, out.page, out.title)
        assert datetime.fromisoformat(entry["date_published"]) == out.published
        assert datetime.fromisoformat(entry["date_modified"]) == out.updated
        assert entry["content_html"] == content_html(item)
