"""Released items as Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from audiatur.publishing.characters import rfc3339, web_address
from audiatur.publishing.content import content_html, description, identity, outlet, page, title, via
from audiatur.publishing.elements import GENERATOR, add, add_notice, add_withheld, document
from audiatur.publishing.namespaces import ATOM, LANG, as_default
from audiatur.publishing.values import Channel, Item


def atom(channel: Channel, items: Iterable[Item]) -> bytes:
    """The channel and its items, in the order given, as an Atom document.

    Every entry carries its notice twice: at the end of its content, and as ``<notice>`` for programs.
    ``rel="alternate"`` is its page in the hub, ``rel="via"`` its address at the outlet. An entry without a title has
    an empty one, as Atom wants an element. The bytes depend on the arguments alone. ValueError where a moment has no
    zone.
    """
    root = etree.Element(_name("feed"), nsmap=as_default(ATOM))
    if channel.language:
        root.set(LANG, channel.language)
    add(root, _name("id"), channel.id)
    add(root, _name("title"), channel.title)
    add(root, _name("subtitle"), description(channel))
    add(root, _name("updated"), rfc3339(channel.updated))
    add(root, _name("link"), href=channel.home, rel="alternate", type="text/html")
    add(root, _name("link"), href=channel.self_url, rel="self", type="application/atom+xml")
    _author(root, channel.title, channel.home)
    if channel.rights:
        add(root, _name("rights"), channel.rights)
    if channel.icon:
        add(root, _name("icon"), channel.icon)
    add(root, _name("generator"), GENERATOR)
    add_withheld(root, channel)
    for item in items:
        _entry(root, item)
    return document(root)


def _name(local: str) -> str:
    return f"{{{ATOM}}}{local}"


def _author(parent: etree._Element, name: str, uri: str | None = None) -> None:
    author = add(parent, _name("author"))
    add(author, _name("name"), name)
    if uri:
        add(author, _name("uri"), uri)


def _entry(root: etree._Element, item: Item) -> None:
    released = item.released
    entry = add(root, _name("entry"))
    if released.language:
        entry.set(LANG, released.language)
    add(entry, _name("id"), identity(item))
    add(entry, _name("title"), title(item) or "")
    add(entry, _name("link"), href=page(item), rel="alternate", type="text/html")
    address = via(item)
    if address:
        add(entry, _name("link"), href=address, rel="via", title=released.notice.source_name)
    add(entry, _name("published"), rfc3339(released.published))
    add(entry, _name("updated"), rfc3339(released.updated))
    for name in released.byline:
        _author(entry, name)
    for category in item.categories:
        add(entry, _name("category"), term=category)
    if item.rights:
        add(entry, _name("rights"), item.rights)
    _source(entry, item)
    add(entry, _name("content"), content_html(item), type="html")
    add_notice(entry, released)


def _source(entry: etree._Element, item: Item) -> None:
    """The outlet's own feed. It names the outlet as author, so that an entry without a byline is not the hub's."""
    released = item.released
    source = add(entry, _name("source"))
    add(source, _name("id"), outlet(item))
    add(source, _name("title"), released.notice.source_name)
    add(source, _name("updated"), rfc3339(released.updated))
    if item.feed_url:
        add(source, _name("link"), href=outlet(item), rel="self")
    add(source, _name("link"), href=web_address(item.homepage) or released.notice.source_page, rel="alternate")
    _author(source, released.notice.source_name)
