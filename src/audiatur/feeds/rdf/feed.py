"""The document of RSS 0.90 and 1.0, items beside the channel, and of RSS 1.1, items inside ``items``."""

from __future__ import annotations

from lxml import etree

from audiatur.feeds.batch import read_all
from audiatur.feeds.items import read_channel, read_item
from audiatur.feeds.names import split_tag
from audiatur.feeds.reading import Reading
from audiatur.feeds.values import Entry, FeedFormat, ParsedFeed

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RSS_11 = "http://purl.org/net/rss1.1#"
_ABOUT = f"{{{_RDF}}}about"


def recognise(reading: Reading) -> FeedFormat | None:
    """``rdf`` where the root is RDF around a channel or items, or an RSS 1.1 ``Channel``; else None."""
    namespace, local = split_tag(str(reading.root.tag))
    if namespace == _RSS_11 and local == "Channel":
        return FeedFormat.RDF
    if local.rpartition(":")[2].upper() != "RDF":
        return None
    fields = reading.fields(reading.root)
    return FeedFormat.RDF if "channel" in fields or "item" in fields or len(reading.root) == 0 else None


def read(reading: Reading, form: FeedFormat) -> ParsedFeed:
    """Read the document; an item that cannot be read is left out with a caution."""
    root = reading.root
    outside = reading.fields(root)
    channel = root if split_tag(str(root.tag))[1] == "Channel" else next(iter(outside.get("channel", ())), root)
    fields = reading.fields(channel)
    feed = read_channel(fields, reading, form, reading.language_of(channel) or reading.language_of(root))
    if reading.base is None:
        reading.base = feed.link
    items = list(outside.get("item", ())) if channel is not root else []
    items += fields.get("item", [])
    for holder in fields.get("items", ()):
        items += reading.fields(holder).get("item", [])

    def read_one(element: etree._Element) -> Entry:
        return read_item(element, reading, about=(element.get(_ABOUT) or "").strip() or None)

    return ParsedFeed(feed, read_all(reading.every("item", items), reading, read_one), reading.said())
