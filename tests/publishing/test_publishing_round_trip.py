"""What the hub gives out, the hub can take in: one hub may follow another."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.feeds import parse
from audiatur.markup.html import sanitise, text_of
from audiatur.publishing.atom import atom
from audiatur.publishing.content import content_html
from audiatur.publishing.json_feed import json_feed
from audiatur.publishing.rss import rss
from audiatur.publishing.values import Item
from tests.provenance.samples import NOON, held
from tests.publishing.published import CHANNEL, items, released
from tests.publishing.test_publishing_feeds import EVERY, Writer

FORMATS = pytest.mark.parametrize(
    ("write", "form"), [(rss, "rss-2.0"), (atom, "atom-1.0"), (json_feed, "json-1.1")], ids=["rss", "atom", "json"]
)


@FORMATS
def test_the_channel_comes_back(write: Writer, form: str) -> None:
    feed = parse(write(CHANNEL, items())).feed
    assert (feed.format, feed.title, feed.link, feed.language) == (form, CHANNEL.title, CHANNEL.home, "en")
    assert feed.self_url == CHANNEL.self_url


@EVERY
def test_nothing_has_to_be_forgiven(write: Writer) -> None:
    assert parse(write(CHANNEL, items())).warnings == ()


@EVERY
def test_ids_titles_addresses_and_dates_come_back(write: Writer) -> None:
    for entry, item in zip(parse(write(CHANNEL, items())).entries, items(), strict=True):
        out = item.released
        assert (entry.id, entry.url, entry.title) == (out.id, out.page, out.title)
        assert (entry.published, entry.updated) == (out.published, out.updated)
        assert entry.categories == item.categories


@EVERY
def test_the_content_comes_back_with_its_notice(write: Writer) -> None:
    for entry, item in zip(parse(write(CHANNEL, items())).entries, items(), strict=True):
        sent = content_html(item)
        assert entry.content_html == sanitise(sent, base=None)
        assert entry.content_text == text_of(sent)
        assert "Inclusion is not an endorsement." in (entry.content_text or "")


@EVERY
def test_bylines_come_back_as_they_are(write: Writer) -> None:
    first = parse(write(CHANNEL, items())).entries[0]
    assert first.authors == ("Ilka Maro", "B. Tesk")


@EVERY
def test_no_item_without_a_byline_is_said_to_be_the_hubs(write: Writer) -> None:
    second = parse(write(CHANNEL, items())).entries[1]
    assert CHANNEL.title not in second.authors


@pytest.mark.parametrize("write", [rss, atom], ids=["rss", "atom"])
def test_the_outlet_comes_back_as_the_source(write: Writer) -> None:
    first = parse(write(CHANNEL, items())).entries[0]
    assert first.source is not None
    assert first.source.title == "Tavania Today"


WORDS = st.text(st.sampled_from("aé語ферма .,;:'\"&%-–👍🏽"), max_size=40).map(lambda text: " ".join(text.split()))
MOMENTS = st.integers(0, 3_000_000_000).map(lambda seconds: NOON - timedelta(seconds=seconds))


@EVERY
@given(title=WORDS, text=WORDS, published=MOMENTS, updated=MOMENTS)
def test_whatever_is_written_comes_back(
    write: Writer, title: str, text: str, published: datetime, updated: datetime
) -> None:
    item = replace(held(text), title=title)
    item = replace(item, published=published, updated=updated)
    (entry,) = parse(write(CHANNEL, [Item(released(item))])).entries
    assert (entry.id, entry.title, entry.published, entry.updated) == (item.id, title or None, published, updated)
    assert (entry.content_text or "").startswith(text)
