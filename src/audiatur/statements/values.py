"""Statements, as values. Every span indexes the text that was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from audiatur.spans import Span


class Kind(StrEnum):
    """Whether the content stands in quotation marks, or after the dashes of a dialogue: wholly, partly, not at all."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class StatementClass(StrEnum):
    """Speech, an act done in speaking, what a text says, a state of mind with no utterance."""

    SPEECH = "speech"
    SPEECH_ACT = "speech-act"
    DOCUMENT = "document"
    ATTITUDE = "attitude"


class SpeakerType(StrEnum):
    """What kind of speaker it is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    COLLECTIVE = "collective"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks. ``name`` is the fullest name in the article that the mention refers to; None: not settled."""

    mention: Span | None
    name: str | None
    role: str | None
    type: SpeakerType | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """When, where and to whom. ``date`` is ISO 8601 at the precision known (``2022-04-12``, ``2022-04``, ``2022``)."""

    date: str | None = None
    date_text: Span | None = None
    inherited: bool = False
    place: Span | None = None
    addressee: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. ``parent`` is the index of the enclosing statement in the same answer; None: top level."""

    kind: Kind
    class_: StatementClass
    speaker: Attribution
    cue: Span | None
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    occasion: Occasion
    parent: int | None
    confidence: float
