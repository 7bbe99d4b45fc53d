"""Lists of feeds: OPML in and out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from audiatur.errors import FeedError, RegisterError
from audiatur.feeds.document import load, tree_of
from audiatur.feeds.names import split_tag
from audiatur.markup.address import absolute

# The namespace of our own attributes; names, never fetched.
NAMESPACE = "urn:audiatur:register:1"
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
_MAX_DEPTH = 200  # folders in folders; libxml2 itself stops at 256 elements


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed in a list.

    Attributes:
        url: the feed's address, absolute.
        title: None where the list gives none.
        site: the address of the outlet's page; None where the list gives none.
        folders: the names of the outlines around it, outermost first.
        language: None where the list gives none.
        description: None where the list gives none.
        extra: our own attributes (namespace ``urn:audiatur:register:1``) by name.
    """

    url: str
    title: str | None = None
    site: str | None = None
    folders: tuple[str, ...] = ()
    language: str | None = None
    description: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


def read_opml(data: bytes) -> tuple[ListedFeed, ...]:
    """The feeds of an OPML document, in its order, each with its folders; each address once
    a folder.

    Read leniently: any version, any case of attribute names, broken XML. An outline without an address is a folder,
    and one with a broken address is passed over. RegisterError where the document is no OPML.
    """
    try:
        raw, decoded = load(data)
        root = tree_of(decoded, raw).root
    except FeedError as error:
        raise RegisterError(error.code, error.message, place=error.place, remedy=error.remedy) from None
    if root is None or split_tag(str(root.tag))[1].lower() not in {"opml", "outlinedocument"}:
        found = "no XML" if root is None else f"<{split_tag(str(root.tag))[1][:60]}>"
        raise RegisterError(
            "not-opml",
            f"the document is no OPML: its root is {found}, not <opml>",
            place="line 1",
            remedy="export the list from your feed reader as OPML",
        )
    found_feeds: list[ListedFeed] = []
    for child in root:
        if split_tag(str(child.tag))[1].lower() == "body":
            _gather(child, (), found_feeds)
    return tuple({(feed.url, feed.folders): feed for feed in reversed(found_feeds)}.values())[::-1]


def _gather(element: etree._Element, folders: tuple[str, ...], found: list[ListedFeed]) -> None:
    """Walk the outlines; depth is bounded by the parser."""
    for child in element:
        if split_tag(str(child.tag))[1].lower() != "outline":
            continue
        attributes = {str(name).lower(): str(value) for name, value in child.attrib.items()}
        url = absolute(attributes.get("xmlurl") or attributes.get("feedurl") or "")
        text = _words(attributes.get("text"))
        # A list without a title writes the address as the text, which OPML requires.
        title = _words(attributes.get("title")) or (text if text != attributes.get("xmlurl") else None)
        if url is not None and url.lower().startswith(("http://", "https://")):
            found.append(_listed(url, title, attributes, folders))
        if len(child) > 0 and len(folders) < _MAX_DEPTH:
            _gather(child, (*folders, title) if title else folders, found)


def _listed(url: str, title: str | None, attributes: dict[str, str], folders: tuple[str, ...]) -> ListedFeed:
    mark = f"{{{NAMESPACE}}}"
    return ListedFeed(
        url=url,
        title=title,
        site=absolute(attributes.get("htmlurl") or ""),
        folders=folders,
        language=_words(attributes.get("language")),
        description=_words(attributes.get("description")),
        extra={name.removeprefix(mark): value for name, value in attributes.items() if name.startswith(mark)},
    )


def write_opml(feeds: Iterable[ListedFeed], *, title: str) -> bytes:
    """An OPML 2.0 document with nested folders, in UTF-8; ``read_opml`` of it gives the same feeds, folder by folder.

    Names of extra attributes must be XML names in lower case; others are left out. Characters that XML cannot hold
    are dropped.
    """
    root = etree.Element("opml", version="2.0", nsmap={"audiatur": NAMESPACE})
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = _clean(title)
    body = etree.SubElement(root, "body")
    made: dict[tuple[str, ...], etree._Element] = {(): body}
    for feed in feeds:
        _write(feed, _folder(feed.folders, made))
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _folder(path: tuple[str, ...], made: dict[tuple[str, ...], etree._Element]) -> etree._Element:
    """The outline of a folder, made where it is not there yet."""
    for depth in range(1, len(path) + 1):
        if path[:depth] not in made:
            name = _clean(path[depth - 1])
            parent = made[path[: depth - 1]]
            made[path[:depth]] = etree.SubElement(parent, "outline", text=name, title=name)
    return made[path]


def _write(feed: ListedFeed, parent: etree._Element) -> None:
    name = _clean(feed.title or feed.url)
    outline = etree.SubElement(parent, "outline", type="rss", text=name)
    if feed.title:
        outline.set("title", name)
    outline.set("xmlUrl", _clean(feed.url))
    for key, value in (("htmlUrl", feed.site), ("language", feed.language), ("description", feed.description)):
        if value:
            outline.set(key, _clean(value))
    for key, value in sorted(feed.extra.items()):
        if key.isidentifier() and key.isascii() and key == key.lower():
            outline.set(f"{{{NAMESPACE}}}{key}", _clean(value))


def _clean(text: str) -> str:
    return text.translate(_NOT_XML)


def _words(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None
