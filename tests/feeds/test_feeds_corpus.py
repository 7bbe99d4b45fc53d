"""The promises to the corpora: each floor holds, and what is measured is really there."""

from __future__ import annotations

import pytest

from audiatur.feeds import parse, read_opml
from evaluation import feeds_discovery, feeds_feedparser, feeds_gofeed, feeds_hostile
from evaluation.feeds_figures import Figure
from tests.corpora import corpora

pytestmark = pytest.mark.corpus


def held(figure: Figure, at_least: int) -> None:
    """A figure keeps its floor, over at least so many cases, so that an empty corpus is no success."""
    assert figure.cases >= at_least
    assert figure.holds, "\n".join((figure.line(), *figure.misses))


def test_gofeed_agrees() -> None:
    corpora("feeds", "gofeed")
    held(feeds_gofeed.figure(), 255)


def test_feedparser_agrees() -> None:
    corpora("feeds", "feedparser")
    held(feeds_feedparser.figure(), 455)


def test_pages_lead_to_their_feeds() -> None:
    corpora("feeds", "w3c-feedvalidator", "feedfinder-tests")
    held(feeds_discovery.figure(), 117)


def test_real_lists_load_and_come_back() -> None:
    corpora("sources", "awesome-rss-feeds")
    held(feeds_discovery.opml_figure(), 118)


def test_nothing_in_the_corpora_breaks_us() -> None:
    corpora("hostile")
    held(feeds_hostile.figure(), 6000)


def test_a_year_of_snapshots_loses_no_item() -> None:
    corpora("news", "rss-wsj-world")
    for document in feeds_hostile.snapshots(every=40):
        parsed = parse(document)
        assert len(parsed.entries) == document.count(b"<item>")
        assert all(entry.title and entry.url and entry.published for entry in parsed.entries)
        assert not parsed.warnings


def test_real_lists_hold_every_address() -> None:
    for path in sorted(corpora("sources", "awesome-rss-feeds", "countries", "with_category").glob("*.opml")):
        data = path.read_bytes()
        listed = {feed.url for feed in read_opml(data)}
        assert len(listed) >= 0.9 * data.count(b'xmlUrl="http')
