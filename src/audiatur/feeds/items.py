"""Items and channels of RSS, in the vocabulary that RSS 0.9x, 2.0 and RDF share."""

from __future__ import annotations

from lxml import etree

from audiatur.feeds.attachments import ENCLOSING, rss_enclosures
from audiatur.feeds.elements import body, first_words, inner, literal, looks_like_html, title_words, words
from audiatur.feeds.identity import entry_id
from audiatur.feeds.limits import MAX_WORD
from audiatur.feeds.people import RSS_AUTHORS, atom_authors, rss_authors, unique
from audiatur.feeds.reading import Fields, Reading, language_tag
from audiatur.feeds.rhythm import rhythm_of
from audiatur.feeds.values import Entry, EntrySource, Feed, FeedFormat
from audiatur.markup.address import absolute
from audiatur.markup.html import SanitisedHtml, text_of

_PUBLISHED = ("pubdate", "dcterms:issued", "dc:date", "atom:published", "atom:issued", "dcterms:created", "published")
_UPDATED = ("atom:updated", "atom:modified", "dcterms:modified", "lastbuilddate", "updated", "modified", "dc:date")
_CHANNEL_UPDATED = ("lastbuilddate", "atom:updated", "dcterms:modified", "dc:date", "pubdate", "modified", "updated")
_RIGHTS = ("copyright", "dc:rights", "dcterms:rights", "media:copyright", "atom:rights", "cc:license", "media:license")
_TITLES = ("title", "atom:title", "dc:title", "media:title", "itunes:title")
_CONTENTS = ("content:encoded", "xhtml:body", "xhtml:div", "body", "fullitem", "atom:content", "content")
_SUMMARIES = ("description", "dc:description", "dcterms:abstract", "atom:summary", "summary", "abstract")
_SUMMARIES_LAST = ("itunes:summary", "media:description", "itunes:subtitle")
_CATEGORIES = ("category", "dc:subject", "media:category", "itunes:category")
_LANGUAGES = ("dc:language", "language")
_KEYWORDS = ("itunes:keywords", "media:keywords")
_RDF_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_USUAL = frozenset(("title", "link", "description", "guid", "pubdate", "comments"))
_LINKS = ("feedburner:origlink", "link", "rdf:link")
_PERSON = "atom:author"
_CONTENT_KEYS = frozenset(_CONTENTS)
_UPDATED_KEYS = frozenset(_UPDATED)
_AUTHOR_KEYS = frozenset((*RSS_AUTHORS, _PERSON))
_CATEGORY_KEYS = frozenset((*_CATEGORIES, *_KEYWORDS))
_SOURCE_KEYS = frozenset(("source", "atom:source", "dc:source"))
_LANGUAGE_KEYS = frozenset(_LANGUAGES)
_RIGHTS_KEYS = frozenset(_RIGHTS)
_PAGE = frozenset(("alternate", "", None))


def read_item(element: etree._Element, reading: Reading, *, about: str | None = None) -> Entry:
    """One item as an entry; ``about`` is the ``rdf:about`` that stands for a GUID in RDF."""
    fields = reading.fields(element)
    title = title_of(fields)
    guid = first_words(fields, "guid", "dc:identifier", "atom:id") or about
    url = _link_of(fields, reading, guid)
    published = reading.first_date(fields, _PUBLISHED)
    summary = _body_of(fields, reading, _SUMMARIES)
    # Most items have five fields; for the others only what is there is looked at, which is twice as fast.
    more = fields.keys() - _USUAL
    content = None if _CONTENT_KEYS.isdisjoint(more) else _body_of(fields, reading, _CONTENTS)
    if summary is None and more:
        summary = _body_of(fields, reading, _SUMMARIES_LAST)
    return Entry(
        id=entry_id(guid, url, title, published, summary or content),
        url=url,
        title=title,
        published=published,
        updated=None if _UPDATED_KEYS.isdisjoint(more) else reading.first_date(fields, _UPDATED),
        authors=() if _AUTHOR_KEYS.isdisjoint(more) else rss_authors(fields) or atom_authors(fields, reading, _PERSON),
        summary_html=summary,
        content_html=content,
        categories=() if _CATEGORY_KEYS.isdisjoint(more) else _categories(fields),
        enclosures=() if ENCLOSING.isdisjoint(more) else rss_enclosures(fields, reading),
        source=None if _SOURCE_KEYS.isdisjoint(more) else _source_of(fields, reading),
        language=None
        if _LANGUAGE_KEYS.isdisjoint(more) and not reading.tongued
        else _language_of(fields, element, reading),
        rights=None if _RIGHTS_KEYS.isdisjoint(more) else rights_of(fields),
    )


def _language_of(fields: Fields, element: etree._Element, reading: Reading) -> str | None:
    """The language that the item itself states."""
    return language_tag(first_words(fields, *_LANGUAGES)) or reading.language_of(element)


def read_channel(fields: Fields, reading: Reading, form: FeedFormat, language: str | None) -> Feed:
    """What the channel's fields say of the feed; ``language`` is an ``xml:lang`` around it, used where it has none."""
    about = title_words(_source_text(fields, "description", "dc:description", "atom:subtitle", "itunes:summary"))
    return Feed(
        format=form,
        title=title_of(fields),
        link=_link_of(fields, reading, None),
        language=language_tag(first_words(fields, "language", "dc:language")) or language,
        updated=reading.first_date(fields, _CHANNEL_UPDATED),
        description=about,
        self_url=next(iter(_atom_links(fields, reading, "self")), None),
        rights=rights_of(fields),
        rhythm=rhythm_of(fields, reading),
        hubs=unique(_atom_links(fields, reading, "hub")),
    )


def title_of(fields: Fields) -> str | None:
    """The title as text."""
    if "title" in fields:
        element = fields["title"][0]
        text = element.text
        if text and "<" not in text and "&" not in text and len(element) == 0 and (plain := " ".join(text.split())):
            return plain[:MAX_WORD]
    return title_words(_source_text(fields, *_TITLES))


def rights_of(fields: Fields) -> str | None:
    """A copyright line or a licence's address, as text."""
    text = title_words(_source_text(fields, *_RIGHTS))
    if text is None:
        licence = next(iter(fields.get("cc:license", ())), None)
        text = None if licence is None else licence.get(_RDF_RESOURCE)
    return text[:MAX_WORD] if text else None


def _source_text(fields: Fields, *names: str) -> str | None:
    """The HTML source of the first of the named fields that has any."""
    for name in names:
        if name in fields:
            for element in fields[name]:
                if (html := inner(element)) and not html.isspace():
                    return html
    return None


def _body_of(fields: Fields, reading: Reading, names: tuple[str, ...]) -> SanitisedHtml | None:
    """The first of the named fields that says anything, as sanitised HTML."""
    for name in names:
        if name in fields:
            for element in fields[name]:
                if (found := _element_body(element, reading)) is not None:
                    return found
    return None


def _element_body(element: etree._Element, reading: Reading) -> SanitisedHtml | None:
    html = inner(element)
    if not html or html.isspace():
        return None
    if len(element) > 0 or looks_like_html(html):
        return body(html, reading.base_of(element))
    return literal(html)


def _link_of(fields: Fields, reading: Reading, guid: str | None) -> str | None:
    """The page that the item or channel is about: its link, else a GUID that is an address."""
    for name in _LINKS:
        if name in fields:
            for element in fields[name]:
                text = words(element) or (element.get("href") if element.get("rel") in _PAGE else None)
                if text and (url := absolute(text.replace(" ", "%20"), reading.base_of(element))) is not None:
                    return url
    if "atom:link" in fields:
        for link in _atom_links(fields, reading, "alternate"):
            return link
    if guid is None or not guid.startswith(("http://", "https://")):
        return None
    stated = [element.get("isPermaLink", "true").strip().lower() for element in fields.get("guid", ())]
    return None if "false" in stated else guid


def _atom_links(fields: Fields, reading: Reading, rel: str) -> list[str]:
    """The addresses of Atom links of one relation inside RSS."""
    found = []
    for element in fields.get("atom:link", ()):
        if (element.get("rel") or "alternate").strip().lower() == rel:
            url = absolute(element.get("href") or "", reading.base_of(element))
            if url is not None:
                found.append(url)
    return found


def _categories(fields: Fields) -> tuple[str, ...]:
    """Subjects by any of their names, and iTunes keywords one by one."""
    found = []
    for name in _CATEGORIES:
        for element in fields.get(name, ()):
            text = title_words(words(element)) or (element.get("text") or element.get("term") or "").strip()
            if text:
                found.append(text)
    for name in _KEYWORDS:
        for element in fields.get(name, ()):
            found += [word.strip() for word in (words(element) or "").split(",") if word.strip()]
    return unique(found)


def _source_of(fields: Fields, reading: Reading) -> EntrySource | None:
    """The feed that the item was taken from."""
    for element in fields.get("source", ()):
        title = title_words(words(element))
        url = absolute(element.get("url") or "", reading.base_of(element))
        if title or url:
            return EntrySource(title, url)
    for element in fields.get("atom:source", ()):
        inside = reading.fields(element)
        links = _atom_links(inside, reading, "alternate") or _atom_links(inside, reading, "self")
        title = title_of(inside)
        if title or links:
            return EntrySource(title, links[0] if links else None)
    text = first_words(fields, "dc:source")
    if text is None:
        return None
    is_url = text.startswith(("http://", "https://"))
    return EntrySource(None, text) if is_url else EntrySource(text_of(text), None)
