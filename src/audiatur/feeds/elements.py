"""Words and markup out of elements."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from html import escape

from lxml import etree

from audiatur.feeds.limits import MAX_WORD
from audiatur.feeds.names import prefix_of, split_tag
from audiatur.feeds.reading import XML_BASE, Fields
from audiatur.markup.address import absolute
from audiatur.markup.html import SanitisedHtml, escaped, sanitise, text_of

_URL_ATTRIBUTES = ("href", "src", "cite")
_VOID = frozenset(
    ("br", "hr", "img", "wbr", "col", "area", "base", "embed", "input", "link", "meta", "source", "track")
)
# Evidence that a string is HTML and not text that happens to hold a "<": a tag of HTML, or a reference.
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figure|font|h[1-6]|hr|i|iframe|img|ins|li|"
    r"ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul|video)(?:\s[^<>]*)?/?>"
    r"|</[a-z][\w:.-]*\s*>|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});|<!--",
    re.IGNORECASE,
)
# One element that wraps everything adds nothing; Atom 4.2.2 asks to drop the div of xhtml.
_WRAPPER = re.compile(r"\s*<div(?:\s[^<>]*)?>(.*)</div>\s*\Z", re.DOTALL)


def looks_like_html(text: str) -> bool:
    """Whether a string holds a tag or a reference of HTML."""
    return ("<" in text or "&" in text) and _MARKUP.search(text) is not None


def words(element: etree._Element) -> str | None:
    """The characters of an element and its children, white space folded; None where there are none."""
    text = element.text if len(element) == 0 else "".join(map(str, element.itertext()))
    return " ".join(text.split())[:MAX_WORD] or None if text else None


def first_words(fields: Fields, *names: str) -> str | None:
    """The words of the first of the named fields that has any."""
    for name in names:
        if name in fields:
            for element in fields[name]:
                if (text := words(element)) is not None:
                    return text
    return None


def inner(element: etree._Element) -> str:
    """What stands between an element's tags as HTML source.

    Without child elements that is its text, which in RSS is HTML written as text. Child elements are markup that the
    author did not escape; they are written out again, and the text around them escaped.
    """
    if len(element) == 0:
        return element.text or ""
    _plain_names(element)
    parts = [escape(element.text or "", quote=False)]
    parts += [etree.tostring(child, encoding="unicode") for child in element]
    return "".join(parts)


def _plain_names(element: etree._Element) -> None:
    """Drop XHTML prefixes and put inner ``xml:base`` into the addresses, since HTML knows neither."""
    for node in element.iterdescendants(tag=etree.Element):
        namespace, local = split_tag(node.tag)
        if node.prefix and prefix_of(namespace) == "xhtml:":
            node.tag = local
        elif ":" in local and not namespace:
            node.tag = local.rpartition(":")[2]
        if node.text is None and len(node) == 0 and local.lower() not in _VOID:
            node.text = ""  # written as <p></p>, since HTML takes <p/> for <p>
        if node.get(XML_BASE) is not None:
            _rebase(node, str(node.attrib.pop(XML_BASE)))


def _rebase(node: etree._Element, base: str) -> None:
    """Write the addresses in and below a node relative to what ``base`` itself is relative to."""
    for inside in node.iter():
        for name in _URL_ATTRIBUTES:
            value = inside.get(name)
            if value is not None and (full := absolute(value, base)) is not None:
                inside.set(name, full)
        if inside is not node and inside.get(XML_BASE) is not None:
            inside.set(XML_BASE, absolute(inside.get(XML_BASE) or "", base) or base)


def title_words(html: str | None) -> str | None:
    """A title of RSS, which may be text or HTML, as text on one line; None where nothing is left."""
    if not html:
        return None
    text = text_of(sanitise(html, base=None)) if looks_like_html(html) else html
    return " ".join(text.split())[:MAX_WORD] or None


def body(html: str, base: str | None) -> SanitisedHtml | None:
    """Sanitised HTML; None where nothing is left."""
    return sanitise(html, base=base) or None if html else None


def literal(text: str) -> SanitisedHtml | None:
    """Plain text as HTML; None where it is empty."""
    return escaped(text.strip()) or None


def unwrapped(html: str) -> str:
    """HTML without the one ``div`` around it."""
    match = _WRAPPER.match(html)
    if match is None or "<div" in match[1] or "</div" in match[1]:
        return html
    return match[1]


def from_base64(text: str) -> str | None:
    """The text that base64 stands for; None where it is none, or not UTF-8."""
    try:
        return b64decode("".join(text.split()), validate=True).decode("utf-8")
    except (Base64Error, ValueError):
        return None
