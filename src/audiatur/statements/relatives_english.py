"""Statements whose content is a relative clause ("the plan, which Marks said was late"), and its antecedent."""

from __future__ import annotations

from collections.abc import Sequence

from audiatur.statements.frames_english import Frame
from audiatur.statements.hung_english import GUESS, LIKELY, Hung
from audiatur.statements.phrases_english import base_phrase
from audiatur.statements.sentences import Token
from audiatur.statements.words_english import COORDINATORS, FINITE, MODALS, PREPOSITIONS, SUBORDINATORS


def relative(tokens: Sequence[Token], frame: Frame, limit: int) -> Hung | None:
    """ "The plan, which Marks said was late, ...": antecedent and the rest of the relative clause."""
    pronoun, after = frame.relative, frame.last + 1
    if pronoun is None or pronoun == 0 or after > limit:
        return None
    head = tokens[after]
    if not (head.lower in FINITE or head.lower in MODALS or head.lower.endswith(("s", "ed"))):
        return None
    comma = tokens[pronoun - 1].text == ","
    antecedent_last = pronoun - 2 if comma else pronoun - 1
    if antecedent_last < 0 or tokens[antecedent_last].kind == "p":
        return None
    last = after
    while last < limit and not (comma and tokens[last + 1].text == ","):
        last += 1
    antecedent = (base_phrase(tokens, 0, antecedent_last), antecedent_last)
    hole = (pronoun - 1, min(last + 1, limit)) if comma else None
    return Hung(frame, frame.subject, (antecedent, (after, last)), False, LIKELY, hole=hole)


def bare_relative(tokens: Sequence[Token], frame: Frame, floor: int, limit: int) -> Hung | None:
    """ "countries he said had sent aid": the words before the subject are that of the reported clause."""
    after, antecedent_last = frame.last + 1, frame.first - 1
    if frame.inverted or frame.subject is None or after >= limit or antecedent_last < floor:
        return None
    if tokens[after].lower not in FINITE | MODALS or tokens[antecedent_last].kind != "w":
        return None
    if tokens[antecedent_last].lower in SUBORDINATORS | COORDINATORS | PREPOSITIONS:
        return None
    antecedent = (base_phrase(tokens, floor, antecedent_last), antecedent_last)
    return Hung(frame, frame.subject, (antecedent, (after, limit)), False, GUESS)
