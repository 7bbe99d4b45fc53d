"""What an entry is called, so that it is the same entry at the next poll."""

from __future__ import annotations

from datetime import datetime

from audiatur.feeds.limits import MAX_WORD
from audiatur.markup.address import canonical


def entry_id(guid: str | None, url: str | None, title: str | None, date: datetime | None, html: str | None) -> str:
    """The GUID, else the canonical URL, else a hash (BLAKE2b, 256 bits) of title and date; never empty.

    Where there is neither title nor date, ``html`` is hashed in their place. A GUID
    longer than 4,096 characters is hashed, so that it can be a key.
    """
    if guid:
        return guid if len(guid) <= MAX_WORD else _digest(guid)
    if url and (known := canonical(url)) is not None:
        return known
    if title is None and date is None:
        return _digest(html or "")
    return _digest(f"{title or ''}\n{'' if date is None else date.isoformat()}")


def _digest(text: str) -> str:
    # This is hashlib's own BLAKE2; by way of hashlib it would bring OpenSSL along, 4 MB for this one function.
    from _blake2 import blake2b

    return "blake2b:" + blake2b(text.encode("utf-8", "replace"), digest_size=32).hexdigest()
