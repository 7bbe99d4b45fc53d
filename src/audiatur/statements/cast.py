"""The people and bodies an article names: which names are one person, in what office, of which gender.

Learnt from the article alone; the tables of given names and places only help to tell kinds apart. Where two persons
fit a mention, there is no answer: the reader is not told a guess.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from audiatur.statements.demonyms_english import read_capitals
from audiatur.statements.members import Member, apposition, gender_of, role_words, type_of
from audiatur.statements.names import Name, find_names, is_body, is_place
from audiatur.statements.places import ADJECTIVES, PLACES
from audiatur.statements.roles_english import is_role
from audiatur.statements.sentences import Paragraph, Token
from audiatur.statements.values import SpeakerType

_ARTICLES = frozenset(("la", "le", "el", "il", "los", "las", "les", "die", "der", "das"))  # "La Crónica": a paper
_MAYBE_PERSON = (None, SpeakerType.PERSON)


class Cast:
    """The members found in an article, and the look-ups by which mentions find them.

    It is filled when made and only read afterwards, but for ``speaks``.
    """

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._text = text
        self._members: list[Member] = []
        self._by_last: dict[str, list[Member]] = {}
        self._by_first: dict[str, list[Member]] = {}
        self._known_words: set[str] = set()
        self.capitals = read_capitals(paragraphs)
        singles: list[Name] = []
        for paragraph in sorted(paragraphs, key=lambda p: p.headline):
            for sentence in paragraph.sentences:
                for name in find_names(sentence.tokens, self.capitals.demonyms):
                    if name.first == 0 and name.text.isupper() and name.text.lower() in self.capitals.datelines:
                        continue
                    if " " in name.text or is_place(name.text) or is_body(name.text):
                        self._learn(sentence.tokens, name, headline=paragraph.headline)
                    else:
                        singles.append(name)
        for name in singles:
            self._join_single(name)
        self._mentions = sorted((at, number) for number, m in enumerate(self._members) for at in m.mentions)

    def _enter(self, member: Member) -> None:
        words = member.name.lower().split()
        self._members.append(member)
        self._by_last.setdefault(words[-1], []).append(member)
        self._by_first.setdefault(words[0], []).append(member)
        self._known_words.update(words)

    def _learn(self, tokens: Sequence[Token], name: Name, *, headline: bool) -> None:
        member = self._same(name.text)
        if member is None:
            if headline and " " in name.text:
                return  # a headline may capitalise every word
            member = Member(name.text, type_of(name))
            self._enter(member)
        elif len(name.text) > len(member.name):
            member.name = name.text
        role = self._text[slice(*name.role)] if name.role else None
        self._add(member, name, role or apposition(tokens, name, self._text))

    def _same(self, name: str) -> Member | None:
        """The member of which a full name is another form: first and last word agree ("Lena Maria Orlova")."""
        words = name.lower().split()
        namesakes = self._by_last.get(words[-1], [])
        for member in namesakes:
            if member.name.lower() == name.lower():
                return member
        for member in namesakes:
            mine = member.name.lower().split()
            if len(mine) > 1 and len(words) > 1 and mine[0] == words[0] and member.type in _MAYBE_PERSON:
                return member
        return None

    @staticmethod
    def _add(member: Member, name: Name, role: str | None) -> None:
        member.mentions.append(name.start)
        if (name.title or role) and member.type is None:
            member.type = SpeakerType.PERSON
        if role:
            if member.role is None:
                member.role = role
            member.role_words |= role_words(role)
        member.gender = member.gender or gender_of(name.text, name.title, role)

    def _join_single(self, name: Name) -> None:
        """Give a name of one word to the only member that bears it, or make it a member of its own."""
        role = self._text[slice(*name.role)] if name.role else None
        found = self.by_name(name.text, gender_of(name.text, name.title, role))
        if found is not None:
            self._add(found, name, role)
        elif name.text.lower() not in self._known_words:
            member = Member(name.text, type_of(name))
            self._add(member, name, role)
            self._enter(member)

    def by_name(self, name: str, gender: str | None = None) -> Member | None:
        """The only member that the name can mean; None where there is none, or more than one."""
        same = self._same(name)
        if same is not None or " " in name:
            return same
        lower = name.lower()
        fitting = [m for m in self._by_last.get(lower, []) if _fits(m, gender)] or [
            m for m in self._by_first.get(lower, []) if m.type in _MAYBE_PERSON and _fits(m, gender)
        ]
        return fitting[0] if len(fitting) == 1 else None

    @staticmethod
    def speaks(member: Member, *, definite: bool) -> None:
        """Note that a name speaks: one that is no place and no body is then a person's, unless "the" stands before."""
        words = member.name.lower().split()
        if member.type is None and (definite or (len(words) > 1 and words[0] in _ARTICLES)):
            member.type = SpeakerType.ORGANIZATION
        elif member.type is None and len(words) > 1 and not any(w in ADJECTIVES or w in PLACES for w in words):
            member.type = SpeakerType.PERSON

    def by_role(self, description: str) -> Member | None:
        """The only person whose office the description names ("the Russian president"); None for none or several."""
        wanted = role_words(description)
        if not any(is_role(word) for word in description.lower().split()) and "state" not in wanted:
            return None
        fitting = [m for m in self._members if m.type is SpeakerType.PERSON and wanted <= m.role_words]
        return fitting[0] if len(fitting) == 1 else None

    def persons_between(self, start: int, end: int, gender: str | None) -> list[Member]:
        """The persons mentioned in a range whose gender can be the one given, the last mentioned first."""
        first, stop = bisect_left(self._mentions, (start, 0)), bisect_left(self._mentions, (end, 0))
        numbers = dict.fromkeys(number for _, number in reversed(self._mentions[first:stop]))
        found = [self._members[number] for number in numbers]
        return [m for m in found if m.type is SpeakerType.PERSON and _fits(m, gender)]


def _fits(member: Member, gender: str | None) -> bool:
    return gender is None or member.gender is None or member.gender == gender
