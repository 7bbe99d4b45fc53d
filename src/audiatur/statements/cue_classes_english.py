"""The class of a statement by the words that introduce it, for cues that no rule of syntax found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audiatur.statements.values import StatementClass
from audiatur.statements.verbs_english import VERBS

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_TO = re.compile(r"\bAccording\s+$", re.IGNORECASE)
_REACH = 12  # characters before "to" in which "according" stands
_MARKS = frozenset('"“”«»„‘')


def class_of_cue(cue: str, content: Sequence[str]) -> StatementClass:
    """By the last verb of the cue that the list of verbs knows.

    A cue without one is speech where its content stands in quotation marks or where it is "according to", and a
    state of mind otherwise ("was proud of").
    """
    words = [w.lower() for w in _WORD.findall(cue)]
    if "according" in words:
        return StatementClass.SPEECH
    for at in range(len(words) - 1, -1, -1):
        following = words[at + 1] if at + 1 < len(words) else ""
        for verb in VERBS.get(words[at], ()):
            if verb.particle is None or verb.particle == following:
                return verb.class_
    quoted = any(_MARKS & set(part[:1] + part[-1:]) for part in content)
    return StatementClass.SPEECH if quoted or not words else StatementClass.ATTITUDE


def whole_cue(text: str, cue: tuple[int, int]) -> tuple[int, int]:
    """The cue with the "according" before it, where it is but the "to" after that word."""
    start, end = cue
    before = _BEFORE_TO.search(text, max(0, start - _REACH), start) if text[start:end].lower() == "to" else None
    return (before.start(), end) if before is not None else cue
