"""The permanent page of a statement, and the same as data."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, identity, page, refused
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.editorial import Field
from audiatur.hub.statements.lines import line_of
from audiatur.hub.statements.permanent import Beyond, Passage, find, passage_of
from audiatur.hub.viewer import gate_of, varied
from audiatur.provenance.refusals import refusal
from audiatur.provenance.values import Withheld
from audiatur.publishing.jsonld import item_list, web_page
from audiatur.publishing.notice import notice_json


def passage_or_404(request: HttpRequest, uid: str) -> Passage | Beyond | Withheld:
    """The statement at an address for the one who asks; Http404 where there never was one."""
    row = find(uid)
    if row is None:
        raise Http404("no such statement")
    return passage_of(Standing.load(gate_of(request)), row)


def statement(request: HttpRequest, uid: str) -> HttpResponse:
    """A statement in its context; 451 or 403 where its article, or so much of it, may not leave."""
    found = passage_or_404(request, uid)
    if isinstance(found, Withheld):
        return refused(request, found)
    if isinstance(found, Beyond):
        return beyond(request, found)
    item, told = found.item, found.statement
    path = reverse("statement", args=[uid])
    name = _("%(speaker)s, in %(outlet)s") % {"speaker": told.name, "outlet": item.outlet}
    words = " … ".join(told.words)
    node = web_page(identity(), url=absolute(path), name=name, description=words)
    head = Head(name, words, path, (node, item_list([item.released], identity())))
    values = {
        "found": found,
        "item": item,
        "one": told,
        "told": (told,),
        "traces": found.traces,
        "corrected_speaker": any(one.field is Field.SPEAKER for one in found.corrections),
    }
    return page(request, "hub/statement.html", head, values)


def statement_json(request: HttpRequest, uid: str) -> HttpResponse:
    """The statement as one JSON object; with ``error`` and the notice where it may not leave."""
    found = passage_or_404(request, uid)
    if isinstance(found, Withheld):
        told = refusal(found, hub=absolute(reverse("front")))
        body = {"error": told.title, "notice": notice_json(found.notice)}
        response = JsonResponse(body, status=told.status)
        for name, value in told.headers:
            response[name] = value
        return response
    if isinstance(found, Beyond):
        body = {"error": _("beyond what is published"), "notice": notice_json(found.item.released.notice)}
        return varied(JsonResponse(body, status=403, headers={"Cache-Control": "no-store"}))
    parent = found.within.uid if found.within else None
    line = line_of(found.item, found.statement, found.row, parent=parent, newest=not found.newer)
    return varied(JsonResponse(line, json_dumps_params={"ensure_ascii": False}))


def beyond(request: HttpRequest, found: Beyond) -> HttpResponse:
    """403 with the notice: the article is published here, but not as far as the statement."""
    head = Head(_("Beyond what is published here"), _("Only a part of this article is published here."), request.path)
    response = page(request, "hub/beyond.html", head, {"item": found.item}, status=403)
    response["Cache-Control"] = "no-store"
    return response
