"""The pages of the speakers."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, identity, page
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.models import Speaker
from audiatur.hub.statements.months import by_month
from audiatur.hub.statements.queries import (
    ARTICLES_ON_A_PAGE,
    READ,
    SPEAKERS_ON_A_PAGE,
    grouped,
    listed,
    quoted_in,
    ranked,
    said_by,
    shown_name_of,
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
    words = _("Everyone whose words the articles in this hub report, with each statement in its exact words.")
    node = web_page(identity(), url=absolute(path), name=_("Speakers"), description=words)
    values = {"speakers": listed(standing, list(sheet.object_list)), "sheet": sheet}
    return page(request, "hub/speakers.html", Head(_("Speakers"), words, path, (node,)), values)


def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """What a speaker said, in the exact words of each article; 404 where nothing of it may be shown.

    One who was merged into another leads there.
    """
    row = get_object_or_404(Speaker.objects.select_related("merged_into").prefetch_related("sides"), slug=slug)
    if row.merged_into is not None:
        return HttpResponsePermanentRedirect(reverse("speaker", args=[row.merged_into.slug]))
    standing = Standing.load(gate_of(request))
    said = said_by(standing, row)
    versions = list(dict.fromkeys(one.version for one in said))
    sheet = Paginator(versions, ARTICLES_ON_A_PAGE).get_page(request.GET.get("page"))
    told = quoted_in(standing, list(sheet.object_list), row)
    name = shown_name_of(standing, row) if told else None
    if name is None:
        raise Http404("no such speaker")
    spelt = {one.statement.speaker for one in told if one.statement.speaker} - {name}
    path = reverse("speaker", args=[slug])
    kind = SpeakerType(row.type) if row.type else None
    role = next((one.statement.role for one in told if one.statement.role), None)
    items = list({one.item.uid: one.item.released for one in told}.values())
    head = Head(
        title=name,
        description=_("What %(name)s said, in the exact words of each article that reports it.") % {"name": name},
        path=path + (f"?page={sheet.number}" if sheet.number > 1 else ""),
        nodes=(speaker_node(name=name, url=absolute(path), kind=kind, role=role), item_list(items, identity())),
    )
    quoting = grouped((one.item, one.statement) for one in told)
    values = {
        "name": name,
        "slug": slug,
        "type": row.type,
        "role": role,
        "sides": sides_of(standing, row),
        "months": by_month(standing, said),
        "cut": len(said) == READ,
    }
    return page(
        request, "hub/speaker.html", head, {**values, "spelt": sorted(spelt), "quoting": quoting, "sheet": sheet}
    )
