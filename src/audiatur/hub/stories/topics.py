"""The pages of topics and of their sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from audiatur.hub.articles.items import MODE_LABELS, newest
from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, feed_links, identity, page
from audiatur.hub.sources.standing import SideMark, Standing, TopicMark
from audiatur.hub.statements.models import Speaker
from audiatur.hub.statements.queries import listed, ranked
from audiatur.hub.stories.days import Choice, Days
from audiatur.hub.stories.front import STORIES_ON_A_PAGE, cards_of, gather, on, stories_of
from audiatur.hub.stories.models import Topic
from audiatur.hub.viewer import gate_of
from audiatur.publishing.jsonld import collection_page

# The newest articles on the page of a side.
LATEST = 30


@dataclass(frozen=True, slots=True)
class Member:
    """A source on a side."""

    name: str
    path: str
    mode: str


@dataclass(frozen=True, slots=True)
class Members:
    """A side with its sources, by name."""

    mark: SideMark
    sources: tuple[Member, ...]


def members(standing: Standing, mark: SideMark) -> Members:
    """The sources on a side."""
    rows = [(standing.sources[pk], pk) for pk in standing.members(mark.topic, mark.slug)]
    found = (
        Member(row.name, reverse("source", args=[row.slug]), str(MODE_LABELS[standing.mode(pk)]))
        for row, pk in sorted(rows, key=lambda pair: pair[0].name.casefold())
    )
    return Members(mark, tuple(found))


def topic_or_404(standing: Standing, slug: str | None) -> TopicMark | None:
    """The topic that the reader chose; None where none was chosen, 404 where there is no such topic."""
    if not slug:
        return None
    topic = standing.topic(slug)
    if topic is None:
        raise Http404("no such topic")
    return topic


def _topic(standing: Standing, slug: str) -> TopicMark:
    found = standing.topic(slug)
    if found is None:
        raise Http404("no such topic")
    return found


def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """A topic: its sides with their sources, a calendar of what appeared in a year, the stories of its newest day."""
    standing = Standing.load(gate_of(request))
    mark = _topic(standing, slug)
    row = get_object_or_404(Topic, slug=slug)
    days = Days(standing, slug)
    day = days.newest()
    period = on(day) if day else None
    found = stories_of(standing, period, mark) if period else None
    gathered = gather(standing, found.groups[:STORIES_ON_A_PAGE], mark) if found else None
    cards = cards_of(standing, gathered, found.closed, period.begins, mark) if gathered and found and period else []
    years = days.years(day) if day else ()
    year = _year(request.GET.get("year"), years) if day else None
    path = reverse("topic", args=[slug]) + (f"?year={year.value}" if year and request.GET.get("year") else "")
    node = collection_page(
        identity(),
        url=absolute(path),
        name=mark.name,
        description=row.description,
        items=[card.lead.released for card in cards],
    )
    head = Head(mark.name, row.description or mark.name, path, (node,), feed_links("topic_feed", mark.name, slug))
    values = {
        "topic": mark,
        "description": row.description,
        "sides": [members(standing, side) for side in mark.sides],
        "day": day,
        "year": year,
        "years": years,
        "months": days.months(year.day.year) if year else (),
        "cards": cards,
        "found": found,
        "withheld": (found.withheld if found else 0) + (gathered.barred if gathered else 0),
    }
    return page(request, "hub/topic.html", head, values)


def _year(asked: str | None, years: Sequence[Choice]) -> Choice:
    """The year of the calendar: the one that was asked for, 404 where it is none of them; else the newest day's."""
    found = next((one for one in years if (one.value == asked if asked else one.chosen)), None)
    if found is None:
        raise Http404("no such year")
    return found


def side(request: HttpRequest, slug: str, side: str) -> HttpResponse:
    """A side of a topic: its sources, its speakers, its newest articles."""
    standing = Standing.load(gate_of(request))
    topic = _topic(standing, slug)
    mark = next((one for one in topic.sides if one.slug == side), None)
    if mark is None:
        raise Http404("no such side")
    items, withheld = newest(standing, standing.members(slug, side), LATEST)
    speaking = Speaker.objects.filter(sides__topic__slug=slug, sides__slug=side)
    path = reverse("side", args=[slug, side])
    name = f"{mark.name}, {topic.name}"
    node = collection_page(identity(), url=absolute(path), name=name, items=[item.released for item in items])
    words = _("The sources on the side “%(side)s” of %(topic)s, and their newest articles.") % {
        "side": mark.name,
        "topic": topic.name,
    }
    head = Head(name, words, path, (node,), feed_links("side_feed", name, slug, side))
    values = {
        "topic": topic,
        "side": members(standing, mark),
        "items": items,
        "withheld": withheld,
        "speakers": listed(standing, ranked(standing, speaking)),
    }
    return page(request, "hub/side.html", head, values)
