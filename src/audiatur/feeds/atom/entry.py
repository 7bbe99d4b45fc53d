"""An entry of Atom."""

from __future__ import annotations

from lxml import etree

from audiatur.feeds.atom.constructs import body_of, plain_of
from audiatur.feeds.atom.links import enclosures_of, link_of, links_of
from audiatur.feeds.elements import first_words
from audiatur.feeds.identity import entry_id
from audiatur.feeds.people import atom_authors, rss_authors, unique
from audiatur.feeds.reading import Fields, Reading
from audiatur.feeds.values import Entry, EntrySource, FeedFormat
from audiatur.markup.address import absolute
from audiatur.markup.html import SanitisedHtml

_PUBLISHED = ("published", "issued", "dcterms:issued", "created", "dcterms:created", "dc:date", "pubdate")
_UPDATED = ("updated", "modified", "dcterms:modified", "dc:date")
_CATEGORIES = ("category", "dc:subject", "media:category")


def read_entry(element: etree._Element, reading: Reading, form: FeedFormat, inherited: tuple[str, ...]) -> Entry:
    """One entry; ``inherited`` are the feed's authors, who are the entry's where it names none (RFC 4287 4.2.1)."""
    fields = reading.fields(element)
    title = plain_of(fields, form, "title", "dc:title", "media:title")
    url = _url_of(fields, reading)
    published = reading.first_date(fields, _PUBLISHED)
    updated = reading.first_date(fields, _UPDATED)
    content = body_of(fields, form, reading, "content", "content:encoded", "xhtml:body")
    summary = body_of(fields, form, reading, "summary", "description", "dc:description")
    if summary is None and content is None:
        summary = _media_description(fields, form, reading)
    source = next(iter(fields.get("source", ())), None)
    inside = {} if source is None else reading.fields(source)
    guid = first_words(fields, "id", "guid")
    return Entry(
        id=entry_id(guid, url, title, published or updated, summary or content),
        url=url,
        title=title,
        published=published,
        updated=updated,
        authors=atom_authors(fields, reading) or rss_authors(fields) or atom_authors(inside, reading) or inherited,
        summary_html=summary,
        content_html=content,
        categories=_categories(fields),
        enclosures=enclosures_of(fields, reading),
        source=_source_of(inside, form, reading),
        language=reading.language_of(element) or first_words(fields, "dc:language"),
        rights=plain_of(fields, form, "rights", "copyright", "dc:rights", "media:copyright"),
    )


def _url_of(fields: Fields, reading: Reading) -> str | None:
    """The page of the entry: its link, else where its content is, else an id that is an address."""
    original = first_words(fields, "feedburner:origlink")
    url = absolute(original or "") or link_of(fields, reading)
    if url is not None:
        return url
    for element in fields.get("content", ()):
        kind = (element.get("type") or "text/html").lower()
        if element.get("src") and "html" in kind:
            return absolute(element.get("src") or "", reading.base_of(element))
    guid = first_words(fields, "id", "guid") or ""
    return guid if guid.startswith(("http://", "https://")) else None


def _media_description(fields: Fields, form: FeedFormat, reading: Reading) -> SanitisedHtml | None:
    """``media:description``, alone or in a group: all that video sites say."""
    found = body_of(fields, form, reading, "media:description")
    for group in fields.get("media:group", ()):
        if found is None:
            found = body_of(reading.fields(group), form, reading, "media:description")
    return found


def _categories(fields: Fields) -> tuple[str, ...]:
    """The term of each category, its label where it has no term."""
    found = []
    for name in _CATEGORIES:
        for element in fields.get(name, ()):
            text = element.get("term") or element.get("label") or element.text or ""
            if text := " ".join(text.split()):
                found.append(text)
    return unique(found)


def _source_of(inside: Fields, form: FeedFormat, reading: Reading) -> EntrySource | None:
    """The feed that the entry was taken from."""
    title = plain_of(inside, form, "title")
    url = link_of(inside, reading) or next(iter(links_of(inside, reading, "self")), None)
    return EntrySource(title, url) if title or url else None
