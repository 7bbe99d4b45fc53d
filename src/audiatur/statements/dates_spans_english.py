"""English dates longer than a day: "last week", "in March", "late 2021", "the third quarter", "this summer"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from audiatur.statements.dates_anchors import month_for, told_before, told_quarter
from audiatur.statements.dates_calendar import (
    SEASONS,
    first_day,
    month_of,
    quarter_of,
    season_before,
    season_near,
    shift_years,
    week_of,
    weekend_of,
    year_of,
)
from audiatur.statements.dates_rules import Rule, Setting
from audiatur.statements.dates_tense import Direction
from audiatur.statements.dates_words_english import LATE, MONTH, MONTHS, ON, QUARTER, YEAR

_STEP = {"last": -1, "past": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "this coming": 1}
_TURN = {"previous": -1, "following": 1, "same": 0, "that": 0}
_UNITS = {"week": week_of, "weekend": weekend_of, "month": month_of, "quarter": quarter_of, "year": year_of}
_WHICH = r"(?:the\s+)?(?P<way>this\s+past|this\s+coming|last|past|this|current|next|coming)"
_QUARTERS = ("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th")
_BARE_MONTH = r"(?-i:January|February|April|July|August|September|Sept\.|October|November|December)"


def _plain(found: Mapping[str, str], name: str) -> str:
    return re.sub(r"\s+", " ", found.get(name, ""))


def _month_year(found: Mapping[str, str], _: Setting) -> str:
    return f"{found['year']}-{MONTHS[found['month']]:02d}"


def _month_of_year(found: Mapping[str, str], setting: Setting) -> str:
    return f"{setting.day.year + _STEP[found['which']]:04d}-{MONTHS[found['month']]:02d}"


def _month(found: Mapping[str, str], setting: Setting) -> str:
    return month_for(setting, MONTHS[found["month"].rstrip(".")], _plain(found, "way") or None)


def _span(found: Mapping[str, str], setting: Setting) -> str:
    """ "last week", "this month", "next year": counted from the day of publication."""
    return _UNITS[found["unit"]](setting.day, _STEP[_plain(found, "way")])


def _told_span(found: Mapping[str, str], setting: Setting) -> str | None:
    """ "the following month", "that year": counted from the date told before, else from the day of publication."""
    told = told_before(setting, "day", "month", "year", *(["week"] if found["unit"].startswith("week") else []))
    base = first_day(told) if told else None
    return _UNITS[found["unit"]](base or setting.day, _TURN[found["turn"]])


def _weekend(_: Mapping[str, str], setting: Setting) -> str:
    """The weekend: this week's from Saturday on or where one is coming, else the one before."""
    coming = setting.day.weekday() >= 5 or setting.direction is Direction.COMING
    return weekend_of(setting.day, 0 if coming else -1)


def _this(found: Mapping[str, str], setting: Setting) -> str:
    return _UNITS[found["unit"]](setting.day)


def _quarter(found: Mapping[str, str], setting: Setting) -> str:
    """The quarter of that number: in the year said, else the last one that had begun by the day of publication."""
    number = _QUARTERS.index(found["nth"]) % 4 + 1
    now = setting.day
    if "year" in found:
        return f"{found['year']}-Q{number}"
    if "which" in found:
        return f"{now.year + _STEP[found['which']]:04d}-Q{number}"
    return f"{now.year - (3 * number - 2 > now.month):04d}-Q{number}"


def _latest_quarter(found: Mapping[str, str], setting: Setting) -> str | None:
    """ "the quarter", "the latest period": the one reported on, else the last full one before publication."""
    complete = quarter_of(setting.day, -1)
    told = told_quarter(setting, complete) or complete
    return f"{found['year']}{told[4:]}" if "year" in found else told


def _year_ago(_: Mapping[str, str], setting: Setting) -> str | None:
    """ "the year-earlier period": a year before the quarter reported on, else the year before that of publication."""
    told = told_quarter(setting, quarter_of(setting.day, -1))
    return shift_years(told, -1) if told else year_of(setting.day, -1)


def _season(found: Mapping[str, str], setting: Setting) -> str:
    """A season: "last" is the one that was over, "this" that of the year; by itself the verb tells, as for a month."""
    way, name = _plain(found, "way"), found["season"]
    if "year" in found:
        return f"{found['year']}-{SEASONS[name]}"
    if not way:
        return season_near(name, setting.day, coming=setting.direction is Direction.COMING)
    if _STEP[way] < 0:
        return season_before(name, setting.day)
    return f"{setting.day.year + (way == 'next'):04d}-{SEASONS[name]}"


def _year(found: Mapping[str, str], _: Setting) -> str:
    return found["year"]


def _decade(found: Mapping[str, str], setting: Setting) -> str:
    if "year" in found:
        return found["year"][:3]
    return f"{setting.day.year // 10 - 1:03d}"


def _year_end(_: Mapping[str, str], setting: Setting) -> str:
    """The year: "year-end" names no one day."""
    return year_of(setting.day)


def _last(_: Mapping[str, str], setting: Setting) -> str:
    """A bare "last" after "this year"."""
    return year_of(setting.day, -1)


_FROM = r"(?:(?:on|in|at|over|during|since|by|until|through|from|before|after)\s+)?"
_SEASON = "|".join(SEASONS)
RULES = (
    Rule(rf"{_FROM}{LATE}(?P<month>{MONTH})\b\.?,?\s+(?:of\s+)?(?P<year>{YEAR})", _month_year),
    Rule(rf"{_FROM}{LATE}(?P<month>{MONTH})\b\.?,?\s+(?:of\s+)?(?P<which>last|this|next)\s+year", _month_of_year),
    Rule(rf"{_FROM}{LATE}{_WHICH}\s+(?P<month>{MONTH})\b\.?", _month),
    Rule(
        rf"{ON}(?:(?P<which>last|this|next)\s+year['’]s\s+|(?:the|its|their|his|a\s+\w+)\s+)?(?:fiscal[\s-]+)?"
        rf"(?P<nth>{QUARTER})[\s-]quarter(?:\s+(?:of\s+)?(?:fiscal\s+)?(?P<year>{YEAR}))?",
        _quarter,
    ),
    Rule(
        rf"{ON}(?:the\s+)?(?:comparable\s+|corresponding\s+)?year-(?:earlier|ago)(?:\s+(?:(?P<nth>{QUARTER})\s+)?"
        r"(?:quarter|period))?",
        _year_ago,
    ),
    Rule(
        r"(?:the\s+)?(?:comparable|corresponding|same|last\s+year['’]s)\s+(?:quarter|period)(?:\s+last\s+year)?",
        _year_ago,
    ),
    Rule(r"the\s+quarter\s+a\s+year\s+(?:ago|earlier)", _year_ago),
    Rule(rf"{ON}{LATE}{_WHICH}\s+(?:(?:fiscal|full)\s+)?(?P<unit>weekend|week|month|quarter|year)", _span),
    Rule(
        rf"{ON}{LATE}(?:the\s+)?(?P<turn>previous|following|same|that)\s+(?P<unit>weekend|week|month|year)", _told_span
    ),
    Rule(rf"{ON}(?:that|the(?:\s+latest)?)\s+quarter", _latest_quarter),
    Rule(rf"{ON}the\s+latest\s+period", _latest_quarter),
    Rule(rf"(?:{LATE})(?:in|of)\s+the\s+(?P<unit>week|month|year)", _this),
    Rule(
        r"(?:by\s+|at\s+|before\s+)?the\s+(?:end|start|beginning|middle)\s+of\s+the\s+(?P<unit>week|month|year)", _this
    ),
    Rule(rf"{ON}{LATE}(?:{_WHICH}\s+|the\s+)(?P<season>{_SEASON})(?!\s+of)", _season),
    Rule(rf"(?:in\s+)?(?:the\s+)?{LATE}(?:the\s+)?(?P<season>{_SEASON})\s+(?:of\s+)?(?P<year>{YEAR})", _season),
    Rule(rf"in\s+{LATE}(?P<season>{_SEASON})", _season),
    Rule(r"(?:over|during|at|on)\s+the\s+weekend", _weekend),
    Rule(rf"(?:in\s+)?(?:the\s+)?(?P<year>{YEAR})s", _decade),
    Rule(r"(?:the\s+)?(?:last|past|previous)\s+decade", _decade),
    Rule(
        rf"(?:in|since|by|until|during|of|for|from)\s+{LATE}(?:fiscal\s+|calendar\s+)?(?P<year>{YEAR})(?![\w-])", _year
    ),
    Rule(rf"(?:early|late|mid|fiscal)[\s-](?P<year>{YEAR})", _year),
    Rule(rf"(?:in|since|by|until|during|through|early|late|end\s+of|mid)[\s-]+{LATE}(?P<month>{MONTH})\b\.?", _month),
    Rule(r"(?:around\s+)?(?:the\s+)?(?:(?:calendar|fiscal)\s+)?year(?:['’]s)?[\s-]end", _year_end),
    Rule(rf"(?P<month>{_BARE_MONTH})", _month),
    Rule(rf"{LATE}(?P<month>{MONTH})\b\.?", _month, given=True),
    Rule(rf"{LATE}(?:the\s+)?weekend", _weekend, given=True),
    Rule(rf"{LATE}(?:the\s+)?(?:(?:full|fiscal|latest|current)\s+)*(?P<unit>week|month|year)", _this, given=True),
    Rule(rf"(?:the\s+)?(?:(?P<year>{YEAR})\s+)?(?:latest\s+)?(?:quarter|period)", _latest_quarter, given=True),
    Rule(rf"(?P<year>{YEAR})", _year, given=True),
    Rule(rf"(?P<season>{_SEASON})", _season, given=True),
    Rule(r"last", _last, given=True),
)  # fmt: skip
"""In this order: the first that fits at a place is taken."""
