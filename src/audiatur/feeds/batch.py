"""Reading many entries so that a bad one never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from audiatur.feeds.limits import MAX_ENTRIES
from audiatur.feeds.reading import Cautions
from audiatur.feeds.values import Entry

Item = TypeVar("Item")


def read_all(items: Sequence[Item], cautions: Cautions, read: Callable[[Item], Entry]) -> tuple[Entry, ...]:
    """All entries in document order, the first ``MAX_ENTRIES`` of them.

    An item that cannot be read is left out with the caution ``bad-entry``; ids that repeat are said
    (``repeated-id``), since the later entry is then a state of the earlier one for those who key by id.
    """
    if len(items) > MAX_ENTRIES:
        cautions.caution("too-many-entries", f"{len(items)} entries; the first {MAX_ENTRIES} were read")
    entries: list[Entry] = []
    for position, item in enumerate(items[:MAX_ENTRIES], 1):
        try:
            entries.append(read(item))
        except (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError) as error:
            # Whatever an author can write must not cost the other entries; the caution says which and why.
            cautions.caution("bad-entry", f"entry {position} cannot be read: {type(error).__name__}: {error}")
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            cautions.caution("repeated-id", f"more than one entry has the id {entry.id[:100]!r}")
        seen.add(entry.id)
    return tuple(entries)
