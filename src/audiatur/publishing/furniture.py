"""Cutting page furniture ("Read more") out of what is published, and nothing besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import lxml.html
from lxml import etree

from audiatur.markup.html import SanitisedHtml, sanitise, sanitised, text_of
from audiatur.provenance.values import Released
from audiatur.spans import Span

# Elements whose text is a line of its own wherever they stand. Cells of tables are none: a row is the line there.
_NAMED: Final = """
    address aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header li main ol p pre
    section ul
"""
_LINES: Final = frozenset(_NAMED.split())
_BREAKS: Final = _LINES | {"br", "hr"}


def without_furniture(released: Released, furniture: Sequence[Span]) -> SanitisedHtml | None:
    """The HTML of a released item without its furniture, whose spans index ``released.text``; None where it has none.

    Out of plain text the spans are cut, out of HTML the elements that hold nothing but the text of one.
    """
    if not furniture or released.html is None:
        return released.html
    if released.html == sanitised(released.text):
        return sanitised(cut(released.text, furniture))
    return without_lines(released.html, [span.text for span in furniture])


def cut(text: str, spans: Iterable[Span]) -> str:
    """The text without the spans; line breaks stay.

    >>> cut("Ships wait.\\nRead more\\nPilots ask.", [Span(12, 21, "Read more")])
    'Ships wait.\\n\\nPilots ask.'
    """
    kept, at = [], 0
    for span in sorted(spans):
        kept.append(text[at : span.start])
        at = max(at, span.end)
    return "".join((*kept, text[at:]))


def without_lines(html: SanitisedHtml, lines: Iterable[str]) -> SanitisedHtml:
    """Sanitised HTML without the elements whose whole text is one of the lines, as many as there are lines.

    Only elements that make a line of their own go, with those around them that hold nothing else; never one with a
    picture. Where anything else would change of the text or the pictures, all stays as it was.
    """
    wanted = Counter(_folded(line) for line in lines)
    try:
        root = lxml.html.fragment_fromstring(html, create_parent="div")
    except (etree.LxmlError, ValueError):
        return html
    gone: Counter[str] = Counter()
    for element in list(_found(root, wanted)):
        words = _folded(element.text_content())
        if gone[words] < wanted[words]:
            gone[words] += 1
            element.drop_tree()
    if not gone:
        return html
    inner = (root.text or "", *(str(lxml.html.tostring(child, encoding="unicode")) for child in root))
    # What another parser wrote is not taken on trust.
    result = sanitise("".join(inner), base=None)
    return result if _only_lost(html, result, gone) else html


def _found(parent: lxml.html.HtmlElement, wanted: Counter[str]) -> Iterator[lxml.html.HtmlElement]:
    """The outermost elements with a wanted text, in order."""
    for child in parent:
        if not isinstance(child, lxml.html.HtmlElement) or not isinstance(child.tag, str):
            continue
        if _folded(child.text_content()) in wanted and _is_line(child) and child.find(".//img") is None:
            yield child
        else:
            yield from _found(child, wanted)


def _is_line(element: lxml.html.HtmlElement) -> bool:
    """Whether the text of an element is a line of its own: by its name, or by line breaks on both sides of it."""
    if element.tag in _LINES:
        return True
    before, after, parent = element.getprevious(), element.getnext(), element.getparent()
    if parent is None or parent.tag not in _LINES or (element.tail or "").strip():
        return False
    lead = parent.text if before is None else before.tail
    return not (lead or "").strip() and all(one is None or one.tag in _BREAKS for one in (before, after))


def _only_lost(before: str, after: str, gone: Counter[str]) -> bool:
    """Whether nothing but the lines that are gone was lost, nothing was added, and the order is the same."""
    old, new = _lines(before), _lines(after)
    rest = iter(old)
    in_order = all(line in rest for line in new)
    return in_order and Counter(old) - Counter(new) == gone and before.count("<img") == after.count("<img")


def _lines(html: str) -> list[str]:
    return [_folded(line) for line in text_of(html).split("\n") if line.strip()]


def _folded(text: str) -> str:
    return " ".join(text.split())
