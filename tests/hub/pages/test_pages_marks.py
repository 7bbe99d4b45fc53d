"""Text cut into marked pieces: nothing lost, nothing added, nothing shown twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audiatur.hub.articles.marks import Mark, Paragraph, Part, Region, Role, paragraphs

TEXT = "Ilka Maro said the harbour opens.\nRead more\nIt is shut."


def told(paragraph: Paragraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces)


def test_a_statement_is_marked_where_it_stands() -> None:
    start = TEXT.index("the harbour opens")
    marks = [Mark(start, start + 17, 1, Part.CONTENT), Mark(10, 14, 1, Part.CUE), Mark(0, 9, 1, Part.SPEAKER)]
    first = paragraphs(TEXT, marks)[0]
    assert [piece.text for piece in first.pieces if piece.content == (1,)] == ["the harbour opens"]
    assert [piece.text for piece in first.pieces if piece.cue] == ["said"]
    assert [piece.text for piece in first.pieces if piece.speaker] == ["Ilka Maro"]


def test_statements_nest() -> None:
    marks = [Mark(0, 33, 1, Part.CONTENT), Mark(10, 20, 2, Part.CONTENT)]
    pieces = paragraphs(TEXT, marks)[0].pieces
    assert [piece.content for piece in pieces] == [(1,), (1, 2), (1,)]
    assert [piece.begins for piece in pieces] == [(1,), (2,), ()]


def test_a_statement_over_two_paragraphs_begins_once() -> None:
    found = paragraphs(TEXT, [Mark(15, len(TEXT), 1, Part.CONTENT)])
    begins = [piece.begins for paragraph in found for piece in paragraph.pieces if piece.begins]
    assert begins == [(1,)]


def test_the_first_part_of_a_line_that_is_shown_has_its_number() -> None:
    text = "Read more The quay.\n\nIt is shut. The Post notes: not our view."
    at = text.index("The Post")
    regions = [Region(0, 10, Role.FURNITURE), Region(at, len(text), Role.NOTICE)]
    assert [(told(part), part.line) for part in paragraphs(text, [], regions)] == [
        ("Read more ", 0),
        ("The quay.", 1),
        ("It is shut. ", 3),
        ("The Post notes: not our view.", 0),
    ]


def test_furniture_is_set_apart() -> None:
    start = TEXT.index("Read more")
    found = paragraphs(TEXT, (), [Region(start, start + 9, Role.FURNITURE)])
    assert [paragraph.role for paragraph in found] == [Role.ARTICLE, Role.FURNITURE, Role.ARTICLE]


def test_furniture_within_a_line_makes_paragraphs_of_its_parts() -> None:
    found = paragraphs("One. Read more Two.", (), [Region(5, 14, Role.FURNITURE)])
    assert [(paragraph.role, told(paragraph)) for paragraph in found] == [
        (Role.ARTICLE, "One. "),
        (Role.FURNITURE, "Read more"),
        (Role.ARTICLE, " Two."),
    ]


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60))


@given(
    st.text("ab \n", max_size=50),
    st.lists(st.tuples(SPANS, st.integers(1, 4), st.sampled_from(Part)), max_size=8),
    st.lists(st.tuples(SPANS, st.sampled_from([Role.FURNITURE, Role.NOTICE])), max_size=3),
)
def test_every_character_is_shown_once_in_order(
    text: str,
    spans: list[tuple[tuple[int, int], int, Part]],
    apart: list[tuple[tuple[int, int], Role]],
) -> None:
    marks = [Mark(*span, number, part) for span, number, part in spans]
    found = paragraphs(text, marks, [Region(*span, role) for span, role in apart])
    shown = "".join(told(paragraph) for paragraph in found)
    assert "".join(shown.split()) == "".join(text.split())
    assert all("\n" not in told(paragraph) for paragraph in found)
