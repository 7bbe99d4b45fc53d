"""What analysis thinks about one version, as values: runs in any process, touches no table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from audiatur.articles import anatomy, bands, signature
from audiatur.articles.copies import Signature
from audiatur.articles.values import Anatomy
from audiatur.spans import Span
from audiatur.statements import read_statements
from audiatur.statements.values import Statement


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A version as analysis sees it. ``site`` is the outlet's name; ``published`` the day of publication in UTC."""

    title: str | None
    text: str
    language: str | None
    published: date
    site: str


@dataclass(frozen=True, slots=True)
class Study:
    """What was found. ``body`` is the text without furniture and notice; ``signature`` None where it is too short."""

    anatomy: Anatomy
    statements: tuple[Statement, ...]
    body: str
    signature: Signature | None
    bands: tuple[str, ...]


def study(exhibit: Exhibit) -> Study:
    """Read one version: its anatomy, its statements (spans in title, line break, text), its signature."""
    found = anatomy(exhibit.text, title=exhibit.title, site=exhibit.site)
    outside = list(found.furniture) + ([found.notice] if found.notice is not None else [])
    offset = len(exhibit.title) + 1 if exhibit.title else 0
    reading = f"{exhibit.title}\n{exhibit.text}" if exhibit.title else exhibit.text
    statements = read_statements(
        reading,
        language=exhibit.language,
        published=exhibit.published,
        exclude=[Span(span.start + offset, span.end + offset, span.text) for span in outside],
        title_end=offset - 1 if exhibit.title else None,
    )
    body = without(exhibit.text, outside)
    mark = signature(body)
    return Study(found, statements, body, mark, bands(mark) if mark is not None else ())


def without(text: str, spans: list[Span]) -> str:
    """The text with the spans cut out."""
    kept, last = [], 0
    for span in sorted(spans):
        kept.append(text[last : span.start])
        last = max(last, span.end)
    kept.append(text[last:])
    return "".join(kept)


def study_all(exhibits: list[Exhibit]) -> list[Study]:
    """``study`` for several, so that one errand to another process is worth its way."""
    return [study(exhibit) for exhibit in exhibits]
