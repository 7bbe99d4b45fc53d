"""Text, addresses and moments in the forms that the documents allow."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Final

# All that is not a Char of XML 1.0 (https://www.w3.org/TR/xml/#charsets). Lone surrogates are among them, which UTF-8,
# and so JSON, can't hold either.
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without the characters that XML forbids; nothing is put in their place."""
    return _FORBIDDEN.sub("", text)


def web_address(url: str | None) -> str | None:
    """The address if it is http or https, else None: no other scheme becomes a link for a reader."""
    address = clean(url or "").strip()
    return address if address.lower().startswith(("http://", "https://")) else None


def _utc(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError(f"a moment without a time zone cannot be published: {moment.isoformat()}")
    return moment.astimezone(UTC)


def rfc3339(moment: datetime) -> str:
    """The instant as Atom, JSON Feed and schema.org want it, in UTC, to the second; ValueError without a zone."""
    return _utc(moment).isoformat(timespec="seconds").replace("+00:00", "Z")


def rfc822(moment: datetime) -> str:
    """The instant as RSS wants it, in UTC, to the second, whatever the locale; ValueError without a zone."""
    return format_datetime(_utc(moment).replace(microsecond=0))
