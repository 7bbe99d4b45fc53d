"""From the words that name a source to a speaker: name, office, kind; None wherever the article does not settle it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.spans import Span
from audiatur.statements.candidates import Candidate
from audiatur.statements.cast import Cast
from audiatur.statements.members import Member
from audiatur.statements.nameless_english import is_nobody, is_several, joins_two
from audiatur.statements.names import find_names, is_body, is_place
from audiatur.statements.places import ADJECTIVES, PLACES
from audiatur.statements.roles_english import COLLECTIVES, DOCUMENTS, GENERIC_BODIES, ORGANISATIONS, ROLES, is_role
from audiatur.statements.sentences import Paragraph, Sentence, Token
from audiatur.statements.values import Attribution, SpeakerType
from audiatur.statements.words_english import DETERMINERS, FEMALE, MALE, PREPOSITIONS, PRONOUNS

_DEFINITE = frozenset(("the", "this", "that"))
_MAX_TURN = 8  # words of office and name before the colon of a transcript's turn
_RELATIVE = frozenset(("who", "which"))
_NOBODY = Attribution(None, None, None, None)


@dataclass(frozen=True, slots=True)
class _Said:
    """Who spoke last: the member, or None where it was someone unknown, and in which paragraph."""

    member: Member | None
    paragraph: int
    at: int
    type: SpeakerType | None


def _from_member(mention: Span | None, member: Member) -> Attribution:
    name: str | None = member.name
    if member.type is SpeakerType.COLLECTIVE:
        name = PLACES.get(member.name.lower(), member.name)
    elif member.name.lower() in GENERIC_BODIES:
        name = None  # "the Ministry": the article knows which
    role = member.role if member.type is SpeakerType.PERSON else None
    return Attribution(mention, name, role, member.type)


def _head(tokens: Sequence[Token]) -> list[Token]:
    """The words of a mention that name its head: up to a comma, a bracket, a preposition or a relative."""
    head: list[Token] = []
    for number, token in enumerate(tokens):
        if token.kind != "w" and head:
            break
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        body = token.lower == "of" and following is not None and following.text[0].isupper()
        if body and head and (is_body(head[-1].text) or is_body(head[-1].lower)):
            head.append(token)
            continue
        if head and (token.lower in PREPOSITIONS or token.lower in ("who", "which")):
            break
        head.append(token)
    return head


class Speakers:
    """Resolves the sources of an article one after another; remembers who spoke last for pronouns."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], cast: Cast) -> None:
        self._text = text
        self._cast = cast
        self._paragraphs = paragraphs
        self._sentences = {(s.start, s.end): s for p in paragraphs for s in p.sentences}
        self._ordered = [s for p in paragraphs for s in p.sentences]
        self._starts = [s.start for s in self._ordered]
        self._last: _Said | None = None

    def resolve(self, candidate: Candidate) -> Attribution:
        """The speaker of a candidate; candidates must come in the order of their cues."""
        if candidate.source is None:
            return self._unnamed(candidate)
        mention = Span.of(self._text, *candidate.source)
        sentence = self._sentences[candidate.sentence]
        tokens = [t for t in sentence.tokens if candidate.source[0] <= t.start < candidate.source[1]]
        member, kind, name = self._identify(tokens, candidate, sentence)
        self._last = _Said(member, candidate.paragraph, candidate.source[0], member.type if member else kind)
        if member is not None:
            return _from_member(mention, member)
        return Attribution(mention, name, None, kind)

    def _unnamed(self, candidate: Candidate) -> Attribution:
        """A quotation alone: the speaker before goes on only where the paragraph before ended in a quotation."""
        last = self._last
        if not candidate.follows or last is None or last.member is None or last.paragraph != candidate.paragraph - 1:
            return _NOBODY
        self._last = _Said(last.member, candidate.paragraph, candidate.content[0][0], last.type)
        return _from_member(None, last.member)

    def _identify(  # noqa: PLR0911 (ordered rules: the first that applies decides)
        self, tokens: Sequence[Token], candidate: Candidate, sentence: Sentence
    ) -> tuple[Member | None, SpeakerType | None, str | None]:
        if not tokens:
            return None, None, None
        word = tokens[0].lower
        if len(tokens) == 1 and word in _RELATIVE:
            return self._antecedent(tokens[0], sentence), None, None
        if len(tokens) == 1 and word in PRONOUNS:
            return self._pronoun(word, candidate)
        if joins_two(tokens):
            return None, SpeakerType.COLLECTIVE, None
        member = self._named(tokens)
        if member is not None and is_nobody(member, self._cast.capitals):
            cue = self._text[slice(*candidate.cue)] if candidate.cue else ""
            return None, (SpeakerType.COLLECTIVE if is_several(member, cue, self._cast.capitals) else None), None
        if member is not None:
            self._cast.speaks(member, definite=word in _DEFINITE)
            return member, member.type, None
        if word in _DEFINITE or tokens[0].text[0].isupper():
            described = self._cast.by_role(" ".join(t.text for t in _head(tokens) if t.lower not in _DEFINITE))
            if described is not None:
                return described, described.type, None
        kind = _kind(tokens)
        return None, kind, _label(self._text, tokens, kind)

    def _named(self, tokens: Sequence[Token]) -> Member | None:
        """The member whose name is the head of the mention, or stands in apposition to it."""
        head = _head(tokens)
        names = find_names(tokens)
        for name in names:
            ends_head = tokens[name.last] is head[-1]
            apposed = name.name_first > 0 and tokens[name.first - 1].text == "," and name.last + 1 >= len(tokens) - 1
            possessor = name.last + 1 < len(tokens) and tokens[name.last + 1].lower in ("'s", "’s")
            plural_head = any(t.lower == "and" for t in head)
            if possessor or plural_head or not (ends_head or apposed):
                continue
            gender = "m" if name.title in ("mr", "mr.") else "f" if name.title in ("mrs", "mrs.", "ms", "ms.") else None
            member = self._cast.by_name(name.text, gender)
            if member is not None and not (apposed and not ends_head and member.type is not SpeakerType.PERSON):
                return member
        return None

    def _antecedent(self, token: Token, sentence: Sentence) -> Member | None:
        """The name right before "who" or "which"."""
        before = [t for t in sentence.tokens if t.end <= token.start]
        while before and before[-1].kind == "p":
            before.pop()
        names = find_names(before)
        if names and names[-1].last == len(before) - 1:
            return self._cast.by_name(names[-1].text)
        return None

    def _pronoun(self, word: str, candidate: Candidate) -> tuple[Member | None, SpeakerType | None, str | None]:
        if word in ("it", "they"):
            return self._it(candidate, word)
        gender = "m" if word in MALE else "f" if word in FEMALE else None
        turn = self._turn(candidate) if word == "i" else None
        if turn is not None:
            return turn, turn.type, None
        if gender is None:
            return None, (SpeakerType.COLLECTIVE if word == "we" else SpeakerType.PERSON if word == "i" else None), None
        return self._person(gender, candidate), SpeakerType.PERSON, None

    def _turn(self, candidate: Candidate) -> Member | None:
        """Whose turn a paragraph of a transcript is ("Lena Orlova: Yes, I said so."); None where it opens otherwise."""
        tokens = self._paragraphs[candidate.paragraph].sentences[0].tokens
        names = find_names(tokens[:_MAX_TURN])
        colon = names[0].last + 1 if names and names[0].first == 0 else len(tokens)
        if colon >= len(tokens) or tokens[colon].text != ":":
            return None
        member = self._cast.by_name(names[0].text)
        return member if member is not None and member.type is SpeakerType.PERSON else None

    def _it(self, candidate: Candidate, word: str) -> tuple[Member | None, SpeakerType | None, str | None]:
        last = self._last
        near = last is not None and candidate.paragraph - last.paragraph <= 1
        if word == "it" and near and last and last.member and last.type is SpeakerType.ORGANIZATION:
            return last.member, last.type, None
        return None, (SpeakerType.COLLECTIVE if word == "they" else None), None

    def _person(self, gender: str, candidate: Candidate) -> Member | None:
        """The person that "he" or "she" means: who spoke last, unless someone else of that gender came up since."""
        at = candidate.source[0] if candidate.source else candidate.sentence[0]
        last = self._last
        start = self._paragraphs[max(0, candidate.paragraph - 1)].start
        if last is not None and candidate.paragraph - last.paragraph <= 2:
            if last.member is None:
                rivals = self._cast.persons_between(last.at, at, gender)
                return rivals[0] if len(rivals) == 1 and last.type not in (None, SpeakerType.PERSON) else None
            if last.member.type is SpeakerType.PERSON and last.member.gender in (None, gender):
                rival = self._subject_since(last, at, gender)
                return last.member if rival is None or rival is last.member else rival
        fitting = self._cast.persons_between(start, at, gender)
        return fitting[0] if len(fitting) == 1 else None

    def _subject_since(self, last: _Said, at: int, gender: str) -> Member | None:
        """A person of that gender who opens a sentence between the last speaker's words and the pronoun."""
        found: Member | None = None
        first, stop = bisect_right(self._starts, last.at), bisect_right(self._starts, at)
        for one in self._ordered[first:stop]:
            names = find_names(one.tokens[:6])
            if names and names[0].first <= 1 and names[0].start < at:
                member = self._cast.by_name(names[0].text)
                if member and member.type is SpeakerType.PERSON and member.gender in (None, gender):
                    found = member
        return found


def _kind(tokens: Sequence[Token]) -> SpeakerType | None:  # noqa: PLR0911 (ordered rules: the first that applies decides)
    """What kind of source a mention without a known name is, by its head noun."""
    head = _head(tokens)
    words = [t.lower for t in head if t.lower not in DETERMINERS]
    if not words:
        return SpeakerType.COLLECTIVE if head and head[-1].lower in COLLECTIVES else None
    if any(t.lower == "and" for t in head):
        return SpeakerType.COLLECTIVE
    noun = words[-1]
    if noun in DOCUMENTS:
        return SpeakerType.DOCUMENT
    if noun in COLLECTIVES or noun in PLACES:
        return SpeakerType.COLLECTIVE
    text = " ".join(t.text for t in head if t.lower not in DETERMINERS)
    if noun in ORGANISATIONS:
        return SpeakerType.ORGANIZATION
    if is_role(noun) or noun in ("man", "woman", "boy", "girl", "person", "veteran"):
        return SpeakerType.PERSON
    if head[-1].text[0].isupper() and is_body(text):
        return SpeakerType.ORGANIZATION
    if noun.endswith("s") and noun.rstrip("s") in ROLES:
        return SpeakerType.COLLECTIVE
    return SpeakerType.COLLECTIVE if is_place(text) else None


def _label(text: str, tokens: Sequence[Token], kind: SpeakerType | None) -> str | None:
    """What to call a source that is no known name: a place's country, a body, a side with its adjective."""
    head = [t for t in _head(tokens) if t.lower not in DETERMINERS]
    if not head or kind is None:
        return None
    words = text[head[0].start : head[-1].end]
    if kind is SpeakerType.COLLECTIVE:
        if is_place(words):
            return PLACES[words.lower()]
        named = any(t.lower in ADJECTIVES or t.lower in PLACES for t in head[:-1])
        return words if named else None
    if kind is SpeakerType.ORGANIZATION:
        return words if any(t.text[0].isupper() for t in head) else None
    return None
