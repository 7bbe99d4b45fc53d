"""Days on which there is something to read, in UTC."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery

from audiatur.hub.articles.models import Article
from audiatur.hub.sources.models import Source
from audiatur.hub.sources.standing import Standing
from audiatur.hub.written import Written

Range = tuple[datetime, datetime]

# An outlet's wrong date, such as 1970, must not fill the page with empty years.
MOST_YEARS = 40
# Shades in which a calendar shows how much appeared in a month.
WEIGHTS = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """A year, month or day to go to. ``value`` is ``2022``, ``2022-04`` or ``2022-04-12``; ``day`` its first day.

    ``label`` is its number, empty for a month, which pages name in their language. ``filled`` is whether something
    appeared in it, ``chosen`` whether the page shows it.
    """

    value: str
    label: str
    day: date
    filled: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month in the calendar of a year. ``weight`` is 1 to 4, how its number stands to the year's largest."""

    value: str
    day: date
    number: int
    weight: int


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


def _edge(order: str) -> Written[tuple[datetime | None]]:
    """Of each source the first article in an order, between two moments."""

    def question(sources: Sequence[int], since: datetime, until: datetime) -> QuerySet[Source, tuple[datetime | None]]:
        dates = Article.objects.filter(published__gte=since, published__lt=until, source=OuterRef("pk"))
        first = dates.filter(latest__isnull=False).order_by(order).values("published")[:1]
        return Source.objects.filter(pk__in=sources).order_by().values_list(Subquery(first))

    return Written(question)


_OLDEST, _NEWEST = _edge("published"), _edge("-published")
_LEAST = timedelta(microseconds=1)
_FIRST, _LAST = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)


class Days:
    """The days on which something may be read here and now, of all sources or of those on a topic's sides.

    Each question is put to the index of each source, so that what an answer costs does not grow with what is held.
    """

    def __init__(self, standing: Standing, topic: str | None = None) -> None:
        among = standing.sources if topic is None else standing.members(topic)
        self._sources = [pk for pk in among if standing.is_open(pk)]
        self._now = standing.gate.viewer.now

    def newest(self) -> date | None:
        """The newest day with articles that isn't in the future; else the newest at all, None where there is none."""
        return self._nearest(until=self._now + _LEAST) or self._nearest()

    def first(self, since: date, until: date) -> date | None:
        """The first day with articles in the period up to but without ``until``; None where there is none."""
        return self._nearest(start_of(since), start_of(until), oldest=True)

    def filled(self, ranges: Sequence[Range]) -> list[bool]:
        """Whether something appeared in each of the ranges; one query."""
        return [bool(found) for found in self._asked(_EXISTS, ranges)]

    def numbers(self, ranges: Sequence[Range]) -> list[int]:
        """How many articles appeared in each of the ranges; one query, which reads an index of as many rows."""
        return self._asked(_COUNT, ranges)

    def years(self, day: date) -> tuple[Choice, ...]:
        """The years from the first with articles to the newest, that of ``day`` chosen."""
        years = self._years(day)
        return _chosen_year(years, iter(self.filled([_of_year(year) for year in years])), day)

    def months(self, year: int) -> tuple[Month, ...]:
        """The months of a year with the number of articles in each."""
        months = months_of(year)
        numbers = self.numbers([(start_of(month), start_of(next_month(month))) for month in months])
        most = max(numbers) or 1
        return tuple(
            Month(f"{month:%Y-%m}", month, number, 1 + number * (WEIGHTS - 1) // most)
            for month, number in zip(months, numbers, strict=True)
        )

    def calendar(self, day: date) -> Calendar:
        """The ways from a day to any other with articles; four queries, whatever the number of days."""
        since, until = bounds(day)
        years = self._years(day)
        months = months_of(day.year)
        first = day.replace(day=1)
        days = [first + timedelta(days=count) for count in range((next_month(first) - first).days)]
        ranges = [_of_year(year) for year in years]
        ranges += [(start_of(month), start_of(next_month(month))) for month in months]
        ranges += [bounds(one) for one in days]
        has = iter(self.filled(ranges))
        return Calendar(
            previous=self._nearest(until=since),
            next=self._nearest(until, oldest=True),
            years=_chosen_year(years, has, day),
            months=tuple(Choice(f"{one:%Y-%m}", "", one, next(has), one == first) for one in months),
            weeks=_weeks([Choice(one.isoformat(), str(one.day), one, next(has), one == day) for one in days]),
        )

    def _years(self, day: date) -> list[date]:
        """The first days of the years to choose from, with that of ``day``; wrong dates far away are left to links."""
        oldest, newest = self._nearest(oldest=True) or day, max(self._now.year, day.year)
        return [date(year, 1, 1) for year in range(max(oldest.year, newest - MOST_YEARS), newest + 1)]

    def _nearest(self, since: datetime = _FIRST, until: datetime = _LAST, *, oldest: bool = False) -> date | None:
        """The first or last day with articles from one moment until before another; None where there is none."""
        rows = (_OLDEST if oldest else _NEWEST).rows(self._sources, since, until)
        edges = [edge for (edge,) in rows if edge is not None]
        return (min if oldest else max)(edges).astimezone(UTC).date() if edges else None

    def _asked(self, question: str, ranges: Sequence[Range]) -> list[int]:
        """A question about each of the ranges; written out, for Django takes a millisecond to write fifty of them."""
        if not ranges or not self._sources:
            return [0] * len(ranges)
        made = connection.ops.adapt_datetimefield_value
        values = [value for since, until in ranges for value in (made(since), made(until))]
        kind = "timestamptz" if connection.vendor == "postgresql" else "text"
        row = f"(%s, CAST(%s AS {kind}), CAST(%s AS {kind}))"
        numbered = [value for number in range(len(ranges)) for value in (number, *values[2 * number : 2 * number + 2])]
        sql = (
            f"WITH asked (number, since, until) AS (VALUES {', '.join([row] * len(ranges))}) "  # noqa: S608 - names only
            f"SELECT {question.format(sources=', '.join(['%s'] * len(self._sources)))} FROM asked ORDER BY number"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [*numbered, *self._sources])
            return [int(found) for (found,) in cursor.fetchall()]


_OF = (
    f"FROM {Article._meta.db_table} WHERE source_id IN ({{sources}}) "
    "AND published >= asked.since AND published < asked.until"
)
_EXISTS = f"EXISTS (SELECT 1 {_OF} AND latest_id IS NOT NULL)"
_COUNT = f"(SELECT COUNT(*) {_OF})"


def months_of(year: int) -> list[date]:
    """The first days of the months of a year."""
    return [date(year, month, 1) for month in range(1, 13)]


def next_month(day: date) -> date:
    """The first day of the month after that of ``day``."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _of_year(first: date) -> Range:
    return start_of(first), start_of(date(first.year + 1, 1, 1))


def _chosen_year(years: Sequence[date], has: Iterator[bool], day: date) -> tuple[Choice, ...]:
    return tuple(Choice(f"{one:%Y}", f"{one:%Y}", one, next(has), one.year == day.year) for one in years)


def _weeks(days: list[Choice]) -> tuple[tuple[Choice | None, ...], ...]:
    cells: list[Choice | None] = [None] * days[0].day.weekday() + list(days)
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
