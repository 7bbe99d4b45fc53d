"""Sources of which a tagger took only a part are made whole; those it took well are left."""

from __future__ import annotations

import pytest

from audiatur.statements.sources_english import mended_source


@pytest.mark.parametrize(
    ("text", "taken", "cue", "whole"),
    [
        ("Tarn’s stroke, Noor Vale, told them so.", "Tarn", "told", "Tarn’s stroke, Noor Vale"),
        ("Tarn’s largest daily condemns it.", "Tarn", "condemns", "Tarn’s largest daily"),
        ("It fell, reads a Friday leader in The Tarn Post", "a", "reads", "a Friday leader in The Tarn Post"),
        ("Senator Lena Orlova (Tarn) said so.", "Senator Lena Orlova (", "said", "Senator Lena Orlova (Tarn)"),
        ("A group calling itself Blue Tide said so.", "A group", "said", "A group calling itself Blue Tide"),
        ("But Orlova said so.", "But Orlova", "said", "Orlova"),
        ("Kettle, which is not on trial, said so.", "which is not", "said", "which"),
        ("Lena Orlova, who leads the party, said so.", "Lena Orlova", "said", "Lena Orlova"),
        ("Orlova said so.", "Orlova", "said", "Orlova"),
    ],
)
def test_a_source_is_its_whole_phrase(text: str, taken: str, cue: str, whole: str) -> None:
    start, at = text.index(taken), text.index(cue)
    if taken == "a":
        start = text.index("a Friday")
    first, last = mended_source(text, (start, start + len(taken)), (at, at + len(cue)))
    assert text[first:last] == whole
