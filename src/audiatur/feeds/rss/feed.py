"""The document of RSS 0.9x and 2.0: a channel with its items inside, or, by mistake, beside it."""

from __future__ import annotations

from audiatur.feeds.batch import read_all
from audiatur.feeds.items import read_channel, read_item
from audiatur.feeds.names import name_of
from audiatur.feeds.reading import Reading
from audiatur.feeds.values import FeedFormat, ParsedFeed


def recognise(reading: Reading) -> FeedFormat | None:
    """The dialect of an RSS document, from its ``version``; 2.0 where that is absent; None where it is no RSS."""
    name = name_of(str(reading.root.tag), reading.home)
    if name == "channel":
        return FeedFormat.RSS_20
    if name != "rss":
        return None
    version = (reading.root.get("version") or "2.0").strip()
    return FeedFormat.RSS_09X if version.startswith(("0.", ".9")) else FeedFormat.RSS_20


def read(reading: Reading, form: FeedFormat) -> ParsedFeed:
    """Read the document; an item that cannot be read is left out with a caution."""
    root = reading.root
    outside = reading.fields(root)
    channels = outside.get("channel") or [root]
    channel = channels[0]
    fields = reading.fields(channel)
    language = reading.language_of(channel) or reading.language_of(root)
    feed = read_channel(fields, reading, form, language)
    if reading.base is None:
        reading.base = feed.link
    items = list(fields.get("item", ()))
    for further in channels[1:]:
        items += reading.fields(further).get("item", [])
    if channel is not root:
        items += outside.get("item", [])

    entries = read_all(reading.every("item", items), reading, lambda element: read_item(element, reading))
    return ParsedFeed(feed, entries, reading.said())
