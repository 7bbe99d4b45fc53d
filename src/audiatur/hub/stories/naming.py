"""How stories get the part of their address that is theirs."""

from __future__ import annotations

import base64
import hashlib

from audiatur.stories.values import StoryId, Telling


def story_name(telling: Telling) -> StoryId:
    """A story's name, made from the article that founded it, so that a re-run founds the same."""
    return _digest(f"story\n{telling.id}")


def part_name(article: str, decision: int) -> StoryId:
    """The name of a story that an editor split off, made from its first article's id and the decision's key."""
    return _digest(f"part\n{decision}\n{article}")


def _digest(words: str) -> StoryId:
    return StoryId(base64.b32encode(hashlib.sha256(words.encode()).digest())[:16].decode().lower())
