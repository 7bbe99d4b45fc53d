"""Feeds: bytes in, a feed and its entries out; lists of feeds; when to poll again."""

from __future__ import annotations

from audiatur.feeds.parsing import parse
from audiatur.feeds.values import Caution, Enclosure, Entry, EntrySource, Feed, FeedFormat, ParsedFeed, Rhythm

__all__ = ["Caution", "Enclosure", "Entry", "EntrySource", "Feed", "FeedFormat", "ParsedFeed", "Rhythm", "parse"]
