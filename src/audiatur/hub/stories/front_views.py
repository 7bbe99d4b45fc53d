"""The front page: the stories of a day."""

from __future__ import annotations

import re
from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, feed_links, identity, page
from audiatur.hub.sources.standing import Standing, TopicMark
from audiatur.hub.stories.days import calendar, first_day, newest_day, next_month, readable
from audiatur.hub.stories.front import STORIES_ON_A_PAGE, cards_of, stories_of
from audiatur.hub.stories.topics import topic_or_404
from audiatur.hub.viewer import gate_of
from audiatur.publishing.jsonld import collection_page, website

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Beyond these no calendar leads anywhere, and arithmetic on dates would leave the range of dates.
_YEARS = range(1900, 2201)


def period_of(text: str) -> tuple[date, date, bool]:
    """A year, month or day as its first day, the first day after it, and whether it is a day; 404 for anything else."""
    match = _PERIOD.match(text)
    if match is None or int(match[1]) not in _YEARS:
        raise Http404("no such day; a day is written 2022-04-12, a month 2022-04, a year 2022")
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    try:
        first = date(year, month, day)
    except ValueError as wrong:
        raise Http404("no such day") from wrong
    if match[3]:
        return first, first, True
    return first, next_month(first) if match[2] else date(year + 1, 1, 1), False


def front(request: HttpRequest) -> HttpResponse:
    """The stories of a day; of the newest that has any where none is asked for."""
    standing = Standing.load(gate_of(request))
    topic = topic_or_404(standing, request.GET.get("topic"))
    articles = readable(standing, topic.slug if topic else None)
    asked = request.GET.get("day")
    if asked:
        day, until, exact = period_of(asked)
        if not exact:
            return HttpResponseRedirect(_front_path(first_day(articles, day, until) or day, topic))
    else:
        day = newest_day(articles, standing.gate.viewer.now) or standing.gate.viewer.now.date()
    found = stories_of(standing, day, topic)
    sheet = Paginator(found.groups, STORIES_ON_A_PAGE).get_page(request.GET.get("page"))
    cards, barred = cards_of(standing, list(sheet.object_list), day, topic)
    title = f"{day.day} {day:%B %Y}"
    head = Head(
        title=f"{topic.name}, {title}" if topic else title,
        description=f"{len(found.groups)} stories of {title}, with what each side reports of them.",
        path=_front_path(day, topic, sheet.number) if asked or sheet.number > 1 or topic else reverse("front"),
        nodes=(
            website(identity()),
            collection_page(
                identity(),
                url=absolute(_front_path(day, topic, sheet.number)),
                name=title,
                items=[card.lead.released for card in cards],
            ),
        ),
        feeds=feed_links("topic_feed", topic.name, topic.slug) if topic else feed_links("hub_feed", identity().name),
        keeps=True,
    )
    values = {
        "day": day,
        "topic": topic,
        "standing": standing,
        "calendar": calendar(articles, day, standing.gate.viewer.now),
        "found": found,
        "grouped": [card for card in cards if not card.single],
        "singles": [card for card in cards if card.single],
        "cards": cards,
        "weekdays": WEEKDAYS,
        "query": f"{urlencode({'day': day.isoformat(), **({'topic': topic.slug} if topic else {})})}&",
        "withheld": found.withheld + barred,
        "sheet": sheet,
    }
    return page(request, "hub/front.html", head, values)


def _front_path(day: date, topic: TopicMark | None, sheet: int = 1) -> str:
    asked = {"day": day.isoformat()}
    if topic is not None:
        asked["topic"] = topic.slug
    if sheet > 1:
        asked["page"] = str(sheet)
    return f"{reverse('front')}?{urlencode(asked)}"
