"""What the head of a page says of the article on it: dates, canonical address, language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from lxml.html import HtmlElement

from audiatur.articles.linked_data import linked_article
from audiatur.feeds.dates import read_date
from audiatur.markup.address import CanonicalUrl, canonical

_PUBLISHED = (
    *("article:published_time", "og:published_time", "article:published", "datepublished", "parsely-pub-date"),
    *("sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dc.date", "pubdate", "publishdate"),
    *("publish-date", "publication_date", "cxenseparse:recs:publishtime", "date"),
)
"""Names of meta elements that state the date of publication, the most exact and least misused first."""

_MODIFIED = (
    *("article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified"),
    *("dc.date.modified", "last-modified", "lastmod"),
)

_LANGUAGE = ("content-language", "dc.language", "dcterms.language", "og:locale")

_DAY_ONLY = re.compile(r"\d{4}-?\d\d-?\d\d")


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date on a page; ``to_the_day`` where it has no time of day (``moment`` is then midnight UTC)."""

    moment: datetime
    to_the_day: bool


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says of its article; None where it does not say."""

    published: PageDate | None = None
    modified: PageDate | None = None
    canonical_url: CanonicalUrl | None = None
    language: str | None = None


def page_date(text: str | None) -> PageDate | None:
    """The date that a page states in a machine-readable place; None where it is none.

    >>> page_date("2022-04-12")
    PageDate(moment=datetime.datetime(2022, 4, 12, 0, 0, tzinfo=datetime.timezone.utc), to_the_day=True)
    """
    read = read_date(text) if text is not None else None
    if read is None or text is None:
        return None
    return PageDate(read[0], _DAY_ONLY.fullmatch(text.strip()) is not None)


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The contents of the meta elements by name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first_date(metas: dict[str, str], names: tuple[str, ...]) -> PageDate | None:
    dates = (page_date(metas.get(name)) for name in names)
    return next((date for date in dates if date is not None), None)


def _marked_time(tree: HtmlElement, property_name: str) -> PageDate | None:
    """The first date of an element with the microdata property."""
    for element in tree.iter("time", "span", "div", "abbr"):
        if (element.get("itemprop") or "").lower() == property_name:
            date = page_date(element.get("datetime") or element.get("content"))
            if date is not None:
                return date
    return None


def _canonical(tree: HtmlElement, metas: dict[str, str], url: str | None) -> CanonicalUrl | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            address = canonical(link.get("href") or "", url)
            if address is not None:
                return address
    stated = metas.get("og:url")
    return canonical(stated, url) if stated is not None else None


def page_head(tree: HtmlElement, *, url: str | None) -> PageHead:
    """Read the statements of a page about its article: JSON-LD first, then meta elements, then marked times.

    Nothing is searched for in the visible text: a date found there belongs to a teaser or a comment as often as to the
    article. ``url`` is the page's own, to resolve a relative canonical link.
    """
    metas = _metas(tree)
    scripts = (script.text for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower())
    linked = linked_article(script for script in scripts if script)
    named = next((metas[name] for name in _LANGUAGE if name in metas), None)
    return PageHead(
        published=page_date(linked.published) or _first_date(metas, _PUBLISHED) or _marked_time(tree, "datepublished"),
        modified=page_date(linked.modified) or _first_date(metas, _MODIFIED) or _marked_time(tree, "datemodified"),
        canonical_url=_canonical(tree, metas, url),
        language=linked.language or tree.get("lang") or tree.get("xml:lang") or named,
    )
