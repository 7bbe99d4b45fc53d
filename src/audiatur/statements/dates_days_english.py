"""English dates that are a day: "on Tuesday", "May 12", "the 12th", "yesterday", "two weeks ago", "the same day"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from audiatur.statements.dates_anchors import (
    day_in_month,
    told_before,
    told_day,
    told_in_sentence,
    told_quarter,
    weekday,
    year_for,
)
from audiatur.statements.dates_calendar import day_of, first_day, month_of, quarter_of, shift_years, unit_of, year_of
from audiatur.statements.dates_rules import Rule, Setting
from audiatur.statements.dates_words_english import (
    ABOUT,
    COUNT,
    DAY,
    DAYS,
    LATE,
    MONTH,
    MONTHS,
    NTH,
    ON,
    PART,
    YEAR,
    number,
)

_NEAR = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2, "last night": -1}
_WAY = (
    r"(?:(?P<way>this\s+past|this\s+coming|the\s+(?:previous|following|next|same)|last|past|coming|next|this|that)\s+)?"
)
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_HOLIDAYS = {
    "christmas eve": (12, 24), "christmas": (12, 25), "new year's eve": (12, 31), "new year": (1, 1),
    "boxing": (12, 26), "valentine": (2, 14), "halloween": (10, 31), "thanksgiving": (11, 0), "may day": (5, 1),
}  # fmt: skip
"""Month and day, 0 for a day that moves; holidays whose day depends on the country or the church are left out."""
_LONG = ("quarter", "year", "month", "season")
_LATER = ("later", "after", "afterward", "afterwards")
_ANCHORED = ("earlier", "before", "previously", *_LATER)


def _iso(found: Mapping[str, str], _: Setting) -> str | None:
    return day_of(int(found["y"]), int(found["m"]), int(found["d"]))


def _slashed(found: Mapping[str, str], _: Setting) -> str | None:
    """Month and day in either order; None where both orders are possible."""
    first, second = int(found["a"]), int(found["b"])
    year = int(found["y"]) + (0 if len(found["y"]) == 4 else 2000)
    if first > 12 or first == second:
        return day_of(year, second, first)
    return day_of(year, first, second) if second > 12 else None


def _month_day(found: Mapping[str, str], setting: Setting) -> str | None:
    month, day = MONTHS[found["month"]], number(found["day"])
    if "year" in found:
        return day_of(int(found["year"]), month, day)
    if "which" in found:
        return day_of(setting.day.year + {"last": -1, "this": 0, "next": 1}[found["which"]], month, day)
    return year_for(setting, month, day)


def _weekday(found: Mapping[str, str], setting: Setting) -> str | None:
    named = DAYS[found["weekday"]]
    way = re.sub(r"\s+", " ", found.get("way", ""))
    if "week" in found:
        monday = setting.day - timedelta(days=setting.day.weekday())
        return (monday + timedelta(days=named + {"last": -7, "this": 0, "next": 7}[found["week"]])).isoformat()
    if way.startswith("the ") or way == "that":
        return _counted_weekday(named, way, setting)
    return weekday(setting, named, way).isoformat()


def _counted_weekday(named: int, way: str, setting: Setting) -> str:
    """ "the previous Friday": counted from the day told before."""
    base = told_day(setting)
    if way in ("the same", "that"):
        return (base - timedelta(days=(base.weekday() - named) % 7)).isoformat()
    if way == "the previous":
        return (base - timedelta(days=(base.weekday() - named) % 7 or 7)).isoformat()
    return (base + timedelta(days=(named - base.weekday()) % 7 or 7)).isoformat()


def _near(found: Mapping[str, str], setting: Setting) -> str:
    shift = _NEAR.get(" ".join(found["near"].split()), 0)
    return (setting.day + timedelta(days=shift)).isoformat()


def _ahead(found: Mapping[str, str], setting: Setting) -> str | None:
    """A bare "five years", known to be a date: the end of it."""
    return counted({**found, "turn": "time"}, setting)


def counted(found: Mapping[str, str], setting: Setting) -> str | None:
    """ "two weeks ago", "a year earlier", "ten days later", "three days from now"."""
    count = number(found["count"])
    way, unit = found["turn"].split()[0], found["unit"]
    sign = 1 if way in (*_LATER, "from", "time") else -1
    needed = ("day",) if unit in _UNIT_DAYS else ("day", "month", "year")
    if way in _LATER and not told_before(setting, *needed):
        return None
    if unit in _UNIT_DAYS:
        base = told_day(setting) if way in _ANCHORED else setting.day
        return (base + timedelta(days=sign * count * _UNIT_DAYS[unit])).isoformat()
    if unit in ("hour", "quarter"):
        return quarter_of(setting.day, sign * count) if unit == "quarter" else setting.day.isoformat()
    if unit == "month":
        tell = told_before if way in _LATER else told_in_sentence
        told = tell(setting, "day", "month") if way in _ANCHORED else None
        return month_of((told and first_day(told[:7])) or setting.day, sign * count)
    return _years(sign * count * (10 if unit == "decade" else 1), way in _ANCHORED, setting)


def _years(years: int, anchored: bool, setting: Setting) -> str | None:
    """So many years from a quarter or a year told before, else from the year of publication.

    Where a quarter is what was told last, "a year ago" compares with the quarter reported on.
    """
    quarter = told_quarter(setting, quarter_of(setting.day, -1))
    if abs(years) == 1 and quarter and unit_of(told_before(setting, *_LONG) or "") == "quarter":
        return shift_years(quarter, years)
    tell = told_before if years > 0 else told_in_sentence
    told = tell(setting, "year") if anchored else None
    return shift_years(told, years) if told else year_of(setting.day, years)


def _same(found: Mapping[str, str], setting: Setting) -> str:
    """ "the same day", "the previous evening", "the next day", "earlier in the day"."""
    shift = {"previous": -1, "next": 1, "following": 1}.get(found.get("move", ""), 0)
    return (told_day(setting) + timedelta(days=shift)).isoformat()


def _holiday(found: Mapping[str, str], setting: Setting) -> str | None:
    """A holiday with a fixed day, or the fourth Thursday of November; in the year said, else the nearest one."""
    name = " ".join(found["holiday"].replace("’", "'").split())
    month, day = next(days for start, days in _HOLIDAYS.items() if name.startswith(start))
    if day:
        return year_for(setting, month, day)
    return min((_thanksgiving(setting.day.year + n) for n in (-1, 0)), key=lambda d: abs(d - setting.day)).isoformat()


def _thanksgiving(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def _then(_: Mapping[str, str], setting: Setting) -> str | None:
    """ "then", "at that time": what was told last, of whatever length."""
    return told_before(setting, "day", "week", "month", "season", "quarter", "year")


def _eve(_: Mapping[str, str], setting: Setting) -> str:
    return (told_day(setting) - timedelta(days=1)).isoformat()


def _nth(found: Mapping[str, str], setting: Setting) -> str | None:
    return day_in_month(setting, number(found["day"]))


_LAST_YEAR = r"(?:,?\s+(?:of\s+)?(?P<which>last|this|next)\s+year)?"
_TIME = r"day|morning|afternoon|evening|night"
RULES = (
    Rule(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", _iso),
    Rule(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})", _iso),
    Rule(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d\d)", _slashed),
    Rule(
        rf"{ON}{LATE}(?:(?:this\s+coming\s+)?(?:{DAY}){PART},?\s+)?(?P<month>{MONTH})\b\.?\s+(?:the\s+)?(?P<day>{NTH})(?!\w)"
        rf"(?:,?\s+(?P<year>{YEAR})(?!\d))?{_LAST_YEAR}",
        _month_day,
    ),
    Rule(
        rf"{ON}{LATE}(?:(?:{DAY}){PART},?\s+)?(?:the\s+)?(?P<day>{NTH})\s+(?:of\s+)?(?P<month>{MONTH})\b\.?"
        rf"(?:,?\s+(?P<year>{YEAR})(?!\d))?{_LAST_YEAR}",
        _month_day,
    ),
    Rule(rf"{ON}(?P<weekday>{DAY}){PART}(?:\s+of)?\s+(?P<week>last|this|next)\s+week", _weekday),
    Rule(rf"(?:every|each|most|some|super|black|ash|good|holy|palm|bloody)\s+(?:{DAY})", lambda _f, _s: None),
    Rule(rf"{ON}{LATE}{_WAY}(?P<weekday>{DAY}){PART}", _weekday),
    Rule(
        rf"{LATE}(?P<near>the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|last\s+night|yesterday|tomorrow|"
        rf"(?-i:(?<!USA\s)(?:today|TODAY|(?<![\w’\',]\s)Today))|tonight|this\s+(?:morning|afternoon|evening)){PART}",
        _near,
    ),
    Rule(
        rf"{ABOUT}(?P<count>{COUNT})\s+(?P<unit>hour|day|week|fortnight|month|quarter|year|decade)s?\s+"
        rf"(?:or\s+so\s+)?(?P<turn>ago|earlier|previously|later|afterwards?|(?:before|after)(?!\s+\w)|from\s+(?:now|today))",
        counted,
    ),
    Rule(rf"in\s+{ABOUT}(?P<count>{COUNT})\s+(?P<unit>day|week|month|year)s?['’]s?\s+(?P<turn>time)", counted),
    Rule(rf"{ABOUT}(?P<count>{COUNT})\s+(?P<unit>day|week|month|year)s?", _ahead, given=True),
    Rule(rf"{ON}(?:the\s+)?(?P<move>previous|next|following|same)\s+(?:{_TIME})", _same),
    Rule(
        rf"{ON}(?:last\s+)?(?P<holiday>(?-i:Christmas(?:\s+(?:Day|Eve))?|New\s+Year['’]s\s+(?:Day|Eve)|Boxing\s+Day|"
        rf"Valentine['’]s\s+Day|Halloween|Thanksgiving(?:\s+Day)?|May\s+Day))",
        _holiday,
    ),
    Rule(rf"(?:(?:{COUNT})\s+)?hours\s+later", _same),
    Rule(rf"(?:(?:{COUNT})\s+)?hours\s+(?:earlier|before(?!\s+\w))", lambda _f, _s: None),
    Rule(rf"{ON}that\s+(?:same\s+)?(?:{_TIME})", _same),
    Rule(rf"(?:earlier|later)\s+(?:in\s+the|that|the\s+same)\s+(?:{_TIME})", _same),
    Rule(r"on\s+the\s+eve(?!\s+of)", _eve),
    Rule(r"the\s+(?:day|evening|night)\s+before", _eve),
    Rule(r"(?:the\s+)?day", _same, given=True),
    Rule(r"(?:at\s+)?(?:(?:that|the|the\s+same)\s+(?:time|season|period)|then)", _then, given=True),
    Rule(r"on\s+the\s+(?P<day>\d{1,2}(?:st|nd|rd|th))(?:\s+of\s+(?:this|the)\s+month)?(?!\s+[a-z])", _nth),
    Rule(r"the\s+(?P<day>\d{1,2}(?:st|nd|rd|th))(?:\s+of\s+(?:this|the)\s+month)?", _nth, given=True),
)  # fmt: skip
"""In this order: the first that fits at a place is taken."""
