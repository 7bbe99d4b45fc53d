"""The pages of the sources."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, feed_links, identity, page
from audiatur.hub.sources.queries import listed, profile
from audiatur.hub.sources.standing import Standing
from audiatur.hub.viewer import gate_of
from audiatur.provenance.independence import describe
from audiatur.provenance.values import IndependenceClass
from audiatur.provenance.wordings import wording
from audiatur.publishing.jsonld import item_list, news_organization, web_page
from audiatur.publishing.notice import notice_html

ANSWERS = ("mainly_state_funded", "state_governs", "state_controls_editorially")


def sources(request: HttpRequest) -> HttpResponse:
    """All sources of the hub, each with its class, its sides and what is republished of it."""
    found = listed(Standing.load(gate_of(request)))
    path = reverse("sources")
    told = ngettext(
        "The %(number)s outlet whose reporting this hub lays side by side, with who owns and funds it.",
        "The %(number)s outlets whose reporting this hub lays side by side, with who owns and funds them.",
        len(found),
    )
    words = told % {"number": len(found)}
    node = web_page(identity(), url=absolute(path), name=_("Sources"), description=words)
    return page(request, "hub/sources.html", Head(_("Sources"), words, path, (node,)), {"sources": found})


def source(request: HttpRequest, slug: str) -> HttpResponse:
    """A source: what is known of it and on what evidence, what the hub does with it, its latest items."""
    standing = Standing.load(gate_of(request))
    row = next((source for source in standing.sources.values() if source.slug == slug), None)
    if row is None:
        raise Http404("no such source")
    told = profile(standing, row)
    items = item_list([item.released for item in told.items], identity())
    head = Head(
        title=told.name,
        description=_("%(name)s: who owns and funds it, with evidence, and what this hub republishes of it.")
        % {"name": told.name},
        path=reverse("source", args=[slug]),
        nodes=(news_organization(told.notice, homepage=told.homepage), items),
        feeds=feed_links("source_feed", told.name, slug),
    )
    notice = told.notice
    code, words = notice.independence.value, describe(notice.independence, notice.evidence, notice.language)
    answers = wording(notice.language).answers
    values = {
        "told": told,
        "answers": {name: answers[getattr(notice.answers, name)] for name in ANSWERS},
        "notice": mark_safe(notice_html(told.notice)),  # noqa: S308
        "class_words": words if notice.independence is IndependenceClass.UNKNOWN else f"{code}, {words}",
    }
    return page(request, "hub/source.html", head, values)
