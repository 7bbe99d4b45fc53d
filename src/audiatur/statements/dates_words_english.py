"""English words of dates: days, months, numbers, and what may stand around them."""

from __future__ import annotations

from audiatur.statements.wordlists import words

_DAY_NAMES = """monday tuesday wednesday thursday friday saturday sunday"""
DAYS = {name: number for number, name in enumerate(_DAY_NAMES.split())}
_MONTH_NAMES = """january february march april may june july august september october november december"""
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), 1)}
MONTHS |= {name[:3]: number for name, number in list(MONTHS.items())} | {"sept": 9}
_NUMBER_NAMES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"""
NUMBERS = {name: number for number, name in enumerate(_NUMBER_NAMES.split(), 1)} | {
    "a": 1, "an": 1, "a couple of": 2, "a dozen": 12, "two dozen": 24, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50,
}  # fmt: skip
_ORDINAL_NAMES = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"""
ORDINALS = {name: number for number, name in enumerate(_ORDINAL_NAMES.split(), 1)}


TRIGGERS = (
    frozenset(DAYS)
    | frozenset(MONTHS)
    | words(
        """yesterday today tonight tomorrow morning afternoon evening night lunchtime noon midday midnight ago
    earlier later before after previously hour hours day days week weeks fortnight weekend month months quarter
    year years decade spring summer fall autumn winter eve christmas boxing halloween thanksgiving valentine time"""
    )
)
"""Words without one of which, or a digit, no English date is looked for."""


def any_of(forms: dict[str, int]) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return "|".join(sorted((w.replace(" ", r"\s+") for w in forms), key=len, reverse=True))


def named(numbers: dict[str, int]) -> str:
    """As ``any_of``, but only with a capital: "may", "march" and "sun" are also common words."""
    forms = [form for w in numbers for form in (w.capitalize(), w.upper())]
    return "(?-i:" + "|".join(sorted(forms, key=len, reverse=True)) + ")"


DAY, MONTH, COUNT = named(DAYS), named(MONTHS), rf"\d{{1,3}}|{any_of(NUMBERS)}"
YEAR = r"(?:1[6-9]|20)\d\d"
NTH = rf"\d{{1,2}}(?:st|nd|rd|th)?|{any_of(ORDINALS)}"
QUARTER = r"first|second|third|fourth|1st|2nd|3rd|4th"
PART = r"(?:\s+(?:at\s+)?(?:morning|afternoon|evening|night|midday|noon|lunchtime|midnight))?"
ON = r"(?:(?:on|in|at|over|during)\s+)?"
ABOUT = r"(?:(?:about|around|nearly|almost|some|roughly|barely|only|just|more\s+than|less\s+than|over|at\s+least)\s+)?"
_PART_OF = r"early|earlier|late|later|mid|the\s+(?:middle|beginning|start|end|close)|end"
LATE = rf"(?:(?:(?:{_PART_OF})(?:\s+(?:on|in|of)|-|\s*)\s*)?)"


def number(word: str) -> int:
    """The number that a word or digits stand for; KeyError for "several".

    >>> number("12th"), number("twelfth"), number("a")
    (12, 12, 1)
    """
    digits = word.rstrip("stndrh")
    if digits.isdecimal():
        return int(digits)
    word = " ".join(word.split())
    return ORDINALS[word] if word in ORDINALS else NUMBERS[word]
