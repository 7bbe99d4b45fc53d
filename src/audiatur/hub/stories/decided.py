"""What editors decided about stories, as grouping has to respect it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q, QuerySet

from audiatur.hub.stories.editorial import Placement, StoryAct, StoryDecision
from audiatur.hub.stories.following import currents
from audiatur.hub.stories.models import Story
from audiatur.hub.worker.lease import LeaseRow
from audiatur.stories.values import StoryId

Stamp = tuple[int, datetime | None]


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions that hold, over the stories as they are called now.

    ``moved``: the story of an article, by its id. ``split``: stories that must not become one. ``pinned``: stories
    that stay as they are.
    """

    moved: Mapping[str, StoryId]
    split: tuple[tuple[StoryId, StoryId], ...]
    pinned: frozenset[StoryId]


def lock() -> None:
    """Wait for analysis to finish its batch, and keep it from the next until the transaction ends.

    On SQLite the transaction itself does that; on PostgreSQL the row of the lease by which one process analyses.
    """
    LeaseRow.objects.select_for_update().filter(name="analysis").first()


def stamp() -> Stamp:
    """What changes with every decision, taken or taken back."""
    found = StoryDecision.objects.order_by().aggregate(newest=Max("pk"), undone=Max("undone"))
    return found["newest"] or 0, found["undone"]


def holds(articles: Iterable[int], *, before: int | None = None) -> dict[int, int]:
    """The story in which each of the articles is held, by their keys; those that nobody decided on are missing.

    ``before``: only decisions before this one count.
    """
    rows = _holding().filter(article__in=list(articles))
    if before is not None:
        rows = rows.filter(decision__lt=before)
    return dict(rows.values_list("article", "story"))


def decided(since: datetime, until: datetime) -> Decided:
    """All that concerns the articles published in a span of time and their stories."""
    rows = _holding().filter(article__published__range=(since, until))
    moved = dict(rows.values_list("article__uid", "story"))
    acts = StoryDecision.objects.order_by("pk").filter(undone__isnull=True)
    living = Q(story__last_published__gte=since) | Q(other__last_published__gte=since)
    parted = acts.filter(living, act__in=(StoryAct.SPLIT, StoryAct.MOVE), other__isnull=False)
    fixed = list(acts.filter(act=StoryAct.FIX, story__redirect_to__isnull=True).values_list("story__uid", flat=True))
    pairs = list(parted.values_list("story", "other"))
    now = currents({*moved.values(), *(pk for pair in pairs for pk in pair)})
    names = {pk: StoryId(uid) for pk, uid in Story.objects.filter(pk__in=now.values()).values_list("pk", "uid")}
    apart = {(now[one], now[other]) for one, other in pairs if now[one] != now[other]}
    return Decided(
        moved={uid: names[now[story]] for uid, story in moved.items()},
        split=tuple((names[one], names[other]) for one, other in sorted(apart)),
        pinned=frozenset(StoryId(uid) for uid in fixed),
    )


def moved(articles: Iterable[int]) -> dict[str, StoryId]:
    """The stories, as they are called now, that hold some articles, by the articles' ids."""
    found = dict(_holding().filter(article__in=list(articles)).values_list("article__uid", "story"))
    now = currents(found.values())
    names = dict(Story.objects.filter(pk__in=now.values()).values_list("pk", "uid"))
    return {uid: StoryId(names[now[story]]) for uid, story in found.items()}


def _holding() -> QuerySet[Placement]:
    """The placements that were not undone, the newest decision last, so that it is the one that counts."""
    return Placement.objects.filter(decision__undone__isnull=True).order_by("decision")
