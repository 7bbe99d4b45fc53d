"""Stories, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
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
class Mended:
    """What a look at all that was decided lately put right.

    ``merged``: stories that became part of another, each with the one it is part of now, in order. ``moved``: ids of
    articles that did not fit their story, each with the story it is in now.
    """

    merged: tuple[tuple[StoryId, StoryId], ...] = ()
    moved: tuple[tuple[str, StoryId], ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """The decision for one article.

    ``joined`` names the stories that were merged into ``story`` just now, empty for none. ``founded`` says that the
    article began the story. ``score`` is the likeness to the nearest article of the story in [0, 1], and ``nearest``
    that article's id; None where the story was founded. ``shared`` are the terms that weighed most, for the reader.
    ``reason`` are the kinds of evidence that weighed most, in words, the heaviest first; empty without an encoder.
    ``meaning`` is the encoder's vector in a byte a number, and ``sketch`` the article's weighted terms, both to be
    stored for ``Window.restore``; None without an encoder.
    ``mended`` is what was put right among all stories just now; its merges into ``story`` are in ``joined`` too.
    """

    id: str
    story: StoryId
    founded: bool
    joined: tuple[StoryId, ...] = ()
    score: float | None = None
    nearest: str | None = None
    shared: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    meaning: bytes | None = field(default=None, repr=False)
    sketch: bytes | None = field(default=None, repr=False)
    mended: Mended | None = None
