"""The ledgers: of a story, a speaker and a topic, each as a page and as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from audiatur.hub.articles.items import Item, items_of
from audiatur.hub.articles.models import Article
from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import FEED_FORMATS, FEED_NAMES, FeedLink, Head, identity, page
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.asking import Asked
from audiatur.hub.statements.counting import counted
from audiatur.hub.statements.ledger import ON_A_PAGE, Ledger
from audiatur.hub.statements.models import Speaker
from audiatur.hub.statements.queries import grouped, shown_name_of
from audiatur.hub.stories.following import current
from audiatur.hub.stories.models import Story
from audiatur.hub.viewer import gate_of, varied
from audiatur.publishing.jsonld import item_list, web_page

LINES = "application/jsonl; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a ledger is of: its kind and name for readers, its page, its own address and that of its lines.

    ``condition`` is on statements. ``withheld`` counts the articles that may not leave, where that can be told.
    ``item`` is the article in whose words it is named, None where it has a name of its own. ``sources`` are those whose
    every statement it holds, None where it is of something else.
    """

    kind: str
    name: str
    home: str
    path: str
    lines: str
    condition: Q
    withheld: int = 0
    item: Item | None = None
    sources: tuple[int, ...] | None = None


_Told = Callable[[HttpRequest, Standing, Scope], HttpResponseBase]


def story_ledger(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The statements of a story; a story that was merged leads to the one it became part of."""
    return _of_story(request, uid, "story_ledger", _answer)


def story_lines(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The same as JSON Lines."""
    return _of_story(request, uid, "story_lines", _lines)


def speaker_ledger(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The statements of a speaker; one who was merged leads to the other. 404 where nothing may be shown."""
    return _of_speaker(request, slug, "speaker_ledger", _answer)


def speaker_lines(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same as JSON Lines."""
    return _of_speaker(request, slug, "speaker_lines", _lines)


def _of_story(request: HttpRequest, uid: str, route: str, answer: _Told) -> HttpResponseBase:
    row = get_object_or_404(Story.objects.select_related("redirect_to"), uid=uid)
    if row.redirect_to is not None:
        return _moved(request, reverse(route, args=[current(row).uid]))
    standing = Standing.load(gate_of(request))
    return answer(request, standing, of_story(standing, row))


def _of_speaker(request: HttpRequest, slug: str, route: str, answer: _Told) -> HttpResponseBase:
    row = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    if row.merged_into is not None:
        return _moved(request, reverse(route, args=[row.merged_into.slug]))
    standing = Standing.load(gate_of(request))
    return answer(request, standing, of_speaker(standing, row))


def _moved(request: HttpRequest, path: str) -> HttpResponsePermanentRedirect:
    """To where it is now, with the filters that were asked for."""
    asked = request.GET.urlencode()
    return HttpResponsePermanentRedirect(f"{path}?{asked}" if asked else path)


def topic_ledger(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The statements in the articles of the sources on the sides of a topic."""
    standing = Standing.load(gate_of(request))
    return _answer(request, standing, of_topic(standing, slug))


def topic_lines(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same as JSON Lines."""
    standing = Standing.load(gate_of(request))
    return _lines(request, standing, of_topic(standing, slug))


def of_story(standing: Standing, row: Story) -> Scope:
    """A story as the scope of a ledger."""
    held = Article.objects.filter(story=row, latest__isnull=False)
    first = held.exclude(source__in=standing.closed).order_by("published", "pk")[:1]
    items, _withheld = items_of(standing, first)
    return Scope(
        "story",
        items[0].title if items else _("A story that may not be shown here"),
        reverse("story", args=[row.uid]),
        reverse("story_ledger", args=[row.uid]),
        reverse("story_lines", args=[row.uid]),
        Q(version__article__story=row),
        held.filter(source__in=standing.closed).count(),
        items[0] if items else None,
    )


def of_speaker(standing: Standing, row: Speaker) -> Scope:
    """A speaker as the scope of a ledger; Http404 where nothing may be shown that names them."""
    name = shown_name_of(standing, row)
    if name is None:
        raise Http404("no such speaker")
    routes = (reverse(route, args=[row.slug]) for route in ("speaker", "speaker_ledger", "speaker_lines"))
    home, path, lines = routes
    return Scope("speaker", name, home, path, lines, Q(speaker=row))


def of_topic(standing: Standing, slug: str) -> Scope:
    """A topic as the scope of a ledger; Http404 where there is none of this name."""
    topic = standing.topic(slug)
    if topic is None:
        raise Http404("no such topic")
    members = standing.members(slug)
    routes = (reverse(route, args=[slug]) for route in ("topic", "topic_ledger", "topic_lines"))
    home, path, lines = routes
    condition = Q(source__in=members)
    closed = Article.objects.filter(source__in=standing.closed & set(members), latest__isnull=False).count()
    return Scope("topic", topic.name, home, path, lines, condition, closed, sources=tuple(members))


def _answer(request: HttpRequest, standing: Standing, scope: Scope) -> HttpResponse:
    asked = Asked.of(request.GET.dict())
    ledger = Ledger(standing, scope.condition, asked)
    found = counted(standing, scope.condition, asked, scope.sources)
    sheet = Paginator(found.keys, ON_A_PAGE).get_page(request.GET.get("page"))
    told = ledger.told(list(sheet.object_list))
    named = [scope.item] if scope.item else []
    items = {item.uid: item.released for item in [*named, *(one.item for one in told)]}
    released = list(items.values())
    name = _("Statements: %(name)s") % {"name": scope.name}
    words = _("Every statement of “%(name)s” that this hub may show, in its exact words.") % {"name": scope.name}
    path = f"{scope.path}?{asked.query}" + (f"page={sheet.number}" if sheet.number > 1 else "")
    path = path.rstrip("?&")
    node = web_page(identity(), url=absolute(path), name=name, description=words)
    head = Head(name, words, path, (node, item_list(released, identity())), _feeds(scope, asked, name))
    values = {
        "scope": scope,
        "asked": asked,
        "facets": found.facets,
        "cut": found.cut,
        "quoting": grouped((one.item, one.statement) for one in told),
        "sheet": sheet,
        "query": asked.query,
        "lines": f"{scope.lines}?{asked.query}".rstrip("?&"),
    }
    return page(request, "hub/ledger.html", head, values)


def _feeds(scope: Scope, asked: Asked, name: str) -> tuple[FeedLink, ...]:
    """The ledger with its filters as a feed."""
    query = f"?{asked.query}".rstrip("?&")
    return tuple(
        FeedLink(told, f"{name} ({told})", FEED_FORMATS[form], f"{scope.path.rstrip('/')}.{form}{query}")
        for form, told in FEED_NAMES.items()
    )


def _lines(request: HttpRequest, standing: Standing, scope: Scope) -> HttpResponseBase:
    ledger = Ledger(standing, scope.condition, Asked.of(request.GET.dict()))

    def told() -> Iterator[bytes]:
        for line in ledger.lines():
            yield json.dumps(line, ensure_ascii=False).encode() + b"\n"

    response = StreamingHttpResponse(told(), content_type=LINES)
    response["Audiatur-Withheld"] = str(scope.withheld)
    response["Cache-Control"] = "no-cache"
    return varied(response)
