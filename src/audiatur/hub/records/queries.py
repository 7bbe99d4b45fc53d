"""Traces as pages show them: both wordings, as far as each article's own policy lets them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from audiatur.hub.articles.items import Item, items_by_key
from audiatur.hub.records.models import QuotationTrace
from audiatur.hub.sources.standing import Standing
from audiatur.hub.written import Written
from audiatur.records.values import Agreement

# Words at each end of a place by which a browser finds it in the page.
_ENDS = 4
# A line of an article is a paragraph of its page.
LINE_END = "\n"


@dataclass(frozen=True, slots=True)
class Wording:
    """A run of words in the comparison: ``same``, only in the ``quotation``, or only in the ``record``."""

    of: str
    words: str


@dataclass(frozen=True, slots=True)
class ShownTrace:
    """A quotation and its place in a record.

    ``item`` is the record's article, None where it may not leave, or not as far as the place: then nothing of the
    record is told but that there is one. ``path`` leads to the place. ``speaker`` is who speaks there by the record.
    ``record``, ``start`` and ``end`` say which place it is, by the transcript's key, also where it may not be shown.
    """

    quotation: str
    verbatim: bool
    item: Item | None
    path: str = ""
    place: str = ""
    speaker: str = ""
    wordings: tuple[Wording, ...] = ()
    record: int = 0
    start: int = 0
    end: int = 0


def traces_of(standing: Standing, statements: Iterable[int]) -> dict[int, list[ShownTrace]]:
    """For statements, by key, that may be shown: their quotations that stand in a record.

    Quotations that were not found are not told of: that the hub holds no transcript with them says nothing of anybody.
    A fixed number of queries.
    """
    rows = [_Row._make(row) for row in _TRACES.rows(list(statements))]
    records, _ = items_by_key(standing, {row.article for row in rows})
    found: dict[int, list[ShownTrace]] = {}
    for row in rows:
        found.setdefault(row.statement, []).append(_shown(row, records.get(row.article)))
    return found


class _Row(NamedTuple):
    """A trace. ``article`` is the record's, ``number`` the version that was traced to."""

    statement: int
    start: int
    end: int
    agreement: str
    speaker: str
    words: Sequence[tuple[str, str]]
    title: str
    text: str
    record: int
    place_start: int
    place_end: int
    article: int
    number: int


_OF_STATEMENT = ("statement", "start", "end", "agreement", "speaker", "words")
_OF_RECORD = ("transcript", "place_start", "place_end", "transcript__version__article", "transcript__version__number")
_TRACES: Written[tuple[object, ...]] = Written(
    lambda statements: (
        QuotationTrace.objects.filter(statement__in=statements, transcript__isnull=False)
        .order_by("statement", "start")
        .values_list(*_OF_STATEMENT, "statement__version__title", "statement__version__text", *_OF_RECORD)
    )
)


def _shown(row: _Row, record: Item | None) -> ShownTrace:
    """``record`` is the record's article, None where it may not leave. One that changed since is traced again first."""
    reading = f"{row.title}\n{row.text}" if row.title else row.text
    quotation, verbatim = reading[row.start : row.end], row.agreement == Agreement.VERBATIM
    start, end = row.place_start, row.place_end
    if record is None or record.released.version != row.number or end > record.released.reach:
        return ShownTrace(quotation, verbatim, None, record=row.record, start=start, end=end)
    place = record.released.text[start:end]
    return ShownTrace(
        quotation=quotation,
        verbatim=verbatim,
        item=record,
        path=f"{record.path}#{anchor(record.released.text, start)}{words_of(place)}",
        place=place,
        speaker=row.speaker,
        wordings=tuple(Wording(_OF[sign], words) for sign, words in row.words),
        record=row.record,
        start=start,
        end=end,
    )


_OF = {"=": "same", "-": "quotation", "+": "record"}


def anchor(text: str, start: int) -> str:
    """The name that the page of an article gives to the paragraph in which a place of its text begins.

    >>> anchor("The quay is shut.\\nThe fog stays.", 20)
    'p2'
    """
    return f"p{text.count(LINE_END, 0, start) + 1}"


def fragment(place: str) -> str:
    """The end of an address by which a browser finds words in a page and marks them; others show the page's head."""
    return f"#{words_of(place)}"


def words_of(place: str) -> str:
    """What follows the name of a part of a page so that browsers that can mark the words there; others pass it over.

    >>> words_of("they have returned to a dead-end for all of us")
    ':~:text=they%20have%20returned%20to,for%20all%20of%20us'
    """
    words = place.split()
    ends = [words] if len(words) <= 2 * _ENDS else [words[:_ENDS], words[-_ENDS:]]
    return ":~:text=" + ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
