"""Dates in Russian and Ukrainian words: "вчера", "во вторник", "7 квітня 2022". Same answers as ``dates``."""

from __future__ import annotations

import re
from datetime import date, timedelta

from audiatur.statements.dates_rules import DateFound

_WEEKDAYS = {
    "понедельник": 0, "вторник": 1, "среду": 2, "четверг": 3, "пятницу": 4, "субботу": 5, "воскресенье": 6,
    "понеділок": 0, "вівторок": 1, "середу": 2, "четвер": 3, "п’ятницю": 4, "п'ятницю": 4, "суботу": 5, "неділю": 6,
}  # fmt: skip
_MONTHS = {
    "января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6, "июля": 7, "августа": 8, "сентября": 9,
    "октября": 10, "ноября": 11, "декабря": 12,
    "січня": 1, "лютого": 2, "березня": 3, "квітня": 4, "травня": 5, "червня": 6, "липня": 7, "серпня": 8,
    "вересня": 9, "жовтня": 10, "листопада": 11, "грудня": 12,
}  # fmt: skip
_NEAR = {"сегодня": 0, "вчера": -1, "позавчера": -2, "сьогодні": 0, "вчора": -1, "учора": -1, "позавчора": -2}
_DATE = re.compile(
    rf"\b(?:(?P<near>{'|'.join(_NEAR)})|(?:во|в|у)\s+(?P<weekday>{'|'.join(_WEEKDAYS)})"
    rf"|(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(_MONTHS)})(?:\s+(?P<year>\d{{4}}))?)\b",
    re.IGNORECASE,
)


def find_slavic_dates(text: str, start: int, end: int, published: date | None) -> list[DateFound]:
    """The date expressions in ``text[start:end]``, in order; offsets are those of ``text``.

    >>> find_slavic_dates("Он приехал вчера", 0, 16, date(2022, 4, 12))
    [DateFound(start=11, end=16, value='2022-04-11')]
    """
    return [DateFound(m.start(), m.end(), _value(m, published)) for m in _DATE.finditer(text, start, end)]


def _value(match: re.Match[str], published: date | None) -> str | None:
    if match["month"]:
        return _day_of_month(_MONTHS[match["month"].lower()], int(match["day"]), match["year"], published)
    if published is None:
        return None
    try:
        if match["near"]:
            return (published + timedelta(days=_NEAR[match["near"].lower()])).isoformat()
        return _weekday_before(_WEEKDAYS[match["weekday"].lower()], published).isoformat()
    except OverflowError:
        return None


def _day_of_month(month: int, day: int, year: str | None, published: date | None) -> str | None:
    try:
        return date(int(year) if year else published.year if published else 0, month, day).isoformat()
    except ValueError:
        return None


def _weekday_before(weekday: int, published: date) -> date:
    return published - timedelta(days=(published.weekday() - weekday) % 7)
