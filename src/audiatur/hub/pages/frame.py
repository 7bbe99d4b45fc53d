"""The frame of every page: its head, its description for machines, and how answers are cached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from audiatur.hub.gate import absolute
from audiatur.hub.pages.assets import address
from audiatur.hub.viewer import varied
from audiatur.provenance.refusals import refusal
from audiatur.provenance.values import Withheld
from audiatur.publishing.jsonld import Node, document, script_safe
from audiatur.publishing.notice import notice_html
from audiatur.publishing.values import HubIdentity, Json

FEED_FORMATS = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
FEED_NAMES = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed of a page, for readers and for programs that look for one."""

    name: str
    title: str
    type: str
    path: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says. ``path`` is its canonical address without the host; ``nodes`` its JSON-LD.

    ``shared`` is what a preview of a link to an item says beside its title: the line of its notice, for a preview
    travels without the page. Empty where the page is no single item; then it is the description. ``keeps`` is whether
    a reader's browser may keep the page to show it when offline.
    """

    title: str
    description: str
    path: str
    nodes: tuple[Node, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    shared: str = ""
    keeps: bool = False

    @property
    def picture(self) -> str:
        """The hub's own picture for previews of links; never one of an outlet."""
        return absolute(address("preview.png"))

    @property
    def canonical(self) -> str:
        """The one address by which the page should be known."""
        return absolute(self.path)

    @property
    def jsonld(self) -> SafeString:
        """The page for machines; ``script_safe`` leaves nothing that could end the script element."""
        nodes: Json = {**document(*self.nodes)}
        return mark_safe(script_safe(nodes))  # noqa: S308


def identity() -> HubIdentity:
    """The hub as the one that republishes."""
    return HubIdentity(str(settings.HUB_NAME), absolute(reverse("front")), absolute(reverse("about")))


def feed_links(route: str, title: str, *args: str) -> tuple[FeedLink, ...]:
    """The feeds of a page in every format. ``route`` is the name of the feed's address, ``args`` what it is of."""
    return tuple(
        FeedLink(name, f"{title} ({name})", FEED_FORMATS[form], reverse(route, args=[*args, form]))
        for form, name in FEED_NAMES.items()
    )


def page(
    request: HttpRequest, template: str, head: Head, values: Mapping[str, object], *, status: int = 200
) -> HttpResponse:
    """A page as an answer, marked so that no cache hands it to a reader under another law."""
    return varied(render(request, template, {**values, "head": head}, status=status))


def refused(request: HttpRequest, withheld: Withheld) -> HttpResponse:
    """The answer at the address of an item that may not leave: 451 for a legal bar (RFC 7725), else 403."""
    told = refusal(withheld, hub=absolute(reverse("front")))
    head = Head(told.title, told.paragraphs[0], request.path)
    values = {"refusal": told, "notice": mark_safe(notice_html(told.notice))}  # noqa: S308
    response = render(request, "hub/refused.html", {**values, "head": head}, status=told.status)
    for name, value in told.headers:
        response[name] = value
    return response
