"""What a poll changes in the register: the evidence of the attempt, and what the next poll needs to know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from audiatur.feeds.schedule import interval, next_poll
from audiatur.feeds.values import Rhythm
from audiatur.fetching.values import AnswerHeaders, Evidence, Fetched, Gone, Outcome, Unchanged
from audiatur.hub.articles.intake import Taken
from audiatur.hub.sources.models import Attempt, Feed, FeedState
from audiatur.hub.sources.models import Outcome as Word

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

# How many of the latest dates of a feed its rhythm is judged by.
DATES_KEPT = 30
# The columns of a feed that a poll may change.
COLUMNS = (
    "moved_to",
    "state",
    "title",
    "format",
    "etag",
    "last_modified",
    "body_hash",
    "rhythm",
    "interval_seconds",
    "next_poll",
    "last_polled",
    "last_success",
    "failures",
    "unchanged",
    "claimed_by",
    "claimed_until",
)

# The columns of an attempt.
ATTEMPT = (
    "feed_id",
    "source_id",
    "url",
    "started",
    "outcome",
    "stage",
    "status",
    "failure",
    "message",
    "evidence",
    "entries",
    "new",
    "changed",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a poll came to: the outcome on the network, and where it was no feed, why."""

    outcome: Outcome
    taken: Taken = field(default_factory=Taken)
    trouble: str | None = None


def attempt_of(feed: Feed, verdict: Verdict) -> Attempt:
    """The evidence as a row. A document that is no feed failed at stage ``feed``."""
    outcome, evidence = verdict.outcome, verdict.outcome.evidence
    return Attempt(
        feed=feed,
        source_id=feed.source_id,
        url=evidence.url[:2000],
        started=evidence.started,
        outcome=_word(verdict),
        stage="feed" if verdict.trouble else evidence.stage or "",
        status=evidence.status,
        failure="not_a_feed" if verdict.trouble else evidence.failure or "",
        message=verdict.trouble or evidence.detail or "",
        evidence=evidence_json(evidence, outcome),
        entries=verdict.taken.seen,
        new=verdict.taken.new,
        changed=verdict.taken.changed,
    )


def evidence_json(evidence: Evidence, outcome: Outcome) -> dict[str, Json]:
    """The evidence without what has columns of its own; None and empty are left out."""
    facts = _plain({name: value for name, value in asdict(evidence).items() if name not in _COLUMNS_OF_EVIDENCE})
    headers = {} if isinstance(outcome, Gone) else _plain(asdict(outcome.headers))
    return {**facts, **({"headers": headers} if headers else {})}


_COLUMNS_OF_EVIDENCE = {"url", "started", "stage", "status", "failure", "detail"}


def _plain(value: dict[str, object]) -> dict[str, Json]:
    return {name: _json(item) for name, item in value.items() if item not in (None, (), {}, "", 0)}


def _json(value: object) -> Json:
    if isinstance(value, dict):
        return _plain(value)
    if isinstance(value, list | tuple):
        return [_json(item) for item in value]
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, float):
        return round(value, 2)
    return value if isinstance(value, bool | int | str) else str(value)


def _word(verdict: Verdict) -> Word:
    if verdict.trouble is not None:
        return Word.FAILED
    match verdict.outcome:
        case Fetched():
            return Word.FETCHED
        case Unchanged():
            return Word.UNCHANGED
        case Gone():
            return Word.GONE
    return Word.FAILED


def settle(feed: Feed, verdict: Verdict, *, now: datetime) -> None:
    """Set what the next poll needs to know; the caller stores the feed (``COLUMNS``)."""
    outcome = verdict.outcome
    feed.last_polled = now
    feed.claimed_by, feed.claimed_until = "", None
    if isinstance(outcome, Fetched | Unchanged) and verdict.trouble is None:
        _succeeded(feed, outcome, verdict.taken, now)
    elif isinstance(outcome, Gone):
        feed.state = FeedState.GONE
    else:
        feed.failures += 1
    _schedule(feed, outcome, now)


def _succeeded(feed: Feed, outcome: Fetched | Unchanged, taken: Taken, now: datetime) -> None:
    feed.last_success = now
    feed.failures = 0
    feed.unchanged = 0 if taken.new or taken.changed else feed.unchanged + 1
    if outcome.permanent_url and outcome.permanent_url != feed.address:
        feed.moved_to = outcome.permanent_url[:2000]
    feed.etag = outcome.headers.etag or (feed.etag if isinstance(outcome, Unchanged) else "")
    feed.last_modified = outcome.headers.last_modified or (feed.last_modified if isinstance(outcome, Unchanged) else "")
    if isinstance(outcome, Fetched):
        feed.body_hash = outcome.body_hash


def _schedule(feed: Feed, outcome: Outcome, now: datetime) -> None:
    headers = AnswerHeaders() if isinstance(outcome, Gone) else outcome.headers
    rhythm, dates = rhythm_of(feed)
    pause = interval(rhythm, dates, cache_max_age=headers.max_age, failures=feed.failures, unchanged=feed.unchanged)
    feed.interval_seconds = int(pause.total_seconds())
    feed.next_poll = next_poll(
        now,
        rhythm,
        dates,
        cache_max_age=headers.max_age,
        failures=feed.failures,
        unchanged=feed.unchanged,
        retry_after=headers.retry_after,
    )


def keep_rhythm(feed: Feed, rhythm: Rhythm, dates: Iterable[datetime]) -> None:
    """Remember what the feed asks of those who poll it and when its latest entries appeared."""
    latest = sorted((date.astimezone(UTC) for date in dates), reverse=True)[:DATES_KEPT]
    feed.rhythm = {
        "ttl": rhythm.ttl.total_seconds() if rhythm.ttl else None,
        "update_every": rhythm.update_every.total_seconds() if rhythm.update_every else None,
        "skip_hours": sorted(rhythm.skip_hours),
        "skip_days": sorted(rhythm.skip_days),
        "dates": [date.isoformat() for date in latest],
    }


def rhythm_of(feed: Feed) -> tuple[Rhythm, Sequence[datetime]]:
    """What was remembered by ``keep_rhythm``."""
    kept = feed.rhythm
    return (
        Rhythm(
            ttl=_span(kept.get("ttl")),
            update_every=_span(kept.get("update_every")),
            skip_hours=frozenset(kept.get("skip_hours", ())),
            skip_days=frozenset(kept.get("skip_days", ())),
        ),
        [datetime.fromisoformat(date) for date in kept.get("dates", ())],
    )


def _span(seconds: float | None) -> timedelta | None:
    return timedelta(seconds=seconds) if seconds else None
