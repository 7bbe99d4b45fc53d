"""The document of Atom: a feed with its entries, or one entry alone."""

from __future__ import annotations

from lxml import etree

from audiatur.feeds.atom.constructs import plain_of
from audiatur.feeds.atom.entry import read_entry
from audiatur.feeds.atom.links import link_of, links_of
from audiatur.feeds.batch import read_all
from audiatur.feeds.elements import first_words
from audiatur.feeds.names import prefix_of, split_tag
from audiatur.feeds.people import atom_authors, unique
from audiatur.feeds.reading import Fields, Reading, language_tag
from audiatur.feeds.rhythm import rhythm_of
from audiatur.feeds.values import Feed, FeedFormat, ParsedFeed

_UPDATED = ("updated", "modified", "dcterms:modified", "dc:date", "published", "issued")
_ATOM_10 = "http://www.w3.org/2005/atom"


def recognise(reading: Reading) -> FeedFormat | None:
    """The version of an Atom document, from its namespace and ``version``; None where it is no Atom."""
    namespace, local = split_tag(str(reading.root.tag))
    if local.rpartition(":")[2].lower() not in {"feed", "entry"}:
        return None
    known = prefix_of(namespace)
    if local.lower() == "entry" and known != "atom:":
        return None
    if namespace and known != "atom:" and not any(True for _ in reading.root):
        return None
    old = (known == "atom:" and namespace.strip().lower().rstrip("/#") != _ATOM_10) or (
        reading.root.get("version") or ""
    ).startswith("0.")
    return FeedFormat.ATOM_03 if old else FeedFormat.ATOM_10


def read(reading: Reading, form: FeedFormat) -> ParsedFeed:
    """Read the document; an entry that cannot be read is left out with a caution."""
    root = reading.root
    alone = split_tag(str(root.tag))[1].lower() == "entry"
    fields: Fields = {} if alone else reading.fields(root)
    feed = _feed(fields, root, reading, form)
    if reading.base is None:
        reading.base = feed.link
    inherited = atom_authors(fields, reading)
    elements = [root] if alone else reading.every("entry", fields.get("entry", [])) + fields.get("item", [])
    entries = read_all(elements, reading, lambda element: read_entry(element, reading, form, inherited))
    return ParsedFeed(feed, entries, reading.said())


def _feed(fields: Fields, root: etree._Element, reading: Reading, form: FeedFormat) -> Feed:
    """What the feed element says of itself."""
    return Feed(
        format=form,
        title=plain_of(fields, form, "title", "dc:title"),
        link=link_of(fields, reading),
        language=reading.language_of(root) or language_tag(first_words(fields, "dc:language", "language")),
        updated=reading.first_date(fields, _UPDATED),
        description=plain_of(fields, form, "subtitle", "tagline", "info", "dc:description"),
        self_url=next(iter(links_of(fields, reading, "self")), None),
        rights=plain_of(fields, form, "rights", "copyright", "dc:rights"),
        rhythm=rhythm_of(fields, reading),
        hubs=unique(links_of(fields, reading, "hub")),
    )
