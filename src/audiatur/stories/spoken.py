"""What an article says of words that somebody spoke: the words themselves where it is a record, else what it picks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sys import intern

from audiatur.stories.background import stop_words
from audiatur.stories.features import tongue_of
from audiatur.stories.transcripts import speakers_of
from audiatur.stories.values import Telling
from audiatur.stories.voices import holders_in, speaking_in
from audiatur.stories.words import headline, stem, words

PIECE = 30
"""Words of a record that are kept together at most: a long sentence. Two in a row are compared at a time."""
TITLE = 300
"""Characters of a title that are read; a longer one is none."""
OPENING = 600
"""Characters of a report's text in which its first sentences are looked for."""
SENTENCES = 3
QUOTED = 1_500
"""Characters of a report's text in which quotations are looked for: further down it retells other days."""
QUOTATIONS = 8
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”»']?\s+(?=[A-Z“\"«])")
_QUOTE = re.compile(r"[“\"«]([^”\"»]{8,400})[”\"»]|(?<!\w)[‘']([^’'‘]{8,300})[’'](?=[\s.,;:?!]|$)")

Unit = tuple[str, ...]
"""The terms of a sentence, of a piece of a record, of a quotation; each once, in order."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an article has of somebody's words.

    Attributes:
        record: whether it is those words, whole; else it reports of them.
        speakers: the keys of those who speak; of a report, those whom its title lets speak.
        holders: offices with the names of those who hold them, as title and opening have them.
        title: the terms of the title.
        units: of a record its pieces in order; of a report its first sentences.
        quoted: of a report its quotations.
    """

    record: bool
    speakers: frozenset[str]
    holders: tuple[tuple[str, str], ...]
    title: Unit
    units: tuple[Unit, ...]
    quoted: tuple[Unit, ...] = ()


def spoken_of(telling: Telling) -> Spoken | None:
    """What an article has of somebody's words; None where it is no record and its title lets nobody speak."""
    heading = telling.title[:TITLE]
    recorded = speakers_of(heading, telling.text)
    speakers = recorded or speaking_in(heading)
    if not speakers:
        return None
    stop = stop_words(tongue_of(telling))
    title = _unit(headline(heading), stop)
    if recorded:
        pieces = tuple(_pieces(telling.text, stop))
        return Spoken(True, speakers, holders_in(heading), title, pieces)
    sentences = _SENTENCE.split(telling.text[:OPENING])[:SENTENCES]
    found = _QUOTE.findall(f"{heading}\n{telling.text[:QUOTED]}")[:QUOTATIONS]
    quoted = _units((one or other for one, other in found), stop)
    holders = holders_in(f"{heading}. {sentences[0]}")
    return Spoken(False, speakers, holders, title, _units(sentences, stop), quoted)


def pack_spoken(spoken: Spoken) -> bytes:
    """As bytes, to be kept and stored; ``unpack_spoken`` gives back the very same."""
    kinds = ((spoken.title,), spoken.units, spoken.quoted)
    units = [[" ".join(unit) for unit in kind] for kind in kinds]
    held = [spoken.record, sorted(spoken.speakers), spoken.holders, *units]
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def unpack_spoken(stored: bytes) -> Spoken:
    """What was packed."""
    record, speakers, holders, *kinds = json.loads(stored)
    (title,), units, quoted = (tuple(tuple(map(intern, unit.split())) for unit in kind) for kind in kinds)
    pairs = tuple((office, name) for office, name in holders)
    return Spoken(record, frozenset(speakers), pairs, title, units, quoted)


def _pieces(text: str, stop: frozenset[str]) -> Iterator[Unit]:
    for sentence in _SENTENCE.split(text):
        found = sentence.split()
        for start in range(0, len(found), PIECE):
            yield _unit(" ".join(found[start : start + PIECE]), stop)


def _units(texts: Iterable[str], stop: frozenset[str]) -> tuple[Unit, ...]:
    return tuple(unit for text in texts if (unit := _unit(text, stop)))


def _unit(text: str, stop: frozenset[str]) -> Unit:
    found = (stem(word) for word in words(text) if word not in stop and (len(word) > 1 or word.isdigit()))
    return tuple(dict.fromkeys(map(intern, found)))
