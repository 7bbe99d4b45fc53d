"""The same rule for every side: exchanging two names changes the names and nothing else."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from audiatur.statements import read_statements, statement_as_json

_TEXT = """Bordurian President Lena Orlova has accused Sildavia of delay
Talks are at a standstill, Bordurian President Lena Orlova said on Tuesday, the Klow Gazette reported.
“We waited,” Orlova told the Klow Gazette. She added that Borduria would wait.
Sildavian President Anna Marekova said that the delay was “a matter of days.” The Sildavian president thanked Borduria.
According to the Szohod Courier, the Sildavian side sent its first draft last week. Marekova hopes it will be read.
Orlova and Marekova met on Monday. The Bordurian leader insisted that the bridge be opened."""

_PUBLISHED = date(2022, 4, 12)
_SWAPS = [
    {"Klow Gazette": "Szohod Courier"},
    {"Lena Orlova": "Anna Marekova", "Orlova": "Marekova", "Bordurian": "Sildavian", "Borduria": "Sildavia"},
]


def _exchange(text: str, pairs: dict[str, str]) -> str:
    both = pairs | {b: a for a, b in pairs.items()}
    pattern = "|".join(sorted(map(re.escape, both), key=len, reverse=True))
    return re.sub(rf"\b(?:{pattern})\b", lambda m: both[m.group()], text)


def _shape(text: str) -> list[str]:
    """What was read, as words without offsets, in order."""
    answers = [
        json.dumps(statement_as_json(s), ensure_ascii=False)
        for s in read_statements(text, language="en", published=_PUBLISHED)
    ]
    return [re.sub(r'"(?:start|end)": \d+, ', "", answer) for answer in answers]


@pytest.mark.parametrize("pairs", _SWAPS, ids=["outlets", "speakers and sides"])
def test_exchanging_names_changes_nothing_but_the_names(pairs: dict[str, str]) -> None:
    plain = _shape(_TEXT)
    assert len(plain) >= 8
    assert any("Lena Orlova" in row for row in plain)
    assert [_exchange(row, pairs) for row in _shape(_exchange(_TEXT, pairs))] == plain
