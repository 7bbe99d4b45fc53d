"""Calendar values as TimeML writes them: ``1998-02-13``, ``1998-02``, ``1998``, ``1998-W07``, ``1998-Q3``, ``1998-SU``.

The values are strings, so that what was read can be compared with annotated corpora, whose weeks, quarters and
seasons ISO 8601 dates of the contract do not have. ``as_iso`` turns one into the other. Weeks are those of ISO 8601:
they begin on Monday.
Source: TimeML 1.2.1, TIMEX3 values, http://www.timeml.org/publications/timeMLdocs/timeml_1.2.1.html
"""

from __future__ import annotations

import re
from datetime import date, timedelta

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_SEASON_ENDS = {"SP": 5, "SU": 8, "FA": 11, "WI": 2}  # the last month of each, north of the equator
_SHAPES = {
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "month": re.compile(r"\d{4}-\d\d"),
    "year": re.compile(r"\d{4}"),
    "week": re.compile(r"\d{4}-W\d\d"),
    "weekend": re.compile(r"\d{4}-W\d\d-WE"),
    "quarter": re.compile(r"\d{4}-Q[1-4]"),
    "season": re.compile(r"\d{4}-(?:SP|SU|FA|WI)"),
    "decade": re.compile(r"\d{3}"),
}


def unit_of(value: str) -> str:
    """``day``, ``month``, ``year``, ``week``, ``weekend``, ``quarter``, ``season``, ``decade``; else empty."""
    return next((unit for unit, shape in _SHAPES.items() if shape.fullmatch(value)), "")


def day_of(year: int, month: int, day: int) -> str | None:
    """The day; None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_of(day: date, shift: int = 0) -> str:
    """The month of a day, moved by months."""
    total = day.year * 12 + day.month - 1 + shift
    return f"{total // 12:04d}-{total % 12 + 1:02d}"


def week_of(day: date, shift: int = 0) -> str:
    """The ISO week of a day, moved by weeks."""
    year, week, _ = (day + timedelta(weeks=shift)).isocalendar()
    return f"{year:04d}-W{week:02d}"


def weekend_of(day: date, shift: int = 0) -> str:
    """The weekend of the ISO week of a day, moved by weeks."""
    return week_of(day, shift) + "-WE"


def quarter_of(day: date, shift: int = 0) -> str:
    """The quarter of the calendar year in which a day lies, moved by quarters."""
    total = day.year * 4 + (day.month - 1) // 3 + shift
    return f"{total // 4:04d}-Q{total % 4 + 1}"


def year_of(day: date, shift: int = 0) -> str:
    """The year of a day, moved by years."""
    return f"{day.year + shift:04d}"


def season_before(name: str, day: date) -> str:
    """The last season of that name that was over on ``day``."""
    code = SEASONS[name]
    return f"{day.year - (day.month <= _SEASON_ENDS[code]):04d}-{code}"


def season_near(name: str, day: date, *, coming: bool) -> str:
    """The season of that name that had begun last by ``day``, or with ``coming`` the one that is on or comes next."""
    code = SEASONS[name]
    begun = day.month >= _SEASON_ENDS[code] - 2 if code != "WI" else day.month == 12
    if coming:
        over = code != "WI" and day.month > _SEASON_ENDS[code]
        return f"{day.year + over:04d}-{code}"
    return f"{day.year - (not begun):04d}-{code}"


def shift_years(value: str, years: int) -> str | None:
    """The same day, month, quarter, season or year, so many years on; None for a day not in that year."""
    unit = unit_of(value)
    if unit in ("", "decade"):
        return None
    moved = f"{int(value[:4]) + years:04d}{value[4:]}"
    return day_of(*map(int, moved.split("-"))) if unit == "day" else moved


def as_day(value: str) -> date | None:
    """The day that a value is; None for anything longer."""
    return date.fromisoformat(value) if unit_of(value) == "day" else None


def first_day(value: str) -> date | None:
    """The first day of a day, month, year or week; None for any other value."""
    unit = unit_of(value)
    if unit in ("day", "month", "year"):
        return date.fromisoformat(value + "-01-01"[: 10 - len(value)] if unit == "year" else (value + "-01")[:10])
    if unit == "week":
        return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    return None


def as_iso(value: str | None) -> str | None:
    """The value as the contract gives dates: a day, a month or a year that surely contains it, the shortest of them.

    A week or a weekend becomes the month, where it lies in one, else the year; a quarter or a season becomes the year.
    None where no year contains it: a winter, a week over New Year, a decade.
    """
    unit = unit_of(value or "")
    if value is None or unit in ("", "decade") or value.endswith("-WI"):
        return None
    if unit in ("day", "month", "year"):
        return value
    if unit in ("quarter", "season"):
        return value[:4]
    try:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    except ValueError:
        return None
    first, last = monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    if first.year != last.year:
        return None
    return month_of(first) if first.month == last.month else year_of(first)
