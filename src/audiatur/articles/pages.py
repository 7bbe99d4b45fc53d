"""From a web page to the article on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiatur.articles.entries import names_of
from audiatur.articles.languages import language_of
from audiatur.articles.page_head import PageDate, PageHead, page_date, page_head
from audiatur.articles.passages import paragraphs
from audiatur.articles.values import ArticlePage
from audiatur.articles.versions import fold
from audiatur.errors import PageError
from audiatur.markup.decoding import decode
from audiatur.markup.html import SanitisedHtml, sanitise, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_PAGE = 10_000_000
"""Code points of the longest page read; news pages with all their scripts stay below 3 million."""

_NO_CLOCK = "2100-01-01"
"""htmldate discards dates after "now"; a fixed bound keeps the core without a clock."""

_DATES = {"extensive_search": False, "original_date": True, "max_date": _NO_CLOCK}
"""The extensive search invented dates on half the pages of our trial, from teasers, comments and copyright lines."""

LEAST_LETTERS = 50
"""Fewer letters are a menu or a button that was left over, not an article; the shortest lead of a feed has more."""

_HEADING = re.compile(r"\s*<(h[1-6])>(?P<words>.*?)</\1>", re.DOTALL)
_SUFFIX = re.compile(r"\s+[-–—|:·•«»]\s+(?P<site>[^-–—|:·•«»]{2,60})$")


@dataclass(frozen=True, slots=True)
class _MainPart:
    """What the extractor found: the main part as HTML and what it read in the page's metadata."""

    html: str
    title: str | None
    authors: tuple[str, ...]
    date: PageDate | None
    site_name: str | None


def _string(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _tree(markup: str) -> HtmlElement | None:
    from trafilatura import load_html  # on first use: it takes longer to import than all the rest of audiatur

    tree: HtmlElement | None = load_html(markup)
    return tree


def _main_part(tree: HtmlElement, url: str | None) -> _MainPart | None:
    """The main part of a page by trafilatura; None where it finds none."""
    from trafilatura import bare_extraction
    from trafilatura.htmlprocessing import build_html_output

    found = bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, include_links=True, date_extraction_params=_DATES
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return None
    return _MainPart(
        html=build_html_output(found),
        title=_string(found.title),
        authors=names_of((_string(found.author) or "").split(";")),
        date=page_date(_string(found.date)),
        site_name=_string(found.sitename),
    )


def _without_site(title: str | None, site: str | None) -> str | None:
    """The title without the site's name that pages append to it ("... | Klow Courier").

    >>> _without_site("Talks fail | Klow Courier", "Klow Courier")
    'Talks fail'
    """
    suffix = _SUFFIX.search(title) if title is not None else None
    if title is None or suffix is None or site is None or suffix["site"].casefold() != site.casefold():
        return title
    return title[: suffix.start()]


def _without_title(html: SanitisedHtml, title: str | None) -> SanitisedHtml:
    """The main part without a first heading that only repeats the title, which the answer gives on its own."""
    heading = _HEADING.match(html)
    if heading is None or title is None or fold(text_of(heading["words"])).casefold() != fold(title).casefold():
        return html
    return SanitisedHtml(html[heading.end() :].lstrip())


def _no_article(url: str | None, why: str) -> PageError:
    return PageError(
        "no-article",
        f"no article was found on this page: {why}",
        place=url,
        remedy="check that it is the page of one article and not a list, a login or a consent page",
    )


def _read(markup: str, url: str | None) -> tuple[PageHead, _MainPart]:
    try:
        tree = _tree(markup)
        if tree is None:
            raise _no_article(url, "it is not HTML")
        head, main = page_head(tree, url=url), _main_part(tree, url)
    except PageError:
        raise
    except Exception as error:  # the extractor meets hostile pages: whatever it trips over is one bad page
        raise _no_article(url, f"the extractor failed with {type(error).__name__}") from error
    if main is None:
        raise _no_article(url, "it has no main part with enough text")
    return head, main


def extract(page: bytes | str, *, url: str | None = None, content_type: str | None = None) -> ArticlePage:
    """The article on an HTML page, its text cut out of menus, teasers and comments.

    ``url`` is where the page was fetched: relative links are resolved against it. ``content_type`` is the header's
    value, for the encoding of bytes. The dates come from what the page states (``page_head``), else from htmldate
    without its search through the visible text. ``text`` is exactly the text of ``html``; furniture that the extractor
    left in stays there and is pointed at by ``anatomy``. Raises PageError where there is no article.
    """
    markup = decode(page, content_type).text if isinstance(page, bytes) else page
    if len(markup) > LONGEST_PAGE:
        raise PageError("page-too-long", f"the page has more than {LONGEST_PAGE:,} characters", place=url)
    if "<" not in markup:
        raise _no_article(url, "it has no markup")
    head, main = _read(markup, url)
    title = _without_site(main.title, main.site_name)
    html = _without_title(sanitise(main.html, base=url), title)
    text = text_of(html)
    if sum(map(str.isalpha, text)) < LEAST_LETTERS:
        raise _no_article(url, f"its main part has fewer than {LEAST_LETTERS} letters")
    published = head.published or main.date
    return ArticlePage(
        title=title,
        text=text,
        paragraphs=paragraphs(text),
        authors=main.authors,
        published=published.moment if published is not None else None,
        modified=head.modified.moment if head.modified is not None else None,
        language=language_of(text, declared=head.language),
        canonical_url=head.canonical_url,
        site_name=main.site_name,
        html=html,
        published_to_the_day=published is not None and published.to_the_day,
        modified_to_the_day=head.modified is not None and head.modified.to_the_day,
    )
