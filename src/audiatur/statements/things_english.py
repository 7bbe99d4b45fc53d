"""Which body, document or group a mention means, and what "it" does; None where the article leaves it open."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from audiatur.statements.cast import Cast
from audiatur.statements.demonyms_english import Capitals
from audiatur.statements.entities_english import Entity
from audiatur.statements.focus import Focus
from audiatur.statements.given_names import GIVEN_NAMES
from audiatur.statements.introduced_english import Introduced
from audiatur.statements.mentions_english import Mention, label_of, take_apart
from audiatur.statements.names import is_ground
from audiatur.statements.roles_english import DOCUMENTS
from audiatur.statements.sentences import Paragraph, Token
from audiatur.statements.values import SpeakerType
from audiatur.statements.wordlists import words

_DEFINITE = words("the this that")
_OWNERS_OF_BODIES = words("its their")
_INDEFINITE = words("a an one another some any")
_UNSURE = 0.8  # how well a name of which nothing is known fits "it"
_KINDS_OF_BODIES = words(
    """newspaper paper daily weekly magazine broadcaster channel company firm group club bank charity union agency
    regulator party operator retailer carrier airline association body organisation organization watchdog
    think-tank manufacturer university college hospital publisher studio label team brand chain start-up utility
    supplier insurer lender builder contractor developer band orchestra choir guild movement network tabloid"""
)
_BUSINESSES = words(
    """company firm bank operator retailer carrier airline manufacturer publisher studio label brand chain start-up
    utility supplier insurer lender builder contractor developer"""
)
_PUBLIC = words(
    """ministry department agency office committee commission council parliament congress senate house court tribunal
    party union association alliance school university college academy institute army navy police government cabinet
    embassy assembly authority secretariat regulator watchdog church charity hospital museum palace"""
)
_ANY_DOCUMENT = words("document documents text paper papers file files")
_ANY = words("every each no some any many several both all one another most few")


def _thing_fit(entity: Entity, capitals: Capitals) -> float:
    """Weighs what "it" can mean; a name of which nothing is known may be a place, but "Investors" are none."""
    word = entity.name.lower()
    if entity.type is None:
        fits = entity.gender is None and " " not in entity.name and word in capitals.inside | capitals.places
        return _UNSURE if fits and word.removesuffix("s") not in capitals.demonyms else 0.0
    several = entity.type is SpeakerType.COLLECTIVE and word.removesuffix("s") in capitals.demonyms
    return 0.0 if entity.type is SpeakerType.PERSON or several else 1.0


class Things:
    """Answers which body, document or group is meant, in the order of the text."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], cast: Cast, focus: Focus) -> None:
        self._text = text
        self._cast = cast
        self._focus = focus
        self._documents: list[Entity] = []
        self._bodies: list[Entity] = []
        self._introduced_as = Introduced(paragraphs)

    def it(self, at: int) -> Entity | None:
        """What "it" means: a body, document or place that was just spoken of; None where two compete."""
        found = self._focus.best(at, lambda e: _thing_fit(e, self._cast.capitals))
        if found is not None and found.type is None:
            found.type = SpeakerType.COLLECTIVE
        return found

    def text_just_named(self, at: int) -> Entity | None:
        """The document that a sentence just before names, if no body is its subject: "a letter came. It says"."""
        named = self._introduced_as.last(self._text, at, SpeakerType.DOCUMENT)
        if named is None:
            return None
        label, place = named
        thing = self.it(at)
        told = thing is not None and thing.type is SpeakerType.ORGANIZATION and self._focus.recent(thing, place, at)
        return None if told else self._fullest(label, SpeakerType.DOCUMENT, [*self._documents], None, at)

    def subject(self, head: Sequence[Token]) -> Entity | None:
        """The document that the first words of a sentence are: "The judgment runs to"; None for anything else."""
        noun = next((i for i, t in enumerate(head) if t.lower in DOCUMENTS and t.text.islower()), None)
        if noun is None or any(t.kind != "w" for t in head[: noun + 1]):
            return None
        mention = take_apart(head[: noun + 1])
        return self.meant(mention, SpeakerType.DOCUMENT, head[0].start)

    def meant(self, mention: Mention, kind: SpeakerType, at: int) -> Entity | None:
        """A body, document or group by its noun, under the fullest name the article has for it."""
        sides = self._cast.capitals.demonyms | self._cast.capitals.countries
        label = label_of(self._text, mention, kind, sides)
        if kind is SpeakerType.COLLECTIVE or label is None:
            return Entity(label or "", kind)
        if mention.opener in _ANY or (mention.opener in _INDEFINITE and kind is SpeakerType.ORGANIZATION):
            return Entity("", kind)  # "a charity", "every government": none that the article names
        known = self._document(mention, label, at) if kind is SpeakerType.DOCUMENT else self._body(mention, at)
        if known is not None:
            return known
        noun = mention.plain[-1].lower
        pool = [*self._documents, *self._titled()] if kind is SpeakerType.DOCUMENT else self._cast.bodies(noun)
        return self._fullest(label, kind, [*pool, *self._bodies], mention, at)

    def _titled(self) -> list[Entity]:
        """The documents that have a name of their own ("the Port Ansel Memorandum")."""
        return [e for e in self._cast.entities if e.words[-1] in DOCUMENTS and " " in e.name]

    def _document(self, mention: Mention, label: str, at: int) -> Entity | None:
        """What "the document" means, and whose "its statement" is; None for other documents."""
        kind = SpeakerType.DOCUMENT
        if mention.opener in _OWNERS_OF_BODIES and not any(t.lower == "own" for t in mention.head):
            owner = self.it(at)
            return Entity(owner.name if owner else label, kind)
        if mention.plain[-1].lower in _ANY_DOCUMENT and mention.opener in _DEFINITE and len(mention.plain) == 1:
            titled = {id(e) for e in self._titled()}
            return self._focus.best(at, lambda e: 1.0 if e.type is kind or id(e) in titled else 0.0)
        return None

    def _body(self, mention: Mention, at: int) -> Entity | None:
        """What "the company" means where nothing of that noun is named: the body just talked of; None for none."""
        noun = mention.plain[-1].lower
        if noun not in _KINDS_OF_BODIES or mention.opener != "the" or len(mention.plain) > 1 or self._cast.bodies(noun):
            return None
        public = _PUBLIC if noun in _BUSINESSES else frozenset[str]()
        found = self._focus.best(at, lambda e: self._body_fit(e, public))
        if found is not None and found.type is None:
            found.type = SpeakerType.ORGANIZATION
        return found

    def _body_fit(self, entity: Entity, public: AbstractSet[str]) -> float:
        """Weighs what "the company" can mean; a name of which nothing is known less, a town or a person not."""
        if entity.type is SpeakerType.ORGANIZATION:
            return 0.0 if public & {*entity.words} else 1.0
        known = entity.type is not None or not entity.name or is_ground(entity.name)
        capitals = self._cast.capitals
        named = " " in entity.name or entity.name.lower() in capitals.inside - capitals.places - capitals.demonyms
        return _UNSURE if named and not known and entity.words[0] not in GIVEN_NAMES else 0.0

    def _fullest(
        self, label: str, kind: SpeakerType, pool: list[Entity], mention: Mention | None, at: int
    ) -> Entity | None:
        """The entity of the pool whose name holds all words of the label, the nearest of several; else a new one."""
        mine = {w.lower() for w in label.split()}
        fitting = [e for e in pool if mine <= {*e.words, *e.nouns}]
        opener = mention.opener if mention is not None else "the"
        if opener in _INDEFINITE and kind is SpeakerType.DOCUMENT:
            fitting = [e for e in fitting if e.name.lower() == label.lower()]
        if len(fitting) > 1:
            known = {id(e) for e in fitting}
            near = self._focus.best(at, lambda e: 1.0 if id(e) in known else 0.0, clear=0.6)
            exact = [e for e in fitting if set(e.words) == mine]
            return near or (exact[0] if exact else Entity("", kind))
        if fitting:
            return fitting[0]
        if opener in _DEFINITE and len(mine) == 1:
            label = self._introduced_as.fullest(self._text, label.lower(), at, kind) or label
        entity = Entity(label, kind, at=[at])
        (self._documents if kind is SpeakerType.DOCUMENT else self._bodies).append(entity)
        return entity
