"""Speaker turns of a transcript: at the head of a line or in running text, by name, role, "Q" or dash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audiatur.records.labels import Voice, voice_of
from audiatur.records.names import may_be_one
from audiatur.records.values import Turn
from audiatur.spans import Span
from audiatur.statements.given_names import GIVEN_NAMES

# A colon with words after it, or one at the end of its line.
_COLON = re.compile(r":[*_\]]*(?=\s|$|[A-ZА-ЯІЇЄҐ“\"«])")
# Where a label may begin in running text: after a sentence, a closed bracket, a line of stars or a tooltip's mark.
_BOUNDARY = re.compile(r"[.?!…>*)»”\"\]]\s*|\n\s*")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen|Rep|Col|Prof|Amb|St))\.$", re.IGNORECASE)
_DASH = re.compile(r"^[ \t]*[—–][ \t]+(?=\S)", re.MULTILINE)
_LONE_LETTER = re.compile(r"^[ \t]*([QA])(?:[.:]|[ \t]{1,})[ \t]*(?=[A-Z“\"])", re.MULTILINE)
_LONGEST = 200
"""Characters of a label: the longest titles of state are half of it."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A label found: where it stands, where the words begin, whether it heads a line."""

    start: int
    end: int
    words: int
    at_line: bool
    voice: Voice


def turns_of(text: str) -> tuple[Turn, ...]:
    """The speaker turns of a text, in order. A text that announces nobody is one turn of nobody.

    What stands before the first label is a turn of nobody too. Names are the fullest that the record gives: "MR.
    SALAT" and "Salat" are "Ivo Salat" where the record calls him so and nobody else has that surname.
    """
    heads = _heads(text)
    names = _full_names([head.voice for head in heads])
    starts = [(0, None), *((head.words, head) for head in heads)]
    ends = [*(head.start for head in heads), len(text)]
    turns = []
    for (start, head), end in zip(starts, ends, strict=True):
        if not text[start:end].strip():
            continue
        turns.append(_turn(text, start, end, head, names))
    return tuple(turns)


def _turn(text: str, start: int, end: int, head: _Head | None, names: Mapping[str, str]) -> Turn:
    if head is None or head.start == head.end:
        return Turn(None, False, None, start, end)
    name = names.get(head.voice.name, head.voice.name) if head.voice.name else None
    label = Span.of(text, head.start, head.end)
    return Turn(name or label.text, name is not None, label, start, end)


def _heads(text: str) -> list[_Head]:
    found = [*_by_colon(text), *_by_letter(text), *_by_dash(text)]
    proven = _proven(text, found)
    kept: list[_Head] = []
    for head in sorted(proven, key=lambda one: (one.words, -one.start)):
        if not kept or head.start >= kept[-1].words:
            kept.append(head)
    return kept


def _by_colon(text: str) -> Iterator[_Head]:
    for colon in _COLON.finditer(text):
        if colon.start() == 0 or text[colon.start() - 1].isspace():
            continue
        line = text.rfind("\n", 0, colon.start()) + 1
        start = _label_start(text, max(line, colon.start() - _LONGEST), colon.start())
        if start is None:
            continue
        voice = voice_of(text[start : colon.start()])
        if voice is not None:
            at_line = not text[line:start].strip(" \t*_[—–")
            yield _Head(start, colon.start(), colon.end(), at_line, voice)


def _label_start(text: str, least: int, end: int) -> int | None:
    """Where the label that ends at ``end`` begins; None where no boundary is near enough."""
    start = least if least == 0 or text[least - 1] == "\n" else None
    closed = end - 1 if text[end - 1] in ")]" else end
    for boundary in _BOUNDARY.finditer(text, least, closed):
        if text[boundary.start()] == "." and _ABBREVIATION.search(text, least, boundary.start() + 1):
            continue
        if text[boundary.start()] in ")]" and start is not None and boundary.end() == end:
            continue
        start = boundary.end()
    if start is None:
        return None
    while start < end and (text[start].isspace() or text[start] in "*_[—–-"):
        start += 1
    return start if start < end else None


def _by_letter(text: str) -> list[_Head]:
    """Lines that begin with Q or A alone, where there are two or more with a Q."""
    found = list(_LONE_LETTER.finditer(text))
    if sum(match.group(1) == "Q" for match in found) < 2:
        return []
    voice = Voice(None, sure=True, titled=True)
    return [
        _Head(match.start(1), match.end(1), match.end(), True, voice)
        for match in found
        if match.group(1) == "Q" or ":" in match.group() or "." in match.group()
    ]


def _by_dash(text: str) -> list[_Head]:
    """Lines that begin with a dash, where there are two or more: turns of nobody who is named."""
    found = list(_DASH.finditer(text))
    if len(found) < 2:
        return []
    return [_Head(match.start(), match.start(), match.end(), True, Voice(None, sure=True)) for match in found]


def _proven(text: str, found: Sequence[_Head]) -> list[_Head]:
    """The labels that are no chance colon: by what they say, by coming again, or by naming one who is sure."""
    counts = Counter(text[head.start : head.end].casefold() for head in found)
    sure = {head.voice.name for head in found if head.voice.sure and head.voice.name}

    def known(head: _Head) -> bool:
        name = head.voice.name
        again = counts[text[head.start : head.end].casefold()] > 1
        if head.voice.sure:
            return True
        if name is None:
            return head.at_line or again
        if any(may_be_one(name, other) for other in sure):
            return True
        several = len(name.split()) > 1
        return (again and (several or head.at_line)) or (several and head.at_line)

    return [head for head in found if known(head)]


def _full_names(voices: Sequence[Voice]) -> dict[str, str]:
    """For each name of the record the fullest one of the same person; the name itself where two could be meant."""
    names = sorted({voice.name for voice in voices if voice.name}, key=lambda name: (len(name.split()), name))
    full: dict[str, str] = {}
    for name in names:
        own = name.casefold().split()
        fitting = [
            other
            for other in names
            if len(other.split()) > 1 and other.casefold().split()[-1] == own[-1] and _initials_fit(own, other)
        ]
        best = min(fitting, key=lambda other: _plainness(other, name), default=name)
        people = {(other.casefold().split()[0][0], other.casefold().split()[-1]) for other in fitting}
        full[name] = best if len(people) == 1 or name in fitting else name
    return full


def _initials_fit(own: Sequence[str], other: str) -> bool:
    return len(own) == 1 or own[0][0] == other.casefold()[0] or " ".join(own).endswith(other.casefold())


def _plainness(other: str, name: str) -> tuple[bool, bool, int]:
    """Names that begin with a known given name first, no initials, then the name as it is, then the shorter."""
    first = other.split(maxsplit=1)[0]
    return (first.endswith("."), first.lower() not in GIVEN_NAMES and other != name, len(other.split()))
