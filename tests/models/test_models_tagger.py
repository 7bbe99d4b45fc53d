import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiatur.models import english_tagger
from audiatur.statements.candidates import Candidate
from audiatur.statements.sentences import lay_out

ARTICLE = """Bridge over the Velka stays shut

Transport minister Lena Orlova said on Tuesday that the bridge would stay shut until spring.

"We will not gamble with lives," Orlova told reporters. "Not for a month."

According to the police, nobody was hurt."""


def tagged(text: str) -> list[Candidate]:
    return list(english_tagger().tag(text, lay_out(text)))


def told(text: str) -> list[tuple[str | None, list[str]]]:
    return [(text[slice(*c.source)] if c.source else None, [text[a:b] for a, b in c.content]) for c in tagged(text)]


def test_an_article() -> None:
    found = told(ARTICLE)
    assert [content for _, content in found] == [
        ["that the bridge would stay shut until spring"],
        ['"We will not gamble with lives,"', '"Not for a month."'],
        ["nobody was hurt"],
    ]
    assert [(source or "").split()[-1] for source, _ in found] == ["Orlova", "Orlova", "police"]


@pytest.mark.parametrize(("marks", "opening", "closing"), [("curly", "“", "”"), ("guillemets", "«", "»")])
def test_marks_make_no_difference(marks: str, opening: str, closing: str) -> None:
    other = ARTICLE.replace('"We', opening + "We").replace('lives,"', "lives," + closing)
    other = other.replace('"Not', opening + "Not").replace('month."', "month." + closing)
    assert [c.content for c in tagged(other)] == [c.content for c in tagged(ARTICLE)], marks


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from([*ARTICLE.split(), "\n", '"', "”", "—", "İ", "ﬁ", "\u200b", "e\u0301", "..."]), max_size=60
    )
)
def test_any_text_is_read_and_ranges_hold(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for candidate in tagged(text):
        ranges = [r for r in (candidate.source, candidate.cue, *candidate.content) if r is not None]
        assert all(0 <= start < end <= len(text) for start, end in ranges)
        assert candidate.content


def test_nothing_is_nothing() -> None:
    assert tagged("") == []


def test_a_very_long_article_is_read_in_windows() -> None:
    long = "\n".join(ARTICLE.split("\n")[2:] * 12)
    assert len(tagged(long)) >= 30
