"""Dates in words, resolved against the day of publication: "last Thursday", "two weeks ago", "on April 7".

Answers ISO 8601 at the precision that the words have. Without a day of publication only dates that carry their year
are resolved. A weekday means the last one up to that day, a day of the month without a year the last one before it
(newspapers report the past); "next" looks forward.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMES = """january february march april may june july august september october november december"""
_MONTHS = {name: n for n, name in enumerate(_MONTH_NAMES.split(), 1)}
_MONTHS |= {m[:3]: n for m, n in list(_MONTHS.items())} | {"sept": 9}
_NUMBER_NAMES = """one two three four five six seven eight nine ten eleven twelve"""
_NUMBERS = {name: n for n, name in enumerate(_NUMBER_NAMES.split(), 1)} | {"a": 1, "an": 1}

_DAY = "|".join(_DAYS)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_COUNT = r"\d{1,2}|" + "|".join(_NUMBERS)
_PATTERNS = (
    r"(?P<iso>\d{4}-\d{2}-\d{2})",
    rf"(?:on\s+)?(?:(?:{_DAY}),?\s+)?(?P<md_month>{_MONTH})\b\.?\s+(?P<md_day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<md_year>\d{{4}}))?(?!\d)",
    rf"(?:on\s+)?(?:(?:{_DAY}),?\s+)?(?P<dm_day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dm_month>{_MONTH})\b\.?(?:,?\s+(?P<dm_year>\d{{4}}))?(?!\d)",
    rf"(?:on\s+)?(?:(?P<way>last|this|next)\s+)?(?P<weekday>{_DAY})\b(?:\s+(?:morning|afternoon|evening|night))?",
    rf"(?P<count>{_COUNT})\s+(?P<unit>day|week|month|year)s?\s+(?:ago|earlier|before)",
    r"(?P<near>yesterday|today|tonight|tomorrow|this\s+(?:morning|afternoon|evening))",
    r"(?P<span_way>last|this|next)\s+(?P<span>week|month|year)",
    rf"(?:in\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<month>{_MONTH})\b\.?\s+(?P<month_year>\d{{4}})(?!\d)",
    rf"in\s+(?:(?:early|late|mid)[\s-]+)?(?P<month_only>{_MONTH})\b",
    r"(?:in|since)\s+(?P<year>(?:19|20)\d{2})(?!\d)",
)
_AHEAD = 60  # days by which a date without a year may lie ahead (a visit announced); further ahead, it is last year's
_DATE = re.compile(r"\b(?:" + "|".join(f"(?:{p})" for p in _PATTERNS) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text: its place and ISO 8601 value; ``value`` None where the words fix no date."""

    start: int
    end: int
    value: str | None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def day_of_month(month: int, day: int, year: str | None, published: date | None) -> str | None:
    """The day, in the year of publication or, where that lies well ahead, the year before; None for no such day."""
    if year:
        return _iso(int(year), month, day)
    if published is None:
        return None
    candidate = _iso(published.year, month, day)
    if candidate and (date.fromisoformat(candidate) - published).days > _AHEAD:
        return _iso(published.year - 1, month, day)
    return candidate


def weekday_before(weekday: int, published: date) -> date:
    """The last such weekday (Monday 0) up to the day of publication, that day included."""
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def _weekday(way: str | None, name: str, published: date) -> str:
    back = (published.weekday() - _DAYS.index(name)) % 7
    if way == "next":
        return (published + timedelta(days=7 - back if back else 7)).isoformat()
    if way == "last" and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _months_back(published: date, months: int) -> str:
    total = published.year * 12 + published.month - 1 - months
    return f"{total // 12:04d}-{total % 12 + 1:02d}"


def _relative(match: re.Match[str], published: date) -> str | None:  # noqa: PLR0911 (ordered rules: the first that applies decides)
    """The value of an expression that counts from the day of publication."""
    found = {k: v.lower() for k, v in match.groupdict().items() if v}
    if "weekday" in found:
        return _weekday(found.get("way"), found["weekday"], published)
    if "near" in found:
        shift = {"yesterday": -1, "tomorrow": 1}.get(found["near"], 0)
        return (published + timedelta(days=shift)).isoformat()
    if "unit" in found:
        count = _NUMBERS.get(found["count"]) or int(found["count"])
        if found["unit"] in ("day", "week"):
            return (published - timedelta(days=count * (7 if found["unit"] == "week" else 1))).isoformat()
        return _months_back(published, count) if found["unit"] == "month" else f"{published.year - count:04d}"
    if "span" in found:
        step = {"last": 1, "this": 0, "next": -1}[found["span_way"]]
        if found["span"] == "month":
            return _months_back(published, step)
        return f"{published.year - step:04d}" if found["span"] == "year" else None
    if "month_only" in found:
        month = _MONTHS[found["month_only"]]
        return f"{published.year - (month > published.month):04d}-{month:02d}"
    return None


def _value(match: re.Match[str], published: date | None) -> str | None:
    if match["iso"]:
        return _iso(*map(int, match["iso"].split("-")))
    for prefix in ("md", "dm"):
        if match[f"{prefix}_month"]:
            month, day = _MONTHS[match[f"{prefix}_month"].lower()], int(match[f"{prefix}_day"])
            return day_of_month(month, day, match[f"{prefix}_year"], published)
    if match["month"]:
        return f"{match['month_year']}-{_MONTHS[match['month'].lower()]:02d}"
    if match["year"]:
        return match["year"]
    try:
        return _relative(match, published) if published else None
    except (ValueError, OverflowError):
        return None


def find_dates(text: str, start: int, end: int, published: date | None) -> list[DateFound]:
    """The date expressions in ``text[start:end]``, in order; offsets are those of ``text``.

    >>> find_dates("He came last Thursday", 0, 21, date(2022, 4, 12))
    [DateFound(start=8, end=21, value='2022-04-07')]
    """
    return [DateFound(m.start(), m.end(), _value(m, published)) for m in _DATE.finditer(text, start, end)]
