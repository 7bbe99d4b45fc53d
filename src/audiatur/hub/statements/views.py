"""The pages of the speakers."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, identity, page
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.models import Speaker
from audiatur.hub.statements.queries import (
    ARTICLES_ON_A_PAGE,
    SPEAKERS_ON_A_PAGE,
    articles_quoting,
    listed,
    quoted,
    ranked,
    sides_of,
)
from audiatur.hub.viewer import gate_of
from audiatur.publishing.jsonld import item_list, web_page
from audiatur.publishing.jsonld import speaker as speaker_node
from audiatur.statements.values import SpeakerType


def speakers(request: HttpRequest) -> HttpResponse:
    """Those whose statements the hub may show, the most reported first."""
    standing = Standing.load(gate_of(request))
    sheet = Paginator(ranked(standing), SPEAKERS_ON_A_PAGE).get_page(request.GET.get("page"))
    path = reverse("speakers") + (f"?page={sheet.number}" if sheet.number > 1 else "")
    words = "Everyone whose words the articles in this hub report, with each statement in its exact words."
    node = web_page(identity(), url=absolute(path), name="Speakers", description=words)
    values = {"speakers": listed(standing, list(sheet.object_list)), "sheet": sheet}
    return page(request, "hub/speakers.html", Head("Speakers", words, path, (node,)), values)


def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """What a speaker said, in the exact words of each article; 404 where nothing of it may be shown."""
    standing = Standing.load(gate_of(request))
    row = get_object_or_404(Speaker.objects.prefetch_related("sides"), slug=slug)
    articles = articles_quoting(standing, row).values_list("pk", flat=True)
    sheet = Paginator(articles, ARTICLES_ON_A_PAGE).get_page(request.GET.get("page"))
    told = quoted(standing, list(sheet.object_list), row)
    if not told:
        raise Http404("no such speaker")
    path = reverse("speaker", args=[slug])
    kind = SpeakerType(row.type) if row.type else None
    role = next((one.statement.role for one in told if one.statement.role), None)
    items = list({one.item.uid: one.item.released for one in told}.values())
    head = Head(
        title=row.name,
        description=f"What {row.name} said, in the exact words of each article that reports it.",
        path=path + (f"?page={sheet.number}" if sheet.number > 1 else ""),
        nodes=(speaker_node(name=row.name, url=absolute(path), kind=kind, role=role), item_list(items, identity())),
    )
    values = {"name": row.name, "type": row.type, "role": role, "sides": sides_of(standing, row)}
    return page(request, "hub/speaker.html", head, {**values, "told": told, "sheet": sheet})
