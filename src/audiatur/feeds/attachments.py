"""Files that travel with an entry."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from audiatur.feeds.limits import MAX_LIST
from audiatur.feeds.reading import Fields, Reading
from audiatur.feeds.values import Enclosure
from audiatur.markup.address import absolute

ENCLOSING = frozenset(("enclosure", "media:content", "media:group"))


def byte_count(text: str | None) -> int | None:
    """A length in bytes; None where it is absent, no number or negative."""
    if text is None:
        return None
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None


def enclosure_at(url: str | None, kind: str | None, length: str | None, base: str | None) -> Enclosure | None:
    """The enclosure at an address; None where there is no address."""
    full = absolute(url or "", base)
    if full is None:
        return None
    return Enclosure(full, (kind or "").strip() or None, byte_count(length))


def rss_enclosures(fields: Fields, reading: Reading) -> tuple[Enclosure, ...]:
    """RSS ``enclosure``, then ``media:content`` alone or in a group; each address once."""
    found = [_of(element, reading, "length") for element in fields.get("enclosure", ())]
    media = list(fields.get("media:content", ()))
    for group in fields.get("media:group", ()):
        media += reading.fields(group).get("media:content", [])
    found += [_of(element, reading, "fileSize") for element in media]
    return distinct(found)


def _of(element: etree._Element, reading: Reading, length: str) -> Enclosure | None:
    url = element.get("url") or (element.get("href") if length == "length" else None)
    kind = element.get("type") or _MEDIA.get(element.get("medium") or "")
    return enclosure_at(url, kind, element.get(length), reading.base_of(element))


# media:content may name only the kind of medium.
_MEDIA = {"image": "image/*", "audio": "audio/*", "video": "video/*"}


def distinct(found: Iterable[Enclosure | None]) -> tuple[Enclosure, ...]:
    """Without gaps and without repeated addresses, in order, at most ``MAX_LIST``."""
    kept: dict[str, Enclosure] = {}
    for enclosure in found:
        if enclosure is not None:
            kept.setdefault(enclosure.url, enclosure)
    return tuple(kept.values())[:MAX_LIST]
