"""The search as a page, and its description for browsers (OpenSearch 1.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import FEED_FORMATS, FEED_NAMES, FeedLink, Head, identity, page
from audiatur.hub.search.asking import Asked, Kind, older, saved
from audiatur.hub.search.finding import Hit
from audiatur.hub.search.people import speakers
from audiatur.hub.search.results import ON_A_PAGE, FoundStory, Search
from audiatur.hub.search.telling import counted, description, empty, form_of, loosened, noted, tabs, title
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.queries import Listed
from audiatur.hub.viewer import gate_of
from audiatur.provenance.values import Released
from audiatur.publishing.jsonld import item_list, web_page

LONGEST_PAGE = 4
"""Digits of a page's number: there are fifty pages at the most, and what is longer is no number of one."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of what was found: the rows to show, what the gate let out beside them, and what no page holds."""

    page: Page[Hit] | Page[Listed] | Page[tuple[str, Hit, int]]
    rows: Sequence[object]
    released: tuple[Released, ...] = ()
    more: bool = False
    older: str = ""


def search(request: HttpRequest) -> HttpResponse:
    """What was found of articles, statements, speakers or stories, with filters and notices; without words the form."""
    standing = Standing.load(gate_of(request))
    asked = Asked.of(request.GET.dict(), standing)
    found = Search(standing, asked)
    number = request.GET.get("page", "")[:LONGEST_PAGE]
    sheet = _sheet(standing, found, number) if asked.asks else None
    path = reverse("search")
    here = f"{path}?{asked.query}" if asked.query else path
    name, words = title(asked), description()
    node = web_page(identity(), url=absolute(here), name=name, description=words)
    nodes = (node, item_list(list(sheet.released), identity())) if sheet and sheet.released else (node,)
    values: dict[str, object] = {
        "asked": asked,
        "form": form_of(standing, found),
        "notes": noted(asked, found.query),
        "tabs": tabs(asked),
        "found": sheet,
        "sheet": sheet.page if sheet else None,
        "query": f"{asked.query}&" if asked.query else "",
        "empty": empty(standing, asked, found.query) if sheet and not sheet.rows else "",
        "loosened": loosened(standing, asked, found.query) if sheet and not sheet.rows else (),
        "count": counted(asked, sheet.page.paginator.count, sheet.more) if sheet else "",
        "older": _older(asked, sheet),
        "template": f"hub/search_{asked.kind}.html",
    }
    return page(request, "hub/search.html", Head(name, words, here, nodes, _feeds(asked)), values)


def opensearch(request: HttpRequest) -> HttpResponse:
    """The description by which a browser learns to search this hub."""
    address = f"{absolute(reverse('search'))}?q={{searchTerms}}"
    values: Mapping[str, object] = {"name": str(settings.HUB_NAME)[:16], "address": address, "words": description()}
    return render(request, "hub/search_opensearch.xml", values, "application/opensearchdescription+xml")


def _sheet(standing: Standing, found: Search, number: str) -> Sheet:
    """The page that was asked for; the last where there are not so many, the first where it is no number."""
    kind = found.asked.kind
    if kind is Kind.SPEAKERS:
        people = Paginator(speakers(standing, found.query, found.asked.side), ON_A_PAGE).get_page(number)
        return Sheet(people, list(people))
    if kind is Kind.STORIES:
        stories = Paginator(found.stories, ON_A_PAGE).get_page(number)
        told = found.articles([hit for _, hit, _ in stories])
        by_key = {one.item.pk: one for one in told}
        rows = [
            FoundStory(reverse("story", args=[uid]), by_key[hit.row], times)
            for uid, hit, times in stories
            if hit.row in by_key
        ]
        return Sheet(stories, rows, tuple(one.item.released for one in told), found.more, found.older)
    hits = Paginator(found.hits, ON_A_PAGE).get_page(number)
    if kind is Kind.STATEMENTS:
        said = found.statements(list(hits))
        items = {one.item.pk: one.item.released for one in said}
        return Sheet(hits, said, tuple(items.values()), found.more, found.older)
    articles = found.articles(list(hits))
    return Sheet(hits, articles, tuple(one.item.released for one in articles), found.more, found.older)


def _older(asked: Asked, sheet: Sheet | None) -> str:
    """The address of what is older than all that is listed; empty where nothing is."""
    if sheet is None or not sheet.older or sheet.page.has_next():
        return ""
    return f"{reverse('search')}?{older(asked, sheet.older).query}"


def _feeds(asked: Asked) -> tuple[FeedLink, ...]:
    """The search as a feed; of speakers and stories those of the articles found."""
    if not asked.asks:
        return ()
    query = saved(asked).query
    return tuple(
        FeedLink(name, f"{title(asked)} ({name})", FEED_FORMATS[form], f"{reverse('search_feed', args=[form])}?{query}")
        for form, name in FEED_NAMES.items()
    )
