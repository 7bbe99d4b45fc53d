"""Checks D: the hub's work, and E: its editors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min

from audiatur.fetching.targets import without_secrets
from audiatur.hub.articles.models import Article
from audiatur.hub.editors.operations import editors as accounts
from audiatur.hub.health.values import Finding, Level, judged
from audiatur.hub.sources.models import Feed, FeedState
from audiatur.hub.worker.lease import LeaseRow

# The worker looks every five seconds and a claim lapses after five minutes; what waits longer is not being polled.
LATE = timedelta(minutes=15)
# Failed polls in a row before it is told: at the longest pause between polls three are three days.
FAILURES_TOLD = 3
# Analysis does tens of articles a second; what has waited an hour is not only a busy moment.
OLD_BACKLOG = timedelta(hours=1)
# More names than this do not help on a terminal.
NAMED = 5


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to do, counted. ``oldest`` is when the longest waiting article came in, None without any.

    ``unfound`` are the articles that have been analysed and that the search does not find yet.
    """

    feeds: int
    overdue: int
    failing: tuple[str, ...]
    gone: tuple[str, ...]
    pending: int
    oldest: datetime | None
    worker: bool
    unfound: int = 0


def counted(now: datetime) -> Work:
    """Read it from the tables."""
    active = Feed.objects.filter(state=FeedState.ACTIVE)
    pending = Article.objects.filter(pending=True, latest__isnull=False)
    return Work(
        feeds=Feed.objects.count(),
        overdue=active.filter(next_poll__lt=now - LATE).count(),
        failing=_names(active.filter(failures__gte=FAILURES_TOLD).values_list("url", flat=True)),
        gone=_names(Feed.objects.filter(state=FeedState.GONE).values_list("url", flat=True)),
        pending=pending.count(),
        oldest=pending.aggregate(oldest=Min("first_seen"))["oldest"],
        worker=LeaseRow.objects.filter(until__gt=now).exists(),
        unfound=Article.objects.filter(pending=False, latest__isnull=False, indexed__isnull=True).count(),
    )


def _names(urls: Iterable[str]) -> tuple[str, ...]:
    return tuple(without_secrets(url) for url in urls)


def checks(found: Work, now: datetime) -> tuple[Finding, ...]:
    """The checks D."""
    polled = (feeds(found), overdue(found), failing(found.failing), gone(found.gone))
    return (*polled, backlog(found, now), search(found.unfound))


def feeds(found: Work) -> Finding:
    """D1: there is something to poll."""
    fault = "" if found.feeds else "none is on the register"
    remedy = "add one: audiatur sources add ADDRESS"
    return judged("D1", "feeds", fault, told=f"{found.feeds:,}", remedy=remedy, level=Level.WARNING)


def overdue(found: Work) -> Finding:
    """D2: feeds are polled when they are due."""
    minutes = int(LATE.total_seconds() // 60)
    fault = f"{found.overdue:,} should have been polled more than {minutes} minutes ago" if found.overdue else ""
    if fault and not found.worker:
        fault += "; no worker is at work"
    remedy = "see the worker's log; or add workers over one PostgreSQL" if found.worker else "start it: audiatur run"
    return judged("D2", "overdue feeds", fault, told="none", remedy=remedy, level=Level.WARNING)


def failing(names: Sequence[str]) -> Finding:
    """D3: feeds answer."""
    fault = f"{len(names):,} failed {FAILURES_TOLD} times in a row or more: {_some(names)}" if names else ""
    remedy = "see the attempts in the back office; a mirror can be added to the source"
    return judged("D3", "failing feeds", fault, told="none", remedy=remedy, level=Level.WARNING)


def gone(names: Sequence[str]) -> Finding:
    """D4: no server has said that its feed is gone for good."""
    fault = f"{len(names):,}: {_some(names)}" if names else ""
    remedy = "look for the outlet's new address and add it: audiatur sources add ADDRESS"
    return judged("D4", "feeds that are gone", fault, told="none", remedy=remedy, level=Level.WARNING)


def backlog(found: Work, now: datetime) -> Finding:
    """D5: what came in is analysed soon."""
    told = f"{found.pending:,} articles wait"
    waited = now - found.oldest if found.oldest else timedelta()
    fault = f"{told}, the oldest for {int(waited.total_seconds() // 3600):,} hours" if waited >= OLD_BACKLOG else ""
    remedy = "see the worker's log; audiatur run works through it" if found.worker else "start it: audiatur run"
    return judged("D5", "analysis", fault, told=told, remedy=remedy, level=Level.WARNING)


def search(unfound: int) -> Finding:
    """D6: what was analysed is found by the search."""
    fault = f"{unfound:,} articles are not in the index yet" if unfound else ""
    remedy = "the worker puts them in by itself; at once: audiatur reindex"
    return judged("D6", "search", fault, told="every article is in the index", remedy=remedy, level=Level.WARNING)


def editors(names: Sequence[str]) -> Finding:
    """E1: somebody can log in and edit; and what to do when a password is lost."""
    fault = "" if names else "no editor yet, nobody can log in"
    told = f"{_some(names)}; a lost password is replaced by: audiatur doctor --new-password NAME"
    return judged("E1", "editors", fault, told=told, remedy="start the hub: audiatur run makes an account and shows it")


def editor_names() -> list[str]:
    """The names of those who can log in as editors."""
    return [user.get_username() for user in accounts().order_by("username")]


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
