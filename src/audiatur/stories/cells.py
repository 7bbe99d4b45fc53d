"""Which stories lie near a point, found by cell and never by going through them all."""

from __future__ import annotations

import numpy as np

from audiatur.stories.embedding import Meaning
from audiatur.stories.values import StoryId

CELLS = 256
"""Cells at most; a point further than ``APART`` from the anchor of each founds one."""
APART = 0.45
"""Cosine below which a point is no cell's."""
ROOM = 512
"""Stories a cell holds; the one that was entered first makes way."""
PROBED = 8
"""Cells looked at for a point, the nearest first."""
_START = 8


class _Cell:
    """Stories that began near one anchor: their centres as rows of a matrix."""

    __slots__ = ("names", "next", "rows", "used")

    def __init__(self, size: int) -> None:
        self.rows = np.zeros((_START, size), dtype=np.float32)
        self.names: list[StoryId | None] = []
        self.used = 0
        self.next = 0


class Cells:
    """The centres of the stories of one language. Cells arise as stories do, so the same stream makes the same ones."""

    def __init__(self) -> None:
        self._anchors = np.zeros((0, 0), dtype=np.float32)
        self._cells: list[_Cell] = []
        self._places: dict[StoryId, tuple[_Cell, int]] = {}

    def put(self, story: StoryId, centre: Meaning) -> None:
        """Enter a story, or move its centre; it stays in the cell where it began."""
        place = self._places.get(story)
        if place is None:
            place = self._room(self._cell(centre))
            cell, row = place
            cell.names[row] = story
            self._places[story] = place
        cell, row = place
        cell.rows[row] = centre

    def remove(self, story: StoryId) -> None:
        """Forget a story; one that is not here is no error."""
        place = self._places.pop(story, None)
        if place is None:
            return
        cell, row = place
        last = cell.used - 1
        if row != last:
            moved = cell.names[last]
            cell.rows[row], cell.names[row] = cell.rows[last], moved
            if moved is not None:
                self._places[moved] = (cell, row)
        cell.names.pop()
        cell.used -= 1
        cell.next = min(cell.next, cell.used)

    def near(self, point: Meaning, most: int) -> list[StoryId]:
        """The stories nearest to a point, the nearest first, of those in the cells around it."""
        if not self._cells:
            return []
        order = np.argsort(-(self._anchors[: len(self._cells)] @ point), kind="stable")[:PROBED]
        names: list[StoryId | None] = []
        parts = []
        for position in order:
            cell = self._cells[int(position)]
            if cell.used:
                parts.append(cell.rows[: cell.used] @ point)
                names.extend(cell.names)
        if not parts:
            return []
        closeness = np.concatenate(parts)
        best = _largest(closeness, most)
        return [name for i in best if (name := names[int(i)]) is not None]

    def _cell(self, centre: Meaning) -> _Cell:
        if self._cells:
            closeness = self._anchors[: len(self._cells)] @ centre
            nearest = int(np.argmax(closeness))
            if closeness[nearest] >= APART or len(self._cells) >= CELLS:
                return self._cells[nearest]
        else:
            self._anchors = np.zeros((CELLS, centre.size), dtype=np.float32)
        self._anchors[len(self._cells)] = centre
        self._cells.append(_Cell(centre.size))
        return self._cells[-1]

    def _room(self, cell: _Cell) -> tuple[_Cell, int]:
        """A free row, else that of the story which was entered first."""
        if cell.used < ROOM:
            if cell.used == len(cell.rows):
                more = max(_START, cell.used // 4)
                cell.rows = np.concatenate([cell.rows, np.zeros((more, cell.rows.shape[1]), dtype=np.float32)])
            cell.names.append(None)
            cell.used += 1
            return cell, cell.used - 1
        row = cell.next % ROOM
        cell.next = row + 1
        gone = cell.names[row]
        if gone is not None:
            del self._places[gone]
        return cell, row


def _largest(values: Meaning, most: int) -> list[int]:
    """Positions of the largest values, the largest first; of equals the first."""
    if len(values) > most:
        some = np.argpartition(-values, most - 1)[:most]
        return [int(i) for i in some[np.lexsort((some, -values[some]))]]
    return [int(i) for i in np.argsort(-values, kind="stable")]
