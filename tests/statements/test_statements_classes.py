"""Which class a statement has, and what is none: by verb and construction."""

from __future__ import annotations

import pytest

from audiatur.statements import StatementClass, read_statements
from audiatur.statements.cue_classes_english import class_of_cue, whole_cue

SPEECH, ACT = StatementClass.SPEECH, StatementClass.SPEECH_ACT
DOCUMENT, ATTITUDE = StatementClass.DOCUMENT, StatementClass.ATTITUDE


def _classes(text: str) -> list[StatementClass]:
    return [s.class_ for s in read_statements(text, language="en", published=None)]


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("Mayor Lena Orlova denied that the dam was open.", SPEECH),
        ("Mayor Lena Orlova denied the charge.", ACT),
        ("Mayor Lena Orlova asked whether the dam was open.", SPEECH),
        ("Mayor Lena Orlova urged residents to boil the water.", ACT),
        ("Mayor Lena Orlova said the dam was open.", SPEECH),
        ("Mayor Lena Orlova wrote that the dam was open.", DOCUMENT),
        ("Mayor Lena Orlova said in a statement that the dam was open.", DOCUMENT),
        ("The report said that the dam was open.", DOCUMENT),
        ("Mayor Lena Orlova hopes that the dam is open.", ATTITUDE),
        ("Mayor Lena Orlova accused the board of delay.", ACT),
    ],
)
def test_verb_and_construction_make_the_class(text: str, class_: StatementClass) -> None:
    assert _classes(text)[0] == class_


@pytest.mark.parametrize(
    "text",
    [
        "The dam is said to be the oldest in the valley.",
        "The dam, believed to be the oldest in the valley, was closed.",
        "Mayor Lena Orlova declined to say whether the dam was open.",
        "It is expected that the dam will stay closed.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert _classes(text) == []


@pytest.mark.parametrize(
    ("text", "cue", "class_"),
    [
        ("According to Lena Orlova, it rained.", "According to", SPEECH),
        ("It rained, according to Lena Orlova.", "according to", SPEECH),
        ("Accordingly to walk was best.", "to", ATTITUDE),
    ],
)
def test_the_cue_of_according_to_is_whole(text: str, cue: str, class_: StatementClass) -> None:
    start = text.index("to ")
    found = slice(*whole_cue(text, (start, start + 2)))
    assert (text[found], class_of_cue(text[found], ["it rained"])) == (cue, class_)
