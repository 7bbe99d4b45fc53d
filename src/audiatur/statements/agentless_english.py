"""What is reported without anyone who reports it: "is said to be", "asked about it", "declined to comment"."""

from __future__ import annotations

import re

from audiatur.statements.candidates import Candidate
from audiatur.statements.wordlists import words

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|is also|is widely)(?: \w+ly| also| widely| once| twice| three times)? "
    r"(?:said|told|asked|expected|understood|believed|reported|thought|known|considered|feared|hoped|alleged|estimated|"
    r"rumou?red|accused|urged|called|asked|warned|assumed|likely|due)\b",
    re.IGNORECASE,
)
_BARE = words(
    "said believed thought expected understood reported known rumoured rumored alleged asked accused estimated"
)
_NEGATED = re.compile(r"^(?:would not|wouldn['’]t|did not|didn['’]t|won['’]t|will not)\b", re.IGNORECASE)
_NOBODY = words("nobody no-one none everybody everyone whoever anyone anybody you")


def is_agentless(text: str, candidate: Candidate) -> bool:
    """Whether a candidate has nobody who says anything, and so is no statement.

    A passive with "by" has its agent; "did not rule out" and "does not believe" are statements.
    """
    if candidate.cue is None:
        return False
    cue = text[slice(*candidate.cue)]
    after = text[candidate.cue[1] : candidate.cue[1] + 30].lower().lstrip(" ,")
    source = text[slice(*candidate.source)] if candidate.source else ""
    agent = after.startswith("by ") or " by" in f" {cue.lower()}"
    passive = _PASSIVE.search(cue) is not None and not agent
    nobody = source.lower().split()[:1]
    return passive or _is_silent(cue) or (nobody != [] and nobody[0] in _NOBODY) or _is_bare(text, candidate, source)


def _is_silent(cue: str) -> bool:
    """Whether somebody said nothing: "declined to comment", "would not say"."""
    lower = cue.lower().split()
    declined = lower[0] in ("declined", "refused", "declines", "refuses")
    unsaid = lower[-1] in ("say", "comment", "respond", "answer", "to", "explain")
    return declined or (_NEGATED.match(cue) is not None and unsaid)


def _is_bare(text: str, candidate: Candidate, source: str) -> bool:
    """Whether the cue is a participle of what is said or asked of somebody: "the cat, believed to be nine"."""
    cue = text[slice(*candidate.cue)] if candidate.cue else ""
    if cue.lower() not in _BARE or not candidate.cue:
        return False
    after = text[candidate.cue[1] : candidate.cue[1] + 30].lower().lstrip(" ,")
    if after.startswith(("to be ", "to have ")):
        return True
    if cue.lower() not in ("asked", "accused") or after.startswith("by "):
        return False
    before = text[max(0, candidate.cue[0] - 12) : candidate.cue[0]].rstrip()
    return cue[0].isupper() or (before.endswith(",") and (not source or source[:1].isupper()))
