"""The engine under the grammars of dates: ordered rules, each a pattern and what its words mean.

A grammar finds the leftmost expression, by the first of its rules that fits there; the rules of a language are data of
that language. Values are those of ``dates_calendar``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from audiatur.statements.dates_calendar import as_iso
from audiatur.statements.dates_tense import Direction

_WORD = re.compile(r"[^\W_]+")
_MARGIN = 40
"""Characters around a word of a date that may belong to it: "at the beginning of", "last year"."""
_GROUP = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text: its place, its value in ISO 8601 (``value``) and as TimeML writes it (``calendar``).

    ``calendar`` is None where the words fix no date; ``value`` also where no day, month or year contains it.
    """

    start: int
    end: int
    value: str | None
    calendar: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands: the text around it, the day of publication, the dates told before it, the tense."""

    text: str
    start: int
    end: int
    published: date | None
    before: Sequence[DateFound] = ()
    tense: Callable[[str, int, int], Direction] = lambda _text, _start, _end: Direction.OPEN

    @property
    def direction(self) -> Direction:
        """Which way from the day of publication the governing verb points."""
        return self.tense(self.text, self.start, self.end)

    @property
    def day(self) -> date:
        """The day of publication; KeyError where it is not known, which a rule leaves to the engine."""
        if self.published is None:
            raise KeyError("published")
        return self.published


Meaning = Callable[[Mapping[str, str], Setting], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the value of what it finds; ``given``: only for words that are known to be a date."""

    pattern: str
    value: Meaning
    given: bool = False


@dataclass(slots=True)
class Grammar:
    """The rules of a language, compiled once; a date has a digit or one of the ``triggers`` in it."""

    rules: Sequence[Rule]
    tense: Callable[[str, int, int], Direction]
    triggers: frozenset[str]
    _each: list[re.Pattern[str]] = field(init=False)
    _free: re.Pattern[str] = field(init=False)
    _given: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        self._each = [re.compile(rf"(?<!\w){rule.pattern}(?!\w)", re.IGNORECASE) for rule in self.rules]
        self._free = self._union(given=False)
        self._given = self._union(given=True)

    def _union(self, *, given: bool) -> re.Pattern[str]:
        """One pattern of all rules; the name of the group tells which rule it was."""
        branches = [
            f"(?P<r{n}>{_GROUP.sub('(?:', rule.pattern)})"
            for n, rule in enumerate(self.rules)
            if given or not rule.given
        ]
        return re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)", re.IGNORECASE)

    def find(
        self, text: str, start: int, end: int, published: date | None, before: Sequence[DateFound] = ()
    ) -> list[DateFound]:
        """The dates in ``text[start:end]``, in order; ``before`` are those told earlier, to which some refer."""
        found: list[DateFound] = []
        for low, high in self._windows(text, start, end):
            for match in self._free.finditer(text, low, high):
                found.append(self._read(match, text, high, published, [*before, *found]))
        return found

    def _windows(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches around words without which there is no date, whole words at both ends, in order."""
        windows: list[tuple[int, int]] = []
        for match in _WORD.finditer(text, start, end):
            if match.group().lower() not in self.triggers and not match.group()[0].isdecimal():
                continue
            low, high = max(start, match.start() - _MARGIN), min(end, match.end() + _MARGIN)
            while start < low and text[low - 1].isalnum():
                low -= 1
            while high < end and text[high].isalnum():
                high += 1
            if windows and low <= windows[-1][1]:
                windows[-1] = (windows[-1][0], high)
            else:
                windows.append((low, high))
        return windows

    def resolve(
        self, text: str, start: int, end: int, published: date | None, before: Sequence[DateFound] = ()
    ) -> DateFound | None:
        """The date that ``text[start:end]`` is said to be, by the longest expression in it; None for none."""
        matches = sorted(self._given.finditer(text, start, end), key=lambda m: m.start() - m.end())
        for match in matches:
            found = self._read(match, text, end, published, before)
            if found.calendar is not None:
                return found
        return None

    def _read(
        self, match: re.Match[str], text: str, end: int, published: date | None, before: Sequence[DateFound]
    ) -> DateFound:
        """What a match of the union means."""
        number = int((match.lastgroup or "r0")[1:])
        exact = self._each[number].match(text, match.start(), end)
        words = {k: v.lower() for k, v in (exact.groupdict() if exact else {}).items() if v}
        setting = Setting(text, match.start(), match.end(), published, before, self.tense)
        try:
            value = self.rules[number].value(words, setting)
        except (KeyError, ValueError, OverflowError):  # no day of publication; a date beyond the calendar's years
            value = None
        return DateFound(match.start(), match.end(), as_iso(value), value)
