"""Numbers in words: which words of English, Russian and Ukrainian are numbers, and what they are worth together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from audiatur.stories.words import bare


def _table(text: str) -> dict[str, int]:
    """``word word=value; ...`` as a table from each word to the value."""
    found: dict[str, int] = {}
    for entry in text.split(";"):
        forms, _, value = entry.partition("=")
        found.update({spelt(form): int(value) for form in forms.split()})
    return found


def spelt(word: str) -> str:
    """A word as the tables have it: lower case, no accents, no apostrophes."""
    return bare(word).replace("'", "").replace("’", "").replace("ʼ", "")


_ONES = _table(
    """one=1;two=2;three=3;four=4;five=5;six=6;seven=7;eight=8;nine=9;ten=10;eleven=11;twelve=12;thirteen=13;
    fourteen=14;fifteen=15;sixteen=16;seventeen=17;eighteen=18;nineteen=19;
    один одна одного одной=1;два две двух двум двое двоих дві двох двоє=2;три трех трём трое троих трьох троє=3;
    четыре четырех четверо четверых чотири чотирьох четверо чотирьом=4;пять пяти пятеро пятерых п'ять п'яти п'ятьох
    п'ятеро=5;шесть шести шестеро шість шести шістьох шестеро=6;семь семи семеро сім семи сімох=7;восемь восьми вісім
    восьми вісьмох=8;девять девяти дев'ять дев'яти дев'ятьох=9;десять десяти десятьох=10;одиннадцать одиннадцати
    одинадцять одинадцяти=11;двенадцать двенадцати дванадцять дванадцяти=12;тринадцать тринадцати тринадцять
    тринадцяти=13;четырнадцать четырнадцати чотирнадцять чотирнадцяти=14;пятнадцать пятнадцати п'ятнадцять
    п'ятнадцяти=15;шестнадцать шестнадцати шістнадцять шістнадцяти=16;семнадцать семнадцати сімнадцять
    сімнадцяти=17;восемнадцать восемнадцати вісімнадцять вісімнадцяти=18;девятнадцать девятнадцати дев'ятнадцять
    дев'ятнадцяти=19"""
)
_TENS = _table(
    """twenty=20;thirty=30;forty=40;fifty=50;sixty=60;seventy=70;eighty=80;ninety=90;
    двадцать двадцати двадцять двадцяти=20;тридцать тридцати тридцять тридцяти=30;сорок сорока=40;пятьдесят
    пятидесяти п'ятдесят п'ятдесяти=50;шестьдесят шестидесяти шістдесят шістдесяти=60;семьдесят семидесяти сімдесят
    сімдесяти=70;восемьдесят восьмидесяти вісімдесят вісімдесяти=80;девяносто девяноста дев'яносто дев'яноста=90"""
)
_HUNDREDS = _table(
    """сто ста=100;двести двухсот двісті двохсот=200;триста трехсот трьохсот=300;четыреста четырехсот чотириста
    чотирьохсот=400;пятьсот пятисот п'ятсот п'ятисот=500;шестьсот шестисот шістсот шестисот=600;семьсот семисот сімсот
    семисот=700;восемьсот восьмисот вісімсот восьмисот=800;девятьсот девятисот дев'ятсот дев'ятисот=900"""
)
_SCALES = _table(
    """dozen=12;hundred=100;thousand=1000;million mln=1000000;billion bn=1000000000;trillion=1000000000000;
    десяток=10;тысяча тысячи тысяч тыс тисяча тисячі тисяч тис=1000;
    миллион миллиона миллионов млн мільйон мільйона мільйони мільйонів=1000000;
    миллиард миллиарда миллиардов млрд мільярд мільярда мільярди мільярдів=1000000000"""
)
NUMERALS: Mapping[str, int] = MappingProxyType({**_ONES, **_TENS, **_HUNDREDS})
"""Words that are numbers by themselves, as ``spelt`` writes them."""

SCALES: Mapping[str, int] = MappingProxyType(_SCALES)
"""Words that multiply the number before them."""


def value_of(parts: Sequence[Decimal | str]) -> Decimal | None:
    """What a run of numbers in digits and in words is worth; None where it is no number.

    >>> value_of(["two", "hundred", "fifty"]), value_of([Decimal("1.5"), "million"]), value_of(["a", "dozen"])
    (Decimal('250'), Decimal('1500000.0'), Decimal('12'))
    """
    whole, part = Decimal(0), None
    last: Decimal | None = None
    for one in parts:
        if isinstance(one, Decimal):
            if part is not None:
                return None
            part = last = one
        elif one in SCALES:
            scale = Decimal(SCALES[one])
            part = (Decimal(1) if part is None else part) * scale
            if scale >= 1000:
                whole, part = whole + part, None
            last = scale
        elif one in NUMERALS:
            found = Decimal(NUMERALS[one])
            if part is not None and last is not None and found >= last:
                return None
            part = found if part is None else part + found
            last = found
        elif one not in {"a", "and"}:
            return None
    if part is None and not whole:
        return None
    return whole + (part or Decimal(0))
