"""The front page: the stories of a day, or of what came in since a moment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, feed_links, identity, page
from audiatur.hub.pages.keeping import kept_page
from audiatur.hub.sources.standing import Standing, TopicMark
from audiatur.hub.stories.days import Days, next_month
from audiatur.hub.stories.front import SINCE, STORIES_ON_A_PAGE, Card, Period, cards_of, gather, on, since, stories_of
from audiatur.hub.stories.topics import topic_or_404
from audiatur.hub.templatetags import reading
from audiatur.hub.viewer import gate_of
from audiatur.publishing.jsonld import collection_page, website

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
# Beyond these no calendar leads anywhere, and arithmetic on dates would leave the range of dates.
_YEARS = range(1900, 2201)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page is of: its title, its period, and the query of its address."""

    title: str
    period: Period
    asked: Mapping[str, str]


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


def moment_of(text: str) -> datetime:
    """A moment as ISO 8601 writes it, in UTC where it names no zone; 404 for anything else."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise Http404("no such moment; a moment is written 2022-04-12T10:30Z") from wrong
    if found.year not in _YEARS:
        raise Http404("no such moment")
    return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)


def front(request: HttpRequest) -> HttpResponse:
    """The stories of a day; of the newest that has any where none is asked for."""
    standing = Standing.load(gate_of(request))
    topic = topic_or_404(standing, request.GET.get("topic"))
    asked = request.GET.get("since")
    if asked:
        return _since(request, standing, topic, moment_of(asked))
    return _day(request, standing, topic)


def _day(request: HttpRequest, standing: Standing, topic: TopicMark | None) -> HttpResponse:
    days = Days(standing, topic.slug if topic else None)
    asked = request.GET.get("day")
    if asked:
        day, until, exact = period_of(asked)
        if not exact:
            return HttpResponseRedirect(_front_path(_query(topic, day=(days.first(day, until) or day).isoformat())))
    else:
        day = days.newest() or standing.gate.viewer.now.date()
    sheet = Sheet(reading.day(day), on(day), _query(topic, day=day.isoformat()))
    values = {"day": day, "calendar": days.calendar(day)}
    return _page(request, standing, topic, sheet, values, plain=not asked and topic is None)


def _since(request: HttpRequest, standing: Standing, topic: TopicMark | None, moment: datetime) -> HttpResponse:
    """What came in since a moment, which is all that the hub is told: it knows no reader."""
    now = standing.gate.viewer.now
    begins = min(max(moment, now - SINCE), now)
    title = _("New since %(moment)s") % {"moment": reading.moment(begins)}
    sheet = Sheet(title, since(begins), _query(topic, since=moment.strftime("%Y-%m-%dT%H:%MZ")))
    return _page(request, standing, topic, sheet, {"since": begins, "cut": begins > moment}, plain=False)


def _page(
    request: HttpRequest,
    standing: Standing,
    topic: TopicMark | None,
    sheet: Sheet,
    values: Mapping[str, object],
    *,
    plain: bool,
) -> HttpResponse:
    """A page of stories. ``plain`` is whether its first sheet is the front page itself, without a query."""
    found = stories_of(standing, sheet.period, topic)
    stories = Paginator(found.groups, STORIES_ON_A_PAGE).get_page(request.GET.get("page"))
    gathered = gather(standing, list(stories.object_list), topic)
    told = (topic, sheet.period.begins, sheet.title, tuple(sheet.asked.items()), stories.number, plain)
    key = (standing.key, told, found, gathered, tuple(values.items())) if standing.key is not None else None

    def made() -> HttpResponse:
        cards = cards_of(standing, gathered, found.closed, sheet.period.begins, topic)
        head = _head(sheet, topic, len(found.groups), cards, stories.number, plain=plain)
        shown = {
            "title": sheet.title,
            "topic": topic,
            "standing": standing,
            "found": found,
            "grouped": [card for card in cards if not card.single],
            "singles": [card for card in cards if card.single],
            "cards": cards,
            "query": f"{urlencode(sheet.asked)}&",
            "asked": urlencode({key: value for key, value in sheet.asked.items() if key != "topic"}),
            "withheld": found.withheld + gathered.barred,
            "sheet": stories,
        }
        return page(request, "hub/front.html", head, {**shown, **values})

    return kept_page(request, key, made)


def _head(
    sheet: Sheet, topic: TopicMark | None, number: int, cards: Sequence[Card], page_number: int, *, plain: bool
) -> Head:
    """``number`` is how many stories there are."""
    words = ngettext(
        "%(number)d story of %(title)s, with what each side reports of it.",
        "%(number)d stories of %(title)s, with what each side reports of them.",
        number,
    ) % {"number": number, "title": sheet.title}
    paged = {**sheet.asked, **({"page": str(page_number)} if page_number > 1 else {})}
    path = reverse("front") if plain and page_number == 1 else _front_path(paged)
    items = [card.lead.released for card in cards]
    node = collection_page(identity(), url=absolute(_front_path(paged)), name=sheet.title, items=items)
    return Head(
        title=f"{topic.name}, {sheet.title}" if topic else sheet.title,
        description=words,
        path=path,
        nodes=(website(identity()), node),
        feeds=feed_links("topic_feed", topic.name, topic.slug) if topic else feed_links("hub_feed", identity().name),
        keeps="since" not in sheet.asked,
    )


def _query(topic: TopicMark | None, **asked: str) -> dict[str, str]:
    return {**asked, **({"topic": topic.slug} if topic is not None else {})}


def _front_path(asked: Mapping[str, str]) -> str:
    return f"{reverse('front')}?{urlencode(asked)}"
