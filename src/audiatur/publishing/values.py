"""What is published, as values. Items are ``Released``: nothing comes here that did not pass the gate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from audiatur.provenance.values import Released
from audiatur.spans import Span

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
"""A value of JSON (RFC 8259)."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed that the hub gives out: of the whole hub, a topic, a side, a source or a story.

    Attributes:
        title, description: plain text; the number of withheld items is added to the description.
        home: absolute address of the page that the feed is of.
        self_url: absolute address of the feed itself, in this format.
        id: an id that stays when addresses change (``urn:...`` or URL).
        language: BCP 47 tag; None where the items are in several.
        updated: the last change of what the feed shows, with a zone; not the time of the request, or no request
            would ever be answered 304.
        rights: plain text; None where the hub says nothing.
        withheld: how many items the gate kept back that would else be in the feed.
        icon: absolute address of an image; None for none.
        spoken: the language of the hub's own words in it, as the notices of its items have them.
    """

    title: str
    description: str
    home: str
    self_url: str
    id: str
    updated: datetime
    language: str | None = None
    rights: str | None = None
    withheld: int = 0
    icon: str | None = None
    spoken: str = "en"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a released article, as an item of its own.

    ``id`` is its stable id, ``page`` the absolute address of its page. ``speaker`` is the name or the words that stand
    for it, None where nothing of these was released. ``words`` are its exact spans in their order.
    """

    id: str
    page: str
    speaker: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A released item with what a feed says beside it.

    ``feed_url`` is the address of the outlet's own feed and ``homepage`` that of its site, None where not known;
    ``via`` is the address that the hub took it from, None for its address at the outlet. ``rights`` is what the outlet
    says of its rights, as plain text. ``furniture`` are the places of ``released.text`` that are the outlet's page
    and not the article; they are left out. ``said`` is the statement that the item is of, None where it is the article.
    """

    released: Released
    categories: tuple[str, ...] = ()
    feed_url: str | None = None
    homepage: str | None = None
    via: str | None = None
    rights: str | None = None
    furniture: tuple[Span, ...] = ()
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class HubIdentity:
    """The hub as the one that republishes: its name, the address of its front page, the page on how it works."""

    name: str
    home: str
    about: str | None = None
