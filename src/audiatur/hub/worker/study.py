"""What analysis thinks about one version, as values: runs in any process, touches no table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from audiatur.articles.anatomy import article_text
from audiatur.articles.copies import bands, signature
from audiatur.reading import Reading, read


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
    """What was found. ``body`` is the text without furniture and notice; ``bands`` are empty where it is too short.

    The spans of ``reading`` index the title, a line break and the text.
    """

    reading: Reading
    body: str
    bands: tuple[int, ...]


def study(exhibit: Exhibit) -> Study:
    """Read one version: its anatomy, its statements, the keys of its copies."""
    reading = read(
        exhibit.text,
        title=exhibit.title,
        published=exhibit.published,
        language=exhibit.language,
        site=exhibit.site,
    )
    body = article_text(reading.text, reading.anatomy)[len(exhibit.title) + 1 if exhibit.title else 0 :]
    return Study(reading, body, bands(signature(body)))


def study_all(exhibits: list[Exhibit]) -> list[Study]:
    """``study`` for several, so that one errand to another process is worth its way."""
    return [study(exhibit) for exhibit in exhibits]
