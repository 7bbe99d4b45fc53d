"""The page of a story, and the page with everything on it, which is also the one to print."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, feed_links, identity, page
from audiatur.hub.sources.standing import Standing
from audiatur.hub.stories.following import current
from audiatur.hub.stories.models import Story
from audiatur.hub.stories.queries import SideBySide, side_by_side
from audiatur.hub.stories.topics import topic_or_404
from audiatur.hub.viewer import gate_of
from audiatur.publishing.jsonld import collection_page


def story(request: HttpRequest, uid: str) -> HttpResponse:
    """A story with a column per side; a story that was merged leads to the one it became part of."""
    return _story(request, uid, "story", whole=False)


def story_whole(request: HttpRequest, uid: str) -> HttpResponse:
    """Everything that the comparison of a story found, unfolded, with the addresses written out for print."""
    return _story(request, uid, "story_whole", whole=True)


def story_or_redirect(request: HttpRequest, uid: str, route: str, *args: str) -> Story | HttpResponse:
    """The story at an address; a redirect to the one that it became part of; Http404 where there never was one."""
    row = get_object_or_404(Story.objects.select_related("redirect_to"), uid=uid)
    if row.redirect_to is None:
        return row
    asked = request.GET.get("topic")
    target = reverse(route, args=[current(row).uid, *args])
    return HttpResponsePermanentRedirect(f"{target}?{urlencode({'topic': asked})}" if asked else target)


def title_of(told: SideBySide) -> str:
    """The words that head a story: those of its earliest article that is shown."""
    return told.items[0].title if told.items else _("A story that may not be shown here")


def _story(request: HttpRequest, uid: str, route: str, *, whole: bool) -> HttpResponse:
    row = story_or_redirect(request, uid, route)
    if isinstance(row, HttpResponse):
        return row
    standing = Standing.load(gate_of(request))
    topic = topic_or_404(standing, request.GET.get("topic"))
    told = side_by_side(standing, row, topic.slug if topic else None, whole=whole)
    query = f"?{urlencode({'topic': topic.slug})}" if topic else ""
    values = {
        "told": told,
        "title": title_of(told),
        "row": row,
        "whole": whole,
        "merging": may_decide(request) and not whole,
        "query": query,
        "whole_path": f"{reverse('story_whole', args=[row.uid])}{query}",
        "base": absolute(""),
    }
    kept = not whole and not values["merging"]
    return page(request, "hub/story.html", _head(told, row, route, kept=kept), values)


def _head(told: SideBySide, row: Story, route: str, *, kept: bool) -> Head:
    title, path = title_of(told), reverse(route, args=[row.uid])
    description = ngettext(
        "%(count)s article on one story, side by side: %(sides)s.",
        "%(count)s articles on one story, side by side: %(sides)s.",
        len(told.items),
    ) % {"count": len(told.items), "sides": told.coverage.words}
    shown = [entry.item.released for entry in told.columns.entries if not entry.again]
    node = collection_page(identity(), url=absolute(path), name=title, items=shown)
    return Head(title, description, path, (node,), feed_links("story_feed", title, row.uid), keeps=kept)


def may_decide(request: HttpRequest) -> bool:
    """Whether the one who asks is a signed-in editor of stories."""
    user = request.user
    return user.is_authenticated and user.is_active and user.is_staff and user.has_perm("hub.change_story")
