"""Mentions that look like a name and name nobody: towns, nouns at the head of a sentence, two persons at once."""

from __future__ import annotations

from collections.abc import Sequence

from audiatur.statements.demonyms_english import Capitals
from audiatur.statements.members import Member
from audiatur.statements.names import find_names
from audiatur.statements.places import PLACES
from audiatur.statements.sentences import Token
from audiatur.statements.values import SpeakerType
from audiatur.statements.verbs_english import VERBS

_ENDS_APPOSITION = frozenset((",", "who", "which"))


def joins_two(tokens: Sequence[Token]) -> bool:
    """Whether a mention names two persons: "Lena Orlova of Sildavia and Colonel Ivan Marek".

    A comma or "who" between them makes the second a part of what is told of the first.
    """
    names = [n for n in find_names(tokens) if (n.role or " " in n.text) and n.text.lower() not in PLACES]
    if len(names) < 2:
        return False
    between = [t.lower for t in tokens[names[0].last + 1 : names[1].first]]
    return "and" in between and not _ENDS_APPOSITION & set(between)


def is_nobody(member: Member, capitals: Capitals) -> bool:
    """Whether a name, mostly of one word, of a member that is nothing in particular, names no speaker.

    A town speaks for a government of which the article need not say the country; a word that has its capital only at
    the head of sentences may be any noun ("Brokers report"). A member that is a country by its adjective ("Sildavia"
    beside "Sildavian") is given its kind and is somebody.
    """
    word = member.name.lower()
    if member.type is not None:
        return False
    if " " in word:
        return word.rpartition(" ")[2] in capitals.demonyms  # "Central European"
    if word in capitals.countries:
        member.type = SpeakerType.COLLECTIVE
        return False
    if word.removesuffix("s") in capitals.demonyms:
        return True
    return word in capitals.places or word not in capitals.inside


def is_several(member: Member, cue: str, capitals: Capitals) -> bool:
    """Whether the nobody is a town, or a plural noun by its verb or its ending."""
    word = member.name.lower()
    plural = any(verb.form == "base" and verb.particle is None for verb in VERBS.get(cue.lower(), ()))
    return plural or word in capitals.places or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
