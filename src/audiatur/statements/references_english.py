"""From a mention to the entity it refers to: names, offices, pronouns, bodies, documents; None where it is open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from audiatur.statements.candidates import Range
from audiatur.statements.cast import Cast
from audiatur.statements.domains_english import akin
from audiatur.statements.entities_english import Entity, gender_of
from audiatur.statements.focus import Focus
from audiatur.statements.given_names import GIVEN_NAMES
from audiatur.statements.mentions_english import Mention, head_of, kind_of, label_of, speaking_name, take_apart
from audiatur.statements.nameless_english import is_nobody, joins_two
from audiatur.statements.names import find_names, is_ground
from audiatur.statements.offices_english import Office, agreement, is_head, is_kin, office_of
from audiatur.statements.phrases_english import is_name
from audiatur.statements.places import PLACES
from audiatur.statements.sentences import Paragraph, Token, tokenize
from audiatur.statements.things_english import Things
from audiatur.statements.values import SpeakerType
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import FEMALE, MALE

_DEFINITE = words("the this that")
_OWNERS_OF_PERSONS = words("his her my our your")
_INDEFINITE = words("a an one another some any")
_VAGUE = words("man woman boy girl person source participant resident victim insider suspect reader visitor attendee")
_PERSON = SpeakerType.PERSON
_UNSURE, _HINTED, _AGAINST_HINT = 0.8, 0.9, 0.4  # how well an entity of unknown gender fits a pronoun
_OPENING = 4  # paragraphs, headline and all, within which someone is named whom a pronoun announced
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_WEAK = words("doctor dame sir lord lady peer professor mr mrs ms miss hon")
_SOMEBODYS = words("a an one another his her their its my our")
_ONE_OF_MANY = words("one another third fourth second first other latter eldest oldest youngest")
_LIKE_COUNTRIES = ("ia", "land", "stan", "burg", "grad", "ville", "ton")
_STYLES = words("holiness majesty excellency highness eminence")
_AGED = "-year-old"
_NEAR = 2  # paragraphs within which an office not told of anyone can still be someone's


def free(entity: Entity) -> bool:
    """Whether nothing is told of what a person is but a form of address."""
    return all(_says_little(office) for office in entity.offices)


def _says_little(office: Office) -> bool:
    return office.heads <= _WEAK or any(h.endswith(_AGED) for h in office.heads)


def _may_be(entity: Entity) -> bool:
    """Whether a person can hold an office that was just told of someone: nothing now held is known."""
    person = entity.type in (None, _PERSON) and not is_ground(entity.name)
    return person and all(o.rank == "former" or _says_little(o) for o in entity.offices)


def gender_fit(gender: str | None, without: Entity | None = None) -> Callable[[Entity], float]:
    """Weighs persons by how well they fit a pronoun's gender; ``without`` is not meant."""

    def fit(entity: Entity) -> float:
        if entity.type is not _PERSON or entity is without:
            return 0.0
        if gender is None or entity.gender == gender:
            return 1.0
        if entity.gender is not None:
            return 0.0
        return _HINTED if entity.likely == gender else _UNSURE if entity.likely is None else _AGAINST_HINT

    return fit


class References:
    """Answers which entity is meant, in the order of the text; learns genders and offices on the way.

    ``around``: who speaks the words among which the mention asked for stands; a mere description is not that one.
    """

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], cast: Cast, sources: Sequence[Range]) -> None:
        self._text = text
        self._sources = sorted(sources)
        self._ends = [p.end for p in paragraphs]
        self._paragraphs = paragraphs
        self.cast = cast
        self.focus = Focus(paragraphs)
        self.things = Things(text, paragraphs, cast, self.focus)
        self._plain_words = {t.text for p in paragraphs for s in p.sentences for t in s.tokens if t.text.islower()}
        self._nameless: list[Entity] = []
        self.around: Entity | None = None

    def pronoun(self, word: str, at: int, without: Entity | None = None) -> Entity | None:
        """Whom "he" or "she" means; None where two compete or nobody fits."""
        gender = "m" if word in MALE else "f" if word in FEMALE else None
        if gender is None:
            return None
        ranked = self.focus.ranked(at, gender_fit(gender, without))
        found = self.focus.best(at, gender_fit(gender, without)) if ranked else self._named_later(gender, at)
        about = self.focus.subjects(at)
        if len(about) == 1 and about[0] is not without and found is not about[0] and self._may_be_someone(about[0]):
            found = about[0]  # "Tío denied this. He ...": no town
            found.type = _PERSON
        if found is None and ranked:
            found = self._goes_on(gender_fit(gender, without), at)
        if found is not None and found.gender is None:
            found.gender = gender
        return found

    def _may_be_someone(self, entity: Entity) -> bool:
        """Whether a name of one word that nothing says more of, or that spoke like a town, can be a person's."""
        word, capitals = entity.name.lower(), self.cast.capitals
        open_ = entity.type is None or (entity.type is SpeakerType.COLLECTIVE and word not in PLACES)
        places = capitals.places | capitals.demonyms | capitals.countries
        named = " " not in word and word in capitals.inside and word not in places
        return open_ and named and not word.endswith(_LIKE_COUNTRIES)

    def _goes_on(self, fit: Callable[[Entity], float], at: int) -> Entity | None:
        """The only one of the subjects just before who fits: a pronoun mostly goes on with the subject."""
        fitting = [e for e in self.focus.subjects(at) if fit(e) > 0]
        return fitting[0] if len(fitting) == 1 else None

    def _named_later(self, gender: str, at: int) -> Entity | None:
        """The first person named after a pronoun that opens the article ("“I drank it,” she says")."""
        if not self._paragraphs or self._paragraph(at) > 2:
            return None
        for start, entity in self.cast.found:
            if start > at and entity.type is _PERSON and entity.fits(gender) and " " in entity.name:
                return entity if self._paragraph(start) <= _OPENING else None
        return None

    def name(self, found: str, title: str | None, at: int, *, gender: str | None = None) -> Entity | None:
        """The entity of a name at a place: of namesakes the one of that title or gender, already met, or talked of."""
        if gender == "n":
            gender, firm = None, self.cast.firm(found)
            if firm is not None and not title:
                return firm  # "Besset said it was disappointed": the group, not its founder
        gender = gender_of("", title, None) or gender
        held = office_of([title]) if title else None

        def pick(fitting: Sequence[Entity]) -> Entity | None:
            if held is not None and (titled := [e for e in fitting if any(held.heads & o.heads for o in e.offices)]):
                fitting = titled
            sure = [e for e in fitting if gender is not None and e.gender == gender]
            met = [e for e in sure or fitting if e.at and e.at[0] <= at] or list(sure or fitting)
            if len(met) == 1:
                return met[0]
            known = {id(e) for e in met}
            return self.focus.best(at, lambda e: 1.0 if id(e) in known else 0.0, clear=0.5)

        known = self.cast.by_name(found, gender, pick)
        if known is None and gender is not None and not title:
            return self.cast.by_name(found)  # "Marek urged her to go": the pronoun was another's
        return known

    def mentioned(
        self, tokens: Sequence[Token], at: int, paragraph: int, *, plural: bool, gender: str | None
    ) -> Entity | None:
        """The entity that a source of several words means; one without a name where it is a thing or someone unnamed.

        None where not even its kind can be told. ``plural``: the cue's form shows that several speak; ``gender``: what
        the first pronoun after it tells, by which namesakes are told apart.
        """
        mention = take_apart(tokens)
        if joins_two(tokens):
            return Entity("", SpeakerType.COLLECTIVE)
        plain = mention.plain
        if plain and _ACRONYMS.fullmatch(plain[-1].text):
            return Entity("", SpeakerType.COLLECTIVE)  # "MPs"
        if len(plain) == 1 and plain[0].lower in self.cast.capitals.demonyms and mention.opener in _DEFINITE:
            return self._unknown(mention, None, at)  # "the Sildavian"
        name = speaking_name(mention)
        if name is not None and name.start > mention.head[-1].end and kind_of(mention) is SpeakerType.COLLECTIVE:
            name = None  # "officials in the capital, Karsk"
        if name is not None:
            title = name.title or (tokens[name.name_first - 1].lower if name.role and name.name_first else None)
            entity = self.name(name.text, title, at, gender=gender)
            if entity is not None:
                return self._named(entity, mention, plural=plural)
        comma = next((i for i, t in enumerate(tokens) if t.text == ","), len(tokens))
        apposed = tokens[comma + 1 :]
        if name is None and len(apposed) > 1 and apposed[0].lower in ("the", "its", "their"):
            other = take_apart(apposed)
            if kind_of(other) is SpeakerType.ORGANIZATION:  # "the pier's owner, the harbour office"
                return self.things.meant(other, SpeakerType.ORGANIZATION, at)
        described = self._described(mention, at, paragraph)
        return described if described is not None else self._kind(mention, at)

    def _kind(self, mention: Mention, at: int) -> Entity | None:
        """A body, document or group by its noun; a person without a name else; None for what is none of these."""
        kind = kind_of(mention)
        if kind is None and mention.plain[-1].lower in _ONE_OF_MANY and mention.opener in _ONE_OF_MANY | {"the"}:
            kind = _PERSON
        if kind is None:
            return None
        return self._unknown(mention, None, at) if kind is _PERSON else self.things.meant(mention, kind, at)

    def _named(self, entity: Entity, mention: Mention, *, plural: bool) -> Entity:
        capitals = self.cast.capitals
        if is_nobody(entity, capitals):
            word = entity.name.lower()
            if word.removesuffix("s") in capitals.demonyms:
                several = plural or word not in capitals.demonyms
                return Entity("", SpeakerType.COLLECTIVE if several else _PERSON)
            several = word.endswith(("men", "women", "people", "children")) or (
                word.endswith("s") and not word.endswith(("ss", "us", "is"))
            )
            if word in self._plain_words and not several:
                kind = kind_of(mention)
                return Entity(word if kind is SpeakerType.ORGANIZATION else "", kind)  # a noun that opens the sentence
            if plural or " " in word or several:
                group = SpeakerType.COLLECTIVE if plural or several else None
                return Entity((label_of(self._text, mention, group) if group else None) or "", group)
            alone = word not in capitals.places and mention.opener not in _DEFINITE
            entity.type = None if alone else SpeakerType.COLLECTIVE  # a town speaks for its government; "Lind said"
            return entity
        self.cast.speaks(entity, definite=mention.opener in _DEFINITE)
        if entity.type is None and entity.name.lower() in GIVEN_NAMES and mention.opener not in _DEFINITE:
            entity.type, entity.gender = _PERSON, gender_of(entity.name, None, None)
        office = office_of([t.text for t in _with_of(mention)]) if kind_of(mention) is _PERSON else None
        if office is not None and entity.type in (None, _PERSON) and not is_kin(office):
            entity.type = _PERSON
            if all(office.heads != o.heads for o in entity.offices) and mention.opener not in _OWNERS_OF_PERSONS:
                entity.offices.append(office)
        return entity

    def _described(self, mention: Mention, at: int, paragraph: int) -> Entity | None:
        """The person whose office a description names; a nameless one where the article leaves it so."""
        if kind_of(mention) is not _PERSON:
            return None
        words_ = [t.text for t in mention.head]
        wanted = office_of(words_)
        if wanted is None:
            return self._unknown(mention, wanted, at)
        owner = next((i for i, t in enumerate(mention.head) if t.lower in ("'s", "’s")), None)
        styled = bool(wanted.heads & _STYLES)  # "His Holiness"
        if (mention.opener in _OWNERS_OF_PERSONS and not styled) or (
            owner is not None and self._is_persons(mention.head[:owner])
        ):
            return self._unknown(mention, wanted, at)
        if mention.opener in _INDEFINITE:
            found = self._lead(wanted, at, paragraph)
            return found if found is not None else self._unknown(mention, wanted, at)
        full = office_of([t.text for t in _with_of(mention)]) or wanted
        found = self._holder(full, at, owned=owner is not None)
        if found is None and not is_kin(full):
            found = self._lead(full, at, paragraph) or self._named_next(full, at)
        return found or Entity("", _PERSON, gender_of("", None, wanted.text))

    def holder(self, tokens: Sequence[Token], *, opens: bool) -> Entity | None:
        """Whom or what a description means that is no source ("The chairman gave orders."); None for none or a name.

        What ``opens`` a sentence may be a body or a document too: "The judgment runs to 214 pages. It says ...".
        """
        head = head_of(tokens)
        if len(head) < 2 or len(head) == len(tokens) or any(t.text in "'’" or t.lower in ("'s", "’s") for t in head):
            return None
        last = next((i for i in range(len(head) - 1, 0, -1) if is_head(head[i].lower)), 0)
        if opens and not last:
            return self.things.subject(head)
        if opens and head[0].lower in _SOMEBODYS:
            text = " ".join(t.text for t in head[: last + 1])
            return Entity("", _PERSON, gender_of("", None, text))  # "His wife wrote", "An uncle came"
        if not last or head[0].lower != "the" or any(t.text[0].isupper() and is_name(t) for t in head[last + 1 :]):
            return None
        wanted = office_of([t.text for t in head[: last + 1]])
        return None if wanted is None or is_kin(wanted) else self.cast.by_office(wanted)

    def _holder(self, wanted: Office, at: int, *, owned: bool) -> Entity | None:
        """Who holds the office: by what was told of them; else the roleless person just talked of.

        Of what is ``owned`` ("the Union's executive") only what was told counts.
        """

        def pick(fitting: Sequence[Entity]) -> Entity | None:
            known = {id(e) for e in fitting}
            return self.focus.best(at, lambda e: 1.0 if id(e) in known else 0.0, clear=0.6)

        unnamed = [e for e in self._nameless if any(agreement(wanted, held) for held in e.offices)]
        held = self.cast.by_office(wanted, pick)
        alike = [e for e in unnamed if any(wanted.heads & o.heads for o in e.offices) and self._close(e, at)]
        if alike and (held is None or not any(wanted.heads & o.heads for o in held.offices)):
            return alike[-1]  # "a diplomat close to the talks" is "the diplomat", not the foreign minister
        if unnamed:
            rivals = {id(e) for e in [*unnamed, *([held] if held else [])]}
            recent = self.focus.best(at, lambda e: 1.0 if id(e) in rivals else 0.0, clear=1.0)
            if recent is not None and recent is not held:
                return recent
        if held is not None or is_kin(wanted) or wanted.heads & _VAGUE:
            return held
        if any(agreement(wanted, o) for e in self.cast.entities for o in e.offices):
            return None
        return None if owned else self._just_talked_of(wanted, at)

    def _just_talked_of(self, wanted: Office, at: int) -> Entity | None:
        """The person near and clearly first whom a description can mean that fits no office told so far."""
        fit = gender_fit(gender_of("", None, wanted.text))
        aged = any(h.endswith(_AGED) for h in wanted.heads)  # "the 81-year-old": whoever was talked of
        found = self.focus.best(
            at, lambda e: 0.0 if e is self.around else fit(e) * (1.0 if aged or free(e) else 0.6), clear=0.85
        )
        evident = found is not None and (" " in found.name or found.gender is not None)
        if found is None or not evident or not self._close(found, at):
            return None
        if not (aged or free(found) or any(akin(wanted, held) for held in found.offices)):
            return None
        found.offices.append(wanted)
        return found

    def _close(self, entity: Entity, at: int) -> bool:
        here, there = self._paragraph(at), max((p for p in entity.at if p < at), default=None)
        return there is not None and here - self._paragraph(there) <= _NEAR

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._ends, at)

    def _lead(self, wanted: Office, at: int, paragraph: int) -> Entity | None:
        """Someone whom the first lines leave unnamed ("a pensioner has told") and the next paragraph opens with."""
        opening = [i for i, p in enumerate(self._paragraphs) if not p.headline][:1]
        first = opening[0] if opening else 0
        if paragraph > first:
            return None
        held = self.cast.by_office(wanted)
        if held is not None:
            return held
        for following in self._paragraphs[first + 1 : first + 2]:
            named = self._introduced(following, at)
            if named is not None and named.fits(gender_of("", None, wanted.text)):
                named.type = _PERSON
                named.offices.append(wanted)
                return named
        return None

    def _named_next(self, wanted: Office, at: int) -> Entity | None:
        """Who is heard by name for the first time right after a description that fits nobody.

        "The mayor of Tarn denied it. “Not one,” Ida Voss said": within two sentences, in the same paragraph.
        """
        if wanted.heads & _VAGUE or any(agreement(wanted, o) for e in self.cast.entities for o in e.offices):
            return None
        end = self._ends[self._paragraph(at)] if self._paragraph(at) < len(self._ends) else at
        for start, stop in self._sources:
            if at < start < end:
                names = find_names(tokenize(self._text, start, stop))
                entity = self.cast.by_name(names[0].text) if len(names) == 1 and " " in names[0].text else None
                if entity is None:
                    continue
                fresh = bool(entity.at) and entity.at[0] >= start and _may_be(entity)
                if not fresh or not entity.fits(gender_of("", None, wanted.text)):
                    return None
                entity.type = _PERSON
                entity.offices.append(wanted)
                return entity
        return None

    def _introduced(self, paragraph: Paragraph, at: int) -> Entity | None:
        """The person without an office whom a paragraph opens with, or who is the first to speak in it."""
        tokens = paragraph.sentences[0].tokens if paragraph.sentences else ()
        opening = [n for n in find_names(tokens[:8]) if n.first == 0]
        speaking = [
            n
            for start, end in self._sources
            if paragraph.start <= start < paragraph.end
            for n in find_names(tokenize(self._text, start, end))
        ]
        for name in (*opening[:1], *speaking[:1]):
            entity = self.cast.by_name(name.text)
            if entity is not None and _may_be(entity) and " " in entity.name:
                return entity if not entity.at or entity.at[0] > at else None
        return None

    def _is_persons(self, owner: Sequence[Token]) -> bool:
        names = find_names(owner)
        entity = self.cast.by_name(names[-1].text) if names else None
        return entity is not None and entity.type is _PERSON

    def _unknown(self, mention: Mention, office: Office | None, at: int) -> Entity:
        """A person without a name, who may still be the one that "he" means."""
        text = " ".join(t.text for t in mention.head)
        known = Entity("", _PERSON, gender_of("", None, text), None, [office] if office else [], [at])
        self._nameless.append(known)
        return known


def _with_of(mention: Mention) -> list[Token]:
    """The head and what follows "of" or "for" after it: "mayor of Tarn"."""
    tokens, stop = mention.tokens, len(mention.head)
    if stop < len(tokens) and tokens[stop].lower in ("of", "for", "in"):
        while stop < len(tokens) and tokens[stop].kind == "w" and tokens[stop].lower not in ("who", "which", "that"):
            stop += 1
    return list(tokens[:stop])
