"""What a date is counted from: the day of publication, or a date told before it; and years and days left unsaid."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from audiatur.statements.dates_calendar import as_day, day_of, month_of, unit_of
from audiatur.statements.dates_rules import Setting
from audiatur.statements.dates_tense import Direction

_STOP = re.compile(r"(?<=[a-z0-9\"”’')]{2})[.!?][\"”’']*\s+|\n")
_UNTIL = re.compile(r"\b(?:until|till|through|by)\s+(?:early\s+|late\s+|mid-?\s*)?$", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:a|an|the|its|his|her|their)\s+(?:early\s+|late\s+|mid-?\s*)?$", re.IGNORECASE)
_NEAR = 45
"""Days by which a day without a year may lie ahead although its verb is in the past ("declared one, payable …")."""
_AHEAD = 90
"""As ``_NEAR``, with no verb to tell: what is announced so is seldom further off, what is recalled often is."""


def told_before(setting: Setting, *units: str) -> str | None:
    """The last date of one of the units told before; None where there is none."""
    for found in reversed(setting.before):
        if found.calendar is not None and unit_of(found.calendar) in units:
            return found.calendar
    return None


def told_quarter(setting: Setting, complete: str) -> str | None:
    """The quarter that is reported on: the latest of those told that was over (``complete``), else the latest told."""
    told = [d.calendar for d in setting.before if d.calendar is not None and unit_of(d.calendar) == "quarter"]
    return max([q for q in told if q <= complete] or told, default=None)


def told_in_sentence(setting: Setting, *units: str) -> str | None:
    """As ``told_before``, within the same sentence."""
    head = max((m.end() for m in _STOP.finditer(setting.text, 0, setting.start)), default=0)
    near = [d for d in setting.before if d.start >= head]
    return told_before(replace(setting, before=near), *units)


def told_day(setting: Setting) -> date:
    """The last day told before, else the day of publication."""
    told = told_before(setting, "day")
    return (as_day(told) if told else None) or setting.day


def weekday(setting: Setting, number: int, way: str | None) -> date:
    """The day of the week (Monday 0) that is meant, before, on or after the day of publication, by verb or ``way``.

    "last" is the one before the day of publication, "next" the one after it; with neither, the verb decides, and the
    day of publication itself counts both as past and as coming.
    """
    day = setting.day
    back, ahead = (day.weekday() - number) % 7, (number - day.weekday()) % 7
    if way in ("last", "past", "this past"):
        return day - timedelta(days=back or 7)
    if way in ("next", "coming", "this coming"):
        return day + timedelta(days=ahead or 7)
    return day + timedelta(days=ahead) if setting.direction is Direction.COMING else day - timedelta(days=back)


def year_for(setting: Setting, month: int, day: int) -> str | None:
    """The day of the month in the year that is meant: the nearest one that the governing verb allows.

    With no verb to tell it may lie ahead for three months ("payable Jan. 2").
    """
    published = setting.day
    years = [published.year - 1, published.year, published.year + 1]
    days = [d for d in map(as_day, filter(None, (day_of(y, month, day) for y in years))) if d is not None]
    direction = setting.direction
    if direction is not Direction.COMING:
        days = [d for d in days if (d - published).days <= (_NEAR if direction is Direction.PAST else _AHEAD)]
    if direction is Direction.COMING:
        days = [d for d in days if (d - published).days >= -_NEAR]
    return min(days, key=lambda d: abs((d - published).days)).isoformat() if days else None


def month_for(setting: Setting, month: int, way: str | None = None) -> str:
    """The month that is meant: the last one up to that of publication, or the next one where the verb announces.

    The very next month is meant as coming whatever the verb, as nobody says so of eleven months ago; "until May" and
    "its May meeting" mean the nearest; "last May" is never the month before that of publication ("last month").
    """
    now = setting.day
    back, ahead = (now.month - month) % 12, (month - now.month) % 12
    if way in ("last", "past", "this past"):
        return month_of(now, -(back if back > 1 else back + 12))
    if way in ("next", "coming", "this coming"):
        return month_of(now, (month - now.month) % 12 or 12)
    if way == "this":
        return f"{now.year:04d}-{month:02d}"
    head = (setting.text, max(0, setting.start - 20), setting.start)
    owned, coming = bool(_OWNED.search(*head)), setting.direction is Direction.COMING
    untold = setting.direction is Direction.OPEN and ahead * 30 <= _AHEAD
    near = ahead < back and (owned or untold or bool(_UNTIL.search(*head)))
    return month_of(now, ahead if ahead == 1 or near or (coming and not owned) else -back)


def day_in_month(setting: Setting, day: int) -> str | None:
    """ "the 12th": of this month, or of the month before where that lies ahead and no verb announces it."""
    now = setting.day
    this = day_of(now.year, now.month, day)
    if this is None or (day > now.day and setting.direction is not Direction.COMING):
        earlier = month_of(now, -1)
        return day_of(int(earlier[:4]), int(earlier[5:]), day)
    return this
