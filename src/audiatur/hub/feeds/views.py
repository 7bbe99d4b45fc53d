"""The feeds of the hub, of a topic, a side, a source and a story, each in RSS, Atom and JSON Feed."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from audiatur.hub.feeds.queries import Contents, of_sources, of_story
from audiatur.hub.gate import absolute
from audiatur.hub.languages.addresses import in_language
from audiatur.hub.languages.choice import asked
from audiatur.hub.pages.frame import FEED_FORMATS
from audiatur.hub.sources.standing import Standing
from audiatur.hub.stories.following import current
from audiatur.hub.stories.models import Story
from audiatur.hub.viewer import gate_of, varied
from audiatur.publishing.atom import atom
from audiatur.publishing.json_feed import json_feed
from audiatur.publishing.rss import rss
from audiatur.publishing.values import Channel, Item

_WRITERS: dict[str, Callable[[Channel, tuple[Item, ...]], bytes]] = {"rss": rss, "atom": atom, "json": json_feed}


def hub_feed(request: HttpRequest, form: str) -> HttpResponse:
    """The newest articles of all sources."""
    standing = Standing.load(gate_of(request))
    words = _("The newest articles of all sources of this hub, each with its notice.")
    found = of_sources(standing, standing.sources)
    return _answer(
        request, found, form, name=str(settings.HUB_NAME), words=words, home=reverse("front"), route=("hub_feed",)
    )


def topic_feed(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The newest articles of the sources on the sides of a topic."""
    standing = Standing.load(gate_of(request))
    topic = standing.topic(slug)
    if topic is None:
        raise Http404("no such topic")
    told = _("The newest articles of the sources on every side of %(topic)s, each with its notice.")
    words = told % {"topic": topic.name}
    home = reverse("topic", args=[slug])
    found = of_sources(standing, standing.members(slug))
    return _answer(request, found, form, name=topic.name, words=words, home=home, route=("topic_feed", slug))


def side_feed(request: HttpRequest, slug: str, side: str, form: str) -> HttpResponse:
    """The newest articles of the sources on one side of a topic."""
    standing = Standing.load(gate_of(request))
    topic = standing.topic(slug)
    mark = next((one for one in topic.sides if one.slug == side), None) if topic else None
    if topic is None or mark is None:
        raise Http404("no such side")
    told = _("The newest articles of the sources on the side “%(side)s” of %(topic)s, each with its notice.")
    words = told % {"side": mark.name, "topic": topic.name}
    found = of_sources(standing, standing.members(slug, side))
    name = f"{mark.name}, {topic.name}"
    return _answer(request, found, form, name=name, words=words, home=mark.path, route=("side_feed", slug, side))


def source_feed(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The newest articles of a source."""
    standing = Standing.load(gate_of(request))
    source = next((pk for pk, row in standing.sources.items() if row.slug == slug), None)
    if source is None:
        raise Http404("no such source")
    name = standing.sources[source].name
    words = _("The newest articles of %(name)s, each with its notice.") % {"name": name}
    home = reverse("source", args=[slug])
    found = of_sources(standing, [source])
    return _answer(request, found, form, name=name, words=words, home=home, route=("source_feed", slug))


def story_feed(request: HttpRequest, uid: str, form: str) -> HttpResponse:
    """The newest articles of a story; a story that was merged leads to the one it became part of."""
    row = get_object_or_404(Story.objects.select_related("redirect_to"), uid=uid)
    if row.redirect_to is not None:
        return HttpResponsePermanentRedirect(reverse("story_feed", args=[current(row).uid, form]))
    found = of_story(Standing.load(gate_of(request)), row)
    title = found.entries[-1].released.title if found.entries else None
    words = _("The newest articles of one story, each with its notice.")
    home = reverse("story", args=[uid])
    return _answer(request, found, form, name=title or _("A story"), words=words, home=home, route=("story_feed", uid))


def _answer(
    request: HttpRequest, found: Contents, form: str, *, name: str, words: str, home: str, route: tuple[str, ...]
) -> HttpResponse:
    """The feed as an answer; the entity tag and the 304 are made from its bytes by the middleware."""
    address, language = reverse(route[0], args=[*route[1:], form]), asked(request)
    channel = Channel(
        title=name,
        description=words,
        home=absolute(home),
        self_url=absolute(address) if language is None else in_language(absolute(address), language),
        id=absolute(address.rpartition(".")[0]),
        updated=found.updated,
        withheld=found.withheld,
        spoken=get_language() or "en",
    )
    return delivered(channel, found.entries, form)


def delivered(channel: Channel, entries: tuple[Item, ...], form: str) -> HttpResponse:
    """A feed in a format as an answer."""
    response = HttpResponse(_WRITERS[form](channel, entries), content_type=f"{FEED_FORMATS[form]}; charset=utf-8")
    # Readers may keep it, but must ask whether it still holds: a policy can change at any time. No Last-Modified: what
    # a policy takes out of a feed makes it no newer, and whoever asks by date alone would be told to keep it.
    response["Cache-Control"] = "no-cache"
    return varied(response)
