"""Claiming feeds that are due, so that no two workers poll the same one.

A claim is a conditional UPDATE; it lapses by itself when its worker dies.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from audiatur.hub.sources.models import Feed, FeedKind, FeedState

# Twice the longest request and the time to store it; a dead worker's feeds wait no longer than this.
LEASE = timedelta(minutes=5)
# A mirror is asked only when every address of the outlet itself has failed this often in a row.
FAILURES_BEFORE_MIRROR = 2


def due(now: datetime) -> QuerySet[Feed]:
    """Feeds that should be polled now and that nobody has claimed."""
    healthy = Feed.objects.filter(
        source=OuterRef("source"),
        kind=FeedKind.PRIMARY,
        state=FeedState.ACTIVE,
        failures__lt=FAILURES_BEFORE_MIRROR,
    )
    return (
        Feed.objects.filter(state=FeedState.ACTIVE, next_poll__lte=now)
        .filter(Q(claimed_until__isnull=True) | Q(claimed_until__lt=now))
        .filter(Q(kind=FeedKind.PRIMARY) | ~Exists(healthy))
    )


def claim(token: str, *, now: datetime, most: int) -> list[Feed]:
    """Claim up to ``most`` due feeds under a token that nobody else uses; the longest due first."""
    wanted = list(due(now).order_by("next_poll", "pk").values_list("pk", flat=True)[:most])
    if not wanted:
        return []
    Feed.objects.filter(pk__in=wanted).filter(Q(claimed_until__isnull=True) | Q(claimed_until__lt=now)).update(
        claimed_by=token, claimed_until=now + LEASE
    )
    return list(Feed.objects.filter(pk__in=wanted, claimed_by=token).select_related("source__policy"))
