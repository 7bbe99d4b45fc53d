"""Figures in a text: a number with the words that limit it, its value, and whether it is money or a share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from audiatur.comparison.laid import Bound
from audiatur.comparison.numerals import NUMERALS, SCALES, spelt, value_of
from audiatur.comparison.tokens import Token


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, as a half-open range of tokens: from the first word that limits it to its last digit, word or unit.

    ``low`` and ``high`` differ for a range. ``currency`` is a code, empty where it is no money. ``percent``: a share.
    ``one``: it is the word for 1, which is mostly no count. ``digits``: it is written in digits alone.
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    bound: Bound
    currency: str
    percent: bool
    one: bool
    digits: bool


def _phrases(bound: Bound, text: str) -> list[tuple[tuple[str, ...], Bound]]:
    return [(tuple(spelt(word) for word in phrase.split()), bound) for phrase in text.split("|")]


_BOUNDS = dict(
    [
        *_phrases(Bound.AT_LEAST, "at least|no fewer than|no less than|not less than|a minimum of"),
        *_phrases(Bound.AT_LEAST, "не менее|не менее чем|как минимум|по меньшей мере|минимум"),
        *_phrases(Bound.AT_LEAST, "щонайменше|не менше|не менше ніж|принаймні|як мінімум"),
        *_phrases(Bound.UP_TO, "up to|as many as|as much as|at most|no more than|a maximum of"),
        *_phrases(Bound.UP_TO, "не более|не больше|до|не більше"),
        *_phrases(Bound.MORE_THAN, "more than|over|upwards of|in excess of|well over"),
        *_phrases(Bound.MORE_THAN, "более|более чем|больше|свыше|понад|більше|більше ніж|більш як|більш ніж"),
        *_phrases(Bound.LESS_THAN, "fewer than|less than|менее|менее чем|меньше|менше|менше ніж|менш як"),
        *_phrases(Bound.ABOUT, "about|around|approximately|roughly|some|an estimated|estimated|nearly|almost|close to"),
        *_phrases(Bound.ABOUT, "около|примерно|почти|порядка|приблизительно|близько|приблизно|майже"),
    ]
)
"""The words before a number that limit it, in three languages."""

_LONGEST_BOUND = 4
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH"}
_MONEY = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "rouble": "RUB",
    "ruble": "RUB",
    "hryvnia": "UAH",
    "доллар": "USD",
    "долар": "USD",
    "евро": "EUR",
    "євро": "EUR",
    "рубл": "RUB",
    "грив": "UAH",
}
_PERCENT = re.compile(r"%|percent|процент\w*|вiдсотк\w*|відсотк\w*")
_TO = frozenset({"to", "до", "-", "–", "—"})
_AND = frozenset({"and", "и", "і", "та", "й"})
_BETWEEN = frozenset({"between", "от", "від", "между", "між"})
_ABBREVIATED = frozenset({"тис", "тыс", "млн", "млрд", "mln"})
_FROM = frozenset({"from", "с", "со", "з", "із"})


@dataclass(frozen=True, slots=True)
class _Number:
    first: int
    last: int
    value: Decimal
    scale: Decimal
    sign: str
    one: bool
    digits: bool


def figures(tokens: Sequence[Token]) -> Iterator[Figure]:
    """The figures of a sentence, in order.

    Dates, ordinals, clock times, ages with a hyphen and names with numbers are none. "From 70 to 50" is a change and
    neither of its numbers is told; "between 50 and 70" and "50-70" are ranges.
    """
    at = 0
    while at < len(tokens):
        number = _number(tokens, at)
        if number is None:
            at += 1
            continue
        figure, at = _whole(tokens, number)
        if figure is not None:
            yield figure


def _number(tokens: Sequence[Token], at: int) -> _Number | None:
    """The number that begins at a token, the words that belong to it included; None where there is none."""
    sign = _SIGNS.get(tokens[at].text, "")
    head = at + 1 if sign else at
    if head >= len(tokens):
        return None
    one, token = head, tokens[head]
    parts: list[Decimal | str] = []
    if token.kind == "digits":
        if not _stands_free(tokens, head, bool(sign)):
            return None
        parts.append(Decimal(_plain(token.text)))
    elif not sign and (token.key in NUMERALS or (token.key == "a" and _key(tokens, head + 1) in SCALES)):
        parts.append(token.key)
    else:
        return None
    one += 1
    while one < len(tokens) and (step := _joins(tokens, one, parts)):
        parts += [token.key for token in tokens[one : one + step] if token.is_word]
        one += step
    spoken = [_SHORT_WORD.get(part, part) if isinstance(part, str) else part for part in parts]
    value = value_of(spoken)
    if value is None or _key(tokens, at - 1) == "half" or (one < len(tokens) - 1 and _hyphened(tokens, one)):
        return None
    scale = max((Decimal(SCALES[part]) for part in spoken[1:] if isinstance(part, str) and part in SCALES), default=1)
    in_digits = token.kind == "digits" and len(parts) == 1
    return _Number(at, one, value, Decimal(scale), sign, value == 1 and token.is_word, in_digits)


_SHORT_WORD = {"m": "million", "k": "thousand"}


def _joins(tokens: Sequence[Token], at: int, parts: Sequence[Decimal | str]) -> int:
    """How many tokens from here on belong to the number before: 0, a word, or a joining mark or "and" and a word."""
    token, following = tokens[at], _key(tokens, at + 1)
    if token.is_word and token.key in SCALES:
        return 1
    if token.glued and token.key in _SHORT_WORD and isinstance(parts[-1], Decimal):
        return 1
    if isinstance(parts[-1], Decimal):
        return 0
    if token.is_word and token.key in NUMERALS and not token.glued:
        return 1
    joining = token.text == "-" or (token.key == "and" and parts[-1] in {"hundred", "thousand"})
    return 2 if joining and following in NUMERALS else 0


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""


def _hyphened(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen ties the number to the word after it: "45-year-old", "ten-day"."""
    return tokens[at].text in {"-", "–"} and tokens[at].glued and tokens[at + 1].is_word and tokens[at + 1].glued


def _stands_free(tokens: Sequence[Token], at: int, signed: bool) -> bool:
    """Whether digits are a number by themselves: no part of a name, an ordinal, a clock time, a date or a fraction."""
    token = tokens[at]
    before, after = (tokens[at - 1] if at else None), (tokens[at + 1] if at + 1 < len(tokens) else None)
    if not signed and before is not None and token.glued:
        range_before = before.text in "-–—" and at > 1 and tokens[at - 2].kind == "digits"
        opening = before.text in "\"'“«„‘([" or (before.text == "," and not before.glued)
        if not (range_before or opening):
            return False
    if after is None or not after.glued:
        return True
    if after.is_word:
        return after.key in _SHORT_WORD or after.key in SCALES
    beyond = tokens[at + 2] if at + 2 < len(tokens) else None
    if beyond is None or not beyond.glued:
        return True
    return after.text not in ":/.'’" and after.kind != "digits"


def _plain(digits: str) -> str:
    """Digits as a decimal number: separators of thousands dropped, a decimal comma read as a point."""
    close = re.sub(r"\s", "", digits)
    return close.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+", close) else close.replace(",", ".")


def _whole(tokens: Sequence[Token], number: _Number) -> tuple[Figure | None, int]:
    """The figure of a number with its range, unit and bound, None where it is not told; and where to go on."""
    high, last = number, number.last
    low = number.value
    second = _range(tokens, number)
    if second is not None:
        if number.digits and second.scale > 1 and second.value / second.scale > low:
            low *= second.scale
        if second.value <= low or _key(tokens, number.first - 1) in _FROM:
            return None, second.last
        high, last = second, second.last
    last, currency, percent = _unit(tokens, last, number.sign or high.sign)
    first, bound = _bounded(tokens, number.first, Bound.RANGE if high is not number else Bound.EXACT)
    if _key(tokens, last) == "or" and _key(tokens, last + 1) == "more":
        last, bound = last + 2, Bound.AT_LEAST
    if _key(tokens, last) == "+" and tokens[last].glued:
        last, bound = last + 1, Bound.AT_LEAST
    digits = number.digits and high is number
    return Figure(first, last, low, high.value, bound, currency, percent, number.one, digits), last


def _range(tokens: Sequence[Token], number: _Number) -> _Number | None:
    """The second number of a range that begins with the first; None where there is no range."""
    joint = tokens[number.last] if number.last < len(tokens) - 1 else None
    if joint is None or not (joint.key in _TO or joint.key in _AND):
        return None
    if joint.key in _AND and _key(tokens, number.first - 1) not in _BETWEEN:
        return None
    return _number(tokens, number.last + 1)


def _unit(tokens: Sequence[Token], at: int, sign: str) -> tuple[int, str, bool]:
    """Where a unit after a number ends, the currency, and whether the number is a share."""
    if _key(tokens, at) == "." and _key(tokens, at - 1) in _ABBREVIATED:
        at += 1
    token = tokens[at] if at < len(tokens) else None
    if token is None:
        return at, sign, False
    if _PERCENT.fullmatch(token.key):
        return at + 1, sign, True
    if token.key == "per" and _key(tokens, at + 1) == "cent":
        return at + 2, sign, True
    if token.text in _SIGNS:
        return at + 1, sign or _SIGNS[token.text], False
    money = next((code for stem, code in _MONEY.items() if token.is_word and token.key.startswith(stem)), "")
    return (at + 1, sign or money, False) if money else (at, sign, False)


def _bounded(tokens: Sequence[Token], at: int, bound: Bound) -> tuple[int, Bound]:
    """Where the words that limit a number begin, and how they limit it; a range stays a range."""
    for length in range(_LONGEST_BOUND, 0, -1):
        phrase = tuple(token.key for token in tokens[max(0, at - length) : at])
        if len(phrase) == length and phrase in _BOUNDS:
            return at - length, bound if bound is Bound.RANGE else _BOUNDS[phrase]
    if bound is Bound.RANGE and _key(tokens, at - 1) in _BETWEEN:
        return at - 1, bound
    return at, bound
