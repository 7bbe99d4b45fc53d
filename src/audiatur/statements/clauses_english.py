"""The subject of the clause in which a verb without a subject of its own stands ("He rose and said ...")."""

from __future__ import annotations

from collections.abc import Sequence

from audiatur.statements.phrases_english import Phrase, is_name
from audiatur.statements.sentences import Token
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import (
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    LEADING_ADVERBS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    TIME_LEADS,
    TIME_WORDS,
)

_JOINERS = words("of de la le al bin bint ibn van von der the 's ’s and")


def _head(tokens: Sequence[Token], start: int, stop: int) -> Phrase | None:
    """The noun phrase that begins at ``start``."""
    first = tokens[start]
    if first.kind != "w":
        return None
    if first.lower in PRONOUNS:
        return (start, start) if first.lower in ("he", "she", "they", "it") else None
    if not (is_name(first) or first.lower in DETERMINERS):
        return None
    at = start
    while at + 1 < stop and tokens[at + 1].kind == "w":
        token, word = tokens[at + 1], tokens[at + 1].lower
        if (
            word in FINITE
            or word in AUXILIARIES - {"'s", "’s"}
            or word in MODALS
            or (word in VERBS and not is_name(token))
        ):
            break
        if word.endswith("ed") and token.text[0].islower():
            break
        if is_name(tokens[at]) and not is_name(token) and word not in _JOINERS:
            break
        if word in PREPOSITIONS - {"of", "for"} or word in TIME_WORDS:
            break
        at += 1
        if at - start > 12:
            return None
    return start, at


def clause_subject(tokens: Sequence[Token], before: int) -> Phrase | None:
    """The subject of the clause that leads up to token ``before``; None where it can't be told."""
    start = 0
    while start < before and (tokens[start].lower in LEADING_ADVERBS or tokens[start].kind == "p"):
        start += 1
    if start < before and tokens[start].lower in ("although", "though", "while", "because", "since"):
        start += 1
    elif start < before and tokens[start].lower in PREPOSITIONS | TIME_WORDS | TIME_LEADS | {"when"}:
        comma = next((k for k in range(start, before) if tokens[k].text == ","), None)
        if comma is None or comma + 1 >= before:
            return None
        start = comma + 1
    return _head(tokens, start, before) if start < before else None
