"""Whether the verb that governs a date speaks of what was or of what is to come.

No part of speech is tagged. The words before the date, from the nearest back to the head of the clause, are looked up:
auxiliaries, past forms, and verbs that announce. What comes after the date decides only where nothing before it does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from audiatur.statements.wordlists import words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_HEAD = re.compile(r"[\n;:“”\"«»!?]|(?<=[^\W\d_]{3})\.\s+(?=[A-Z“\"`])|``|''|\.\s*$|--")
_TAIL = re.compile(r"[\n;:“”\"«»!?]|\.(?:\s|$)|``|--")
_CLOSE = 5  # words up to the date within which "is meeting" announces; further off it tells what is going on
_HEADLINE = 10  # words from "to" to the date: "Ministers to meet in the capital on Friday"
_SHORT_SUBJECT = 4  # words: "The prime minister on Tuesday will"
_REACH = 220  # characters looked at on each side: longer clauses exist, but their verb is seldom that far off

_COMING = words(
    """will shall would may might must should can could won't cannot scheduled due expected supposed slated planning
    hoping expects expect expecting intends intend payable expire expires upcoming tomorrow forthcoming ahead poised
    likely preparing soon effective"""
)
_COMING_BEFORE_TO = words(
    """planned plans plan hopes hope wants want seeks seek invited ready proposes aims aim promises promised pledged
    vowed prepares set going is are was were be am agreed agrees agreement offered arranged agreeing approved deal
    ordered"""
)
_MODALS = words("will shall would may might must should can could won't cannot")
_DETERMINERS = words("a an the its his her their this that our")
_PRESENT = words(
    """meets meet opens begins begin starts arrives arrive leaves votes goes faces travels returns visits resumes ends
    closes hosts kicks speaks convenes gathers reconvenes"""
)
_PAST = words(
    """said told was were had did went came met began left took made gave got held won lost saw found sent spoke rose
    fell grew hit led ran wrote paid bought sold built broke brought caught chose drew drove flew fought kept knew
    laid sat shot stood struck swore taught thought threw withdrew became felt heard let meant sought slid sank shook
    stole swept split has have 've having since because following couldn't wouldn't after been done seen taken given
    known set put cut quit read spread dropped born says say saying"""
)
_NOT_PAST = words(
    """need speed indeed hundred exceed proceed feed seed succeed red bed united weed breed creed greed
    so-called limited armed sacred"""
)
_BE = words("is are was were be am 's 're 'm")
_NOT_VERBS = words("the a an his her its their our my your this that these those")


_LISTED = _COMING | _COMING_BEFORE_TO | _MODALS | _PAST | _PRESENT | _BE | _DETERMINERS


class Direction(IntEnum):
    """Which way from the day of publication a date lies."""

    PAST = -1
    OPEN = 0
    COMING = 1


def _is_past(found: Sequence[str], at: int) -> bool:
    """Whether the word there is a past form that no modal governs ("will be named", "to be completed")."""
    word = found[at]
    if word not in _PAST and not (len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST):
        return False
    if at and word.endswith("ed") and (found[at - 1] in _DETERMINERS or found[at - 1] in ("still", "newly", "so")):
        return False  # "a still unspecified date"
    return not {"be", *_MODALS} & set(found[max(0, at - 2) : at])


def _infinitive(found: Sequence[str], at: int) -> bool:
    """Whether the word there is "to" before a verb: a small word that is no article and no number."""
    following = found[at + 1] if at + 1 < len(found) else ""
    plural = following.endswith("s") and not following.endswith(("ss", "us"))  # "to reporters"
    return found[at] == "to" and following[:1].islower() and following not in _NOT_VERBS and not plural


def _word_tells(found: Sequence[str], at: int, open_infinitive: bool) -> Direction:
    """What one word, with the next, says of the direction."""
    word = found[at]
    following = found[at + 1] if at + 1 < len(found) else ""
    if word in ("could", "would") and following == "not":
        return Direction.PAST
    if word in _COMING or word.endswith(("'ll", "’ll")) or (word in _COMING_BEFORE_TO and following == "to"):
        return Direction.COMING
    if word in ("is", "are") and following.endswith("ing") and len(found) - at <= _CLOSE:
        return Direction.COMING
    if _is_past(found, at):
        return Direction.PAST
    if word in _PRESENT and not open_infinitive:
        return Direction.COMING
    return Direction.OPEN


def _before(found: Sequence[str]) -> Direction:
    """What the words before a date say, the nearest first."""
    infinitive = False
    for at in range(len(found) - 1, -1, -1):
        if _infinitive(found, at):
            if found[at + 1] == "be":
                return Direction.COMING  # "guidelines to be published in November"
            infinitive = infinitive or len(found) - at <= _HEADLINE
            continue
        told = _word_tells(found, at, infinitive)
        if told is not Direction.OPEN:
            return told
    # "Ministers to speak on Tuesday": an infinitive without any verb is how headlines announce
    return Direction.COMING if infinitive else Direction.OPEN


def _after(found: Sequence[str], before: int) -> Direction:
    """What the words after a date say, with so many words before it.

    A modal that follows says nothing where the date stands inside its subject ("her victories in the north on Tuesday
    will speed that up").
    """
    for at in range(min(len(found), 14)):
        told = _word_tells(found, at, False)
        if told is Direction.COMING and before > _SHORT_SUBJECT:
            return Direction.OPEN
        if told is not Direction.OPEN:
            return told
    return Direction.OPEN


def _small(word: str) -> str:
    """A word as the lists have it; names keep their capital, so that "to Kiev" is no infinitive and "May" no modal."""
    lower = word.lower()
    return lower if word != "May" and (lower == "to" or lower in _LISTED) else word


def direction_of(text: str, start: int, end: int) -> Direction:
    """Which way the date at ``text[start:end]`` lies, by the verbs of its clause; OPEN where none tells."""
    head = text[max(0, start - _REACH) : start]
    cuts = [m.end() for m in _HEAD.finditer(head)]
    tail = text[end : end + _REACH]
    stop = _TAIL.search(tail)
    before = [_small(m.group()) for m in _WORD.finditer(head[cuts[-1] if cuts else 0 :])]
    told = _before(before)
    if told is not Direction.OPEN:
        return told
    return _after([_small(m.group()) for m in _WORD.finditer(tail[: stop.start() if stop else None])], len(before))
