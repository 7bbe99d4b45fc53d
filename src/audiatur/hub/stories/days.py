"""Days on which there is something to read, in UTC; each question is one query that the index by date answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Exists, QuerySet

from audiatur.hub.articles.models import Article
from audiatur.hub.sources.models import Source
from audiatur.hub.sources.standing import Standing

Range = tuple[datetime, datetime]

# An outlet's wrong date, such as 1970, must not fill the page with empty years.
MOST_YEARS = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """A year, month or day to go to. ``value`` is ``2022``, ``2022-04`` or ``2022-04-12``; ``name`` says it in words.

    ``filled`` is whether something appeared in it, ``chosen`` whether the page shows it.
    """

    value: str
    label: str
    name: str
    filled: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """The ways from a day to any other: its neighbours, the years, the months of its year, the weeks of its month.

    ``previous`` and ``next`` are the nearest days with articles, None where there is none. Weeks begin on Monday; None
    is an empty cell.
    """

    previous: date | None
    next: date | None
    years: tuple[Choice, ...]
    months: tuple[Choice, ...]
    weeks: tuple[tuple[Choice | None, ...], ...]


def start_of(day: date) -> datetime:
    """The first instant of a day in UTC."""
    return datetime.combine(day, time(), UTC)


def bounds(day: date) -> Range:
    """A day as a half-open range of instants."""
    return start_of(day), start_of(day) + timedelta(days=1)


def readable(standing: Standing, topic: str | None = None) -> QuerySet[Article]:
    """The articles of which something may leave here and now; those of a topic's sides where one is given."""
    found = Article.objects.filter(latest__isnull=False).exclude(source__in=standing.closed)
    return found if topic is None else found.filter(source__in=standing.members(topic))


def newest_day(articles: QuerySet[Article], now: datetime) -> date | None:
    """The newest day with articles that isn't in the future; else the newest at all, None where there is nothing."""
    return _day(articles.filter(published__lte=now)) or _day(articles)


def first_day(articles: QuerySet[Article], since: date, until: date) -> date | None:
    """The first day with articles in the period up to but without ``until``; None where there is none."""
    inside = articles.filter(published__gte=start_of(since), published__lt=start_of(until))
    return _day(inside.order_by("published"))


def _day(articles: QuerySet[Article]) -> date | None:
    """The day of the first of the articles in their order; None where there is none."""
    found = articles.values_list("published", flat=True).first()
    return found.astimezone(UTC).date() if found else None


def filled(articles: QuerySet[Article], ranges: Sequence[Range]) -> list[bool]:
    """Whether something appeared in each of the ranges; one query."""
    asked = {
        f"r{number}": Exists(articles.order_by().filter(published__gte=since, published__lt=until))
        for number, (since, until) in enumerate(ranges)
    }
    row = Source.objects.order_by().annotate(**asked).values_list(*asked).first() if asked else None
    return [bool(answer) for answer in row] if row else [False] * len(ranges)


def calendar(articles: QuerySet[Article], day: date, now: datetime) -> Calendar:
    """The ways from a day to any other with articles; four queries, whatever the number of days."""
    since, until = bounds(day)
    oldest = _day(articles.order_by("published")) or day
    years = [date(year, 1, 1) for year in _years(oldest, day, now)]
    months = [date(day.year, month, 1) for month in range(1, 13)]
    first = day.replace(day=1)
    days = [first + timedelta(days=count) for count in range((next_month(first) - first).days)]
    ranges = [(start_of(year), start_of(date(year.year + 1, 1, 1))) for year in years]
    ranges += [(start_of(month), start_of(next_month(month))) for month in months]
    ranges += [bounds(one) for one in days]
    has = iter(filled(articles, ranges))
    return Calendar(
        previous=_day(articles.filter(published__lt=since)),
        next=_day(articles.filter(published__gte=until).order_by("published")),
        years=tuple(Choice(f"{one:%Y}", f"{one:%Y}", f"{one:%Y}", next(has), one.year == day.year) for one in years),
        months=tuple(
            Choice(f"{month:%Y-%m}", f"{month:%b}", f"{month:%B %Y}", next(has), month == first) for month in months
        ),
        weeks=_weeks(
            [Choice(one.isoformat(), str(one.day), f"{one.day} {one:%B %Y}", next(has), one == day) for one in days],
            first.weekday(),
        ),
    )


def next_month(day: date) -> date:
    """The first day of the month after that of ``day``."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _years(oldest: date, day: date, now: datetime) -> list[int]:
    """The years to choose from, with that of ``day``; wrong dates far away are left to the neighbours' links."""
    newest = max(now.year, day.year)
    return [*range(max(oldest.year, newest - MOST_YEARS), newest + 1)]


def _weeks(days: list[Choice], before: int) -> tuple[tuple[Choice | None, ...], ...]:
    cells: list[Choice | None] = [None] * before + list(days)
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
