"""NewsBlur's rule for what is one story, as a peer: titles that share enough words.

Two titles are one story where the overlap coefficient of their words is .6 or more and at least three are shared,
digits dropped; what is tied by a chain of such pairs is one story. Written anew from its description.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from audiatur.stories.values import StoryId, Telling

ENOUGH = 0.6
SHARED = 3
_WORD = re.compile(r"[^\W\d_]+")


class TitleOverlap:
    """The rule on a stream, with an index of words so that it may be timed fairly."""

    def __init__(self) -> None:
        self._titles: list[frozenset[str]] = []
        self._stories: list[StoryId] = []
        self._having: dict[str, list[int]] = defaultdict(list)
        self._final: dict[str, StoryId] = {}
        self._part_of: dict[StoryId, StoryId] = {}

    def assign(self, telling: Telling) -> StoryId:
        """The story of an article."""
        words = frozenset(_WORD.findall(telling.title.lower()))
        shared: Counter[int] = Counter()
        for word in sorted(words):
            shared.update(self._having[word])
        story = StoryId(f"n{len(self._titles)}")
        for number, common in shared.items():
            if common >= SHARED and common / min(len(words), len(self._titles[number])) >= ENOUGH:
                gone = self._current(self._stories[number])
                if gone != story:
                    self._part_of[gone] = story
        for word in words:
            self._having[word].append(len(self._titles))
        self._titles.append(words)
        self._stories.append(story)
        self._final[telling.id] = story
        return story

    def final(self) -> dict[str, StoryId]:
        """The story of every article."""
        return {name: self._current(story) for name, story in self._final.items()}

    def _current(self, story: StoryId) -> StoryId:
        while story in self._part_of:
            story = self._part_of[story]
        return story


def by_titles(stream: Sequence[Telling]) -> dict[str, StoryId]:
    """The rule over a whole stream."""
    rule = TitleOverlap()
    for telling in stream:
        rule.assign(telling)
    return rule.final()
