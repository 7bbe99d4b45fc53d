"""The feeds that a page announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from audiatur.markup.address import absolute
from audiatur.markup.decoding import decode

# The types by which pages announce feeds, and the dialects they stand for; XML in general is announced too.
_TYPES = frozenset(
    (
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
        "application/x.atom+xml",
        "application/x-atom+xml",
        "application/xml",
        "text/xml",
        "text/rss",
        "text/rss+xml",
    )
)
# Words that stand in the path of a feed's address and hardly ever in that of a page.
_PATH = re.compile(
    r"(?:\.(?:rss|rdf|atom)|/(?:feed|rss|atom|rdf|feeds)(?:\.xml|\.json|\.php|\.aspx?)?/?"
    r"|/(?:index|all|news|latest|main)\.(?:xml|rdf)|feed\.xml|rss\.xml|atom\.xml)\Z",
    re.IGNORECASE,
)
_QUERY = re.compile(r"(?:^|&)(?:feed|format|type|output)=(?:rss2?|atom|rdf|feed|xml)(?:&|\Z)", re.IGNORECASE)
_HOSTS = ("feeds.", "rss.", "feed.", "feeds2.")
_WORD = re.compile(r"\b(?:rss|atom|feed|xml)\b", re.IGNORECASE)
_NOT_NEWS = re.compile(r"\bcomments?\b|/comments/", re.IGNORECASE)
_FEED_ROOT = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+(?!html)[^>]*>\s*)*+<(?:[A-Za-z]\w*:)?(?:rss|feed|RDF)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_MOST_LINKS = 20_000  # links looked at, the page's head first; no page has so many
_MAX = 100  # candidates kept of one page; a page that lists more is a directory of feeds


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be a feed.

    Attributes:
        url: absolute.
        title: as the page gives it; None where it gives none.
        type: the media type announced, in lower case; None for a link that only looks like a feed.
        how: ``document``, the page itself is a feed; ``link``, it is announced by ``<link rel="alternate">``;
            ``anchor``, a link in the text looks like one.
    """

    url: str
    title: str | None
    type: str | None
    how: str


def discover(page: bytes | str, *, url: str, content_type: str | None = None) -> tuple[Candidate, ...]:
    """The feeds that a page announces, best first; empty where it announces none.

    First the page itself where it is a feed; then ``<link rel="alternate">`` in document order, feeds of comments
    after the others; then links in the text that look like feeds. Nothing is fetched, so a candidate may be none.
    ``url`` is the page's own address. Never raises for any page.
    """
    text = page if isinstance(page, str) else decode(page, content_type).text
    if _FEED_ROOT.match(text.lstrip("\ufeff")) is not None:
        return (Candidate(url, None, None, "document"),)
    root = _tree(text)
    if root is None:
        return ()
    announced: list[Candidate] = []
    linked: list[Candidate] = []
    for element, base in islice(_with_base(root, url), _MOST_LINKS):
        if element.tag == "link":
            announced += _announced(element, base)
        else:
            linked += _linked(element, base, url)
    announced.sort(key=_is_comments)
    linked.sort(key=_is_comments)
    kept: dict[str, Candidate] = {}
    for candidate in announced + linked:
        kept.setdefault(candidate.url, candidate)
    return tuple(kept.values())[:_MAX]


def _tree(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _with_base(root: etree._Element, url: str) -> Iterator[tuple[etree._Element, str]]:
    """Each link with the base that holds for it: that of the page until a ``base`` is declared (HTML 4.01, 12.4)."""
    base, declared = url, False
    for element in root.iter("base", "link", "a"):
        if element.tag != "base":
            yield element, base
        elif not declared and (full := absolute(element.get("href") or "", url)) is not None:
            base, declared = full, True


def _announced(element: etree._Element, base: str) -> list[Candidate]:
    """The candidate that a ``link`` announces; none where it is no alternate, or of another type."""
    relations = (element.get("rel") or "").lower().split()
    kind = (element.get("type") or "").partition(";")[0].strip().lower()
    href = absolute(element.get("href") or "", base)
    wanted = "feed" in relations or ("alternate" in relations and kind in _TYPES and "stylesheet" not in relations)
    if not wanted or href is None or (kind == "application/json" and "oembed" in href):
        return []
    return [Candidate(href, _title(element.get("title")), kind or None, "link")]


def _linked(element: etree._Element, base: str, page: str) -> list[Candidate]:
    """The candidate that an ``a`` looks like; none where its address shows nothing of a feed."""
    href = absolute(element.get("href") or "", base)
    if href is None or not href.lower().startswith(("http://", "https://")):
        return []
    kind = (element.get("type") or "").partition(";")[0].strip().lower()
    words = _title("".join(map(str, element.itertext()))) or _title(element.get("title"))
    try:
        parts = urlsplit(href)
    except ValueError:
        return []
    shaped = _PATH.search(parts.path) is not None or _QUERY.search(parts.query) is not None
    named = words is not None and len(words) < 40 and _WORD.search(words) is not None
    hosted = parts.netloc.lower().startswith(_HOSTS)
    typed = kind in _TYPES and kind not in {"application/json", "application/xml", "text/xml"}
    if href == page or not (typed or shaped or (hosted and (named or parts.path not in {"", "/"}))):
        return []
    return [Candidate(href, words, kind or None, "anchor")]


def _is_comments(candidate: Candidate) -> bool:
    return _NOT_NEWS.search(f"{candidate.title or ''} {candidate.url}") is not None


def _title(text: str | None) -> str | None:
    return " ".join((text or "").split())[:200] or None
