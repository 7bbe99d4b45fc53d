"""What an article is, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from audiatur.markup.html import SanitisedHtml
from audiatur.spans import Span


@dataclass(frozen=True, slots=True)
class OriginalSource:
    """The outlet that the text names as its origin, with the words that say so."""

    name: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What in a text is the article and what is not; all spans index the same text.

    Attributes:
        furniture: page furniture inside the text ("Read more"), in order.
        notice: a republisher's own notice, not the article; None where there is none.
        original_source: the outlet that the text names as its origin; None where it names none.
    """

    furniture: tuple[Span, ...] = ()
    notice: Span | None = None
    original_source: OriginalSource | None = None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """The article on a page (the answer of ``extract``). ``paragraphs`` index ``text``; None: the page does not say.

    ``html`` is the main part, sanitised. A date ``to_the_day`` was given without a time and stands at midnight UTC.
    """

    title: str | None
    text: str
    paragraphs: tuple[Span, ...]
    authors: tuple[str, ...]
    published: datetime | None
    modified: datetime | None
    language: str | None
    canonical_url: str | None
    site_name: str | None
    html: SanitisedHtml | None = None
    published_to_the_day: bool = False
    modified_to_the_day: bool = False


@dataclass(frozen=True)  # no slots: with them pickling is Python code, and these travel between processes
class Content:
    """A state of an article that a Version stores: what a reader would see at one time.

    ``text`` is plain, a paragraph a line; ``html`` is sanitised and None where the article came as plain text.
    ``title`` is None where the outlet gave none. ``language`` is a BCP 47 primary subtag, None where undecided.
    """

    title: str | None
    byline: tuple[str, ...]
    text: str
    html: SanitisedHtml | None
    language: str | None


@dataclass(frozen=True)  # no slots: with them pickling is Python code, and these travel between processes
class Article:
    """An article as taken in: where it lives, when it says it appeared, and its content at this moment."""

    url: str | None
    published: datetime | None
    updated: datetime | None
    content: Content
