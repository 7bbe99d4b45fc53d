"""The people and bodies an article names: which names are one person, in what office, of which gender.

Learnt from the article alone; the tables of given names and places only help to tell kinds apart. Where two persons
fit a mention, there is no answer: the reader is not told a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from audiatur.statements.given_names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES
from audiatur.statements.names import Name, find_names, is_body, is_place
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
from audiatur.statements.sentences import Paragraph, Token
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


def _gender(name: str, title: str | None, role: str | None) -> str | None:
    if title in TITLES_MALE or (role and role_words_of_gender(role) & MALE_ROLES):
        return "m"
    if title in TITLES_FEMALE or (role and role_words_of_gender(role) & FEMALE_ROLES):
        return "f"
    given = name.split(maxsplit=1)[0].lower()
    if len(name.split()) > 1:
        if given in MALE_NAMES:
            return "m"
        if given in FEMALE_NAMES:
            return "f"
    return None


def role_words_of_gender(role: str) -> set[str]:
    """The plain lower-case words of an office: "spokeswoman" tells more than "spokesperson"."""
    return set(role.lower().split())


def _type_of(name: Name) -> SpeakerType | None:
    """What a name stands for at first sight; None where it can't be told."""
    words = name.text.split()
    if is_place(name.text):
        return SpeakerType.COLLECTIVE
    if name.role or name.title:
        return SpeakerType.PERSON
    if is_body(name.text):
        return SpeakerType.ORGANIZATION
    return SpeakerType.PERSON if words[0].lower() in GIVEN_NAMES else None


def _apposition(tokens: Sequence[Token], name: Name, text: str) -> str | None:
    """The office in an apposition: "Jon Marks, a former mayor of Dale," or "the mayor, Jon Marks,"."""
    at = name.last + 1
    if at + 2 < len(tokens) and tokens[at].text == ",":
        start = at + 1
        if tokens[start].lower in ("a", "an", "the", "who"):
            start += 1
        stop = start
        while stop < len(tokens) and tokens[stop].kind == "w" and stop - start < _MAX_APPOSITION:
            if tokens[stop].lower in ("who", "which", "and", "said", "says", "told", "was", "is", "has", "in"):
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
            if tokens[start].lower in ("his", "her", "the", "its", "their"):
                break
        head = tokens[start:stop]
        if (
            head
            and is_role(head[-1].lower)
            and tokens[start].lower in ("his", "her", "the", "its", "their")
            and len(head) > 1
        ):
            return text[head[1].start : head[-1].end]
    return None


class Cast:
    """The members found in an article, and the look-ups by which mentions find them."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self.members: list[Member] = []
        self._singles: list[tuple[Name, int]] = []
        for paragraph in sorted(paragraphs, key=lambda p: p.headline):
            for sentence in paragraph.sentences:
                for name in find_names(sentence.tokens):
                    self._learn(text, sentence.tokens, name, headline=paragraph.headline)
        for name, _ in self._singles:
            self._join_single(text, name)

    def _learn(self, text: str, tokens: Sequence[Token], name: Name, *, headline: bool) -> None:
        words = name.text.split()
        if len(words) == 1 and not is_place(name.text) and not is_body(name.text):
            self._singles.append((name, name.start))
            return
        if headline and len(words) > 1 and not any(self._same(m, name.text) for m in self.members):
            return  # a headline may capitalise every word
        member = next((m for m in self.members if self._same(m, name.text)), None)
        if member is None:
            member = Member(name.text, _type_of(name))
            self.members.append(member)
        elif len(name.text) > len(member.name):
            member.name = name.text
        role = text[slice(*name.role)] if name.role else None
        self._add(member, name, role or _apposition(tokens, name, text))

    @staticmethod
    def _same(member: Member, name: str) -> bool:
        """Whether a full name is another form of the member's: first and last word agree ("Hillary Rodham Clinton")."""
        mine, other = member.name.lower().split(), name.lower().split()
        if mine == other:
            return True
        return (
            len(mine) > 1
            and len(other) > 1
            and mine[-1] == other[-1]
            and mine[0] == other[0]
            and member.type is SpeakerType.PERSON
        )

    @staticmethod
    def _add(member: Member, name: Name, role: str | None) -> None:
        member.mentions.append(name.start)
        if (name.role or name.title or role) and member.type is None:
            member.type = SpeakerType.PERSON
        if role:
            if member.role is None:
                member.role = role
            member.role_words |= role_words(role)
        member.gender = member.gender or _gender(name.text, name.title, role)

    def _join_single(self, text: str, name: Name) -> None:
        """Give a name of one word to the only member that bears it, or make it a member of its own."""
        role = text[slice(*name.role)] if name.role else None
        found = self.by_name(name.text, _gender(name.text, name.title, role))
        if found is not None:
            self._add(found, name, role)
        elif not any(name.text.lower() in m.name.lower().split() for m in self.members):
            member = Member(name.text, _type_of(name))
            self._add(member, name, role)
            self.members.append(member)

    def by_name(self, name: str, gender: str | None = None) -> Member | None:
        """The only member that the name can mean; None where there is none, or more than one."""
        lower = name.lower()
        exact = [m for m in self.members if m.name.lower() == lower]
        if exact:
            return exact[0]
        words = lower.split()
        full = [m for m in self.members if len(words) > 1 and self._same(m, name)]
        if full:
            return full[0]
        if len(words) != 1:
            return None
        fitting = [m for m in self.members if m.surname == lower and _fits(m, gender)] or [
            m
            for m in self.members
            if m.name.lower().split()[0] == lower and m.type in (None, SpeakerType.PERSON) and _fits(m, gender)
        ]
        return fitting[0] if len(fitting) == 1 else None

    @staticmethod
    def speaks(member: Member, *, definite: bool) -> None:
        """Note that a name speaks: one that is no place and no body is then a person's, unless "the" stands before."""
        words = member.name.lower().split()
        if member.type is None and definite:
            member.type = SpeakerType.ORGANIZATION
        elif member.type is None and not any(w in ADJECTIVES or w in PLACES for w in words):
            member.type = SpeakerType.PERSON if len(words) > 1 else None

    def by_role(self, description: str) -> Member | None:
        """The only person whose office the description names ("the Russian president"); None for none or several."""
        wanted = role_words(description)
        if not any(is_role(word) for word in description.lower().split()) and "state" not in wanted:
            return None
        fitting = [m for m in self.members if m.type is SpeakerType.PERSON and wanted <= m.role_words]
        return fitting[0] if len(fitting) == 1 else None

    def persons_between(self, start: int, end: int, gender: str | None) -> list[Member]:
        """The persons mentioned in a range whose gender can be the one given, the last mentioned first."""
        found = [
            (max(at for at in m.mentions if start <= at < end), m)
            for m in self.members
            if m.type is SpeakerType.PERSON and _fits(m, gender) and any(start <= at < end for at in m.mentions)
        ]
        return [m for _, m in sorted(found, key=lambda pair: -pair[0])]


def _fits(member: Member, gender: str | None) -> bool:
    return gender is None or member.gender is None or member.gender == gender
