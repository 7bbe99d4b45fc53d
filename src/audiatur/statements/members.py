"""A person or body of an article's cast: its name, kind, gender and office, and how offices are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from audiatur.statements.given_names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES
from audiatur.statements.names import Name, is_body, is_place
from audiatur.statements.places import ADJECTIVES, PLACES
from audiatur.statements.roles_english import (
    FEMALE_ROLES,
    LEADERS,
    MALE_ROLES,
    SAME_ROLE,
    TITLES_FEMALE,
    TITLES_MALE,
    is_role,
)
from audiatur.statements.sentences import Token
from audiatur.statements.values import SpeakerType
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.wordlists import words

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_IGNORED = words(
    """the a an his her its their of for to in at former then ex acting current new newly elected late 's ’s and"""
)
_MAX_APPOSITION = 9  # words of an apposition that are kept as an office


@dataclass(slots=True)
class Member:
    """One person or body of the cast; built up while the article is read, then left alone."""

    name: str
    type: SpeakerType | None
    gender: str | None = None
    role: str | None = None
    role_words: set[str] = field(default_factory=set)
    mentions: list[int] = field(default_factory=list)

    @property
    def surname(self) -> str:
        """The last word of the name, in lower case."""
        return self.name.split()[-1].lower()


def role_words(role: str) -> set[str]:
    """The words of an office by which two descriptions are compared, countries by name, synonyms by one word."""
    words = set[str]()
    for match in _WORD.finditer(role.lower()):
        word = match.group().removesuffix("'s").removesuffix("’s")
        if word in _IGNORED:
            continue
        country = ADJECTIVES.get(word) or PLACES.get(word)
        words.add(country.lower() if country else SAME_ROLE.get(word, word))
    if words & {"president", "king", "queen", "emperor"} and "vice" not in words:
        words |= {"head", "state"}
    if words & LEADERS and not words & {"vice", "deputy", "spokesperson", "adviser"}:
        words.add("leader")
    return words


def plain_words(role: str) -> set[str]:
    """The plain lower-case words of an office: "spokeswoman" tells more than "spokesperson"."""
    return set(role.lower().split())


def gender_of(name: str, title: str | None, role: str | None) -> str | None:
    """``m`` or ``f`` by title, office or given name; None where none of them tells."""
    if title in TITLES_MALE or (role and plain_words(role) & MALE_ROLES):
        return "m"
    if title in TITLES_FEMALE or (role and plain_words(role) & FEMALE_ROLES):
        return "f"
    given = name.split(maxsplit=1)[0].lower()
    if len(name.split()) > 1:
        if given in MALE_NAMES:
            return "m"
        if given in FEMALE_NAMES:
            return "f"
    return None


def type_of(name: Name) -> SpeakerType | None:
    """What a name stands for at first sight; None where it can't be told."""
    words = name.text.split()
    if is_place(name.text):
        return SpeakerType.COLLECTIVE
    if name.role or name.title:
        return SpeakerType.PERSON
    if is_body(name.text):
        return SpeakerType.ORGANIZATION
    return SpeakerType.PERSON if words[0].lower() in GIVEN_NAMES else None


_OWNERS = words("his her the its their")
_APPOSITION_ENDS = words("who which and said says told was is has in")


def apposition(tokens: Sequence[Token], name: Name, text: str) -> str | None:
    """The office in an apposition: "Jon Marks, a former mayor of Dale," or "the mayor, Jon Marks,"."""
    at = name.last + 1
    if at + 2 < len(tokens) and tokens[at].text == ",":
        start = at + 1
        if tokens[start].lower in ("a", "an", "the", "who"):
            start += 1
        stop = start
        while stop < len(tokens) and tokens[stop].kind == "w" and stop - start < _MAX_APPOSITION:
            if tokens[stop].lower in _APPOSITION_ENDS:
                break
            if tokens[stop].text[0].islower() and (tokens[stop].lower in VERBS and tokens[stop].lower.endswith("ed")):
                break
            stop += 1
        head = tokens[start:stop]
        if any(is_role(t.lower) for t in head) and head[0].start > name.end:
            return text[head[0].start : head[-1].end]
    before = name.first - 1
    if before >= 1 and tokens[before].text == ",":
        stop = start = before
        while start > 0 and tokens[start - 1].kind == "w" and stop - start < _MAX_APPOSITION:
            start -= 1
            if tokens[start].lower in _OWNERS:
                break
        head = tokens[start:stop]
        if head and is_role(head[-1].lower) and tokens[start].lower in _OWNERS and len(head) > 1:
            return text[head[1].start : head[-1].end]
    return None
