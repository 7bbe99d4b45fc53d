"""From bytes to a tree: hardened, and forgiving."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from audiatur.errors import FeedError
from audiatur.feeds.limits import MAX_BYTES, MAX_TAGS
from audiatur.feeds.repair import mended, windows_meant, without_doctype
from audiatur.markup.decoding import Decoded, decode

# Errors of libxml2 after which the tree is not what the author wrote, but a repaired source may be.
_MENDABLE = frozenset(
    (
        "ERR_UNDECLARED_ENTITY",
        "WAR_UNDECLARED_ENTITY",
        "ERR_NAME_REQUIRED",
        "ERR_ENTITYREF_SEMICOL_MISSING",
        "ERR_INVALID_CHAR",
        "ERR_INVALID_CHARREF",
        "ERR_INVALID_HEX_CHARREF",
        "ERR_INVALID_DEC_CHARREF",
        "ERR_CHARREF_AT_EOF",
        "ERR_ENTITYREF_NO_NAME",
        "ERR_LT_IN_ATTRIBUTE",
        "ERR_CDATA_NOT_FINISHED",
        "ERR_DOCUMENT_EMPTY",
        "ERR_RESERVED_XML_NAME",
        "ERR_XMLDECL_NOT_FINISHED",
        "ERR_DOCTYPE_NOT_FINISHED",
        "ERR_INTERNAL_ERROR",
    )
)
# The root of every dialect, as it stands in the source; what is before it is junk.
_ROOT = re.compile(r"<(?:[A-Za-z][\w.-]*:)?(?:rss|feed|RDF|rdf|RSS|Channel|channel)[\s>/]")


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed document.

    ``root`` is None where nothing at all could be recovered; ``text`` is then what is left to try otherwise.
    """

    root: etree._Element | None
    text: str
    cautions: tuple[tuple[str, str], ...]


def load(data: bytes, content_type: str | None = None) -> tuple[bytes, Decoded]:
    """Check the size and decode; FeedError where the document is too large or empty."""
    if len(data) > MAX_BYTES:
        raise FeedError(
            "too-large",
            f"the document has {len(data):,} bytes; the limit is {MAX_BYTES:,}",
            remedy="ask the publisher for a feed of its latest entries only",
        )
    decoded = decode(data, content_type)
    if not decoded.text.strip("\ufeff\0 \t\r\n"):
        raise FeedError("empty", "the document is empty", remedy="check the address; the server sent nothing")
    return data, decoded


def tree_of(decoded: Decoded, data: bytes) -> Tree:
    """Parse XML; what is broken is recovered, with cautions; no entity is fetched, no DTD read, no tree too deep."""
    text, dropped = without_doctype(decoded.text)
    cautions = list(decoded.cautions)
    if dropped is not None:
        cautions += dropped.cautions
    untouched = dropped is None and decoded.encoding == "utf-8" and not data.startswith(b"\xef\xbb\xbf")
    if max(text.count("<"), text.count("="), text.count("&") // 3) > MAX_TAGS:
        raise FeedError(
            "beyond-limit",
            f"the document has more than {MAX_TAGS:,} tags or attributes, or three times as many references",
            remedy="no real feed needs that; ask the publisher",
        )
    source = windows_meant(data if untouched else text.encode("utf-8", "replace"))
    root, errors = _parse(source.lstrip() if source[:1].isspace() else source)
    if root is None or not errors.isdisjoint(_MENDABLE) or _stray(root):
        mended_text = mended(text, {} if dropped is None else dropped.entities)
        start = _ROOT.search(mended_text)
        if start is not None:
            mended_text = mended_text[start.start() :]
        again, left = _parse(windows_meant(mended_text.encode("utf-8", "replace")))
        if again is not None:
            root, errors = again, errors | left
    if "ERR_RESOURCE_LIMIT" in errors or "ERR_NAME_TOO_LONG" in errors:
        raise FeedError(
            "beyond-limit",
            "the document is nested deeper than 256 elements or holds a text longer than 10 MB",
            remedy="no real feed needs that; ask the publisher",
        )
    if errors:
        cautions.append(("malformed-xml", f"not well-formed, recovered: {', '.join(sorted(errors))}"))
    return Tree(root, text, tuple(cautions))


def _parse(source: bytes) -> tuple[etree._Element | None, frozenset[str]]:
    """The root, as far as libxml2 can recover one, and the kinds of errors it met."""
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return root, frozenset(entry.type_name for entry in parser.error_log)


def _stray(root: etree._Element) -> bool:
    """Whether the recovered root is none of ours, so that a feed may stand behind leading junk."""
    local = str(root.tag).rpartition("}")[2].rpartition(":")[2].lower()
    return local not in {"rss", "feed", "rdf", "channel", "html", "opml"}
