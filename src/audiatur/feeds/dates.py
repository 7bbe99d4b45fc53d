"""Dates as feeds write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from audiatur.feeds.limits import MAX_DATE
from audiatur.feeds.zones import MONTHS, OFFSETS

_CLOCK = r"(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?"
_ZONE = r"(?:\s*([A-Za-z]{1,5}|(?:GMT|UTC|UT)?\s*[+-]\s*\d{1,2}(?::?\d{2})?)\b)?"
# Sat, 07 Sep 2002 00:00:01 GMT, with or without week day, seconds, zone; 7-Sep-02; Κυρ, 11 Ιούλ 2004 12:00:00 EST
_RFC822 = re.compile(
    rf"(?:[^\W\d_]+\.?,?\s*)?(\d{{1,2}})[\s.-]+([^\W\d_]+)[.,]?[\s-]+(\d{{2,4}}),?(?:\s+{_CLOCK}{_ZONE})?"
)
# Thu Jan  1 19:48:21 EST 2004; Jan 1, 2004 19:48; January 1 2004 7:48 PM
_ASCTIME = re.compile(rf"(?:[^\W\d_]+\.?,?\s+)?([^\W\d_]+)\.?\s+(\d{{1,2}}),?\s+{_CLOCK}{_ZONE}\s+(\d{{4}})")
_AMERICAN = re.compile(
    rf"(?:[^\W\d_]+\.?,?\s+)?([^\W\d_]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}),?"
    rf"(?:\s+(?:at\s+)?{_CLOCK}\s*([AaPp]\.?[Mm]\.?)?{_ZONE})?"
)
# 2004-07-08 23:56:58.0; 2004/09/15 08:19:53 EDT; 2003-7-1T9:15-05:00; Fri, 2006/09/15 08:19:53 EDT; 2004年05月28日
_NUMERIC = re.compile(
    rf"(?:[^\W\d_]+\.?,?\s+)?(\d{{4}})[-/.](\d{{1,2}}|[^\W\d_]+)[-/.](\d{{1,2}})(?:[Tt]|\s|,)*"
    rf"(오전|오후)?\s*(?:{_CLOCK}\s*([AaPp]\.?[Mm]\.?)?{_ZONE})?"
)
_KOREAN = re.compile(rf"(\d{{4}})[년年]\s*(\d{{1,2}})[월月]\s*(\d{{1,2}})[일日]\s*(오전|오후)?\s*(?:{_CLOCK}{_ZONE})?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})|-(\d{3}))?")
_TWO_DIGIT = re.compile(r"(\d{2})-(\d{2})-(\d{2})(?:T|\s+)?(?:(\d{2}):(\d{2})(?::(\d{2}))?)?")
_SLASHED = re.compile(rf"(\d{{1,2}})([/.])(\d{{1,2}})[/.](\d{{4}})(?:,?\s+{_CLOCK}\s*([AaPp]\.?[Mm]\.?)?{_ZONE})?")
_OFFSET = re.compile(r"([+-])\s*(\d{1,2}):?(\d{2})?$")
_DAY_24 = re.compile(r"(?<=[T ])24:00(:00)?")


def read_date(text: str) -> tuple[datetime, bool] | None:
    """The instant that a feed's date names, in UTC, and whether its zone was stated.

    Understands RFC 822 and 2822 with their usual mistakes, RFC 3339, W3CDTF and ISO 8601 down to a year, asctime,
    American and slashed forms, and the Korean, Greek, Hungarian and other month names that feeds have used. A zone
    that is absent or unknown is taken as UTC and False is returned with it. None where no date can be read. A day
    beyond its month, or an hour or minute beyond its clock, is no date: it is not moved to another day.

    >>> read_date("Sat, 07 Sep 2002 00:00:01 GMT")
    (datetime.datetime(2002, 9, 7, 0, 0, 1, tzinfo=datetime.timezone.utc), True)
    """
    return _read(text) if len(text) <= 2 * MAX_DATE else None


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[datetime, bool] | None:
    text = text.strip()
    if not text or len(text) > MAX_DATE:
        return None
    try:
        return _iso(text) or _worded(text)
    except (ValueError, OverflowError):
        return None


def _iso(text: str) -> tuple[datetime, bool] | None:
    """The forms that the standard library reads itself; the most frequent by far in Atom."""
    if not text[:4].isascii() or not text[:4].isdigit() or len(text) < 10:
        return None
    later = timedelta(0)
    if "24:00" in text:
        text, changed = _DAY_24.subn("00:00", text)
        later = timedelta(days=changed)
    try:
        moment = datetime.fromisoformat(text.replace("z", "Z"))
    except ValueError:
        return None
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC) + later, False
    return moment.astimezone(UTC) + later, True


def _worded(text: str) -> tuple[datetime, bool] | None:
    """All other forms, most frequent first."""
    if match := _RFC822.fullmatch(text):
        day, month, year, hour, minute, second, zone = match.groups()
        return _instant(_year(year), _month(month), day, (hour, minute, second), zone)
    if match := _ASCTIME.fullmatch(text):
        month, day, hour, minute, second, zone, year = match.groups()
        return _instant(_year(year), _month(month), day, (hour, minute, second), zone)
    if match := _AMERICAN.fullmatch(text):
        month, day, year, hour, minute, second, half, zone = match.groups()
        return _instant(_year(year), _month(month), day, (_half(hour, half), minute, second), zone)
    return _numeric(text)


def _numeric(text: str) -> tuple[datetime, bool] | None:
    """Forms that begin with a year of four digits."""
    if match := _NUMERIC.fullmatch(text):
        year, month, day, before, hour, minute, second, after, zone = match.groups()
        number = int(month) if month.isdigit() else _month(month)
        return _instant(int(year), number, day, (_half(hour, before or after), minute, second), zone)
    if match := _KOREAN.fullmatch(text):
        year, month, day, half, hour, minute, second, zone = match.groups()
        return _instant(int(year), int(month), day, (_half(hour, half), minute, second), zone)
    return _figures(text)


def _figures(text: str) -> tuple[datetime, bool] | None:
    """Forms of hardly more than figures."""
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups()
        return _instant(int(year), int(month), day, (hour, minute, second), zone)
    if match := _PARTIAL.fullmatch(text):
        year, month, ordinal = match.groups()
        if ordinal:
            return datetime.strptime(f"{year}-{ordinal}+0000", "%Y-%j%z").astimezone(UTC), False
        return _instant(int(year), int(month or 1), "1", (None, None, None), None)
    if match := _TWO_DIGIT.fullmatch(text):
        year, month, day, hour, minute, second = match.groups()
        return _instant(_year(year), int(month), day, (hour, minute, second), None)
    if match := _SLASHED.fullmatch(text):
        return _slashed(match)
    return None


def _slashed(match: re.Match[str]) -> tuple[datetime, bool] | None:
    """``9/15/2006`` is American, ``15.9.2006`` European; ``15/9/2006`` can only be the latter."""
    first, mark, second_number, year, hour, minute, second, half, zone = match.groups()
    month, day = (first, second_number) if mark == "/" and int(first) <= 12 else (second_number, first)
    return _instant(int(year), int(month), day, (_half(hour, half), minute, second), zone)


def _instant(
    year: int, month: int, day: str, clock: tuple[str | int | None, str | None, str | None], zone: str | None
) -> tuple[datetime, bool]:
    """Put the parts together; ValueError where there is no such day or time."""
    hour, minute, second = (int(part or 0) for part in clock)
    extra = timedelta(seconds=0)
    if second == 60:  # a leap second is the last of its minute for us
        second, extra = 59, timedelta(seconds=1)
    if hour == 24 and minute == 0 and second == 0:
        hour, extra = 0, timedelta(days=1)
    moment = datetime(year, month, int(day), hour, minute, second, tzinfo=UTC) + extra
    offset = offset_of(zone)
    return (moment, False) if offset is None else ((moment - offset), True)


def offset_of(zone: str | None) -> timedelta | None:
    """How far a zone is ahead of UTC; None where it is absent or not known.

    >>> offset_of("EST")
    datetime.timedelta(days=-1, seconds=68400)
    """
    if not zone:
        return None
    named = OFFSETS.get(zone.upper())
    if named is not None:
        return timedelta(minutes=named)
    if match := _OFFSET.search(zone):
        hours = int(match[2])
        size = timedelta(hours=hours, minutes=int(match[3] or 0))
        return timezone(size if match[1] == "+" else -size).utcoffset(None)
    return None


def _month(word: str) -> int:
    """The number of a month's name in any of the languages met in feeds; ValueError where it is none."""
    folded = word.lower()
    number = MONTHS.get(folded) or MONTHS.get(folded[:3])
    if number is None:
        raise ValueError(f"no month: {word}")
    return number


def _year(digits: str) -> int:
    """Two digits are this side of 1970 (RFC 2822 4.3 says 50; no feed is older than 1997)."""
    number = int(digits)
    if len(digits) == 2:
        return number + (2000 if number < 70 else 1900)
    return number + 1900 if len(digits) == 3 else number


def _half(hour: str | None, half: str | None) -> int | None:
    """The hour of a day of twice twelve."""
    if hour is None:
        return None
    if half is None:
        return int(hour)
    late = half == "오후" or half[0] in "pP"
    return int(hour) % 12 + (12 if late else 0)
