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
        after_owner = tokens[at].lower in ("'s", "’s")
        if is_name(tokens[at]) and not after_owner and not is_name(token) and word not in _JOINERS:
            break
        if word in PREPOSITIONS - {"of", "for"} or word in TIME_WORDS:
            break
        at += 1
        if at - start > 12:
            return None
    return None if at == start and first.lower in DETERMINERS else (start, at)


def _past_dateline(tokens: Sequence[Token], before: int) -> int:
    """The first token after "LONDON (Reuters) —"; 0 where there is no dateline."""
    if not tokens[0].text.isupper() or len(tokens[0].text) < 3:
        return 0
    dash = next((k for k in range(1, min(9, before)) if tokens[k].text in ("—", "–", "-")), None)
    return dash + 1 if dash is not None else 0


def clause_subject(tokens: Sequence[Token], before: int) -> Phrase | None:
    """The subject of the clause that leads up to token ``before``; None where it can't be told."""
    start = _past_dateline(tokens, before)
    while start < before and (tokens[start].lower in LEADING_ADVERBS or tokens[start].kind == "p"):
        start += 1
    opener = tokens[start] if start < before else None
    comma = next((k for k in range(start, before) if tokens[k].text == ","), None)
    if opener is not None and comma is not None and any(v.form in ("past", "ing") for v in VERBS.get(opener.lower, ())):
        start = comma + 1  # "Asked about the vote, Marks rose and said"
    late = next(
        (k for k in range(start, min(start + 6, before)) if tokens[k].lower in ("later", "ago", "earlier")), None
    )
    if late is not None and tokens[start].lower in DETERMINERS | TIME_LEADS:
        start = late + 2 if late + 1 < before and tokens[late + 1].text == "," else late + 1
    if start < before and tokens[start].lower in ("although", "though", "while", "because", "since"):
        start += 1
    elif start < before and (
        tokens[start].lower in PREPOSITIONS | TIME_WORDS | {"when"}
        or (tokens[start].lower in TIME_LEADS and start + 1 < before and tokens[start + 1].lower in TIME_WORDS)
    ):
        comma = next((k for k in range(start, before) if tokens[k].text == ","), None)
        if comma is None or comma + 1 >= before:
            return None
        start = comma + 1
    return _head(tokens, start, before) if start < before else None
