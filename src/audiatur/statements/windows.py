"""What a learned tagger sees of an article: word pieces with case, quotation state and place, in overlapping windows.

The same code serves training and reading, so that both see the same features. The text itself is never changed: the
form with its marks made alike has one character for each of the text, so that every offset holds in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from audiatur.statements.sentences import Paragraph

BREAK_TYPE = 8
"""The kind of the piece that stands for the end of a paragraph; 0 to 7 are case (4) by quotation state (2)."""

TYPES = 9
INSIDE = 4
"""The first kind inside quotation marks."""

_ALIKE = str.maketrans({"’": "'", "‘": "'", "‚": "'", "`": "'", "„": '"', "«": '"', "»": '"', "“": '"', "”": '"'})


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of an article; all fields have one entry a piece.

    Attributes:
        ids: in the vocabulary.
        starts, ends: offsets into the text.
        kinds: case and quotation state, see :data:`BREAK_TYPE`.
        heads: whether the piece begins a word or is a mark; only these are labelled.
        sentences, paragraphs: the running number of the sentence and the paragraph; a break belongs to the one before.
    """

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    kinds: tuple[int, ...]
    heads: tuple[bool, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A run of pieces read at once, and the part of it whose cues count: half-open indices of pieces."""

    start: int
    end: int
    core_start: int
    core_end: int


def alike(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """``text`` with opening marks as “ and closing ones as ”, as found in pairs, and other marks plain; same length."""
    characters = list(text.translate(_ALIKE))
    for paragraph in paragraphs:
        for quotation in paragraph.quotations:
            for at in range(quotation.start, quotation.inner_start):
                characters[at] = "“"
            for at in range(quotation.inner_end, quotation.end):
                characters[at] = "”"
    return "".join(characters)


def case_of(word: str) -> int:
    """0 lower case, 1 capitalised, 2 all capitals, 3 no letters first."""
    if not word[:1].isalpha():
        return 3
    if word[0].islower():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def make_pieces(
    text: str,
    paragraphs: Sequence[Paragraph],
    encoded: Sequence[tuple[Sequence[int], Sequence[tuple[int, int]], Sequence[bool]]],
    break_id: int,
) -> Pieces:
    """The pieces of an article.

    Args:
        text: the article.
        paragraphs: as laid out.
        encoded: for each paragraph the ids, the offsets within the paragraph, and whether a piece begins a word.
        break_id: the vocabulary's id of the piece that ends a paragraph.
    """
    rows: list[tuple[int, int, int, int, bool, int, int]] = []
    number = -1
    for index, (paragraph, (ids, offsets, heads)) in enumerate(zip(paragraphs, encoded, strict=True)):
        inside = [False] * (paragraph.end - paragraph.start)
        for quotation in paragraph.quotations:
            for at in range(quotation.start - paragraph.start, quotation.end - paragraph.start):
                inside[at] = True
        begins = [s.start - paragraph.start for s in paragraph.sentences]
        number += 1
        at_sentence = 0
        kind = 0
        for position, (piece, (start, end), head) in enumerate(zip(ids, offsets, heads, strict=True)):
            while at_sentence + 1 < len(begins) and start >= begins[at_sentence + 1]:
                at_sentence += 1
                number += 1
            if head:
                last = _word_end(heads, offsets, position)
                kind = case_of(text[paragraph.start + start : paragraph.start + last])
            state = INSIDE if inside[min(start, len(inside) - 1)] else 0
            rows.append((piece, paragraph.start + start, paragraph.start + end, kind + state, head, number, index))
        rows.append((break_id, paragraph.end, paragraph.end, BREAK_TYPE, False, number, index))
    columns = list(zip(*rows, strict=True)) if rows else [()] * 7
    return Pieces(*columns)


def _word_end(heads: Sequence[bool], offsets: Sequence[tuple[int, int]], position: int) -> int:
    """Where the word that begins at ``position`` ends."""
    last = position
    while last + 1 < len(heads) and not heads[last + 1]:
        last += 1
    return offsets[last][1]


def cut_windows(sentences: Sequence[int], *, longest: int, context: int) -> list[Window]:
    """Windows of at most ``longest`` pieces whose cores tile the article, each with context on both sides.

    A core is made of whole sentences and so is the context, as far as they fit; a sentence longer than a window is
    cut. ``sentences`` is :attr:`Pieces.sentences`.
    """
    if not sentences:
        return []
    bounds = [i for i in range(len(sentences)) if i == 0 or sentences[i] != sentences[i - 1]] + [len(sentences)]
    units: list[tuple[int, int]] = []
    room = longest - 2 * context
    for start, end in pairwise(bounds):
        units.extend((at, min(at + room, end)) for at in range(start, end, room))
    windows: list[Window] = []
    first = 0
    while first < len(units):
        left = first
        while left > 0 and units[first][0] - units[left - 1][0] <= context:
            left -= 1
        last = first
        limit = units[left][0] + longest - (context if units[-1][1] - units[left][0] > longest else 0)
        while last + 1 < len(units) and units[last + 1][1] <= limit:
            last += 1
        right = last
        while right + 1 < len(units) and units[right + 1][1] - units[left][0] <= longest:
            right += 1
        windows.append(Window(units[left][0], units[right][1], units[first][0], units[last][1]))
        first = last + 1
    return windows
