"""The people and bodies an article names: which names are one person, in what office, of which gender.

Learnt from the article alone; the tables of given names and places only help to tell kinds apart. Where two persons
fit a mention and nothing near it tells which, there is no answer: the reader is not told a guess.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence

from audiatur.statements.demonyms_english import read_capitals
from audiatur.statements.entities_english import Entity, gender_of, likely_gender, type_of
from audiatur.statements.given_names import GIVEN_NAMES
from audiatur.statements.identity import Agreement, name_key
from audiatur.statements.identity import agreement as name_agreement
from audiatur.statements.identity_folding import block, folded
from audiatur.statements.introductions_english import introductions
from audiatur.statements.names import JOINERS, Name, find_names, is_body, is_ground, is_place
from audiatur.statements.offices_english import Office, agreement, is_head, office_of
from audiatur.statements.places import ADJECTIVES, PLACES
from audiatur.statements.roles_english import GENERIC_BODIES, OF_BODIES_TOO, ORGANISATIONS, ROLE_MODIFIERS
from audiatur.statements.sentences import Paragraph, Token, tokenize
from audiatur.statements.values import SpeakerType
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.words_english import DETERMINERS, PREPOSITIONS

_ARTICLES = frozenset(("la", "le", "el", "il", "los", "las", "les", "die", "der", "das"))  # "La Crónica": a paper
_MAYBE_PERSON = (None, SpeakerType.PERSON)
_PEERS = ("lord", "lady", "baroness")
_LONGEST = 7  # words of a name; more are a headline's
_SPELT = 5  # letters of a surname from which another spelling of it is the same; shorter ones are alike by chance
_WITH_NOUN = 3  # words of a name that has what its bearer is, a given name and a surname
_JOINT = frozenset(["of", "and", "&", "the", "for"])

Pick = Callable[[Sequence[Entity]], Entity | None]
"""Chooses among several that fit; None where it can't be told."""


def _nobody(_: Sequence[Entity]) -> Entity | None:
    return None


class Cast:
    """The entities found in an article, and the look-ups by which mentions find them.

    ``found`` has every name with its place, ``unsettled`` the surnames of several, which are for who reads in order.
    It is filled when made and only read afterwards, but for ``speaks`` and what is learnt of genders and offices.
    """

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._text = text
        self.entities: list[Entity] = []
        self._by_last: dict[str, list[Entity]] = {}
        self._by_first: dict[str, list[Entity]] = {}
        self._by_middle: dict[str, list[Entity]] = {}
        self._by_sound: dict[str, list[Entity]] = {}
        self._known_words: set[str] = set()
        self._short: dict[str, Entity] = {}
        self.capitals = read_capitals(paragraphs)
        self.found: list[tuple[int, Entity]] = []
        self.unsettled: list[Name] = []
        found = list(_all_names(text, paragraphs, self.capitals.demonyms))
        self._full_names = {name.text.lower() for _, name, _ in found if " " in name.text}
        singles: list[tuple[Sequence[Token], Name]] = []
        for tokens, name, headline in found:
            if name.first == 0 and name.text.isupper() and {*name.text.lower().split()} <= self.capitals.datelines:
                continue
            if name.text.lower() in GENERIC_BODIES or len(name.text.split()) > _LONGEST:
                continue  # "the Ministry": the article knows which; words of a headline
            surname = name.text.partition(" ")[0] in JOINERS  # "Mrs dos Santos"
            shortened = name.text.lower() in ORGANISATIONS and not name.text.isupper()  # "the Front"
            if not surname and not shortened and (" " in name.text or is_place(name.text) or is_body(name.text)):
                self._learn(tokens, name, headline=headline)
            else:
                singles.append((tokens, name))
        for tokens, name in singles:
            self._join_single(tokens, name)
        self._learn_acronyms()
        self.found.sort(key=lambda pair: pair[0])

    def _enter(self, entity: Entity) -> None:
        words = entity.words
        self.entities.append(entity)
        self._by_last.setdefault(words[-1], []).append(entity)
        self._by_first.setdefault(words[0], []).append(entity)
        self._by_sound.setdefault(block(folded(words[-1])), []).append(entity)
        for word in words[1:-1]:
            self._by_middle.setdefault(word, []).append(entity)
        self._known_words.update(words)

    def _learn(self, tokens: Sequence[Token], name: Name, *, headline: bool) -> None:
        if self._is_described(name):
            name = _shortened(tokens, name)
        known = self.by_name(name.text, None)
        entity = known
        if entity is None:
            if headline and " " in name.text:
                return  # a headline may capitalise every word
            nick = self._nickname(tokens, name)
            if nick is not None:
                self._short[name.text.lower()] = nick
            entity = nick or Entity(name.text, _kind(tokens, name))
            if nick is None:
                self._enter(entity)
        elif len(name.text) > len(entity.name) and entity.words[-1] == name.text.lower().split()[-1]:
            entity.name = name.text
        self._add(entity, tokens, name)

    def _is_described(self, name: Name) -> bool:
        """Whether the first word of a name at the head of a sentence is what its bearer is: "Mechanic Ray Toomey"."""
        words = name.text.lower().split()
        if len(words) < _WITH_NOUN or words[0] in GIVEN_NAMES or words[1] in JOINERS:
            return False
        if " ".join(words[1:]) in self._full_names and words[1] in GIVEN_NAMES:
            return True  # "Democrat Lena Orlova"
        at_head = name.first == 0 and words[0] not in self.capitals.inside
        return at_head and (words[1] in GIVEN_NAMES or " ".join(words[1:]) in self._full_names)

    def _nickname(self, tokens: Sequence[Token], name: Name) -> Entity | None:
        """Who "Raging Len" is: the only person of that given name; the first word is an adjective at the head."""
        words = name.text.lower().split()
        if len(words) != 2 or name.first != 0 or words[0] in self.capitals.inside or name.role:
            return None
        fitting = [e for e in self._by_first.get(words[1], []) if e.type is SpeakerType.PERSON]
        return fitting[0] if len(fitting) == 1 and tokens[name.last].text[0].isupper() else None

    def _same(self, name: str) -> Entity | None:
        """The entity of which a full name is another form: first and last word agree ("Lena Maria Orlova")."""
        words = name.lower().split()
        namesakes = self._by_last.get(words[-1], [])
        for entity in namesakes:
            if entity.name.lower() == name.lower():
                return entity
        for entity in namesakes:
            mine = entity.words
            if len(mine) > 1 and len(words) > 1 and entity.type in _MAYBE_PERSON and _same_given(mine[0], words[0]):
                return entity
        return self._spelt_full(name) if len(words) > 1 and not namesakes else None

    def _spelt(self, surname: str, gender: str | None) -> list[Entity]:
        """The persons who bear a surname in another spelling of it ("Zelensky" for Zelenskyy)."""
        if len(surname) < _SPELT or surname in self._known_words:
            return []
        bearing = self._by_sound.get(block(folded(surname)), [])
        return [e for e in bearing if e.type in _MAYBE_PERSON and e.fits(gender)]

    def _spelt_full(self, name: str) -> Entity | None:
        """The only person whose given name and surname are the same in another spelling."""
        key = name_key(name)
        same = []
        for entity in self._spelt(name.lower().split()[-1], None):
            other = name_key(entity.name) if " " in entity.name else None
            if key and other and name_agreement(key, other) is Agreement.SAME:
                same.append(entity)
        return same[0] if len(same) == 1 else None

    def _add(self, entity: Entity, tokens: Sequence[Token], name: Name) -> None:
        self.found.append((name.start, entity))
        entity.at.append(name.start)
        given = entity.words[0] in GIVEN_NAMES and " " in entity.name  # "camera operator Lena Orlova"
        if entity.type is SpeakerType.PERSON and not given and self._plays(name, ORGANISATIONS):
            entity.type = SpeakerType.ORGANIZATION  # "Ferry operator Nandara Lines"
        elif entity.type is SpeakerType.PERSON and " " not in entity.name and self._plays(name, OF_BODIES_TOO):
            entity.type = None  # "Rival shareholder Oldmere"
        elif entity.type is None and _is_who(tokens, name) and not is_ground(entity.name):
            entity.type = SpeakerType.PERSON
        noun = _apposed_body(tokens, name)
        if noun is not None and entity.type in (None, SpeakerType.ORGANIZATION):
            entity.type = SpeakerType.ORGANIZATION
            entity.nouns.add(noun)
        body = entity.type in (SpeakerType.ORGANIZATION, SpeakerType.COLLECTIVE)
        for office in () if body else introductions(tokens, name, self._text):
            if all(office.heads != own.heads or office.lower - own.lower for own in entity.offices):
                entity.offices.append(office)
        title = tokens[name.name_first - 1].lower if name.name_first else ""
        if title in _PEERS and not body and (not entity.peer or name.text == entity.name):
            entity.peer = title.capitalize()
        doctor = office_of(["Dr"]) if (name.title or "").rstrip(".") == "dr" else None
        if doctor is not None and not body and all(doctor.heads != own.heads for own in entity.offices):
            entity.offices.append(doctor)
        told = any(office.heads - OF_BODIES_TOO for office in entity.offices)
        if (name.title or told) and entity.type is None:
            entity.type = SpeakerType.PERSON
        if entity.type in _MAYBE_PERSON:
            roles = " ".join(o.text for o in entity.offices)
            entity.gender = entity.gender or gender_of(name.text, name.title, roles)
            entity.likely = entity.likely or likely_gender(entity.name)

    def _plays(self, name: Name, roles: Collection[str]) -> bool:
        """Whether the last word before a name is one of the roles."""
        return name.role is not None and self._text[slice(*name.role)].split()[-1] in roles

    def _join_single(self, tokens: Sequence[Token], name: Name) -> None:
        """Give a name of one word to the entities that bear it, or make it an entity of its own."""
        role = self._text[slice(*name.role)] if name.role else None
        gender = gender_of("", name.title, role)
        found = self.by_name(name.text, gender)
        if found is not None:
            surname = " " in found.name and found.words[-1] == name.text.lower() and not is_ground(found.name)
            if found.type is None and surname and not (name.first and tokens[name.first - 1].lower == "the"):
                found.type = SpeakerType.PERSON  # who is called by the last word alone
            self._add(found, tokens, name)
        elif self._is_of_person(name.text.lower()):
            self.unsettled.append(name)
        else:
            entity = Entity(name.text, type_of(name))
            self._enter(entity)
            self._add(entity, tokens, name)

    def _is_of_person(self, word: str) -> bool:
        """Whether a word is the surname of someone, or a person's given name, who alone can be meant by it."""
        surname = any(e.type in _MAYBE_PERSON for e in self._by_last.get(word, []))
        return surname or any(e.type is SpeakerType.PERSON for e in self._by_first.get(word, []))

    def _learn_acronyms(self) -> None:
        """ "Tarn Grain Union (TGU)", and initials that fit one body only."""
        bodies = [e for e in self.entities if " " in e.name and e.type is not SpeakerType.PERSON]
        for one in self.entities:
            if not (2 <= len(one.name) <= 6 and one.name.isupper() and one.name.isalpha()):
                continue
            fitting = [e for e in bodies if "".join(w[0] for w in e.words if w not in _JOINT) == one.name.lower()]
            if len(fitting) == 1:
                self._short[one.name.lower()] = fitting[0]
                fitting[0].type = SpeakerType.ORGANIZATION

    def by_name(self, name: str, gender: str | None = None, pick: Pick = _nobody) -> Entity | None:
        """The entity that the name means, ``pick`` choosing among namesakes; None where there is none."""
        lower = name.lower()
        if lower in self._short:
            return self._short[lower]
        same = self._same(name)
        if same is not None:
            return same
        if " " in name:
            return self._by_particle(lower, gender, pick) or self._by_parts(lower.split())
        fitting = [e for e in self._by_last.get(lower, []) if e.fits(gender)] or [
            e for e in self._by_first.get(lower, []) if e.fits(gender) and self._goes_by_first(e)
        ]
        if not fitting:
            fitting = self._spelt(lower, gender) or self._clipped(lower) or self._inside(lower, gender)
        persons = [e for e in fitting if e.type is SpeakerType.PERSON]
        if persons:
            fitting = [
                e for e in fitting if e.type is not None or len(e.words) < _WITH_NOUN
            ]  # else words of a headline
        return fitting[0] if len(fitting) == 1 else pick(fitting) if fitting else None

    def _clipped(self, lower: str) -> list[Entity]:
        """The persons whose given name a short form begins ("Kel" for Kelly)."""
        if len(lower) < 3 or lower in self._known_words:
            return []
        near = (e for first, es in self._by_first.items() if first.startswith(lower) for e in es)
        return [e for e in near if e.type is SpeakerType.PERSON]

    def _inside(self, lower: str, gender: str | None) -> list[Entity]:
        """What has the word inside its name: the first of two surnames, the noun of a body ("the Front")."""
        if lower in ORGANISATIONS:
            held = [e for e in self.entities if lower in e.words and " " in e.name]
            return [e for e in held if e.type is SpeakerType.ORGANIZATION]
        return [e for e in self._by_middle.get(lower, []) if e.type in _MAYBE_PERSON and e.fits(gender)]

    @staticmethod
    def _goes_by_first(entity: Entity) -> bool:
        """Whether its first word alone can mean it: a person's given name, "Torvik" for Torvik Rubber."""
        return entity.type in _MAYBE_PERSON or entity.words[0] not in ORGANISATIONS

    def _by_particle(self, lower: str, gender: str | None, pick: Pick) -> Entity | None:
        """Who bears a surname of more than one word: "Mrs dos Santos"."""
        if lower.partition(" ")[0] not in JOINERS:
            return None
        bearing = [e for e in self._by_last.get(lower.rpartition(" ")[2], []) if e.name.lower().endswith(f" {lower}")]
        fitting = [e for e in bearing if e.fits(gender)]
        return fitting[0] if len(fitting) == 1 else pick(fitting) if fitting else None

    def _by_parts(self, words: Sequence[str]) -> Entity | None:
        """A body under a shorter or turned name: "Defence Ministry" for the Ministry of Defence of Borduria."""
        if not any(w in ORGANISATIONS for w in words):
            return None
        mine = {w for w in words if w not in _JOINT}
        fitting = [
            e
            for e in self.entities
            if e.type is SpeakerType.ORGANIZATION
            and ("of" in e.words or "of" in words)
            and (mine <= set(e.words) or set(e.words) - _JOINT <= mine)
        ]
        return fitting[0] if len(fitting) == 1 else None

    @staticmethod
    def speaks(entity: Entity, *, definite: bool) -> None:
        """Note that a name speaks: one that is no place and no body is then a person's, unless "the" stands before."""
        words = entity.words
        if entity.type is None and (definite or (len(words) > 1 and words[0] in _ARTICLES)):
            entity.type = SpeakerType.ORGANIZATION
        elif entity.type is None and len(words) > 1 and not any(w in ADJECTIVES or w in PLACES for w in words):
            entity.type = None if is_ground(entity.name) else SpeakerType.PERSON

    def by_office(self, wanted: Office, pick: Pick = _nobody) -> Entity | None:
        """The person whose office the description names, ``pick`` choosing among equals; None for none."""
        fit = {id(e): max((agreement(wanted, held) for held in e.offices), default=0) for e in self.entities}
        best = max(fit.values(), default=0)
        if not best:
            return None
        fitting = [e for e in self.entities if fit[id(e)] == best and e.type is SpeakerType.PERSON]
        return fitting[0] if len(fitting) == 1 else pick(fitting) if fitting else None

    def firm(self, word: str) -> Entity | None:
        """The only body whose name of several words begins with the word ("Torvik" for Torvik Rubber)."""
        fitting = [e for e in self._by_first.get(word.lower(), []) if e.type is SpeakerType.ORGANIZATION]
        return fitting[0] if len(fitting) == 1 and " " in fitting[0].name else None

    def bodies(self, noun: str) -> list[Entity]:
        """The bodies in whose name the noun stands ("ministry"), in the order they were first named."""
        return [e for e in self.entities if e.type is SpeakerType.ORGANIZATION and (noun in e.words or noun in e.nouns)]

    def between(self, start: int, end: int) -> list[Entity]:
        """What is named in a range, in order."""
        first, stop = (bisect_left(self.found, at, key=lambda pair: pair[0]) for at in (start, end))
        return [entity for _, entity in self.found[first:stop]]


def _kind(tokens: Sequence[Token], name: Name) -> SpeakerType | None:
    """What a name stands for: as its words tell, but with "the" before it no person ("the Orlando Sentinel said")."""
    kind = type_of(name)
    if (
        name.role
        or name.title
        or not name.first
        or tokens[name.first - 1].lower != "the"
        or kind is SpeakerType.COLLECTIVE
    ):
        return kind
    following = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    closed = following is None or following.kind != "w" or following.lower in PREPOSITIONS or following.lower in VERBS
    return SpeakerType.ORGANIZATION if closed and " " in name.text else kind


def _is_who(tokens: Sequence[Token], name: Name) -> bool:
    """Whether "who" or "whose" follows a name: a person's."""
    before = tokens[name.first - 1].lower if name.first else ""
    first = name.text.partition(" ")[0].lower()
    if before in DETERMINERS or before in ROLE_MODIFIERS or first in PLACES or first in ADJECTIVES or "-" in first:
        return False  # "a former Sildavian Marine who"
    after = [t.lower for t in tokens[name.last + 1 : name.last + 3]]
    return after[:1] in (["who"], ["whom"]) or (after[:1] == [","] and after[1:] in (["who"], ["whom"]))


def _apposed_body(tokens: Sequence[Token], name: Name) -> str | None:
    """The noun of a body before a name and a comma: "the company, Tarn Lines, had"; None for none."""
    if name.first < 3 or tokens[name.first - 1].text != "," or name.title or name.role:
        return None
    noun = tokens[name.first - 2].lower
    first = name.text.split()[0].lower()
    start = name.first - 2
    while start > max(0, name.first - 6) and tokens[start - 1].kind == "w" and tokens[start].lower not in PREPOSITIONS:
        start -= 1
    of = start > 1 and tokens[start - 1].lower in ("of", "for", "at") and is_head(tokens[start - 2].lower)
    opened = not of and any(t.lower in ("the", "its", "'s", "’s") for t in tokens[start : name.first - 2])
    return noun if opened and noun in ORGANISATIONS and first not in GIVEN_NAMES else None


def _same_given(one: str, other: str) -> bool:
    """Whether two given names can be one: the same, or an initial of it."""
    return one == other or (one.rstrip(".") == other[:1]) or (other.rstrip(".") == one[:1])


def _shortened(tokens: Sequence[Token], name: Name) -> Name:
    """The name without its first word, which is what its bearer is."""
    first = name.name_first
    start = tokens[first + 1].start
    text = " ".join(name.text.split()[1:])
    role = name.role or (tokens[first].start, tokens[first].end)
    return Name(start, name.end, text, role, name.title, name.first, name.last, first + 1)


def _all_names(
    text: str, paragraphs: Sequence[Paragraph], demonyms: frozenset[str]
) -> Iterable[tuple[Sequence[Token], Name, bool]]:
    """Every name with the tokens around it and whether it is the headline's: the article's own words first."""
    inside: list[tuple[Sequence[Token], Name, bool]] = []
    for paragraph in sorted(paragraphs, key=lambda p: p.headline):
        for sentence in paragraph.sentences:
            for name in find_names(sentence.tokens, demonyms):
                yield sentence.tokens, name, paragraph.headline
            for quote in (t.quotation for t in sentence.tokens if t.quotation):
                words = tokenize(text, quote.inner_start, quote.inner_end)
                inside += [(words, name, True) for name in find_names(words, demonyms) if not _opens(words, name)]
    yield from (one for one in inside if " " not in one[1].text)
    yield from ((tokens, name, False) for tokens, name, _ in inside if " " in name.text)


def _opens(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a name of one word opens a sentence of a quotation, where any word has its capital."""
    return " " not in name.text and name.role is None and (name.first == 0 or tokens[name.first - 1].kind == ".")
