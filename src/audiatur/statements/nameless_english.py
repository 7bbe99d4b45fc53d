"""Mentions that look like a name and name nobody: towns, nouns at the head of a sentence, two persons at once."""

from __future__ import annotations

from collections.abc import Sequence

from audiatur.statements.demonyms_english import Capitals
from audiatur.statements.entities_english import Entity
from audiatur.statements.names import find_names
from audiatur.statements.places import PLACES
from audiatur.statements.sentences import Token
from audiatur.statements.values import SpeakerType

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


def is_nobody(entity: Entity, capitals: Capitals) -> bool:
    """Whether a name, mostly of one word, of an entity that is nothing in particular, names no speaker.

    A town speaks for a government of which the article need not say the country; a word that has its capital only at
    the head of sentences may be any noun ("Brokers report"). An entity that is a country by its adjective ("Sildavia"
    beside "Sildavian") is given its kind and is somebody.
    """
    word = entity.name.lower()
    if entity.type is not None:
        return False
    if " " in word:
        return word.rpartition(" ")[2] in capitals.demonyms  # "Central European"
    if word in capitals.countries:
        entity.type = SpeakerType.COLLECTIVE
        return False
    if word.removesuffix("s") in capitals.demonyms:
        return True
    return word in capitals.places or word not in capitals.inside
