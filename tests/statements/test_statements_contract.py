"""The JSON of a statement has exactly the keys of the contract."""

from __future__ import annotations

from datetime import date

from audiatur.statements import read_statements, statement_as_json


def test_a_statement_as_json() -> None:
    text = "Foreign Minister Ivan Marek told Harbour Radio on Monday that it was “a flood”."
    (statement,) = read_statements(text, language="en", published=date(2022, 4, 12))
    assert statement_as_json(statement) == {
        "kind": "mixed",
        "class": "speech",
        "speaker": {
            "mention": {"start": 0, "end": 27, "text": "Foreign Minister Ivan Marek"},
            "name": "Ivan Marek",
            "role": "Foreign Minister",
            "type": "person",
        },
        "cue": {"start": 28, "end": 32, "text": "told"},
        "content": [{"start": 62, "end": 78, "text": "it was “a flood”"}],
        "quoted": [{"start": 70, "end": 77, "text": "a flood"}],
        "occasion": {
            "date": "2022-04-11",
            "date_text": {"start": 47, "end": 56, "text": "on Monday"},
            "inherited": False,
            "place": None,
            "addressee": {"start": 33, "end": 46, "text": "Harbour Radio"},
        },
        "parent": None,
        "confidence": statement.confidence,
    }


def test_what_is_not_known_is_null() -> None:
    (statement,) = read_statements("“We shall wait here all night.”", language=None, published=None)
    answer = statement_as_json(statement)
    assert answer["cue"] is None
    assert answer["speaker"] == {"mention": None, "name": None, "role": None, "type": None}
    assert answer["parent"] is None
