"""The same rule for every side: exchanging two names changes the names and nothing else."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiatur.statements import read_statements, statement_as_json
from evaluation.own_gold import load_set

_TEXT = """Bordurian President Lena Orlova has accused Sildavia of delay
Talks are at a standstill, Bordurian President Lena Orlova said on Tuesday, the Klow Gazette reported.
“We waited,” Orlova told the Klow Gazette. She added that Borduria would wait.
Sildavian President Anna Marekova said that the delay was “a matter of days.” The Sildavian president thanked Borduria.
According to the Szohod Courier, the Sildavian side sent its first draft last week. Marekova hopes it will be read.
Orlova and Marekova met on Monday. The Bordurian leader insisted that the bridge be opened."""

_TEMPLATE = """{first} blames {second} for the flood
The mayor of Tarn, {first_given} {first}, told the Tarn Post on Monday that the dam had been left open.
“I warned them twice,” {first} said. “Nobody came.”
{second_given} {second}, who runs the water board, denied that. The director said her engineers had closed every gate.
She added that {first} had promised her a report.
{first} has not answered, a spokesman said. He called the dam “a wall with a view”.
“We will publish the letter,” {second} told reporters, “and the mayor may read it.”
A note by {first_given} {first} says that the gate was open. {second} hopes that it will be forgotten."""

_PUBLISHED = date(2022, 4, 12)
_SWAPS = [
    {"Klow Gazette": "Szohod Courier"},
    {"Lena Orlova": "Anna Marekova", "Orlova": "Marekova", "Bordurian": "Sildavian", "Borduria": "Sildavia"},
]
_WOMEN = ("Lena", "Anna", "Marta", "Ingrid", "Fatima", "Yuki")
_SURNAMES = ("Orlova", "Marek", "Dorn", "Halvorsen", "Haddad", "Tanaka", "O’Neill", "Adeyemi", "Voss-Brandt")


def _exchange(text: str, pairs: dict[str, str]) -> str:
    both = pairs | {b: a for a, b in pairs.items()}
    pattern = "|".join(sorted(map(re.escape, both), key=len, reverse=True))
    return re.sub(rf"\b(?:{pattern})\b", lambda m: both[m.group()], text)


def _shape(text: str, title_end: int | None = None) -> list[str]:
    """What was read, as words without offsets, in order."""
    read = read_statements(text, language="en", published=_PUBLISHED, title_end=title_end)
    answers = [json.dumps(statement_as_json(s), ensure_ascii=False) for s in read]
    return [re.sub(r'"(?:start|end)": \d+, ', "", answer) for answer in answers]


@pytest.mark.parametrize("pairs", _SWAPS, ids=["outlets", "speakers and sides"])
def test_exchanging_names_changes_nothing_but_the_names(pairs: dict[str, str]) -> None:
    plain = _shape(_TEXT)
    assert len(plain) >= 8
    assert any("Lena Orlova" in row for row in plain)
    assert [_exchange(row, pairs) for row in _shape(_exchange(_TEXT, pairs))] == plain


_NAMES = st.tuples(
    st.lists(st.sampled_from(_WOMEN), min_size=2, max_size=2, unique=True),
    st.lists(st.sampled_from(_SURNAMES), min_size=2, max_size=2, unique=True),
)


@settings(max_examples=25, deadline=None)
@given(_NAMES)
def test_whoever_speaks_the_article_is_read_alike(names: tuple[list[str], list[str]]) -> None:
    given_names, surnames = names
    fields = {
        "first_given": given_names[0],
        "second_given": given_names[1],
        "first": surnames[0],
        "second": surnames[1],
    }
    text = _TEMPLATE.format(**fields)
    standard = _TEMPLATE.format(first_given="Lena", second_given="Anna", first="Orlova", second="Marek")
    pairs = dict(zip(fields.values(), ("Lena", "Anna", "Orlova", "Marek"), strict=True))
    renamed = [_renamed(row, pairs) for row in _shape(text)]
    assert renamed == _shape(standard)


def _renamed(text: str, pairs: dict[str, str]) -> str:
    pattern = "|".join(sorted(map(re.escape, pairs), key=len, reverse=True))
    return re.sub(rf"\b(?:{pattern})\b", lambda m: pairs[m.group()], text)


_GOLD_SWAPS = {
    "01-grain-corridor": {"Meridian": "Pelican"},
    "25-draft-treaty": {"Drusk": "Tarv", "Druskan": "Tarvan"},
}


@cache
def _gold(stem: str) -> tuple[str, int]:
    article = next(a for a in load_set("en-dev") if a.path.stem == stem)
    return article.text, len(article.title)


@pytest.mark.parametrize("stem", ["01-grain-corridor", "25-draft-treaty"])
def test_renaming_an_outlet_or_a_side_in_our_own_gold_changes_only_the_name(stem: str) -> None:
    pairs = _GOLD_SWAPS[stem]
    text, title_end = _gold(stem)
    swapped = _exchange(text, pairs)
    plain = _shape(text, title_end)
    title = len(_exchange(text[:title_end], pairs))
    assert len(plain) > 8
    assert [_exchange(row, pairs) for row in _shape(swapped, title)] == plain
