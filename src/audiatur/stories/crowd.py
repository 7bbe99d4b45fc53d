"""How many stories stand side by side: the more there are, the likelier that something else lies just as near."""

from __future__ import annotations

import math

FEW = 5.0
"""Stories that are assumed at least: the first articles of a window say nothing of how many there will be."""


class Crowd:
    """The stories of one language in the window, counted as the inverse of the chance that two articles share one.

    So a hundred articles that stand alone beside one story of a thousand do not make a crowd (the inverse Simpson
    index). Counted as articles come and go.
    """

    __slots__ = ("_articles", "_squares")

    def __init__(self) -> None:
        self._articles = 0
        self._squares = 0

    def came(self, size: int) -> None:
        """An article came to a story, which has ``size`` with it."""
        self._articles += 1
        self._squares += 2 * size - 1

    def left(self, size: int) -> None:
        """An article left a story, which has ``size`` without it."""
        self._articles -= 1
        self._squares -= 2 * size + 1

    def merged(self, one: int, other: int) -> None:
        """Two stories of so many articles became one."""
        self._squares += 2 * one * other

    @property
    def dense(self) -> float:
        """The natural logarithm of the number of stories, ``FEW`` at least."""
        return math.log(max(FEW, self._articles**2 / self._squares if self._squares else 0.0))
