"""Mending the source of a document that is not well-formed, before it is parsed again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5

from audiatur.feeds.limits import MAX_ENTITY_TEXT

_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
# A reference, or what looks like one; CDATA and comments are matched first so that nothing inside them is touched.
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9._-]{0,63});)?",
    re.DOTALL,
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = re.compile(r"<\?xml\b[^>]{0,500}\?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]{0,2000}", re.IGNORECASE)
_ENTITY = re.compile(r"""<!ENTITY\s+([A-Za-z_][\w.-]{0,63})\s+(?:"([^"%&<]{0,1000})"|'([^'%&<]{0,1000})')\s*>""")
_BEFORE_ROOT = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Doctype:
    """What a removed document type declaration held: its plain text entities, and what is to be said of it."""

    entities: dict[str, str]
    cautions: tuple[tuple[str, str], ...]


def without_doctype(text: str) -> tuple[str, Doctype | None]:
    """The text without its document type declaration, so that no parser ever sees one; None where there is none.

    Of an internal subset only entities that stand for plain text are kept; those that name a file or an address, or
    are built from others, are not, with the caution ``entities-refused``.
    """
    start = _BEFORE_ROOT.match(text)
    at = start.end() if start else 0
    head = _DOCTYPE.match(text, at)
    if head is None:
        late = text.find("<!DOCTYPE", 0, 4096)
        head = _DOCTYPE.match(text, late) if late >= 0 and "<![CDATA[" not in text[:late] else None
    if head is None:
        return text, None
    end = head.end()
    if not text.startswith("[", end):
        return text[: head.start()] + text[end:].removeprefix(">"), Doctype({}, ())
    close = _end_of_subset(text, end)
    subset = text[end:close]
    entities = {name: first or second for name, first, second in _ENTITY.findall(subset)}
    cautions: tuple[tuple[str, str], ...] = ()
    if subset.count("<!ENTITY") > len(entities):
        cautions = (("entities-refused", "entities from outside or built from others were not resolved"),)
    return text[: head.start()] + text[close:], Doctype(entities, cautions)


def _end_of_subset(text: str, start: int) -> int:
    """The offset behind an internal subset, quoted strings skipped; the end of the text where it is never closed."""
    position = start
    while match := _SUBSET_MARK.search(text, position):
        mark = match[0]
        if mark.startswith("]"):
            return match.end()
        closing = "-->" if mark == "<!--" else mark
        position = text.find(closing, match.end()) + len(closing)
        if position <= match.start():
            break
    return len(text)


_SUBSET_MARK = re.compile(r"""\]\s*>|<!--|["']""")


_C1_BYTES = re.compile(rb"\xc2[\x80-\x9f]")
_C1_NUMBER = re.compile(rb"&#1[2-5][0-9];")
_C1 = re.compile("[\x80-\x9f]|&#(1[2-5][0-9]);")


def windows_meant(source: bytes) -> bytes:
    """UTF-8 in which C1 control characters, which no one means, are the Windows-1252 characters of those numbers."""
    if _C1_NUMBER.search(source) is None and (source.isascii() or _C1_BYTES.search(source) is None):
        return source
    return _C1.sub(_windows_character, source.decode("utf-8")).encode("utf-8")


def _windows_character(match: re.Match[str]) -> str:
    code = int(match[1]) if match[1] else ord(match[0])
    if not 0x80 <= code <= 0x9F:
        return match[0]
    return bytes((code,)).decode("cp1252", "replace")


def mended(text: str, entities: dict[str, str]) -> str:
    """Resolve named HTML references, escape bare ampersands, drop characters that XML does not allow.

    ``entities`` are those that the document declared for itself; what they put in is bounded, and once it is spent
    the references stay as text.
    """
    text = _NOT_XML.sub("", _DECLARATION.sub("", text, count=1))
    left = MAX_ENTITY_TEXT

    def resolve(match: re.Match[str]) -> str:
        nonlocal left
        whole, name = match[0], match[1]
        if not whole.startswith("&"):
            open_cdata = whole.startswith("<![CDATA[") and not whole.endswith("]]>")
            return _closed(whole, entities) if open_cdata else whole
        if name is None:
            return "&amp;"
        if name.startswith("#"):
            return _number(name)
        if name in _XML_NAMES:
            return whole
        if name in entities and left >= len(entities[name]):
            left -= len(entities[name])
            return entities[name]
        known = html5.get(name + ";")
        return f"&amp;{name};" if known is None else "".join(f"&#{ord(character)};" for character in known)

    return _AMPERSAND.sub(resolve, text)


# Elements of feeds whose text is often in CDATA; the end of the first of them ends a section that was never closed.
_TEXT_END = re.compile(
    r"</(?:title|description|summary|content|content:encoded|link|guid|author|dc:creator)\s*>", re.IGNORECASE
)


def _closed(section: str, entities: dict[str, str]) -> str:
    """An open CDATA section, closed before the element that it stands in ends, and what follows mended in turn.

    No section is closed after this one, so later openings are dropped; that also keeps this from calling itself again.
    """
    end = _TEXT_END.search(section)
    if end is None:
        return section + "]]>"
    return section[: end.start()] + "]]>" + mended(section[end.start() :].replace("<![CDATA[", ""), entities)


def _number(reference: str) -> str:
    """A numeric reference, where XML allows its character; else the replacement character."""
    code = int("0" + reference[1:], 0) if reference[1] in "xX" else int(reference[1:])
    if code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF:
        return f"&#{code};"
    return "\ufffd"
