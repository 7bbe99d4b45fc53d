"""Where a story is found now: merged stories lead to the one that they became part of, over any number of merges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Max, Min

from audiatur.hub.articles.models import Article
from audiatur.hub.stories.editorial import StoryDecision
from audiatur.hub.stories.models import Story
from audiatur.hub.written import Written


def current(story: Story) -> Story:
    """The story that a story became part of in the end; itself where it is part of no other."""
    seen = {story.pk}
    while story.redirect_to is not None and story.redirect_to.pk not in seen:
        story = story.redirect_to
        seen.add(story.pk)
    return story


_LEADING: Written[tuple[int, int | None]] = Written(
    lambda stories: (
        Story.objects.order_by().filter(pk__in=stories, redirect_to__isnull=False).values_list("pk", "redirect_to")
    )
)


def currents(stories: Iterable[int]) -> Mapping[int, int]:
    """The same for many, by their keys; a query for each step of the longest chain, not for each story."""
    found = {pk: pk for pk in stories}
    ends = set(found.values())
    passed: set[int] = set()
    while ends:
        rows = _LEADING.rows(sorted(ends))
        steps = {pk: end for pk, end in rows if end is not None and end not in passed}
        found = {pk: steps.get(end) or end for pk, end in found.items()}
        passed |= ends
        ends = set(steps.values()) - passed
    return found


def lead(gone: Story, keep: Story, when: datetime, decision: StoryDecision | None = None) -> None:
    """Let a story's address lead to another from now on; ``decision`` is None where the hub merged them by itself."""
    gone.redirect_to, gone.merged, gone.merged_by = keep, when, decision
    gone.save(update_fields=["redirect_to", "merged", "merged_by"])


def span(stories: Iterable[int]) -> None:
    """Bring each story's first and last date up to date with its articles; one without articles keeps its own."""
    rows = Article.objects.order_by().filter(story__in=list(stories)).values("story")
    for row in rows.annotate(first=Min("published"), last=Max("published")):
        Story.objects.filter(pk=row["story"]).update(first_published=row["first"], last_published=row["last"])
