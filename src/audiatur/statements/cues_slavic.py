"""Values of the Russian and Ukrainian clause reader: what was said by whom, a verb in its clause, the state of the
reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from audiatur.statements.phrases_slavic import is_adverbial
from audiatur.statements.subjects_slavic import Subject, subject_after, subject_before
from audiatur.statements.values import StatementClass
from audiatur.statements.verbs_slavic import Frame, Verb
from audiatur.statements.views_slavic import Phrase, View
from audiatur.statements.words_slavic import Language

_EXPRESS = ("выраз", "выраж", "высказ", "вислов", "исповед")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement by tokens of its view.

    ``points``: the content is the sentence before ("об этом сообщил"); ``relayed``: the one before passes it on;
    ``inside``: the source stands after "in"; ``shared``: the source is that of another verb of the sentence.
    """

    source: Phrase | None
    cue: Phrase
    content: tuple[Phrase, ...]
    class_: StatementClass
    told: Phrase | None = None
    points: bool = False
    relayed: bool = False
    inside: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in its clause: tokens of the cue, its subject, where what is reported may begin."""

    at: int
    first: int
    last: int
    verb: Verb
    subject: Subject | None
    right: Subject | None
    low: int
    relative: bool = False

    @property
    def source(self) -> Phrase | None:
        """Who speaks; None where the words do not say."""
        for found in (self.subject, self.right):
            if found is not None and found.phrase is not None:
                return found.phrase
        return None

    @property
    def inside(self) -> bool:
        """Whether the source stands after "in"."""
        found = self.subject or self.right
        return bool(found and found.inside)

    @property
    def told(self) -> Phrase | None:
        """Who is told; None where the words do not say."""
        return self.right.told if self.right else None

    @property
    def after(self) -> int:
        """The first token after the verb, its subject and who is told."""
        ends = [self.last]
        if self.right and self.right.phrase and not self.subject:
            ends.append(max(self.right.phrase[1], self.right.last))
        if self.right and self.right.told:
            ends.append(self.right.told[1])
        return max(ends) + 1


def is_express(view: View, at: int) -> bool:
    """Whether a verb of expressing stands there, whose noun tells what is expressed."""
    return view.is_word(at) and view.word(at).startswith(_EXPRESS) and len(view.word(at)) < 14


def relay_at(view: View, at: int, language: Language) -> int:
    """How many tokens of "со ссылкой на" stand there; 0 for none."""
    for words in language.relays:
        if all(view.word(at + k) == w for k, w in enumerate(words)):
            return len(words)
    return 0


@dataclass(slots=True)
class Reading:
    """A view that is being read, verb after verb.

    ``floor``: the first token that later statements may take; ``covered``: the last token in which no further verb of
    the same layer is looked for; ``nested``: the view is itself a content.
    """

    view: View
    language: Language
    nested: bool = False
    found: list[Said] = field(default_factory=list)
    floor: int = 0
    covered: int = -1

    @property
    def last(self) -> int:
        """The last token that is no mark."""
        return self.view.last


def said_by(cue: Cue, content: list[Phrase], class_: StatementClass | None = None, *, points: bool = False) -> Said:
    """The statement of a cue; of the cue's class where no other is given."""
    return Said(
        cue.source,
        (cue.first, cue.last),
        tuple(content),
        class_ or cue.verb.class_,
        cue.told,
        points,
        inside=cue.inside,
    )


def speech(cue: Cue) -> StatementClass:
    """The class of a proposition or of words under this verb."""
    return StatementClass.SPEECH if cue.verb.frame is Frame.OBJECT else cue.verb.class_


def quoted_class(cue: Cue) -> StatementClass:
    """The class of words in marks under this verb: what is thought or rejected in somebody's words is said."""
    return StatementClass.SPEECH if cue.verb.frame in (Frame.OBJECT, Frame.THINK, Frame.CALL) else cue.verb.class_


def dative(reading: Reading, cue: Cue) -> bool:
    """Whether someone was told, by whom the words don't say: "мне сказали"."""
    return cue.verb.plural and any(
        reading.view.word(k) in reading.language.addressees and len(reading.view.word(k)) < 5
        for k in range(max(0, cue.first - 4), cue.first)
    )


def cue_at(reading: Reading, at: int, verb: Verb, first: int, last: int) -> Cue:
    """The verb at ``at`` in its clause; the cue runs from ``first`` to ``last``."""
    view, language = reading.view, reading.language
    if verb.form == "g":
        right = subject_after(view, last, min(reading.last, last + 8), language, "", loose=False)
        told = right.told if right else None
        return Cue(at, first, last, verb, None, Subject(None, told=told) if told else None, reading.floor)
    subject = subject_before(view, reading.floor, first, language, verb.form)
    if subject is None and reading.found and _joined(reading, first):
        before = reading.found[-1]
        subject = Subject(before.source, before.inside)
    follows = _follows_relative(reading, first)
    subject = subject or (_relative(reading, first) if follows else None)
    right = subject_after(view, last, reading.last, language, verb.form, loose=False)
    if right is not None and right.phrase and not follows and reading.view.is_comma(first - 1):
        subject = None  # "C, сообщил S": what stands before the comma is the content
    if subject is not None and right is not None:
        right = Subject(None, told=right.told) if right.told else None
    return Cue(at, first, last, verb, subject, right, reading.floor, follows)


def _joined(reading: Reading, first: int) -> bool:
    """Whether only a conjunction and adverbs stand between the statement before and this verb."""
    k = first - 1
    while k >= 0 and (
        is_adverbial(reading.view, k, reading.language) or reading.view.word(k) == "не" or reading.view.is_comma(k)
    ):
        k -= 1
    return k >= 0 and reading.view.word(k) in reading.language.joins and k >= reading.floor - 1


def _follows_relative(reading: Reading, first: int) -> bool:
    """Whether "который", with adverbs at most, stands between a comma and the verb."""
    k = first - 1
    while k >= 0 and is_adverbial(reading.view, k, reading.language):
        k -= 1
    return k > 1 and reading.view.word(k) in reading.language.relative and reading.view.is_comma(k - 1)


def _relative(reading: Reading, first: int) -> Subject | None:
    """ "S, который сказал": the words before the comma are who speaks."""
    comma = max(k for k in range(first) if reading.view.is_comma(k))
    if comma <= reading.floor:
        return None
    return subject_before(reading.view, reading.floor, comma, reading.language, "m")
