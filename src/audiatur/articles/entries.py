"""From an entry of a feed to the article it delivers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from audiatur.articles.languages import language_of
from audiatur.articles.passages import lines_of
from audiatur.articles.values import Article, ArticlePage, Content
from audiatur.articles.versions import changed
from audiatur.feeds.values import Entry
from audiatur.markup.address import canonical
from audiatur.markup.html import SanitisedHtml, text_of

__all__ = ["completed", "from_entry", "lines_of", "names_of"]

_ADDRESS_AND_NAME = re.compile(r"[^\s@()<>]+@[^\s@()<>]+\s*\((?P<name>[^()]+)\)")
"""``desk@outlet.example (Ada Lund)``: how RSS 2.0 spells an author."""

_NAME_AND_ADDRESS = re.compile(r"(?P<name>[^<>@]+?)\s*<[^\s@<>]+@[^\s@<>]+>")
"""``Ada Lund <desk@outlet.example>``: how mail does, and many feeds with it."""

_BY = re.compile(r"by\s*:?\s+(?=\S)", re.IGNORECASE)
"""English only: "Von Hagen" and "Par Lund" are names."""


def names_of(authors: Iterable[str]) -> tuple[str, ...]:
    """The authors as a reader would see them: the name out of "address (name)", no "By", each once, in order.

    A bare address stays: it is all that the outlet gave. Nothing is split: "Ada Lund and Per Berg" is one byline.

    >>> names_of(["desk@outlet.example (Ada Lund)", "By Ada Lund", "News desk"])
    ('Ada Lund', 'News desk')
    """
    names: dict[str, None] = {}
    for author in authors:
        name = " ".join(author.split())
        mailbox = _ADDRESS_AND_NAME.fullmatch(name) or _NAME_AND_ADDRESS.fullmatch(name)
        if mailbox is not None:
            name = mailbox["name"].strip().strip('"')
        opening = _BY.match(name)
        name = name[opening.end() :] if opening is not None else name
        if name:
            names.setdefault(name)
    return tuple(names)


def _body(entry: Entry) -> tuple[str, SanitisedHtml | None]:
    """The longer of content and summary as text and HTML; the content where both are as long."""
    content = lines_of(_plain(entry.content_text, entry.content_html))
    summary = lines_of(_plain(entry.summary_text, entry.summary_html))
    if len(content) >= len(summary):
        return content, entry.content_html if content else None
    return summary, entry.summary_html


def _plain(text: str | None, html: SanitisedHtml | None) -> str:
    if text is not None:
        return text
    return text_of(html) if html is not None else ""


def from_entry(
    entry: Entry, *, feed_language: str | None = None, languages: Sequence[str] = (), expected: str | None = None
) -> Article:
    """The article that an entry delivers. Never fails: what the entry does not say is None or empty.

    Content is preferred to summary unless the summary is longer (some feeds put the text there). ``feed_language`` is
    what the feed declares, used where the entry declares nothing; ``languages`` are the hub's and ``expected`` is the
    language of the entry before (see ``language_of``). Furniture and notices stay in the text: ``anatomy`` points at
    them, so that every offset stays true to what was delivered.
    """
    text, html = _body(entry)
    title = " ".join((entry.title or "").split()) or None
    url = entry.url.strip() if entry.url is not None else ""
    spoken = f"{title}\n{text}" if title is not None else text
    return Article(
        url=(canonical(url) or url) if url else None,
        published=entry.published,
        updated=entry.updated,
        content=Content(
            title=title,
            byline=names_of(entry.authors),
            text=text,
            html=html,
            language=language_of(
                spoken, declared=entry.language or feed_language, languages=languages, expected=expected
            ),
        ),
    )


def completed(held: Content, page: ArticlePage, *, whole: bool) -> Content | None:
    """What is held of an article with the text of its full page; None where the page makes no difference.

    Title, byline and language stand as held; the page fills what is missing. ``whole`` says that the text held is the
    page's already: then the page's word counts even where it has become shorter. Otherwise a page with no more text
    than the entry had (a consent wall, a teaser) is passed over.
    """
    if not whole and len(page.text) <= len(held.text):
        return None
    content = Content(
        title=held.title or page.title,
        byline=held.byline or page.authors,
        text=page.text,
        html=page.html,
        language=held.language or page.language,
    )
    return content if changed(held, content) else None
