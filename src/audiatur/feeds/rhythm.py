"""What a feed asks of those who poll it."""

from __future__ import annotations

from datetime import timedelta

from audiatur.feeds.elements import first_words, words
from audiatur.feeds.reading import Fields, Reading
from audiatur.feeds.values import Rhythm

_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_DAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 1)}


def rhythm_of(fields: Fields, reading: Reading) -> Rhythm:
    """The rhythm in a channel's fields; what is malformed there is as if it were absent."""
    minutes = _number(first_words(fields, "ttl"))
    hours = frozenset(
        hour % 24
        for element in fields.get("skiphours", ())
        for child in reading.fields(element).get("hour", ())
        if (hour := _number(words(child))) is not None and hour <= 24
    )
    days = frozenset(
        day
        for element in fields.get("skipdays", ())
        for child in reading.fields(element).get("day", ())
        if (day := _DAYS.get((words(child) or "")[:3].lower())) is not None
    )
    return Rhythm(
        ttl=timedelta(minutes=minutes) if minutes else None,
        update_every=_update_every(fields),
        skip_hours=hours if len(hours) < 24 else frozenset(),
        skip_days=days if len(days) < 7 else frozenset(),
    )


def _update_every(fields: Fields) -> timedelta | None:
    """``sy:updatePeriod`` divided by ``sy:updateFrequency``, which is 1 where it is absent."""
    period = _PERIODS.get((first_words(fields, "sy:updateperiod") or "").lower())
    if period is None:
        return None
    return period / max(1, _number(first_words(fields, "sy:updatefrequency")) or 1)


def _number(text: str | None) -> int | None:
    """A number of at most seven digits; more is no interval."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) <= 7 else None
