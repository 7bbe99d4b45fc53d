"""Links of Atom, by their relation."""

from __future__ import annotations

from lxml import etree

from audiatur.feeds.attachments import distinct, enclosure_at
from audiatur.feeds.reading import Fields, Reading
from audiatur.feeds.values import Enclosure
from audiatur.markup.address import absolute

_PAGES = ("", "text/html", "application/xhtml+xml", "text/xhtml")
_REGISTERED = "http://www.iana.org/assignments/relation/"


def _rel(element: etree._Element) -> str:
    """The relation; ``alternate`` where none is stated (RFC 4287 4.2.7.2)."""
    rel = (element.get("rel") or "alternate").strip().lower()
    return rel.removeprefix(_REGISTERED)


def links_of(fields: Fields, reading: Reading, rel: str) -> list[str]:
    """The addresses of one relation, in document order."""
    found = []
    for element in fields.get("link", ()):
        if _rel(element) == rel:
            url = absolute(element.get("href") or "", reading.base_of(element))
            if url is not None:
                found.append(url)
    return found


def link_of(fields: Fields, reading: Reading) -> str | None:
    """The page: the first ``alternate`` that is a page, else the first of any type; None where there is none."""
    best: str | None = None
    for element in fields.get("link", ()):
        if _rel(element) != "alternate":
            continue
        url = absolute(element.get("href") or element.text or "", reading.base_of(element))
        if url is None:
            continue
        if (element.get("type") or "").strip().lower() in _PAGES:
            return url
        best = best or url
    return best


def enclosures_of(fields: Fields, reading: Reading) -> tuple[Enclosure, ...]:
    """Links with ``rel="enclosure"``, then ``media:content`` alone or in a group."""
    found = [
        enclosure_at(e.get("href"), e.get("type"), e.get("length"), reading.base_of(e))
        for e in fields.get("link", ())
        if _rel(e) == "enclosure"
    ]
    media = list(fields.get("media:content", ()))
    for group in fields.get("media:group", ()):
        media += reading.fields(group).get("media:content", [])
    found += [enclosure_at(e.get("url"), e.get("type"), e.get("fileSize"), reading.base_of(e)) for e in media]
    return distinct(found)
