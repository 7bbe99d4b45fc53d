"""Any search of articles or statements as a feed: at the address of the page, with the ending of the format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from audiatur.hub.articles.items import Item
from audiatur.hub.feeds.views import delivered
from audiatur.hub.gate import absolute
from audiatur.hub.languages.addresses import in_language
from audiatur.hub.languages.choice import asked
from audiatur.hub.search.asking import Asked, Kind, saved
from audiatur.hub.search.results import Search
from audiatur.hub.search.telling import description, title
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.ledger import Told
from audiatur.hub.viewer import gate_of, viewer_of
from audiatur.publishing.values import Channel, Said
from audiatur.publishing.values import Item as Entry

MOST = 50
"""Items of a feed, as those of sources have."""


def search_feed(request: HttpRequest, form: str) -> HttpResponse:
    """The newest of what a search finds; without words and filters the newest of everything."""
    standing = Standing.load(gate_of(request))
    sought = saved(Asked.of(request.GET.dict(), standing))
    found = Search(standing, sought)
    hits = found.hits[:MOST]
    if sought.kind is Kind.STATEMENTS:
        entries = entries_of(standing, (one.told for one in found.statements(hits)))
    else:
        items = found.items(hit.row for hit in hits)
        entries = tuple(_entry(standing, items[hit.row]) for hit in hits if hit.row in items)
    return feed(
        request, entries, form, name=title(sought), words=description(), route="search_feed", query=sought.query
    )


def feed(
    request: HttpRequest,
    entries: tuple[Entry, ...],
    form: str,
    *,
    name: str,
    words: str,
    route: str,
    query: str,
    args: Iterable[str] = (),
) -> HttpResponse:
    """A feed of entries. ``query`` is that of its address, ``route`` and ``args`` name the feed's address.

    What a policy keeps back is not counted: the number of what fits would tell of words that may not be shown.
    """
    address = reverse(route, args=[*args, form])
    path, _, _ = address.rpartition(".")
    end = f"?{query}".rstrip("?&")
    here, language = absolute(f"{address}{end}"), asked(request)
    channel = Channel(
        title=name,
        description=words,
        home=absolute(f"{path}/{end}"),
        self_url=here if language is None else in_language(here, language),
        id=absolute(f"{path}{end}"),
        updated=_updated(viewer_of(request).now, entries),
        spoken=get_language() or "en",
    )
    return delivered(channel, entries, form)


def entries_of(standing: Standing, told: Iterable[Told]) -> tuple[Entry, ...]:
    """Statements as items of a feed, each with the notice of the article that reports it."""
    return tuple(_statement(standing, one) for one in told)


def _statement(standing: Standing, one: Told) -> Entry:
    shown = one.statement
    said = Said(
        f"urn:audiatur:statement:{shown.uid}", absolute(shown.path), shown.speaker or shown.mention, shown.words
    )
    return replace(_entry(standing, one.item), said=said)


def _entry(standing: Standing, item: Item) -> Entry:
    return Entry(
        released=item.released,
        homepage=standing.sources[item.source_pk].homepage or None,
        furniture=item.furniture,
    )


def _updated(now: datetime, entries: Iterable[Entry]) -> datetime:
    """The last change of what the feed shows; a date in the future would change it with every request."""
    moments = (entry.released.updated for entry in entries)
    return max((moment for moment in moments if moment <= now), default=datetime(1970, 1, 1, tzinfo=UTC))
