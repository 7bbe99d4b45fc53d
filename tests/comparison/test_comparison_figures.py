"""Figures as written: what they are worth, what limits them, and what is no figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.comparison.figures import Figure, figures
from audiatur.comparison.numerals import NUMERALS, value_of
from audiatur.comparison.tokens import tokens


def found(text: str) -> list[tuple[str, Figure]]:
    parts = tokens(text, 0, len(text))
    return [(text[parts[one.first].start : parts[one.last - 1].end], one) for one in figures(parts)]


def values(text: str) -> list[str]:
    return [f"{one.low.normalize():f}" for _, one in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200 and 1 boat and 1,234,567 grains", ["1200", "1", "1234567"]),
        ("3.5 metres", ["3.5"]),
        ("3,5 метра и 1 200 лодок", ["3.5", "1200"]),
        ("1\u00a0200 човнів", ["1200"]),
        ("twelve", ["12"]),
        ("twelve hundred", ["1200"]),
        ("two hundred and fifty-three", ["253"]),
        ("three thousand four hundred", ["3400"]),
        ("a hundred, a dozen, two dozen", ["100", "12", "24"]),
        ("two million", ["2000000"]),
        ("10 thousand", ["10000"]),
        ("двадцать пять", ["25"]),
        ("сто двадцать тысяч", ["120000"]),
        ("пятьсот", ["500"]),
        ("двое", ["2"]),
        ("3,2 млрд", ["3200000000"]),
        ("п'ятдесят", ["50"]),
        ("п’ятсот тридцять", ["530"]),
        ("дві тисячі", ["2000"]),
        ("майже 100 тис. гривень", ["100000"]),
    ],
)
def test_what_a_number_is_worth(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "written", "bound"),
    [
        ("at least 50 boats", "at least 50", "at least"),
        ("At least fifty boats", "At least fifty", "at least"),
        ("no fewer than 50", "no fewer than 50", "at least"),
        ("50 or more boats", "50 or more", "at least"),
        ("10,000+ boats", "10,000+", "at least"),
        ("more than 50", "more than 50", "more than"),
        ("over 50", "over 50", "more than"),
        ("up to 300", "up to 300", "up to"),
        ("as many as 300", "as many as 300", "up to"),
        ("fewer than 20", "fewer than 20", "less than"),
        ("about 20", "about 20", "about"),
        ("some 20", "some 20", "about"),
        ("nearly $50,000", "nearly $50,000", "about"),
        ("10-15 boats", "10-15", "range"),
        ("10\u201315 boats", "10\u201315", "range"),
        ("10 to 15 boats", "10 to 15", "range"),
        ("between 10 and 15 boats", "between 10 and 15", "range"),
        ("не менее 20 лодок", "не менее 20", "at least"),
        ("более 20 лодок", "более 20", "more than"),
        ("до 20 лодок", "до 20", "up to"),
        ("около двадцати лодок", "около двадцати", "about"),
        ("от 10 до 15 лодок", "от 10 до 15", "range"),
        ("щонайменше 20 човнів", "щонайменше 20", "at least"),
        ("понад 20 човнів", "понад 20", "more than"),
        ("близько 20 човнів", "близько 20", "about"),
        ("від 10 до 15 човнів", "від 10 до 15", "range"),
        ("20 boats", "20", "exact"),
    ],
)
def test_limits_are_kept_as_written(text: str, written: str, bound: str) -> None:
    assert [(words, one.bound.value) for words, one in found(text)] == [(written, bound)]


@pytest.mark.parametrize(
    ("text", "currency", "value"),
    [
        ("$800 million", "USD", "800000000"),
        ("US $5", "USD", "5"),
        ("$1.5bn", "USD", "1500000000"),
        ("$5m", "USD", "5000000"),
        ("$20k", "USD", "20000"),
        ("500 million dollars", "USD", "500000000"),
        ("€3.5 billion", "EUR", "3500000000"),
        ("£40", "GBP", "40"),
        ("40 roubles", "RUB", "40"),
        ("3 млн рублей", "RUB", "3000000"),
        ("20 гривень", "UAH", "20"),
        ("100 евро", "EUR", "100"),
    ],
)
def test_money(text: str, currency: str, value: str) -> None:
    assert [(one.currency, f"{one.low.normalize():f}") for _, one in found(text)] == [(currency, value)]


@pytest.mark.parametrize(
    "text", ["40%", "40 %", "40 percent", "40 per cent", "40 процентов", "40 відсотків", "forty percent"]
)
def test_shares(text: str) -> None:
    assert [(one.percent, one.low) for _, one in found(text)] == [(True, Decimal(40))]


@pytest.mark.parametrize(
    "text",
    [
        "at 12:30",
        "on 05/05/2031",
        "on 05.05.2031",
        "the 36th brigade",
        "the 1990s",
        "a 45-year-old",
        "a ten-day truce",
        "the A-320",
        "a Kestrel-7 boat",
        "G20",
        "10km",
        "from 70 to 50",
        "half a million",
        "no numbers here",
        "",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert found(text) == []


def test_a_range_of_scaled_numbers_is_scaled_as_a_whole() -> None:
    assert [(str(one.low), str(one.high)) for _, one in found("10 to 15 million")] == [("10000000", "15000000")]


@given(st.text(alphabet="0123456789 ,.-–$%(\n aтhousndmilleбратцьятидо'’", max_size=60))
def test_any_text_gives_figures_in_order_that_hold_what_they_say(text: str) -> None:
    last = 0
    for _, one in found(text):
        assert last <= one.first < one.last
        assert one.low <= one.high
        last = one.last


@given(st.integers(1, 999_999))
def test_digits_are_worth_what_they_say(number: int) -> None:
    assert values(f"{number:,} boats") == [str(number)]


def test_numerals_are_worth_what_the_table_says() -> None:
    assert all(value_of([word]) == value for word, value in NUMERALS.items())
    assert value_of(["boat"]) is None
    assert value_of(["five", "twenty"]) is None
