"""Dates in English words, resolved against the day of publication, the governing verb and the dates told before.

Answers ISO 8601 at the precision that the words have, and the value as TimeML writes it. Without a day of publication
only dates that carry their year are resolved. A weekday or a month is the last one up to the day of publication, unless
its verb announces what is to come; "last" and "next" count from the day of publication, "earlier" and "the same day"
from the date told before. How well: docs/technotes/occasions.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from audiatur.statements import dates_days_english, dates_spans_english
from audiatur.statements.dates_rules import DateFound, Grammar
from audiatur.statements.dates_tense import direction_of
from audiatur.statements.dates_words_english import TRIGGERS

__all__ = ["DateFound", "find_dates", "resolve_date"]

_COUNTED = re.compile(r"\s+(?:ago|earlier|later)\b")
"""What belongs to "a year" that was cut off before it."""
_GRAMMAR = Grammar((*dates_days_english.RULES, *dates_spans_english.RULES), direction_of, TRIGGERS)


def find_dates(
    text: str, start: int, end: int, published: date | None, before: Sequence[DateFound] = ()
) -> list[DateFound]:
    """The date expressions in ``text[start:end]``, in order; offsets are those of ``text``.

    ``before``: the dates told earlier in the text, to which "the same day" and "a year earlier" refer; none known: the
    day of publication stands for them.

    >>> [(d.start, d.end, d.value) for d in find_dates("He came last Thursday", 0, 21, date(2022, 4, 12))]
    [(8, 21, '2022-04-07')]
    """
    return _GRAMMAR.find(text, start, end, published, before)


def resolve_date(
    text: str, start: int, end: int, published: date | None, before: Sequence[DateFound] = ()
) -> DateFound | None:
    """The date that the words ``text[start:end]``, known to be one, stand for; None where no rule reads them.

    Reads bare words too ("the quarter", "March") that ``find_dates`` would not take for a date by themselves.
    """
    counted = _COUNTED.match(text, end)
    return _GRAMMAR.resolve(text, start, counted.end() if counted else end, published, before)
