"""Traces as pages show them: both wordings, as far as each article's own policy lets them out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from audiatur.hub.articles.items import Item, item_of
from audiatur.hub.articles.models import Article, Version
from audiatur.hub.gate import ready
from audiatur.hub.records.models import QuotationTrace
from audiatur.hub.sources.standing import Standing
from audiatur.provenance.values import Released, Withheld
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
    rows = list(
        QuotationTrace.objects.filter(statement__in=list(statements), transcript__isnull=False)
        .select_related("statement__version", "transcript__version")
        .order_by("statement", "start")
    )
    records = _released(standing, rows)
    found: dict[int, list[ShownTrace]] = {}
    for row in rows:
        found.setdefault(row.statement_id, []).append(_shown(standing, row, records))
    return found


def _released(standing: Standing, rows: Sequence[QuotationTrace]) -> Mapping[int, tuple[Article, Released]]:
    """What the gate lets out of the records, by version. A record that has changed since is traced again first."""
    versions = {row.transcript.version_id for row in rows if row.transcript is not None}
    # By their keys: "latest" has no index.
    held = Version.objects.filter(pk__in=versions).order_by().values("article")
    articles = ready(Article.objects.filter(pk__in=held, latest__in=versions))
    decided = ((article, standing.gate.release(article)) for article in articles)
    return {
        article.latest_id: (article, released)
        for article, released in decided
        if article.latest_id is not None and not isinstance(released, Withheld)
    }


def _shown(standing: Standing, row: QuotationTrace, records: Mapping[int, tuple[Article, Released]]) -> ShownTrace:
    quotation = row.statement.version.reading[row.start : row.end]
    verbatim = row.agreement == Agreement.VERBATIM
    transcript, start, end = row.transcript, row.place_start, row.place_end
    record = records.get(transcript.version_id) if transcript is not None else None
    if transcript is None or start is None or end is None:
        return ShownTrace(quotation, verbatim, None)
    if record is None or end > record[1].reach:
        return ShownTrace(quotation, verbatim, None, record=transcript.pk, start=start, end=end)
    article, released = record
    item = item_of(standing, article, released)
    place = released.text[start:end]
    return ShownTrace(
        quotation=quotation,
        verbatim=verbatim,
        item=item,
        path=f"{item.path}#{anchor(released.text, start)}{words_of(place)}",
        place=place,
        speaker=row.speaker,
        wordings=tuple(Wording(_OF[sign], words) for sign, words in row.words),
        record=transcript.pk,
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
