"""What editors decided about stories, as the window keeps it: it holds whatever the words say."""

from __future__ import annotations

from collections.abc import Mapping

from audiatur.stories.values import StoryId


class Constraints:
    """Decisions that no likeness overrules.

    Attributes:
        moved: the story of an article, by its id.
        held: the stories that hold moved articles.
        pinned: stories that stay as they are: they take no article and are merged with none by likeness.
    """

    def __init__(self) -> None:
        self.moved: dict[str, StoryId] = {}
        self.held: set[StoryId] = set()
        self.pinned: set[StoryId] = set()
        self._apart: dict[StoryId, set[StoryId]] = {}

    def move(self, moved: Mapping[str, StoryId]) -> None:
        """Hold articles in stories, each by its id."""
        self.moved.update(moved)
        self.held.update(moved.values())

    def keep_apart(self, one: StoryId, other: StoryId) -> None:
        """Two stories never become one; nothing where they are one already."""
        if one != other:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def apart(self, one: StoryId, other: StoryId) -> bool:
        """Whether two stories must not become one."""
        return other in self._apart.get(one, ())

    def merged(self, gone: StoryId, keep: StoryId) -> None:
        """One story became part of another: what the first was kept apart from, the second is."""
        self.pinned.discard(gone)
        for other in self._apart.pop(gone, set()):
            self._apart[other].discard(gone)
            self.keep_apart(keep, other)
