"""What a feed shows of an item: what was released, where it comes from, and the notice."""

from __future__ import annotations

from html import escape

from audiatur.markup.html import SanitisedHtml
from audiatur.provenance.excerpts import excerpt_end
from audiatur.provenance.values import Mode
from audiatur.provenance.wordings import wording
from audiatur.publishing.characters import clean, rfc3339, web_address
from audiatur.publishing.furniture import without_furniture
from audiatur.publishing.notice import notice_html
from audiatur.publishing.values import Channel, Item, Said

_BEGINNING = 120
"""Characters of a statement's words in the title of its item: about what a list of a feed reader shows."""


def content_html(item: Item) -> SanitisedHtml:
    """The content of an item, the same in every format: its HTML, a line on its origin, and the notice at the end.

    The notice stands last because readers preview an item by its first words. Nothing is shown beyond what the gate
    released, and of that no page furniture; in mode link that is the line and the notice. Of a statement it is the
    statement's words, with the title of its article.
    """
    released = item.released
    markup = _said(item, item.said) if item.said else without_furniture(released, item.furniture)
    return SanitisedHtml(f"{clean(markup or '')}{_origin(item)}{notice_html(released.notice)}")


def _said(item: Item, said: Said) -> str:
    words = escape(clean(" … ".join(said.words)))
    speaker = f"<p>{escape(clean(said.speaker))}:</p>" if said.speaker else ""
    headline = clean(item.released.title or "").strip()
    within = f'<p><a href="{escape(clean(item.released.page))}">{escape(headline)}</a></p>' if headline else ""
    return f"{speaker}<blockquote>{words}</blockquote>{within}"


def identity(item: Item) -> str:
    """The stable id of an item."""
    return clean(item.said.id if item.said else item.released.id)


def page(item: Item) -> str:
    """The address of its page in the hub."""
    return clean(item.said.page if item.said else item.released.page)


def _origin(item: Item) -> str:
    released = item.released
    name = escape(clean(released.notice.source_name))
    address = web_address(released.origin)
    place = f'<a href="{escape(address)}">{name}</a>' if address else name
    words = wording(released.notice.language)
    told = words.linked if released.mode is Mode.LINK else words.appeared if released.complete else words.excerpted
    line = told.format(place=place)
    if released.window_ends is not None:
        line += f" {words.until.format(day=rfc3339(released.window_ends)[:10])}"
    return f"<p>{line}</p>"


def title(item: Item) -> str | None:
    """The item's title; None where the outlet gave none, or a blank one. No title is made up: of a statement it is the
    speaker and the beginning of the words.
    """
    if item.said:
        words = clean(" … ".join(item.said.words))
        begun = words if len(words) <= _BEGINNING else f"{words[: excerpt_end(words, _BEGINNING)]}…"
        return f"{clean(item.said.speaker)}: {begun}" if item.said.speaker else begun
    return clean(item.released.title or "").strip() or None


def via(item: Item) -> str | None:
    """The address for ``rel="via"``: where the hub took the item from, else the origin; None where not known."""
    return web_address(item.via) or web_address(item.released.origin)


def outlet(item: Item) -> str:
    """The address by which the outlet is named: its feed, else its site, else its page in the hub."""
    return web_address(item.feed_url) or web_address(item.homepage) or clean(item.released.notice.source_page)


def description(channel: Channel) -> str:
    """The channel's description, with the number of items that were withheld, where there are any."""
    if channel.withheld <= 0:
        return clean(channel.description)
    words = wording(channel.spoken)
    told = words.withheld[words.form(channel.withheld)].format(number=channel.withheld)
    return clean(f"{channel.description} {told}".strip())
