"""The evaluation of dates counts what it says it counts, on a document of our own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evaluation.dates import read_document

_DOCUMENT = """<?xml version="1.0" ?>
<TimeML><DOCID>own</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2022-04-12T09:00" functionInDocument="CREATION_TIME">today</TIMEX3></DCT>
<TEXT>Marek left <TIMEX3 tid="t1" type="DATE" value="{value}" temporalFunction="{function}">last <EVENT>week</EVENT>
</TIMEX3> and came back.</TEXT></TimeML>
"""


@pytest.mark.parametrize(
    ("value", "function", "kept", "left_out"),
    [
        ("2022-W14", "true", ["2022-W14"], {}),
        ("2022-04-07TEV", "true", ["2022-04-07"], {}),
        ("2022-WXX", "true", [], {"placeholder or other": 1}),
        ("PRESENT_REF", "true", [], {"reference without a value": 1}),
        ("P3D", "true", [], {"period": 1}),
        ("2022", "false", [], {}),
    ],
)
def test_which_expressions_count(
    tmp_path: Path, value: str, function: str, kept: list[str], left_out: dict[str, int]
) -> None:
    path = tmp_path / "own.tml"
    path.write_text(_DOCUMENT.format(value=value, function=function), encoding="utf-8")
    document = read_document(path)
    assert [d.value for d in document.dates] == kept
    assert dict(document.left_out) == left_out
    assert document.created == date(2022, 4, 12)
    assert all(document.text[d.start : d.end].strip() == "last week" for d in document.dates)
