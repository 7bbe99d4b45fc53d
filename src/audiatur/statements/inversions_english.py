"""Finds the noun phrase that is the subject of a cue and stands after it ("said Jon Marks, a teacher")."""

from __future__ import annotations

from collections.abc import Sequence

from audiatur.statements.phrases_english import Phrase, is_name, name_like
from audiatur.statements.sentences import Token
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    FINITE,
    LEADING_ADVERBS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)

_VENUES = words(
    """statement interview email e-mail speech tweet post press news phone telephone rally letter video conference
    call memo release debate"""
)
_AFTER_APPOSITION = COORDINATORS | {"as", "while", "after", "when", "according", "in", "referring"}


def subject_right(tokens: Sequence[Token], cue_last: int, *, closed: bool = False) -> Phrase | None:
    """The subject that stands directly after the cue in an inversion ("said Jon Marks, a teacher"); None for none."""
    start = cue_last + 1
    if start >= len(tokens) or tokens[start].kind != "w":
        return None
    head = tokens[start]
    if head.lower in PRONOUNS:
        return (start, start) if head.lower in ("he", "she", "they") else None
    if not (
        is_name(head)
        or head.lower in DETERMINERS
        or head.lower in ("former", "co-founder", "spokesman", "spokeswoman")
        or head.text[0].islower()
    ):
        return None
    if (
        head.lower in PREPOSITIONS
        or head.lower in SUBORDINATORS
        or head.lower in TIME_WORDS
        or head.lower in AUXILIARIES
    ):
        return None
    at = start
    while at + 1 < len(tokens):
        following = tokens[at + 1]
        word = following.lower
        if following.text in "([":
            closing = next((k for k in range(at + 2, min(at + 10, len(tokens))) if tokens[k].text in ")]"), None)
            if closing is None:
                break
            at = closing
            continue
        if following.kind != "w" or (word in SUBORDINATORS and word != "who") or word in TIME_WORDS:
            break
        if word in (
            "in",
            "on",
            "during",
            "after",
            "when",
            "as",
            "at",
            "about",
            "to",
            "before",
            "while",
            "last",
            "this",
            "earlier",
        ) and name_like(tokens, start, at):
            break
        if word in ("during", "after", "before", "earlier", "late", "about") or (
            word == "on" and at + 2 < len(tokens) and tokens[at + 2].lower in TIME_WORDS
        ):
            break
        if (
            word in ("in", "at")
            and at + 3 < len(tokens)
            and tokens[at + 2].lower in ("a", "an")
            and tokens[at + 3].lower in _VENUES
        ):
            break
        at += 1
    return start, _apposition_end(tokens, at, closed=closed)


def _apposition_end(tokens: Sequence[Token], last: int, *, closed: bool) -> int:  # noqa: PLR0911 (ordered rules: the first that applies decides)
    """Where the apposition after ``last`` ends; ``last`` itself where there is none.

    ``closed``: it must end in a comma and hold no verb, as before a clause of its own ("According to Jon Marks, the
    mayor, the vote was late").
    """
    comma = last + 1
    if comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return last
    opener = tokens[comma + 1]
    if opener.kind != "w" or opener.lower in COORDINATORS or opener.lower in SUBORDINATORS - {"who", "whose"}:
        return last
    if opener.lower.endswith("ing") or opener.lower in PREPOSITIONS | PRONOUNS - {"who"}:
        return last
    if opener.lower in TIME_WORDS | LEADING_ADVERBS | FINITE | MODALS | AUXILIARIES:
        return last
    at = comma
    while at + 1 < len(tokens) and tokens[at + 1].kind not in "q.":
        at += 1
        if closed and (tokens[at].lower in FINITE and opener.lower not in ("who", "whose")):
            return last
        if tokens[at].text == "," and at + 1 < len(tokens):
            following = tokens[at + 1]
            if (
                closed
                or following.kind == "q"
                or following.lower.endswith("ing")
                or following.lower in _AFTER_APPOSITION
            ):
                return at - 1
    if closed:
        return last
    return at - 1 if tokens[at].text in ",:;" else at
