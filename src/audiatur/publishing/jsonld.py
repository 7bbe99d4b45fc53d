"""Pages described in JSON-LD with the words of schema.org.

Each builder makes one node without ``@context``; ``document`` puts nodes into a document and ``script_safe`` writes it
so that it can stand in a page. Articles come as ``Released``: nothing here shows what the gate did not let out, and
none of their text is repeated.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Final

from audiatur.provenance.values import ClaimField, Notice, Released
from audiatur.publishing.characters import clean, rfc3339, web_address
from audiatur.publishing.notice import notice_text
from audiatur.publishing.values import HubIdentity, Json
from audiatur.statements.values import SpeakerType

Node = dict[str, Json]
"""A node of JSON-LD."""

_CONTEXT: Final = "https://schema.org"
# What has no person or organization behind it in particular is no node of either kind.
_SPEAKERS: Final = {SpeakerType.PERSON: "Person", SpeakerType.ORGANIZATION: "Organization"}


def document(*nodes: Node) -> Node:
    """The nodes as one JSON-LD document."""
    graph: list[Json] = [*nodes]
    return {"@context": _CONTEXT, "@graph": graph}


def script_safe(value: Json) -> str:
    """JSON that can stand between ``<script>`` tags as it is.

    ``<``, ``>`` and ``&`` are written as escapes of JSON, so that neither ``</script>`` nor ``<!--`` can occur, and so
    are U+2028 and U+2029, which end a line in older JavaScript. Reading it back gives the same value.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _node(kind: str, **members: Json) -> Node:
    """A node without the members that are None or empty: schema.org has no word for "not known"."""
    given = {name: value for name, value in members.items() if value not in (None, "", [])}
    return {"@type": kind, **given}


def publisher(hub: HubIdentity) -> Node:
    """The hub as an organization."""
    return _node("Organization", name=clean(hub.name), url=clean(hub.home))


def website(hub: HubIdentity, *, description: str | None = None) -> Node:
    """The hub as a site."""
    return _node(
        "WebSite", name=clean(hub.name), url=clean(hub.home), description=_text(description), publisher=publisher(hub)
    )


def about_page(hub: HubIdentity, *, url: str, name: str) -> Node:
    """The page about the hub."""
    return _node("AboutPage", url=clean(url), name=clean(name), about=publisher(hub), isPartOf=_site(hub))


def web_page(hub: HubIdentity, *, url: str, name: str, description: str | None = None) -> Node:
    """Any other page, e.g. the one on method."""
    return _node("WebPage", url=clean(url), name=clean(name), description=_text(description), isPartOf=_site(hub))


def _site(hub: HubIdentity) -> Node:
    return _node("WebSite", name=clean(hub.name), url=clean(hub.home))


def news_article(released: Released, hub: HubIdentity, *, republished: datetime | None = None) -> Node:
    """A released article, with its outlet as publisher and the hub as the one that describes it.

    ``republished`` is when the hub first showed it, None where not known; it becomes ``sdDatePublished``. The notice
    travels as ``publisher`` and ``usageInfo``. ValueError where a moment has no zone.
    """
    people: list[Json] = [_node("Person", name=clean(name)) for name in released.byline]
    return _node(
        "NewsArticle",
        **{"@id": clean(released.page)},
        url=clean(released.page),
        mainEntityOfPage=clean(released.page),
        headline=_text(released.title),
        author=people,
        datePublished=rfc3339(released.published),
        dateModified=rfc3339(released.updated),
        inLanguage=_text(released.language),
        version=released.version,
        isBasedOn=web_address(released.origin),
        publisher=news_organization(released.notice),
        creditText=clean(released.notice.source_name),
        usageInfo=clean(released.notice.source_page),
        expires=rfc3339(released.window_ends) if released.window_ends else None,
        sdPublisher=publisher(hub),
        sdDatePublished=rfc3339(republished) if republished else None,
    )


def news_organization(notice: Notice, *, homepage: str | None = None) -> Node:
    """A source, with what is evidenced of who owns and funds it.

    ``ownershipFundingInfo`` is the whole notice in words, so it also says what is not known. ``parentOrganization`` and
    ``funder`` are there only where claims with a citation name them; an owner need not be an organization, so it stands
    in the words alone.
    """
    return dict(_organization(notice, homepage))


# As many as notices in HTML: a page lists the articles of a few sources.
@lru_cache(maxsize=768)
def _organization(notice: Notice, homepage: str | None) -> Node:
    country = _text(notice.country)
    return _node(
        "NewsMediaOrganization",
        name=clean(notice.source_name),
        url=web_address(homepage),
        ownershipFundingInfo=notice_text(notice),
        parentOrganization=_organizations(notice, ClaimField.PARENT),
        funder=_organizations(notice, ClaimField.FUNDER),
        location=_node("Country", name=country) if country else None,
        subjectOf=_node("WebPage", url=clean(notice.source_page)),
    )


def _organizations(notice: Notice, field: ClaimField) -> list[Json]:
    named = dict.fromkeys(clean(claim.value).strip() for claim in notice.evidence if claim.field is field)
    return [_node("Organization", name=name) for name in named]


def collection_page(
    hub: HubIdentity, *, url: str, name: str, items: Iterable[Released], description: str | None = None
) -> Node:
    """A page that lists articles: a story, a topic, a side, the front page."""
    return _node(
        "CollectionPage",
        url=clean(url),
        name=clean(name),
        description=_text(description),
        isPartOf=_site(hub),
        mainEntity=item_list(items, hub),
    )


def item_list(items: Iterable[Released], hub: HubIdentity) -> Node:
    """Articles in the order in which the page shows them."""
    elements: list[Json] = [
        _node("ListItem", position=position, item=news_article(released, hub))
        for position, released in enumerate(items, start=1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(elements), "itemListElement": elements}


def speaker(*, name: str, url: str, kind: SpeakerType | None, role: str | None = None) -> Node:
    """A speaker: a person or an organization, else a ``Thing``: a document, a group, or what is not settled."""
    described = {"jobTitle" if kind is SpeakerType.PERSON else "description": _text(role)}
    return _node(_SPEAKERS.get(kind, "Thing") if kind else "Thing", name=clean(name), url=clean(url), **described)


def _text(text: str | None) -> str | None:
    return clean(text or "").strip() or None
