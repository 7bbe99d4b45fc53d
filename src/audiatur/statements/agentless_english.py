"""What is no statement: "is said to be", "asked about it", "declined to comment", "an islet claimed by both"."""

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
_LAND = re.compile(
    r"(?:(?:an?|the|each|every|all|some|much of)\s)?(?:[\w’'-]+\s){0,3}"
    r"(?:islets?|islands?|isles?|reefs?|shoals?|rocks?|territor(?:y|ies)|zones?|waters|seas?|straits?|lands?|"
    r"peninsulas?|provinces?|regions?|towns?|villages?|valleys?)"
    r"(?: (?:that|which))?",
    re.IGNORECASE,
)
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
    unsaid = _is_silent(cue) or _is_bare(text, candidate, source) or _is_of_land(text, candidate, source)
    return passive or unsaid or (nobody != [] and nobody[0] in _NOBODY)


def _is_of_land(text: str, candidate: Candidate, source: str) -> bool:
    """Whether a claim is to land or water, not of words: "an islet claimed by both", "the zone that each claims"."""
    if candidate.cue is None or text[slice(*candidate.cue)].lower() not in ("claim", "claims", "claimed", "claiming"):
        return False
    by = text[candidate.cue[1] : candidate.cue[1] + 4].lower() == " by "
    if by and candidate.source is not None and candidate.source[1] <= candidate.cue[0]:
        return _LAND.fullmatch(source) is not None
    return _LAND.fullmatch(text[slice(*candidate.content[0])]) is not None


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
