"""The pages about the hub itself, and what machines ask of a site."""

from __future__ import annotations

from django.conf import settings
from django.db import Error as DatabaseFailure
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from audiatur.feeds.opml import ListedFeed, write_opml
from audiatur.hub.articles.models import Article
from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, identity, page
from audiatur.hub.sources.models import Feed, FeedKind, FeedState, Source
from audiatur.hub.sources.queries import public_address
from audiatur.hub.sources.standing import Standing
from audiatur.hub.stories.models import Story
from audiatur.hub.viewer import gate_of, varied
from audiatur.provenance.independence import describe
from audiatur.provenance.values import IndependenceClass
from audiatur.publishing.characters import web_address
from audiatur.publishing.jsonld import about_page, web_page


def about(request: HttpRequest) -> HttpResponse:
    """What the hub is for, what it promises, how to reach those who run it."""
    path = reverse("about")
    words = _("What this hub is for: reporting from every side, side by side, each item with its notice.")
    node = about_page(identity(), url=absolute(path), name=_("About"))
    return page(request, "hub/about.html", Head(_("About"), words, path, (node,)), {})


def method(request: HttpRequest) -> HttpResponse:
    """How the hub groups, attributes, discloses and decides what it republishes."""
    path = reverse("method")
    words = _(
        "How this hub groups articles, attributes statements, discloses ownership and decides what it republishes."
    )
    node = web_page(identity(), url=absolute(path), name=_("Method"), description=words)
    classes = [(cls.value, describe(cls, language=get_language() or "en")) for cls in IndependenceClass]
    return page(request, "hub/method.html", Head(_("Method"), words, path, (node,)), {"classes": classes})


def sources_opml(request: HttpRequest) -> HttpResponse:
    """The outlets' own feeds as a list that feed readers import; without those of which nothing may leave here."""
    standing = Standing.load(gate_of(request))
    held = Feed.objects.filter(kind=FeedKind.PRIMARY).exclude(source__in=standing.closed)
    # A recording has no address that others could poll.
    rows = held.exclude(state=FeedState.RECORDED).select_related("source")
    listed = (
        ListedFeed(url=address, title=row.source.name, site=web_address(row.source.homepage))
        for row in rows.order_by("source__name", "pk")
        if (address := public_address(row.url)) is not None
    )
    body = write_opml(listed, title=f"Sources of {settings.HUB_NAME}")
    return varied(HttpResponse(body, content_type="text/x-opml; charset=utf-8"))


def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the signature of a view
    """Whether the hub can answer, with counts; 503 where the database fails."""
    try:
        counts = {
            "sources": Source.objects.count(),
            "articles": Article.objects.count(),
            "pending": Article.objects.filter(pending=True).count(),
            "stories": Story.objects.filter(redirect_to__isnull=True).count(),
        }
    except DatabaseFailure:
        return JsonResponse({"status": "error", "database": "no answer"}, status=503)
    return JsonResponse({"status": "ok", **counts}, headers={"Cache-Control": "no-store"})


def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the signature of a view
    """What crawlers may read: all that readers may, except the endless combinations of words and filters."""
    shut = ("/admin/", "/editors/", "/healthz", "/search")
    lines = ("User-agent: *", *(f"Disallow: {path}" for path in shut), "Allow: /", "")
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the signature of a view
    """Where programs look that ask for an icon without reading the page; it leads to the one that pages name."""
    return HttpResponsePermanentRedirect(static("hub/icon.svg"))
