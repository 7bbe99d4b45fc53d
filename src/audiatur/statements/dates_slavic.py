"""Dates in Russian and Ukrainian words: "во вторник", "две недели назад", "наприкінці липня". Answers as ``dates``.

"Накануне" and "напередодні" by themselves are the day before that of publication, as newsrooms use them; before a noun
("накануне выборов") they fix no date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from audiatur.statements.dates_anchors import month_for, told_day, weekday, year_for
from audiatur.statements.dates_calendar import day_of, month_of, week_of, weekend_of, year_of
from audiatur.statements.dates_rules import DateFound, Grammar, Rule, Setting
from audiatur.statements.dates_tense import Direction
from audiatur.statements.dates_words_slavic import (
    MONTHS,
    NEAR,
    NUMBERS,
    PARTS,
    TRIGGERS,
    UNITS,
    WAYS,
    WEEKDAYS,
    any_of,
    plain,
)
from audiatur.statements.wordlists import words

_COMING = words(
    """будет будут состоится состоятся пройдёт пройдет пройдут планирует планируют намерен намерена намерены должен
    должна должны ожидается запланирован запланирована запланировано встретится встретятся встретиться предстоит
    начнётся начнется приедет прибудет буде будуть відбудеться відбудуться планує планують має мають очікується
    запланована заплановано зустрінеться зустрінуться почнеться приїде прибуде"""
)
_PAST = re.compile(r"[^\W\d_]{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|ав|ив|ув|вся|лася|лися)")
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = re.compile(r"[\n;:«»“”\"!?]|\.\s")
_WAY_NAMES = {-1: "last", 0: "this", 1: "next"}
_SPANS = {"week": week_of, "month": month_of, "year": year_of}
_UNIT_DAYS = {"day": 1, "week": 7}


def slavic_direction(text: str, start: int, end: int) -> Direction:
    """Which way the date lies, by the nearest verb before it in its clause, else by the first one after it."""
    head, tail = text[max(0, start - 160) : start], text[end : end + 160]
    cuts = [m.end() for m in _HEAD.finditer(head)]
    stop = _HEAD.search(tail)
    before = _WORD.findall(head[cuts[-1] if cuts else 0 :].lower())
    for word in (*reversed(before), *_WORD.findall(tail[: stop.start() if stop else None].lower())):
        if word in _COMING:
            return Direction.COMING
        if _PAST.fullmatch(word):
            return Direction.PAST
    return Direction.OPEN


def _weekday(found: Mapping[str, str], setting: Setting) -> str:
    way = WAYS.get(found.get("way", ""))
    number = WEEKDAYS[plain(found["weekday"])]
    return weekday(setting, number, None if way is None else _WAY_NAMES[way]).isoformat()


def _near(found: Mapping[str, str], setting: Setting) -> str:
    return (setting.day + timedelta(days=NEAR[found["near"]])).isoformat()


def _month_day(found: Mapping[str, str], setting: Setting) -> str | None:
    month, day = MONTHS[found["month"]], int(found["day"])
    return day_of(int(found["year"]), month, day) if "year" in found else year_for(setting, month, day)


def _month(found: Mapping[str, str], setting: Setting) -> str:
    month = MONTHS[found["month"]]
    if "year" in found:
        return f"{found['year']}-{month:02d}"
    way = WAYS.get(found.get("way", ""))
    return month_for(setting, month, None if way is None else _WAY_NAMES[way])


def _counted(found: Mapping[str, str], setting: Setting) -> str | None:
    """ "две недели назад" from the day of publication, "днём ранее" from the day told before; "несколько": None."""
    if found.get("some"):
        return None
    text = plain(found.get("count", "1"))
    count = int(text) if text.isdecimal() else NUMBERS.get(text, 1)
    unit = UNITS[found["unit"]]
    anchored = found["turn"][0] in "рп"
    if unit in _UNIT_DAYS:
        base = told_day(setting) if anchored else setting.day
        sign = 1 if found["turn"][0] == "п" else -1
        return (base + timedelta(days=sign * count * _UNIT_DAYS[unit])).isoformat()
    return _SPANS[unit](setting.day, -count)


def _span(found: Mapping[str, str], setting: Setting) -> str | None:
    unit = UNITS[found["unit"]]
    return _SPANS[unit](setting.day, WAYS[found["way"]]) if unit in _SPANS else None


def _same(found: Mapping[str, str], setting: Setting) -> str:
    shift = 1 if found.get("next") else 0
    return (told_day(setting) + timedelta(days=shift)).isoformat()


def _day_before(_: Mapping[str, str], setting: Setting) -> str:
    return (setting.day - timedelta(days=1)).isoformat()


def _last_year(found: Mapping[str, str], setting: Setting) -> str:
    return year_of(setting.day, -2 if found["last"].startswith("поза") else -1)


def _weekend(_: Mapping[str, str], setting: Setting) -> str:
    return weekend_of(setting.day, 0 if setting.day.weekday() >= 5 else -1)


def _iso(found: Mapping[str, str], _: Setting) -> str | None:
    return day_of(int(found["y"]), int(found["m"]), int(found["d"]))


_IN = r"(?:(?:ещё|еще|ще|уже|вже)\s+)?(?:(?:во|в|у|на|о|об)\s+)"
_DAY, _MONTH, _WAY, _UNIT = any_of(WEEKDAYS), any_of(MONTHS), any_of(WAYS), any_of(UNITS)
_COUNT = rf"\d{{1,3}}|{any_of(NUMBERS)}"
_SOME = r"несколько|полтора|полторы|много|кілька|декілька|півтора|півтори|багато"
_YEAR = r"(?:1[6-9]|20)\d\d"
_OF_YEAR = rf"(?:\s+(?P<year>{_YEAR})(?!\d)(?:\s*(?:года|г\.|року|р\.))?)?"
_EDGE = r"(?:(?:начале|середине|конце|початку|середині|кінці|наприкінці|напочатку)\s+)"
_NOUN = r"(?!\s+(?-i:(?!он|она|они|він|вона|вони)[а-яіїєґ])\w*(?:ого|его|ой|ей|ов|ев|ия|ий|ы|и|а|я|ої|ів|ї|у)\b)"
_RULES = (
    Rule(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", _iso),
    Rule(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})", _iso),
    Rule(rf"(?P<day>\d{{1,2}})(?:-го)?\s+(?P<month>{_MONTH}){_OF_YEAR}", _month_day),
    Rule(rf"(?:{_IN}?(?P<way>{_WAY})|{_IN})\s*(?P<weekday>{_DAY})(?:\s+(?:{PARTS}))?", _weekday),
    Rule(rf"(?:(?:поздно|рано|пізно)\s+)?(?P<near>{any_of(NEAR)})(?:\s+(?:{PARTS}))?", _near),
    Rule(rf"(?:накануне|напередодні){_NOUN}(?:\s+(?:{PARTS}))?", _day_before),
    Rule(
        rf"(?:(?:(?P<some>{_SOME})|(?P<count>{_COUNT}))\s+)?(?P<unit>{_UNIT})\s+(?P<turn>назад|тому)(?!\s+(?:що|как|як))",
        _counted,
    ),
    Rule(
        rf"(?:(?:(?P<some>{_SOME})|(?P<count>{_COUNT}))\s+)?(?P<unit>{_UNIT})\s+(?P<turn>ранее|раньше|раніше|позже|пізніше)",
        _counted,
    ),
    Rule(rf"(?:{_IN}?(?P<way>{_WAY})|{_IN}){_EDGE}?\s*(?P<month>{_MONTH}){_OF_YEAR}", _month),
    Rule(rf"(?:{_IN}?{_EDGE})(?P<month>{_MONTH}){_OF_YEAR}", _month),
    Rule(r"(?P<next>на\s+следующий\s+день|наступного\s+дня|назавтра)", _same),
    Rule(r"(?:в\s+)?(?:тот|этот)\s+же\s+день|(?:того|цього)\s+(?:ж|самого)\s+дня|в\s+тот\s+день|того\s+дня", _same),
    Rule(rf"{_IN}?(?P<way>{_WAY})\s+(?P<unit>{_UNIT})", _span),
    Rule(r"(?P<last>торік|позаторік)", _last_year),
    Rule(rf"(?:{_IN})?(?:(?:{_WAY})\s+)?(?:выходных|выходные|вихідних|вихідні)", _weekend),
    Rule(rf"(?:{_IN})?(?P<year>{_YEAR})\s+(?:года|году|год|року|році|рік)", lambda found, _: found["year"]),
    Rule(rf"(?:{PARTS})", _same, given=True),
)
_GRAMMAR = Grammar(_RULES, slavic_direction, TRIGGERS)


def find_slavic_dates(
    text: str, start: int, end: int, published: date | None, before: Sequence[DateFound] = ()
) -> list[DateFound]:
    """The date expressions in ``text[start:end]``, in order; offsets are those of ``text``, ``before`` as in ``dates``.

    >>> [(d.start, d.end, d.value) for d in find_slavic_dates("Он приехал вчера", 0, 16, date(2022, 4, 12))]
    [(11, 16, '2022-04-11')]
    """
    return _GRAMMAR.find(text, start, end, published, before)
