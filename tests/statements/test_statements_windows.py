import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.statements.sentences import lay_out
from audiatur.statements.windows import BREAK_TYPE, alike, case_of, cut_windows, make_pieces


@given(st.lists(st.integers(1, 90), max_size=40), st.sampled_from([(64, 8), (128, 16), (50, 0)]))
def test_cores_tile_the_article_and_windows_hold_them(lengths: list[int], sizes: tuple[int, int]) -> None:
    longest, context = sizes
    sentences = [number for number, length in enumerate(lengths) for _ in range(length)]
    windows = cut_windows(sentences, longest=longest, context=context)
    at = 0
    for window in windows:
        assert window.core_start == at
        assert window.start <= window.core_start < window.core_end <= window.end
        assert window.end - window.start <= longest
        at = window.core_end
    assert at == len(sentences)


@given(st.text(alphabet="ab “”\"'’«»„\n.", max_size=80))
def test_making_marks_alike_moves_nothing(text: str) -> None:
    paragraphs = lay_out(text)
    same = alike(text, paragraphs)
    assert len(same) == len(text)
    assert [c for c in same if c.isalnum() or c.isspace()] == [c for c in text if c.isalnum() or c.isspace()]


@pytest.mark.parametrize("quoted", ['"so it is"', "“so it is”", "«so it is»", "„so it is“"])
def test_quotations_look_the_same_whatever_their_marks(quoted: str) -> None:
    text = f"He said {quoted} again."
    assert alike(text, lay_out(text)) == "He said “so it is” again."


@pytest.mark.parametrize(("word", "case"), [("said", 0), ("Marek", 1), ("A", 1), ("NATO", 2), ("12", 3), (",", 3)])
def test_case(word: str, case: int) -> None:
    assert case_of(word) == case


def test_pieces_know_their_case_quotation_and_paragraph() -> None:
    text = 'Ann said "yes".\nNo.'
    paragraphs = lay_out(text)
    encoded = [
        ([7, 8, 9, 10, 9, 11], [(0, 3), (4, 8), (9, 10), (10, 13), (13, 14), (14, 15)], [True] * 6),
        ([12, 11], [(0, 2), (2, 3)], [True, True]),
    ]
    pieces = make_pieces(text, paragraphs, encoded, 1)
    assert [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)][:4] == ["Ann", "said", '"', "yes"]
    assert pieces.kinds == (1, 0, 7, 4, 7, 3, BREAK_TYPE, 1, 3, BREAK_TYPE)
    assert pieces.paragraphs == (0,) * 7 + (1,) * 3
