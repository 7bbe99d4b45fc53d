"""An article's text cut into paragraphs and pieces, each piece with the statements that it belongs to.

Pure: spans in, pieces out, every character of the shown text in exactly one piece, in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise


class Role(StrEnum):
    """What a paragraph, or a part of one, is: the article, furniture of the page, a republisher's own notice."""

    ARTICLE = "article"
    FURNITURE = "furniture"
    NOTICE = "notice"


class Part(StrEnum):
    """What a marked range is of its statement."""

    CONTENT = "content"
    CUE = "cue"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open range of the text that is a part of the statement with this number."""

    start: int
    end: int
    number: int
    part: Part


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that all belong to the same statements. ``begins`` are the statements that first begin here."""

    text: str
    content: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()
    speaker: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of pieces on one line of the text that have one role.

    ``line`` is the line's number in the text, from 1, by which an address leads to it; 0 for furniture and for what
    follows the first run that is shown of its line.
    """

    role: Role
    pieces: tuple[Piece, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """A half-open range of the text that is not the article."""

    start: int
    end: int
    role: Role


def paragraphs(text: str, marks: Iterable[Mark], regions: Iterable[Region] = ()) -> tuple[Paragraph, ...]:
    """The text as paragraphs, a line each; lines of white space are dropped.

    Ranges may overlap and nest. What lies beyond the end of ``text`` is cut off. A line that changes role becomes
    several paragraphs.
    """
    shown = [mark for mark in marks if mark.start < len(text) and mark.start < mark.end]
    apart = [region for region in regions if region.start < region.end]
    firsts = _firsts(shown)
    found: list[Paragraph] = []
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            found += _numbered(_line(text, start, start + len(line), shown, apart, firsts), number)
        start += len(line) + 1
    return tuple(found)


def _numbered(parts: Sequence[Paragraph], number: int) -> list[Paragraph]:
    """The parts of a line; the first that is shown has its number."""
    first = next((place for place, part in enumerate(parts) if part.role is not Role.FURNITURE), -1)
    return [replace(part, line=number) if place == first else part for place, part in enumerate(parts)]


def _firsts(marks: Sequence[Mark]) -> dict[int, int]:
    """Where each statement's content first begins."""
    firsts: dict[int, int] = {}
    for mark in marks:
        if mark.part is Part.CONTENT:
            firsts[mark.number] = min(mark.start, firsts.get(mark.number, mark.start))
    return firsts


def _line(
    text: str, start: int, end: int, marks: Sequence[Mark], regions: Sequence[Region], firsts: dict[int, int]
) -> list[Paragraph]:
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    around = [region for region in regions if region.start < end and region.end > start]
    spans = [(mark.start, mark.end) for mark in inside] + [(region.start, region.end) for region in around]
    edges = sorted({start, end, *(max(left, start) for left, _ in spans), *(min(right, end) for _, right in spans)})
    found: list[tuple[Role, list[Piece]]] = []
    for left, right in pairwise(edges):
        role = next((region.role for region in around if region.start <= left < region.end), Role.ARTICLE)
        if not found or found[-1][0] is not role:
            found.append((role, []))
        found[-1][1].append(_piece(text, left, right, inside, firsts))
    return [Paragraph(role, tuple(pieces)) for role, pieces in found if "".join(p.text for p in pieces).strip()]


def _piece(text: str, left: int, right: int, marks: Sequence[Mark], firsts: dict[int, int]) -> Piece:
    here = [mark for mark in marks if mark.start <= left and right <= mark.end]

    def numbers(part: Part) -> tuple[int, ...]:
        return tuple(sorted({mark.number for mark in here if mark.part is part}))

    content = numbers(Part.CONTENT)
    begins = tuple(number for number in content if firsts[number] == left)
    return Piece(text[left:right], content, numbers(Part.CUE), numbers(Part.SPEAKER), begins)
