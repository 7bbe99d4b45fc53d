"""Stories, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

StoryId = NewType("StoryId", str)


@dataclass(frozen=True, slots=True)
class Telling:
    """An article as grouping sees it. ``text``, ``published``, ``language`` and ``outlet`` may be None or empty."""

    id: str
    title: str
    text: str = ""
    published: datetime | None = None
    language: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """The decision for one article.

    ``joined`` names the stories that were merged into ``story`` just now, empty for none. ``founded`` says that the
    article began the story. ``score`` is the likeness to the nearest article of the story in [0, 1], and ``nearest``
    that article's id; None where the story was founded. ``shared`` are the terms that weighed most, for the reader.
    """

    id: str
    story: StoryId
    founded: bool
    joined: tuple[StoryId, ...] = ()
    score: float | None = None
    nearest: str | None = None
    shared: tuple[str, ...] = ()
