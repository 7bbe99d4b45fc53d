"""Released items as RSS 2.0 (https://www.rssboard.org/rss-specification)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from audiatur.publishing.characters import rfc822, rfc3339
from audiatur.publishing.content import content_html, description, identity, outlet, page, title, via
from audiatur.publishing.elements import GENERATOR, add, add_notice, add_withheld, document
from audiatur.publishing.namespaces import ATOM
from audiatur.publishing.values import Channel, Item

_CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_NAMESPACES: Final = {"atom": ATOM, "content": _CONTENT, "dc": _DC}


def rss(channel: Channel, items: Iterable[Item]) -> bytes:
    """The channel and its items, in the order given, as an RSS 2.0 document.

    Every item carries its notice twice: at the end of its content, and as ``<notice>`` for programs. Its ``link`` is
    its page in the hub; its address at the outlet is ``atom:link rel="via"``. What RSS has no word for is told in
    Atom's. The bytes depend on the arguments alone. ValueError where a moment has no zone.
    """
    root = etree.Element("rss", {"version": "2.0"}, nsmap=_NAMESPACES)
    head = add(root, "channel")
    add(head, "title", channel.title)
    add(head, "link", channel.home)
    add(head, "description", description(channel))
    if channel.language:
        add(head, "language", channel.language)
    if channel.rights:
        add(head, "copyright", channel.rights)
    add(head, "lastBuildDate", rfc822(channel.updated))
    add(head, "generator", GENERATOR)
    if channel.icon:
        _image(head, channel, channel.icon)
    add(head, f"{{{ATOM}}}id", channel.id)
    add(head, f"{{{ATOM}}}link", href=channel.self_url, rel="self", type="application/rss+xml")
    if channel.rights:
        add(head, f"{{{ATOM}}}rights", channel.rights)
    add_withheld(head, channel)
    for item in items:
        _item(head, item)
    return document(root)


def _image(head: etree._Element, channel: Channel, icon: str) -> None:
    image = add(head, "image")
    add(image, "url", icon)
    add(image, "title", channel.title)
    add(image, "link", channel.home)


def _item(head: etree._Element, item: Item) -> None:
    released = item.released
    element = add(head, "item")
    markup = content_html(item)
    headline = title(item)
    if headline:
        add(element, "title", headline)
    else:  # RSS wants a title or a description of every item
        add(element, "description", markup)
    add(element, "link", page(item))
    add(element, "guid", identity(item), isPermaLink="false")
    add(element, "pubDate", rfc822(released.published))
    add(element, f"{{{ATOM}}}updated", rfc3339(released.updated))
    for name in released.byline:
        add(element, f"{{{_DC}}}creator", name)
    if released.language:
        add(element, f"{{{_DC}}}language", released.language)
    for category in item.categories:
        add(element, "category", category)
    add(element, "source", released.notice.source_name, url=outlet(item))
    address = via(item)
    if address:
        add(element, f"{{{ATOM}}}link", href=address, rel="via", title=released.notice.source_name)
    if item.rights:
        add(element, f"{{{ATOM}}}rights", item.rights)
    add(element, f"{{{_CONTENT}}}encoded", markup)
    add_notice(element, released)
