"""A shelf: what was made once, kept by all that it follows from."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Shelf(Generic[Kept]):
    """Things kept by what they follow from, as many as a size allows; those not asked for lately go first.

    Two halves: what is asked for moves to the newer one; when that is full the older half goes.
    """

    def __init__(self, size: int) -> None:
        self._half = size // 2
        self._filled = 0
        self._newer: dict[Hashable, tuple[Kept, int]] = {}
        self._older: dict[Hashable, tuple[Kept, int]] = {}

    def take(self, key: Hashable) -> Kept | None:
        """What is kept under a key; None where nothing is."""
        found = self._newer.get(key)
        if found is None:
            found = self._older.pop(key, None)
            if found is None:
                return None
            self.put(key, *found)
        return found[0]

    def put(self, key: Hashable, kept: Kept, size: int) -> None:
        """Keep something, given its size in the shelf's own measure."""
        if self._filled + size > self._half:
            self._older, self._newer, self._filled = self._newer, {}, 0
        self._newer[key] = (kept, size)
        self._filled += size
