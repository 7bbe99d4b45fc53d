"""What the lists and pages of the back office say of a source, in words, from the same calls as the public pages."""

from __future__ import annotations

from datetime import datetime

from audiatur.hub.articles.items import MODE_LABELS
from audiatur.hub.gate import facts_of, policy_of
from audiatur.hub.sources.models import FeedState, Source
from audiatur.hub.sources.policies import policy_words
from audiatur.provenance.gate import decide
from audiatur.provenance.independence import describe
from audiatur.provenance.notice import compose_notice
from audiatur.provenance.values import IndependenceClass, Mode

# Failed polls in a row before a list says so: one or two are the network's daily noise.
FAILURES_TOLD = 3


def class_of(source: Source) -> IndependenceClass:
    """The class that follows from the source's cited claims."""
    return compose_notice(facts_of(source)).independence


def class_told(source: Source) -> str:
    """The class with its meaning and the three answers that it follows from."""
    notice = compose_notice(facts_of(source))
    answers = notice.answers
    return (
        f"{notice.independence} ({describe(notice.independence, notice.evidence)}). "
        f"Mainly state-funded: {answers.mainly_state_funded}; "
        f"state governs: {answers.state_governs}; state controls editorially: {answers.state_controls_editorially}."
    )


def policy_line(source: Source, now: datetime) -> str:
    """The mode that holds now where no bar binds, on one line; says so where no editor has decided."""
    policy = policy_of(source)
    mode = decide(policy, now=now, jurisdiction=None)
    told = str(MODE_LABELS[mode]) if isinstance(mode, Mode) else "barred"
    if not hasattr(source, "policy"):
        return f"{told} (undecided)"
    if policy.ends is not None and policy.ends > now:
        told += f" until {policy.ends:%Y-%m-%d}"
    bars = len(policy.bars)
    return told if not bars else f"{told}, {bars} legal {'bar' if bars == 1 else 'bars'}"


def policy_told(source: Source, now: datetime) -> str:
    """The policy in full sentences."""
    return " ".join(policy_words(policy_of(source), now))


def health_line(source: Source) -> str:
    """How the source's feeds fare: empty where all answer, else how many fail or are gone."""
    feeds = list(source.feeds.all())
    if not feeds:
        return "no feed"
    failing = sum(feed.state == FeedState.ACTIVE and feed.failures >= FAILURES_TOLD for feed in feeds)
    gone = sum(feed.state == FeedState.GONE for feed in feeds)
    parts = [f"{failing} failing" if failing else "", f"{gone} gone" if gone else ""]
    return ", ".join(part for part in parts if part)


def last_success(source: Source) -> datetime | None:
    """When a feed of the source last answered; None where none ever did."""
    return max((feed.last_success for feed in source.feeds.all() if feed.last_success), default=None)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
