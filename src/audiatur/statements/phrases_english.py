"""Finds the noun phrase that is the subject of a cue and stands before it ("Jon Marks, a teacher, said")."""

from __future__ import annotations

from collections.abc import Sequence

from audiatur.statements.sentences import Token
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import (
    CONTRACTED_NOT,
    COORDINATORS,
    DETERMINERS,
    FINITE,
    LEADING_ADVERBS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_LEADS,
    TIME_WORDS,
)

Phrase = tuple[int, int]
"""Token indexes, both inclusive."""

_PARTICLES = words("de la le el al bin bint ibn van von der den di da do dos du of the for and 's ’s")
_ASPECTS = words("a an the who whose which former formerly now then one another")
_OPEN_ADJUNCT = words("in on at during after before for with from over when while as since following without")
_CLAUSE_WORDS = PREPOSITIONS | PRONOUNS | COORDINATORS | TIME_WORDS | LEADING_ADVERBS
_REACH = 40  # tokens a subject with its appositions may span; longer ones are misreadings


def is_name(token: Token) -> bool:
    """Whether the token is written like a proper name (months and weekdays apart)."""
    return token.kind == "w" and token.text[0].isupper() and token.lower not in TIME_WORDS


_SAYING = words("said says told added saying adding believes thinks hopes")


def skip_bracket(tokens: Sequence[Token], at: int) -> int:
    """The index of the bracket that opens the one closing at ``at``; ``at`` itself where none does."""
    for index in range(at - 1, max(-1, at - 8), -1):
        if tokens[index].text in "([":
            return index
    return at


def _boundary(token: Token) -> bool:
    """Whether a leftward walk for a subject stops before this token."""
    word = token.lower
    if token.kind != "w":
        return True
    if word in SUBORDINATORS or word in CONTRACTED_NOT or word in ("but", "or", "so", "yet"):
        return word != "who"
    if word in FINITE or word in MODALS:
        return token.text not in ("May", "Will")
    return word in _SAYING


def _segment_start(tokens: Sequence[Token], last: int, floor: int) -> int:
    """The first token of the run of words that ends at ``last``, no further left than ``floor``."""
    at = last
    while at > floor:
        before = tokens[at - 1]
        if before.text == ")":
            opening = skip_bracket(tokens, at - 1)
            if opening == at - 1 or opening <= floor:
                break
            at = opening
            continue
        if before.lower == "and":
            left = tokens[at - 2] if at - 2 >= floor else None
            if left is not None and _short_list(tokens, at - 2, floor):
                at -= 2
                continue
            if (
                left is None
                or left.kind != "w"
                or not (is_name(left) or is_name(tokens[at]) or tokens[at].lower in DETERMINERS)
            ):
                break
            at -= 1
            continue
        if before.kind == "q" and at - 2 >= floor and tokens[at - 2].lower in DETERMINERS:
            at -= 1
            continue
        if _boundary(before):
            break
        at -= 1
    return at


def _short_list(tokens: Sequence[Token], last: int, floor: int) -> bool:
    """Whether the words up to ``last`` are the first half of "current and former officials": two or three words."""
    at = last
    while at >= floor and tokens[at].kind == "w" and last - at < 4:
        if tokens[at].lower in _CLAUSE_WORDS or tokens[at].lower in VERBS or _boundary(tokens[at]):
            return False
        at -= 1
    return last - at <= 3 and at < last and (at < floor or tokens[at].kind != "w")


def base_phrase(tokens: Sequence[Token], start: int, last: int) -> int:
    """The first token of the innermost noun phrase that ends at ``last``; for a segment opened by an adverbial."""
    at = last
    while at > start:
        before = tokens[at - 1]
        word = before.lower
        if tokens[at].lower in DETERMINERS and word not in ("all", "both"):
            break
        if word in TIME_WORDS or (word in PREPOSITIONS and word != "of") or word in COORDINATORS or before.kind == "p":
            break
        if before.text.isdigit():
            break
        at -= 1
    return at


def _trimmed(tokens: Sequence[Token], start: int, last: int) -> Phrase | None:
    """The phrase without adverbs, times and adjuncts at its head; None where nothing is left."""
    while start <= last and (
        tokens[start].lower in COORDINATORS
        or (tokens[start].lower in LEADING_ADVERBS and tokens[start].lower != "one")
        or (
            tokens[start].lower.endswith("ly") and tokens[start].lower in ("recently", "finally", "lately", "certainly")
        )
    ):
        start += 1
    if start > last:
        return None
    head = tokens[start].lower
    timed = head in TIME_WORDS or (
        head in TIME_LEADS and start + 1 <= last and tokens[start + 1].lower in TIME_WORDS | {"week's"}
    )
    if (timed or head in _OPEN_ADJUNCT or head in PREPOSITIONS) and not (head == "over" and last == start):
        words_last = skip_bracket(tokens, last) - 1 if tokens[last].text == ")" else last
        base = base_phrase(tokens, start, max(start, words_last))
        if base == start:
            return None
        start = base
    if tokens[last].lower in PREPOSITIONS or tokens[last].lower in DETERMINERS - {
        "some",
        "many",
        "several",
        "most",
        "few",
        "all",
        "both",
        "others",
        "another",
        "each",
        "other",
        "this",
        "that",
    }:
        return None
    if tokens[last].lower in TIME_WORDS and last > start and tokens[last].lower not in ("may", "march"):
        last -= 1  # "Trump on Tuesday said"
        while last > start and tokens[last].lower in TIME_LEADS:
            last -= 1
        if tokens[last].lower in TIME_LEADS:
            return None
    return start, last


def name_like(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Whether the tokens are one proper name, titles, brackets and joining words included."""
    words = [t for t in tokens[start : last + 1] if t.kind == "w"]
    return (
        bool(words)
        and is_name(words[0])
        and all(is_name(t) or t.lower in _PARTICLES or t.text[0].isdigit() for t in words)
    )


def _no_verb(tokens: Sequence[Token], start: int, last: int) -> bool:
    return not any(_boundary(t) for t in tokens[start : last + 1] if t.kind == "w")


def _with_apposition(tokens: Sequence[Token], comma: int, floor: int) -> Phrase | None:  # noqa: PLR0911 (ordered rules: the first that applies decides)
    """The subject that ends in an apposition closed by the comma at ``comma``: "Jon Marks, a teacher, said"."""
    last, at, tries = comma - 1, comma, 0
    while at > floor and comma - at < _REACH and tries < 5:
        at -= 1
        token = tokens[at]
        if token.text == ")":
            at = skip_bracket(tokens, at)
            continue
        if token.kind in "q." or token.text in ";:—–":
            return None
        if token.text != ",":
            continue
        tries += 1
        head_last = skip_bracket(tokens, at - 1) - 1 if tokens[at - 1].text == ")" else at - 1
        start = _segment_start(tokens, head_last, floor) if head_last >= floor else at
        if start >= at:
            return None
        trimmed = _trimmed(tokens, start, at - 1)
        if trimmed is None or tokens[trimmed[0]].kind != "w":
            continue
        start = trimmed[0]
        opener = tokens[at + 1] if at + 1 < comma else None
        if opener is None:
            continue
        titled = is_name(tokens[head_last]) and (start == floor or tokens[start - 1].kind != "w")
        names = name_like(tokens, start, at - 1) or (titled and _no_verb(tokens, start, at - 1))
        inner_name = name_like(tokens, at + 1, last) and last - at <= 5
        described = not opener.text[0].isupper() or opener.lower in _ASPECTS or name_like(tokens, at + 1, at + 1)
        if names and opener.lower in PREPOSITIONS:
            return start, at - 1
        if names and described:
            return start, last
        if inner_name and tokens[start].kind == "w" and start > floor - 1 and _no_verb(tokens, start, at - 1):
            return start, last
        determined = tokens[start].lower in DETERMINERS and _no_verb(tokens, start, at - 1)
        if determined and opener.lower in _ASPECTS | {"which", "including", "citing"}:
            return start, last
    return None


def subject_left(tokens: Sequence[Token], cue_first: int, floor: int) -> Phrase | None:  # noqa: PLR0911 (ordered rules: the first that applies decides)
    """The subject that stands directly before the cue, no further left than ``floor``; None for none."""
    last = cue_first - 1
    if last < floor:
        return None
    token = tokens[last]
    if token.text == ",":
        return _with_apposition(tokens, last, floor)
    if token.text == ")":
        opening = skip_bracket(tokens, last)
        if opening == last or opening <= floor:
            return None
        start = _segment_start(tokens, opening - 1, floor)
        return _trimmed(tokens, start, last)
    if token.kind != "w":
        return None
    if token.lower in PRONOUNS or token.lower in ("which", "others", "i"):
        return last, last
    if token.lower in COORDINATORS or (_boundary(token) and token.lower != "this"):
        return None
    start = _segment_start(tokens, last, floor)
    return _trimmed(tokens, start, last)
