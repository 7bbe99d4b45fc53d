"""Where a text may be cut."""

from __future__ import annotations

import pytest

from audiatur.provenance.excerpts import excerpt_end


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("Talks resume today", 18, "Talks resume today"),
        ("Talks resume today", 17, "Talks resume"),
        ("Talks resume today", 13, "Talks resume"),
        ("Talks resume today", 12, "Talks resume"),
        ("Talks resume today", 11, "Talks"),
        ("Talks resume today", 4, ""),
        ("Talks resume today", 0, ""),
        ("Talks resume today", -5, ""),
        ("", 0, ""),
        ("peace-keeping forces", 10, ""),
        ("R&amp;D money", 4, ""),
        ("渡し船の交渉は月曜日に再開する", 5, "渡し船の交"),
        ("外長は2031年に会談する", 5, "外長は"),
        ("渡し船 ferry talks", 6, "渡し船"),
        ("Паромы возобновят рейсы", 10, "Паромы"),
        ("a e\u0301e\u0301", 3, "a"),
        ("語\u3099の", 1, ""),
        ("一二👍🏽三", 3, "一二"),
    ],
)
def test_a_cut_falls_between_words(text: str, limit: int, kept: str) -> None:
    assert text[: excerpt_end(text, limit)] == kept
