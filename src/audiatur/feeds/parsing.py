"""The one way in: bytes of any dialect to a feed and its entries."""

from __future__ import annotations

import re

from audiatur.errors import FeedError
from audiatur.feeds import atom, json, rdf, rss
from audiatur.feeds.document import Tree, load, tree_of
from audiatur.feeds.lastresort import read_otherwise
from audiatur.feeds.names import split_tag
from audiatur.feeds.reading import Cautions, Reading
from audiatur.feeds.values import FeedFormat, ParsedFeed
from audiatur.markup.decoding import Decoded

_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FEED = re.compile(r"<(?:[A-Za-z]\w*:)?(?:rss|feed|RDF|item|entry|channel)[\s>]", re.IGNORECASE)
_ENTRY = re.compile(r"<(?:item|entry)[\s>]")
_LOOK = 4096  # characters in which the kind of a document shows


def parse(data: bytes, *, url: str | None = None, content_type: str | None = None) -> ParsedFeed:
    """Read a feed document of any dialect.

    ``url`` is the address it came from, which relative addresses are resolved against where the document states no
    base; None where it is not known. ``content_type`` is the HTTP header, for its charset. HTML in the answer is
    sanitised, URLs are absolute, dates are in UTC; a malformed document yields what can be had, with warnings.

    Raises FeedError, and nothing else: ``not-a-feed``, ``empty``, ``too-large``, ``beyond-limit``.
    """
    raw, decoded = load(data, content_type)
    if decoded.text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}:
        return _parse_json(decoded, url)
    tree = tree_of(decoded, raw)
    if tree.root is not None:
        # Most documents have neither attribute, and to look for them at each element is what would cost most.
        either = "xml:" in decoded.text
        based, tongued = either and "xml:base" in decoded.text, either and "xml:lang" in decoded.text
        reading = Reading(tree.root, url=url, based=based, tongued=tongued, already=tree.cautions)
        parsed = _parse_xml(reading)
        if parsed is not None and (parsed.entries or not _entries_lost(tree)):
            return parsed
    if _FEED.search(tree.text) is not None and not _is_page(tree):
        otherwise = read_otherwise(tree.text, url, Cautions(tree.cautions))
        if otherwise is not None:
            return otherwise
        if tree.root is not None and parsed is not None:
            return parsed
    raise _no_feed(tree)


def _parse_xml(reading: Reading) -> ParsedFeed | None:
    """The feed, by the dialect that recognises the root; None where none does."""
    form: FeedFormat | None
    if (form := rdf.recognise(reading)) is not None:
        return rdf.read(reading, form)
    if (form := rss.recognise(reading)) is not None:
        return rss.read(reading, form)
    if (form := atom.recognise(reading)) is not None:
        return atom.read(reading, form)
    return None


def _parse_json(decoded: Decoded, url: str | None) -> ParsedFeed:
    document = json.load(decoded.text)
    form = json.recognise(document)
    if form is None:
        raise FeedError(
            "not-a-feed",
            "the JSON is no JSON Feed: it has no version of jsonfeed.org and no items",
            remedy="check that the address is that of a feed",
        )
    return json.read(document, form, url, Cautions(decoded.cautions))


def _entries_lost(tree: Tree) -> bool:
    """Whether the source has entries although the recovered tree has none."""
    broken = any(code == "malformed-xml" for code, _ in tree.cautions)
    return broken and _ENTRY.search(tree.text) is not None


def _is_page(tree: Tree) -> bool:
    return tree.root is not None and split_tag(str(tree.root.tag))[1].lower() == "html"


def _no_feed(tree: Tree) -> FeedError:
    """Say what the document is instead, and what to do."""
    if _is_page(tree) or _HTML.search(tree.text[:_LOOK]) is not None:
        return FeedError(
            "not-a-feed",
            "this is an HTML page, not a feed",
            place="line 1",
            remedy="give the address of the page to `audiatur sources add`, which looks for its feeds, "
            'or look in the page for <link rel="alternate">',
        )
    root = tree.root
    if root is not None and isinstance(root.tag, str):
        line = getattr(root, "sourceline", None) or 1
        found = f"the root element is <{split_tag(root.tag)[1][:60]}>, which no feed dialect has"
        return FeedError("not-a-feed", found, place=f"line {line}", remedy="check the address")
    start = " ".join(tree.text[:200].split())[:40]
    return FeedError(
        "not-a-feed",
        f"neither XML nor JSON: it begins with {start!r}",
        place="line 1",
        remedy="check the address; RSS, RDF, Atom and JSON Feed are read",
    )
