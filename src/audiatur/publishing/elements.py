"""Building XML documents: small words that RSS and Atom share."""

from __future__ import annotations

from typing import Final

from lxml import etree

from audiatur.provenance.values import Released
from audiatur.publishing.characters import clean, rfc3339
from audiatur.publishing.namespaces import NOTICE, as_default
from audiatur.publishing.notice import notice_xml
from audiatur.publishing.values import Channel

GENERATOR: Final = "audiatur"
"""What the documents name as the program that made them; without its version, which would change every ETag."""


def add(parent: etree._Element, tag: str, text: str | None = None, **attributes: str) -> etree._Element:
    """Append an element; characters that XML forbids are removed from its text and attributes."""
    element = etree.SubElement(parent, tag, {name: clean(value) for name, value in attributes.items()})
    if text is not None:
        element.text = clean(text)
    return element


def add_notice(item: etree._Element, released: Released) -> None:
    """Append the notice, with what the gate decided as attributes: ``mode``, ``complete``, ``until``."""
    element = notice_xml(released.notice)
    element.set("mode", released.mode.value)
    element.set("complete", "yes" if released.complete else "no")
    if released.window_ends is not None:
        element.set("until", rfc3339(released.window_ends))
    item.append(element)


def add_withheld(parent: etree._Element, channel: Channel) -> None:
    """Append the number of withheld items, also where it is 0, for programs that read the feed."""
    name = f"{{{NOTICE}}}withheld"
    etree.SubElement(parent, name, nsmap=as_default(NOTICE)).text = str(channel.withheld)


def document(root: etree._Element) -> bytes:
    """The document as UTF-8 with an XML declaration; the same tree always gives the same bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")
