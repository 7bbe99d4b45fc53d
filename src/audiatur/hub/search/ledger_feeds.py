"""A ledger with its filters as a feed: the newest statements of a story, a speaker or a topic that fit."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from audiatur.hub.search.feeds import MOST, entries_of, feed
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.asking import Asked
from audiatur.hub.statements.ledger import Ledger
from audiatur.hub.statements.ledger_views import Scope, of_speaker, of_story, of_topic
from audiatur.hub.statements.models import Speaker
from audiatur.hub.stories.following import current
from audiatur.hub.stories.models import Story
from audiatur.hub.viewer import gate_of


def story(request: HttpRequest, uid: str, form: str) -> HttpResponse:
    """The statements of a story; a story that was merged leads to the one it became part of."""
    row = get_object_or_404(Story.objects.select_related("redirect_to"), uid=uid)
    if row.redirect_to is not None:
        return _moved(request, reverse("story_ledger_feed", args=[current(row).uid, form]))
    standing = Standing.load(gate_of(request))
    return _answer(request, standing, of_story(standing, row), "story_ledger_feed", uid, form)


def speaker(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The statements of a speaker; one who was merged leads to the other."""
    row = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    if row.merged_into is not None:
        return _moved(request, reverse("speaker_ledger_feed", args=[row.merged_into.slug, form]))
    standing = Standing.load(gate_of(request))
    return _answer(request, standing, of_speaker(standing, row), "speaker_ledger_feed", slug, form)


def topic(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The statements in the articles of the sources on the sides of a topic."""
    standing = Standing.load(gate_of(request))
    return _answer(request, standing, of_topic(standing, slug), "topic_ledger_feed", slug, form)


def _moved(request: HttpRequest, address: str) -> HttpResponse:
    """A lasting redirect that keeps the filters: programs ask for nothing but the new address from then on."""
    asked = request.GET.urlencode()
    return HttpResponsePermanentRedirect(f"{address}?{asked}" if asked else address)


def _answer(request: HttpRequest, standing: Standing, scope: Scope, route: str, of: str, form: str) -> HttpResponse:
    asked = Asked.of(request.GET.dict())
    ledger = Ledger(standing, scope.condition, asked)
    told = ledger.told(list(ledger.rows.values_list("pk", flat=True)[:MOST]))
    return feed(
        request,
        entries_of(standing, told),
        form,
        name=_("Statements: %(name)s") % {"name": scope.name},
        words=_("The newest statements of this ledger that fit its filters, each with its notice."),
        route=route,
        query=asked.query,
        args=[of],
    )
