"""Records and traces, as values. Every offset counts Unicode code points of the text it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from audiatur.spans import Span

Edit = tuple[Literal["=", "-", "+"], str]
"""Words that both have, that only the quotation has, that only the record has; as each of them writes them."""


class Agreement(StrEnum):
    """What the record says of a quotation. None of the four is a judgement: translations are expected to differ."""

    VERBATIM = "verbatim"
    REWORDING = "rewording"
    NOT_FOUND = "not found"
    NO_RECORD = "no record"


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of a record that one voice speaks.

    Attributes:
        speaker: the fullest name that the record gives; of a role or a question the label as written; None where
            nobody is named.
        named: whether ``speaker`` is the name of somebody, not a role or "Question".
        label: where the record says who speaks; None where it does not.
        start, end: the words spoken, without the label.
    """

    speaker: str | None
    named: bool
    label: Span | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Record:
    """A primary record. ``key`` is the caller's name for it and must be unique; None: language, day not known.

    ``turns`` are in order and do not overlap; a text in which nobody is announced is one turn of nobody.
    """

    key: str
    text: str
    turns: tuple[Turn, ...]
    language: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article has in quotation marks.

    Attributes:
        text: the words.
        speakers: names that the words may be by: whoever is quoted, and whoever is said to quote; empty where unknown.
        context: what the article says around them, other quotations included.
        language: of the article; None where undecided.
        day: of the utterance, else of publication; None where unknown.
    """

    text: str
    speakers: tuple[str, ...] = ()
    context: str = ""
    language: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a quotation stands in the records. ``record`` and ``place`` are None where it was not found.

    Attributes:
        score: 1 - word edit distance over the longer side, in [0, 1]; 0 where nothing was found.
        speaker: who speaks there by the record; None where it does not say.
        words: the quotation against the record's words, word by word; empty where nothing was found.
    """

    agreement: Agreement
    record: str | None = None
    place: Span | None = None
    score: float = 0.0
    speaker: str | None = None
    words: tuple[Edit, ...] = ()
