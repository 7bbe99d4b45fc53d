"""RSS 0.9x, 2.0 and RDF."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta

import pytest

from audiatur.feeds import Enclosure, Entry, EntrySource, FeedFormat, ParsedFeed, parse

NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:cc="http://backend.userland.com/creativeCommonsRssModule"'
)


def rss(channel: str, *, url: str | None = "https://klow.example/feed.xml", version: str = "2.0") -> ParsedFeed:
    return parse(f'<rss version="{version}" {NAMESPACES}><channel>{channel}</channel></rss>'.encode(), url=url)


def item(fields: str) -> Entry:
    (entry,) = rss(f"<item>{fields}</item>").entries
    return entry


def test_a_channel() -> None:
    feed = rss(
        "<title>Klow Courier</title><link>/</link><language>sy_KL</language><copyright>Klow Press</copyright>"
        "<description>All of &lt;b&gt;Klow&lt;/b&gt;</description>"
        "<lastBuildDate>Tue, 12 Apr 2022 09:00:00 +0300</lastBuildDate>"
        "<ttl>30</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
        "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
        '<atom:link rel="self" href="/self.xml"/><atom:link rel="hub" href="https://hub.example/"/>'
    ).feed
    assert (feed.title, feed.link, feed.language, feed.rights) == (
        "Klow Courier",
        "https://klow.example/",
        "sy-KL",
        "Klow Press",
    )
    assert feed.description == "All of Klow"
    assert feed.updated == datetime(2022, 4, 12, 6, tzinfo=UTC)
    assert (feed.self_url, feed.hubs) == ("https://klow.example/self.xml", ("https://hub.example/",))
    assert (feed.rhythm.ttl, feed.rhythm.update_every) == (timedelta(minutes=30), timedelta(minutes=30))
    assert (feed.rhythm.skip_hours, feed.rhythm.skip_days) == (frozenset({3, 0}), frozenset({7}))


def test_an_item() -> None:
    entry = item(
        "<title>Quay &amp;amp; <![CDATA[<b>harbour</b>]]> open</title><link>/story/1?a=1&amp;b=2</link>"
        '<guid isPermaLink="false">klow-1</guid><pubDate>Tue, 12 Apr 2022 09:00:00 GMT</pubDate>'
        "<description>A &lt;i&gt;short&lt;/i&gt; account</description>"
        "<content:encoded><![CDATA[<p>In full</p>]]></content:encoded>"
        "<dc:creator>Bianca C.</dc:creator><category>Ports</category><category>Ports</category>"
        "<dc:subject>Sea</dc:subject>"
        '<enclosure url="/a.mp3" length="12" type="audio/mpeg"/>'
        '<source url="https://wire.example/rss">The Wire</source>'
    )
    assert (entry.id, entry.url) == ("klow-1", "https://klow.example/story/1?a=1&b=2")
    assert entry.title == "Quay & harbour open"
    assert entry.published == datetime(2022, 4, 12, 9, tzinfo=UTC)
    assert (entry.summary_html, entry.summary_text) == ("A <i>short</i> account", "A short account")
    assert (entry.content_html, entry.content_text) == ("<p>In full</p>", "In full")
    assert (entry.authors, entry.categories) == (("Bianca C.",), ("Ports", "Sea"))
    assert entry.enclosures == (Enclosure("https://klow.example/a.mp3", "audio/mpeg", 12),)
    assert entry.source == EntrySource("The Wire", "https://wire.example/rss")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("<guid>tag:1</guid><link>https://klow.example/a</link>", "tag:1"),
        ("<link>https://klow.example/a?utm_source=x</link>", "https://klow.example/a"),
        ("<guid>https://klow.example/g</guid>", "https://klow.example/g"),
    ],
)
def test_the_id_is_guid_then_address(fields: str, expected: str) -> None:
    assert item(fields).id == expected


def test_without_guid_and_address_title_and_date_are_the_id() -> None:
    one, same, other = (item(f"<title>A</title><pubDate>{day} Apr 2022</pubDate>") for day in (1, 1, 2))
    assert one.id == same.id != other.id
    assert item("<description>only this</description>").id != item("<description>only that</description>").id


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ('<guid isPermaLink="true">https://klow.example/g</guid>', "https://klow.example/g"),
        ('<guid isPermaLink="false">https://klow.example/g</guid>', None),
        ('<atom:link href="/from-atom"/>', "https://klow.example/from-atom"),
        ("<link>javascript:alert(1)</link>", None),
        ("<link> https://klow.example/with space </link>", "https://klow.example/with%20space"),
    ],
)
def test_the_address_of_an_item(fields: str, url: str | None) -> None:
    assert item(fields).url == url


@pytest.mark.parametrize(
    ("fields", "authors"),
    [
        ("<author>desk@klow.example (Bianca C.)</author>", ("Bianca C.",)),
        ("<author>Bianca C. &lt;desk@klow.example&gt;</author>", ("Bianca C.",)),
        ("<itunes:author>Radio Klow</itunes:author>", ("Radio Klow",)),
        ("<dc:creator>A</dc:creator><dc:creator>B</dc:creator>", ("A", "B")),
        ("<atom:author><atom:name>C</atom:name></atom:author>", ("C",)),
    ],
)
def test_authors(fields: str, authors: tuple[str, ...]) -> None:
    assert item(fields).authors == authors


def test_media_and_itunes() -> None:
    entry = item(
        '<media:group><media:content url="/v.mp4" medium="video" fileSize="9"/></media:group>'
        "<media:title>Film</media:title>"
        "<media:description>What it shows</media:description><itunes:keywords>sea, ports</itunes:keywords>"
        "<cc:license>CC BY</cc:license>"
    )
    assert entry.enclosures == (Enclosure("https://klow.example/v.mp4", "video/*", 9),)
    assert (entry.title, entry.summary_text, entry.categories) == ("Film", "What it shows", ("sea", "ports"))
    assert entry.rights == "CC BY"


@pytest.mark.parametrize(
    ("document", "form"),
    [
        ('<rss version="0.91"><channel/></rss>', FeedFormat.RSS_09X),
        ('<rss version="0.92"><channel/></rss>', FeedFormat.RSS_09X),
        ('<rss version="2.0"><channel/></rss>', FeedFormat.RSS_20),
        ("<rss><channel/></rss>", FeedFormat.RSS_20),
        (
            '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
            "<channel/></r:RDF>",
            FeedFormat.RDF,
        ),
        ('<Channel xmlns="http://purl.org/net/rss1.1#"><items/></Channel>', FeedFormat.RDF),
    ],
)
def test_formats(document: str, form: FeedFormat) -> None:
    assert parse(document.encode()).feed.format is form


def test_rdf_items_beside_the_channel() -> None:
    parsed = parse(
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Klow</title></channel>'
        b'<item rdf:about="urn:1"><title>One</title><dc:date>2022-04-12T09:00+03:00</dc:date></item><item/></rdf:RDF>'
    )
    assert [entry.title for entry in parsed.entries] == ["One", None]
    assert parsed.entries[0].id == "urn:1"
    assert parsed.entries[0].published == datetime(2022, 4, 12, 6, tzinfo=UTC)


def test_relative_addresses_follow_xml_base() -> None:
    parsed = parse(
        b'<rss xml:base="https://klow.example/a/"><channel><item xml:base="b/"><link>c</link>'
        b"<description>&lt;a href='d'>d&lt;/a></description></item></channel></rss>"
    )
    (entry,) = parsed.entries
    assert entry.url == "https://klow.example/a/b/c"
    assert 'href="https://klow.example/a/b/d"' in (entry.summary_html or "")


def test_repeated_ids_and_bad_dates_are_said_once() -> None:
    parsed = rss(
        "<item><guid>1</guid><pubDate>soon</pubDate></item><item><guid>1</guid><pubDate>later</pubDate></item>"
    )
    assert {caution.code for caution in parsed.warnings} == {"repeated-id", "bad-date"}
    assert len(parsed.entries) == 2


def test_what_was_read_travels_between_processes() -> None:
    parsed = rss("<title>K</title><item><title>x</title><description>&lt;b&gt;y&lt;/b&gt;</description></item>")
    again = pickle.loads(pickle.dumps(parsed))  # noqa: S301  our own bytes
    assert again == parsed
    assert again.entries[0].summary_text == "y"
