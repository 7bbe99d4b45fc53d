"""The plain text of an HTML field, made when it is first asked for."""

from __future__ import annotations

from types import EllipsisType
from typing import TYPE_CHECKING, overload

from audiatur.markup.html import text_of

if TYPE_CHECKING:
    from audiatur.feeds.values import Entry


class TextOf:
    """A dataclass field of type ``str | None`` that defaults to the text of another field, which holds HTML.

    To make the text costs half as much as to sanitise the HTML, and is not needed of an entry that was seen before.
    What is given to the constructor, None included, is kept as it is. The value never changes once it was read.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._kept = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._kept = f"_{name}"

    @overload
    def __get__(self, entry: None, owner: type) -> EllipsisType: ...
    @overload
    def __get__(self, entry: Entry, owner: type) -> str | None: ...
    def __get__(self, entry: Entry | None, owner: type) -> str | EllipsisType | None:
        """The text; for the class itself ``...``, which the dataclass takes as the default: not yet made."""
        if entry is None:
            return ...
        kept: str | EllipsisType | None = entry.__dict__[self._kept]
        if kept is ...:
            html = entry.__dict__[self._source]
            kept = (text_of(html) or None) if html else None
            entry.__dict__[self._kept] = kept
        return kept

    def __set__(self, entry: Entry, value: str | EllipsisType | None) -> None:
        entry.__dict__[self._kept] = value
