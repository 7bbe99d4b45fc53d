"""The page of an article."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from audiatur.hub.articles.queries import find, reading_of
from audiatur.hub.pages.frame import Head, identity, page, refused
from audiatur.hub.sources.queries import shown_claims
from audiatur.hub.sources.standing import Standing
from audiatur.hub.templatetags.reading import day
from audiatur.hub.viewer import gate_of
from audiatur.provenance.values import Withheld
from audiatur.publishing.jsonld import news_article
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
