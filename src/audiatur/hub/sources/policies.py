"""A source's policy in plain words."""

from __future__ import annotations

from datetime import datetime

from audiatur.provenance.gate import in_window
from audiatur.provenance.values import Mode, Policy

_MODES = {
    Mode.FULL: "the full text of its items",
    Mode.LINK: "titles and links to its items, without their text",
    Mode.NONE: "nothing of its items",
}


def mode_words(policy: Policy, mode: Mode) -> str:
    """What a mode lets leave, in words."""
    if mode is Mode.EXCERPT:
        return f"excerpts of its items of at most {policy.excerpt_chars:,} characters, with a link to the whole"
    return _MODES[mode]


def policy_words(policy: Policy, now: datetime) -> tuple[str, ...]:
    """The policy as sentences: what is republished, from when until when, and what holds outside of that time.

    Bars are not told here; they have their own place, with the authority and the law.
    """
    told = [f"This hub republishes {mode_words(policy, policy.mode)}."]
    if policy.starts is None and policy.ends is None:
        return (*told, "No time limit is set.")
    begin = f"from {_moment(policy.starts)}" if policy.starts else ""
    end = f"until {_moment(policy.ends)}" if policy.ends else ""
    told.append(f"This holds {' '.join(filter(None, (begin, end)))}. {_at_present(policy, now)}")
    told.append(f"Outside of that time it republishes {mode_words(policy, policy.outside)}.")
    return tuple(told)


def _at_present(policy: Policy, now: datetime) -> str:
    if in_window(policy, now):
        return "That time is now."
    begun = policy.starts is None or policy.starts <= now
    return "That time is over." if begun else "That time has not begun."


def _moment(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"
