"""The reference article, measured where the shared corpora are present."""

from __future__ import annotations

import json
from datetime import date

import pytest

from audiatur.spans import Span
from audiatur.statements import Statement, read_statements
from tests.corpora import corpora

_FLOOR = 17


def _read() -> tuple[str, int, tuple[Statement, ...]]:
    text = corpora("seed", "istanbul-talks-2022-04-12.txt").read_text(encoding="utf-8")
    notice, furniture = text.rindex("\n") + 1, text.index("\nRead more\n") + 1
    exclude = [Span.of(text, furniture, furniture + 9), Span.of(text, notice, len(text))]
    return text, notice, read_statements(text, language="en", published=date(2022, 4, 12), exclude=exclude)


@pytest.mark.corpus
def test_nothing_is_read_from_the_notice() -> None:
    _, notice, statements = _read()
    assert statements
    assert all(part.end <= notice for s in statements for part in s.content)


@pytest.mark.corpus
def test_the_statements_of_the_article_have_the_right_speaker_and_date() -> None:
    _, _, statements = _read()
    gold = json.loads(corpora("..", "evaluation", "seed-statements.json").read_text(encoding="utf-8"))["statements"]
    found = {tuple((c.start, c.end) for c in s.content): s for s in statements}
    right = 0
    for item in gold:
        mine = found.get(tuple((c["start"], c["end"]) for c in item["content"]))
        if mine is None or mine.speaker.name is None:
            continue
        same_date = mine.occasion.date == item["occasion"]["date"]
        right += mine.speaker.name == item["speaker"]["name"] and same_date
    assert right >= _FLOOR
