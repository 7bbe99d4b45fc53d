"""Texts that tell of many events at once, known by their form: they would tie together what has nothing in common."""

from __future__ import annotations

import re

_FORMS = re.compile(
    r"\b(?:live\s+(?:updates?|blog|coverage|feed)|as\s+it\s+happened|(?:morning|evening|daily|weekly|nightly)\s+"
    r"(?:briefing|digest|newsletter|round-?up|report|update|summary)|news\s*letter|round-?up|digest|"
    r"what\s+(?:we\s+know|happened)\s+(?:on|today|so\s+far|this\s+week)|at\s+a\s+glance|week\s+in\s+(?:review|pictures)|"
    r"in\s+pictures|top\s+(?:stories|headlines|news)|your\s+\w+\s+briefing|live\s+briefing|"
    r"operational\s+(?:information|update|summary)|things\s+to\s+know|first\s+thing)\b"
    r"|^\s*live\s*[:|]|\blatest\s+(?:updates|developments)\b"
    r"|\bглавное\s+(?:за|к)\b|\bонлайн[- ]трансляция|\bдайджест\b|\bголовне\s+за\b|\bнаживо\b",
    re.IGNORECASE,
)


def is_roundup(title: str) -> bool:
    """Whether a title announces a live blog, a digest, a newsletter or the like."""
    return _FORMS.search(title) is not None
