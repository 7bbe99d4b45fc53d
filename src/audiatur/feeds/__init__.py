"""Feeds: bytes in, a feed and its entries out; lists of feeds; when to poll again."""

from __future__ import annotations

from audiatur.feeds.contract import as_json
from audiatur.feeds.discovery import Candidate, discover
from audiatur.feeds.opml import ListedFeed, read_opml, write_opml
from audiatur.feeds.parsing import parse
from audiatur.feeds.schedule import interval, next_poll
from audiatur.feeds.values import Caution, Enclosure, Entry, EntrySource, Feed, FeedFormat, ParsedFeed, Rhythm

__all__ = [
    "Candidate",
    "Caution",
    "Enclosure",
    "Entry",
    "EntrySource",
    "Feed",
    "FeedFormat",
    "ListedFeed",
    "ParsedFeed",
    "Rhythm",
    "as_json",
    "discover",
    "interval",
    "next_poll",
    "parse",
    "read_opml",
    "write_opml",
]
