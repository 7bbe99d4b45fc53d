"""Stories that are near each other: noted while articles are grouped, for the reader and for editors."""

from __future__ import annotations

from collections.abc import Iterable

from audiatur.hub.stories.editorial import Kind, Kinship
from audiatur.hub.stories.models import Story
from audiatur.stories.values import StoryId
from audiatur.stories.window import Window

# Neighbours kept for a story, and the likeness of whole stories from which they are worth a look.
NEIGHBOURS = 5
LEAST = 0.12
# From here two stories of one language may be the same: half of their words, weighed by rarity, are the other's.
POSSIBLY = 0.5


def note_kin(window: Window, stories: Iterable[int]) -> None:
    """Note the neighbours of some stories as the window sees them now; what was noted of these before goes."""
    rows = dict(Story.objects.filter(pk__in=list(stories)).values_list("uid", "pk"))
    near = {uid: window.neighbours(StoryId(uid), NEIGHBOURS) for uid in rows}
    others = {name for found in near.values() for name, likeness in found if likeness >= LEAST}
    known = rows | dict(Story.objects.filter(uid__in=others - rows.keys()).values_list("uid", "pk"))
    Kinship.objects.filter(story__in=rows.values()).delete()
    Kinship.objects.bulk_create(
        Kinship(
            story_id=rows[uid],
            other_id=known[name],
            kind=Kind.SAME if likeness >= POSSIBLY else Kind.NEAR,
            likeness=min(1.0, likeness),
        )
        for uid, found in near.items()
        for name, likeness in found
        if likeness >= LEAST and name in known and known[name] != rows[uid]
    )
