"""When, where and to whom a statement was made, from the words of its sentence that are not the statement itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from audiatur.spans import Span
from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.dates import find_dates
from audiatur.statements.dates_slavic import find_slavic_dates
from audiatur.statements.values import Attribution, Occasion, SpeakerType

_NAME = r"(?:[A-Z][\w’'-]*|[A-Z]\.)(?:\s+(?:of\s+|de\s+|the\s+)?[A-Z][\w’'-]*)*"
_PLACE = re.compile(
    rf"\b(?:[Ss]peaking|[Tt]alking|[Aa]ppearing|rally|speech|address|conference|event|interview|visit|briefing|meeting|"
    rf"summit|forum|hearing|session|reporters|journalists|crowd|audience|supporters|remarks|stop|gathering|ceremony)\b"
    rf"[^,.;:“\"]{{0,30}}?\s(?:at|in|from|outside|near|to|aboard)\s+(?:the\s+|a\s+)?(?P<place>{_NAME})"
)
_INHERITING = (SpeakerType.PERSON, SpeakerType.ORGANIZATION)
_MEDIUM = re.compile(r"^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Twitter|Facebook|English|Russian)$")


def _outside(candidate: Candidate, all_content: Sequence[Range]) -> list[Range]:
    """The stretches of the sentence that are no one's content and not the source: where time and place are told."""
    taken = sorted([*all_content, *([candidate.source] if candidate.source else [])])
    stretches: list[Range] = []
    at, end = candidate.sentence
    for start, stop in taken:
        if start >= end or stop <= candidate.sentence[0]:
            continue
        if start > at:
            stretches.append((at, start))
        at = max(at, stop)
    if at < end:
        stretches.append((at, end))
    return stretches


def find_occasion(
    text: str, candidate: Candidate, all_content: Sequence[Range], nested: bool, published: date | None
) -> Occasion:
    """The occasion as far as the sentence itself tells it; a nested statement's is left to inheritance."""
    addressee = Span.of(text, *candidate.addressee) if candidate.addressee else None
    if nested or candidate.cue is None or text[slice(*candidate.cue)].lower().startswith("according"):
        return Occasion(addressee=addressee)
    value, date_text, place = None, None, None
    for start, end in _outside(candidate, all_content):
        for found in (*find_dates(text, start, end, published), *find_slavic_dates(text, start, end, published)):
            if date_text is None and found.value is not None:
                value, date_text = found.value, Span.of(text, found.start, found.end)
        match = _PLACE.search(text, start, end)
        if match and place is None and not _MEDIUM.match(match["place"]):
            place = Span.of(text, match.start("place"), match.end("place"))
    return Occasion(value, date_text, False, place, addressee)


def inherit(speakers: Sequence[Attribution], occasions: Sequence[Occasion]) -> list[Occasion]:
    """Give each statement without a date that of the same speaker's nearest dated one, before it or else after it.

    Only named persons and organisations inherit: a document or a side speaks on no one occasion.
    """
    dated: dict[str, list[int]] = {}
    for index, (speaker, occasion) in enumerate(zip(speakers, occasions, strict=True)):
        if speaker.name is not None and occasion.date is not None:
            dated.setdefault(speaker.name, []).append(index)
    result = list(occasions)
    for index, (speaker, occasion) in enumerate(zip(speakers, occasions, strict=True)):
        if occasion.date is not None or speaker.name not in dated or speaker.type not in _INHERITING:
            continue
        own = dated[speaker.name]
        before = bisect_left(own, index)
        source = occasions[own[before - 1] if before else own[0]]
        place = occasion.place or source.place
        result[index] = replace(occasion, date=source.date, inherited=True, place=place)
    return result
