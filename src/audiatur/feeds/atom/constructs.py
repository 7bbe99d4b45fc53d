"""Text constructs and content of Atom: plain text, HTML written as text, XHTML, base64."""

from __future__ import annotations

import re

from lxml import etree

from audiatur.feeds.elements import (
    body,
    from_base64,
    inner,
    literal,
    looks_like_html,
    title_words,
    unwrapped,
)
from audiatur.feeds.limits import MAX_WORD
from audiatur.feeds.reading import Fields, Reading
from audiatur.feeds.values import FeedFormat
from audiatur.markup.html import SanitisedHtml, text_of

_TEXT = frozenset(("text", "plain", "text/plain"))
_HTML = frozenset(("html", "text/html", "text/x-html"))
_XHTML = frozenset(("xhtml", "text/xhtml", "application/xhtml+xml"))
_XML = re.compile(r"(?:text|application)/xml\Z|.+/.+\+xml\Z")


def read_construct(element: etree._Element, form: FeedFormat) -> tuple[bool, str]:
    """Whether a construct is HTML, and its source: HTML, or plain text.

    RFC 4287 3.1 and 4.1.3 for 1.0; ``type`` and ``mode`` of the 0.3 draft. Markup that a text type cannot hold is
    kept as markup, since the author plainly meant it. A 0.3 construct, or content of 1.0, that states no type and
    looks like HTML is HTML.
    """
    kind = (element.get("type") or "").strip().lower()
    mode = (element.get("mode") or "").strip().lower()
    nested = len(element) > 0
    if nested:
        source = _escaped_inside(element) if kind in _HTML else inner(element)
        # In 1.0 the div of xhtml is no part of the content (RFC 4287 3.1.1.3); in 0.3 it is.
        return True, unwrapped(source) if form is FeedFormat.ATOM_10 else source
    text = element.text or ""
    if mode == "base64" or (form is FeedFormat.ATOM_10 and _is_binary(kind)):
        decoded = from_base64(text)
        return (False, text) if decoded is None else (kind not in _TEXT, decoded)
    if kind in _HTML:
        return True, text
    if kind in _XHTML or _XML.match(kind):
        return (True, text) if form is FeedFormat.ATOM_03 else (False, text)
    return form is FeedFormat.ATOM_03 and looks_like_html(text), text


def _is_binary(kind: str) -> bool:
    """Whether a media type of Atom 1.0 content is written in base64 (RFC 4287 4.1.3.3)."""
    return "/" in kind and not kind.startswith("text/") and kind not in _XHTML and _XML.match(kind) is None


def _escaped_inside(element: etree._Element) -> str:
    """The HTML of a construct of type html that also holds elements.

    A lone wrapper around escaped HTML is dropped; any other elements are the HTML themselves.
    """
    only = element[0]
    alone = len(element) == 1 and not (element.text or "").strip() and not (only.tail or "").strip()
    if alone and len(only) == 0 and only.text and looks_like_html(only.text):
        return only.text
    return inner(element)


def body_of(fields: Fields, form: FeedFormat, reading: Reading, *names: str) -> SanitisedHtml | None:
    """The first of the named constructs that says anything, as sanitised HTML."""
    for name in names:
        for element in fields.get(name, ()):
            markup, source = read_construct(element, form)
            if not source or source.isspace():
                continue
            found = body(source, reading.base_of(element)) if markup else literal(source)
            if found is not None:
                return found
    return None


def plain_of(fields: Fields, form: FeedFormat, *names: str) -> str | None:
    """The first of the named constructs that says anything, as text on one line."""
    for name in names:
        for element in fields.get(name, ()):
            markup, source = read_construct(element, form)
            text = title_words(source) if markup and looks_like_html(source) else " ".join(source.split())
            if markup and text and "<" in text and not looks_like_html(source):
                text = text_of(text)
            if text:
                return text[:MAX_WORD]
    return None
