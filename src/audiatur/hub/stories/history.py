"""How a story came to be what it is: what editors decided about it, and which stories the hub itself merged into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from audiatur.hub.stories.editorial import Placement, StoryAct, StoryDecision
from audiatur.hub.stories.models import Story
from audiatur.hub.written import Written

# Decisions that a page names, the newest; the log in the back office has all.
NAMED = 40
# Merges in a row that are followed back: each makes the kept story larger, so that longer chains are rare.
DEPTH = 5


@dataclass(frozen=True, slots=True)
class Event:
    """A decision as a page shows it. ``path`` leads to the other story, empty where there is none to go to.

    ``why`` is the editor's own word, ``by`` and ``undone_by`` are for editors; ``undone`` is None where it holds.
    """

    pk: int
    words: str
    when: datetime
    path: str
    why: str
    by: str
    undone: datetime | None
    undone_by: str


@dataclass(frozen=True, slots=True)
class History:
    """``events`` are the decisions of editors, the newest first; ``merged`` counts what the hub itself merged in.

    ``last_merged`` is when it last did; None where it did not, or where that is not known.
    """

    events: tuple[Event, ...]
    merged: int
    last_merged: datetime | None


@dataclass(frozen=True, slots=True)
class Hand:
    """That an editor put or keeps an article where it is: in words, and when."""

    words: str
    when: datetime


_DECIDED: Written[tuple[int]] = Written(
    lambda parts, again: (
        StoryDecision.objects.order_by().filter(Q(story__in=parts) | Q(other__in=again)).values_list("pk")[:1]
    )
)
_LED_TO: Written[tuple[int, datetime | None, int | None]] = Written(
    lambda ends: Story.objects.order_by().filter(redirect_to__in=ends).values_list("pk", "merged", "merged_by")
)


def history(story: Story) -> History:
    """What happened to a story, and to those that are part of it now."""
    parts, by_hub, last = _parts(story)
    if not _DECIDED.rows(list(parts), list(parts)):
        return History((), by_hub, last)
    rows = StoryDecision.objects.filter(Q(story__in=parts) | Q(other__in=parts)).select_related("story", "other")
    taken = Count("placements", filter=Q(placements__story=F("story")))
    events = tuple(_event(row, parts) for row in rows.annotate(taken=taken)[:NAMED])
    return History(events, by_hub, last)


def hands(articles: Iterable[int]) -> Mapping[int, Hand]:
    """The newest decision that put or keeps each article where it is; the others are missing."""
    return {article: Hand(str(_HANDS[StoryAct(act)]), made) for article, act, made in _PLACED.rows(list(articles))}


_PLACED: Written[tuple[int, str, datetime]] = Written(
    lambda articles: (
        Placement.objects.filter(article__in=articles, decision__undone__isnull=True)
        .filter(~Q(story=F("before")) | Q(decision__act__in=(StoryAct.PIN, StoryAct.FIX)))
        .order_by("decision")
        .values_list("article", "decision__act", "decision__made")
    )
)
_HANDS = {
    StoryAct.MERGE: _("An editor merged its story into this one"),
    StoryAct.SPLIT: _("An editor took it out of another story"),
    StoryAct.MOVE: _("An editor moved it here from another story"),
    StoryAct.PIN: _("An editor keeps it in this story"),
    StoryAct.FIX: _("An editor keeps the story as it is"),
}


def _parts(story: Story) -> tuple[set[int], int, datetime | None]:
    """The story and those that lead to it, how many of these the hub merged by itself, and when it last did."""
    parts, ends = {story.pk}, {story.pk}
    by_hub: list[datetime | None] = []
    for _step in range(DEPTH):
        rows = [row for row in _LED_TO.rows(sorted(ends)) if row[0] not in parts]
        by_hub += [merged for _, merged, decision in rows if decision is None]
        ends = {pk for pk, _, _ in rows}
        parts |= ends
        if not ends:
            break
    return parts, len(by_hub), max((when for when in by_hub if when is not None), default=None)


def _event(row: StoryDecision, parts: set[int]) -> Event:
    here = row.story_id in parts and not (row.act != StoryAct.MERGE and row.other_id in parts)
    away = row.other if here else row.story
    return Event(
        pk=row.pk,
        words=_words(row, here=here),
        when=row.made,
        path=reverse("story", args=[away.uid]) if away is not None and away.pk not in parts else "",
        why=row.note,
        by=row.by_name,
        undone=row.undone,
        undone_by=row.undone_by,
    )


def _words(row: StoryDecision, *, here: bool) -> str:
    """What was done, as the story sees it that the decision made or keeps (``here``), or the other one."""
    count = int(getattr(row, "taken", 0))
    match StoryAct(row.act):
        case StoryAct.MERGE if here:
            return gettext("Another story was merged into this one")
        case StoryAct.MERGE:
            return gettext("This story was merged into another")
        case StoryAct.SPLIT if here:
            return gettext("Split off from another story")
        case StoryAct.SPLIT:
            told = ngettext(
                "%(count)s article was split off into another story",
                "%(count)s articles were split off into another story",
                count,
            )
        case StoryAct.MOVE if here:
            told = ngettext(
                "%(count)s article was moved here from another story",
                "%(count)s articles were moved here from another story",
                count,
            )
        case StoryAct.MOVE:
            told = ngettext(
                "%(count)s article was moved to another story", "%(count)s articles were moved to another story", count
            )
        case StoryAct.PIN:
            told = ngettext(
                "%(count)s article was pinned: what the hub finds later does not take it out",
                "%(count)s articles were pinned: what the hub finds later does not take them out",
                count,
            )
        case StoryAct.FIX:
            return gettext("Kept as it is: the hub adds no article and merges it with no story")
    return told % {"count": count}
