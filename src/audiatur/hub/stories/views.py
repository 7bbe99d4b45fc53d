"""The page of a story."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode

from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, feed_links, identity, page
from audiatur.hub.sources.standing import Standing
from audiatur.hub.stories.following import current
from audiatur.hub.stories.models import Story
from audiatur.hub.stories.queries import side_by_side
from audiatur.hub.stories.topics import topic_or_404
from audiatur.hub.viewer import gate_of
from audiatur.publishing.jsonld import collection_page


def story(request: HttpRequest, uid: str) -> HttpResponse:
    """A story with a column per side; a story that was merged leads to the one it became part of."""
    row = get_object_or_404(Story.objects.select_related("redirect_to"), uid=uid)
    asked = request.GET.get("topic")
    if row.redirect_to is not None:
        target = reverse("story", args=[current(row).uid])
        return HttpResponsePermanentRedirect(f"{target}?{urlencode({'topic': asked})}" if asked else target)
    standing = Standing.load(gate_of(request))
    topic = topic_or_404(standing, asked)
    told = side_by_side(standing, row, topic.slug if topic else None)
    title = told.items[0].title if told.items else "A story that may not be shown here"
    path = reverse("story", args=[row.uid])
    # A column can only be compared with another one that has articles.
    compared = sum(bool(panel.entries) for panel in told.panels) > 1 and any(panel.has_only for panel in told.panels)
    head = Head(
        title=title,
        description=f"{len(told.items)} articles on one story, side by side: {told.coverage.words}.",
        path=path,
        nodes=(
            collection_page(
                identity(),
                url=absolute(path),
                name=title,
                items=[item.released for item in told.items],
            ),
        ),
        feeds=feed_links("story_feed", title, row.uid),
        keeps=not may_decide(request),
    )
    values = {"told": told, "title": title, "compared": compared, "row": row, "merging": may_decide(request)}
    return page(request, "hub/story.html", head, values)


def may_decide(request: HttpRequest) -> bool:
    """Whether the one who asks is a signed-in editor of stories."""
    user = request.user
    return user.is_authenticated and user.is_active and user.is_staff and user.has_perm("hub.change_story")
