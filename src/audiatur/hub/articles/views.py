"""The pages of an article: its text, and what was changed in it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audiatur.hub.articles.edited import history_of
from audiatur.hub.articles.queries import find, reading_of
from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, identity, page, refused
from audiatur.hub.sources.queries import shown_claims
from audiatur.hub.sources.standing import Standing
from audiatur.hub.templatetags.reading import day
from audiatur.hub.viewer import gate_of
from audiatur.provenance.values import Withheld
from audiatur.publishing.jsonld import item_list, news_article, web_page
from audiatur.publishing.notice import notice_text


def article(request: HttpRequest, uid: str) -> HttpResponse:
    """An article with its statements, its notice and where it comes from; 451 or 403 where it may not leave."""
    row = find(uid)
    if row is None:
        raise Http404("no such article")
    reading = reading_of(Standing.load(gate_of(request)), row)
    if isinstance(reading, Withheld):
        return refused(request, reading)
    item = reading.item
    claims = shown_claims(reading.evidence)
    plain = _("An item of %(outlet)s, %(day)s.") % {"outlet": item.outlet, "day": day(item.published)}
    head = Head(
        title=f"{item.title} · {item.outlet}",
        description=item.lede or plain,
        path=item.path,
        nodes=(news_article(reading.released, identity(), republished=reading.first_seen),),
        shared=notice_text(reading.released.notice).replace("\n", " · "),
    )
    return page(request, "hub/article.html", head, {"reading": reading, "item": item, "claims": claims})


def article_changes(request: HttpRequest, uid: str) -> HttpResponse:
    """What the outlet changed in an article, and when; 451 or 403 where the article may not leave."""
    row = find(uid)
    if row is None:
        raise Http404("no such article")
    found = history_of(Standing.load(gate_of(request)), row, request.GET.get("page"))
    if isinstance(found, Withheld):
        return refused(request, found)
    item = found.item
    path = reverse("article_changes", args=[uid])
    title = _("What was changed: %(title)s") % {"title": item.title}
    told = _times(found.edits)
    node = web_page(identity(), url=absolute(path), name=title, description=told)
    head = Head(title, f"{item.outlet}. {told}", path, (node, item_list([item.released], identity())))
    return page(request, "hub/article_changes.html", head, {"found": found, "item": item, "told": told})


def _times(edits: int) -> str:
    """How often the outlet changed an article, in words."""
    if not edits:
        return _("This hub saw no change by the outlet.")
    if edits == 1:
        return _("The outlet changed it once.")
    told = ngettext("The outlet changed it %(count)s time.", "The outlet changed it %(count)s times.", edits)
    return told % {"count": edits}
