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
    full = absolute(url, base) if url else None
    if full is None:
        return None
    return Enclosure(full, kind.strip() or None if kind else None, byte_count(length) if length else None)


def rss_enclosures(fields: Fields, reading: Reading) -> tuple[Enclosure, ...]:
    """RSS ``enclosure``, then ``media:content`` alone or in a group; each address once."""
    found = [_of(element, reading, "length") for element in fields["enclosure"]] if "enclosure" in fields else []
    if "media:content" in fields:
        found += [_of(element, reading, "fileSize") for element in fields["media:content"]]
    if "media:group" in fields:
        for group in fields["media:group"]:
            found += [_of(element, reading, "fileSize") for element in reading.fields(group).get("media:content", ())]
    return distinct(found)


def _of(element: etree._Element, reading: Reading, length: str) -> Enclosure | None:
    get = element.get
    kind = get("type") or _MEDIA.get(get("medium") or "")
    base = reading.base_of(element) if reading.based else reading.base
    return enclosure_at(get("url") or get("href"), kind, get(length), base)


# media:content may name only the kind of medium.
_MEDIA = {"image": "image/*", "audio": "audio/*", "video": "video/*"}


def distinct(found: Iterable[Enclosure | None]) -> tuple[Enclosure, ...]:
    """Without gaps and without repeated addresses, in order, at most ``MAX_LIST``."""
    found = list(found)
    if len(found) == 1:
        return () if found[0] is None else (found[0],)
    kept: dict[str, Enclosure] = {}
    for enclosure in found:
        if enclosure is not None:
            kept.setdefault(enclosure.url, enclosure)
    return tuple(kept.values())[:MAX_LIST]
