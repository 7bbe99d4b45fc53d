"""The values of our own gold, and how the words of an annotation become spans; see ``evaluation.own_gold``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypedDict, cast

from audiatur.errors import InputError
from audiatur.spans import Span

TYPES = ("person", "organization", "document", "collective", None)
CLASSES = ("speech", "speech-act", "document", "attitude")
REFERENCES = ("name", "surname", "title", "pronoun", "metonym", "organization", "document", "collective", "none")

_REQUIRED = ("content", "cue", "mention", "name", "type", "class", "reference")
_ALLOWED = {*_REQUIRED, "also", "role", "date", "date_text", "inherited", "place", "addressee", "parent", "optional"}
_KINDS = {"name": str, "role": str, "also": list, "parent": int, "inherited": bool, "optional": bool}
_SENTENCE_END = re.compile(r"(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…][\"'”’»“]*\s+(?=[^a-zа-яіїєґ0-9])")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


_Fields = TypedDict(
    "_Fields",
    {
        "content": object,
        "cue": object,
        "mention": object,
        "name": str | None,
        "also": list[object] | None,
        "role": str | None,
        "type": str | None,
        "class": str,
        "date": object,
        "date_text": object,
        "inherited": bool | None,
        "place": object,
        "addressee": object,
        "parent": int | None,
        "reference": str,
        "optional": bool | None,
    },
    total=False,
)


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One annotated statement; the fields are those of the format, words resolved to spans.

    ``name`` None: a careful reader abstains. ``date`` is ISO 8601 at the precision known, None where it is not known.
    """

    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    name: str | None
    also: tuple[str, ...]
    role: str | None
    type: str | None
    class_: str
    date: str | None
    date_text: Span | None
    inherited: bool
    place: Span | None
    addressee: Span | None
    parent: int | None
    reference: str
    optional: bool

    @property
    def start(self) -> int:
        """Where the content first stands."""
        return self.content[0].start

    def encloses(self, other: GoldStatement) -> bool:
        """Whether the other's content lies between the first and the last word of this one's."""
        return self.start <= other.start and other.content[-1].end <= self.content[-1].end


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its statements; spans are of ``text``, whose first line is ``title``."""

    path: Path
    title: str
    outlet: str
    language: str
    published: date
    text: str
    statements: tuple[GoldStatement, ...]


def bad(place: str, message: str, remedy: str) -> InputError:
    """An error of the gold, to be raised or gathered."""
    return InputError("bad-gold", message, place=place, remedy=remedy)


def places_of(words: str, whole: str) -> list[Span]:
    """Every place where the words stand as whole words."""
    left, right = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    return [Span.of(whole, *hit.span()) for hit in re.finditer(f"{left}{re.escape(words)}{right}", whole)]


def located(raw: object, whole: str, place: str) -> tuple[list[Span], bool]:
    """Where the words may be meant, and whether the annotator named the one place; InputError where there is none."""
    words, nth = (raw.get("words"), raw.get("nth")) if isinstance(raw, dict) else (raw, None)
    if not isinstance(words, str) or not words.strip() or not isinstance(nth, int | None):
        raise bad(place, f"{raw!r} is neither words nor {{words, nth}}", "give the exact words, in quotes, or null")
    found = places_of(words, whole)
    if not found or (nth is not None and not 1 <= nth <= len(found)):
        remedy = "copy the exact words of title or text" if not found else "correct nth, counted from 1 as whole words"
        raise bad(place, f"{words!r} stands there {len(found)} times", remedy)
    return (found, False) if nth is None else ([found[nth - 1]], True)


def content_of(raw: object, whole: str, after: int, place: str) -> tuple[Span, ...]:
    """The parts of a content, each after the one before, the first from ``after`` on."""
    parts: list[Span] = []
    for one in raw if isinstance(raw, list) and raw else [None]:
        found, named = located(one, whole, place)
        left = [span for span in found if span.start >= (parts[-1].end if parts else 0 if named else after)]
        if not left:
            raise bad(place, f"{found[0].text!r} stands only earlier", "order by first word of content, or give nth")
        parts.append(left[0])
    return tuple(parts)


def _gap(one: Span, other: Span, whole: str) -> int:
    """Code points between two spans, none where they overlap; the end of a sentence between them weighs like a line."""
    between = whole[one.end : other.start] or whole[other.end : one.start]
    return len(between) + 200 * len(_SENTENCE_END.findall(between))


def nearest(raw: object, content: Sequence[Span], cue: Span | None, whole: str, place: str) -> Span | None:
    """The place nearest to the content, outside of it if possible; None for null, InputError on a tie.

    Between the parts of a split content is nearer than before or after it. Where there is a cue (given for mentions),
    nearness to it goes first: in "He told us: no. He left" the first "He" is meant. What is in the same sentence is
    nearer than what is not: in "She said on Monday that it sank. He said" the first "said".
    """
    if raw is None:
        return None
    found, named = located(raw, whole, place)
    outside = [span for span in found if named or not any(span.overlaps(part) for part in content)] or found
    hull = Span.of(whole, content[0].start, content[-1].end)
    distance = {
        span: (
            _gap(span, cue, whole) if cue else 0,
            _gap(span, hull, whole),
            min(_gap(span, part, whole) for part in content),
        )
        for span in outside
    }
    best = [span for span in outside if distance[span] == min(distance.values())]
    if len(best) > 1:
        raise bad(place, f"{best[0].text!r} stands twice at the same distance", "give {words, nth}")
    return best[0]


def fields_of(raw: object, place: str) -> _Fields:
    """The fields of a statement, of the right names, types and words; InputError for the first that is not."""
    if not isinstance(raw, dict) or (missing := [key for key in _REQUIRED if key not in raw]):
        raise bad(place, f"no {missing[0]}" if isinstance(raw, dict) else "not a statement", "add what is missing")
    if unknown := sorted(set(map(str, raw)) - _ALLOWED):
        raise bad(place, f"unknown field {unknown[0]!r}", f"use only {', '.join(sorted(_ALLOWED))}")
    for key, allowed in (("type", TYPES), ("class", CLASSES), ("reference", REFERENCES)):
        if raw[key] not in allowed:
            raise bad(f"{place}, {key}", f"{raw[key]!r} is not allowed", f"use one of {', '.join(map(str, allowed))}")
    for key, kind in _KINDS.items():
        if not isinstance(raw.get(key), kind | None):
            raise bad(f"{place}, {key}", f"{raw[key]!r} has the wrong type", f"write {kind.__name__} or null")
    if raw.get("date") is not None and not _DATE.fullmatch(str(raw["date"])):
        raise bad(f"{place}, date", f"{raw['date']!r} is no date", "write 2031-05-12, 2031-05, 2031 or null")
    return cast(_Fields, raw)


def statement_of(given: object, whole: str, after: int, place: str) -> GoldStatement:
    """One statement of the YAML, its content not before ``after``; InputError names the field that is wrong."""
    raw = fields_of(given, place)
    content = content_of(raw["content"], whole, after, f"{place}, content")

    cue = nearest(raw.get("cue"), content, None, whole, f"{place}, cue")

    def near(key: Literal["mention", "date_text", "place", "addressee"]) -> Span | None:
        return nearest(raw.get(key), content, cue if key == "mention" else None, whole, f"{place}, {key}")

    return GoldStatement(
        content=content,
        cue=cue,
        mention=near("mention"),
        name=raw["name"],
        also=tuple(map(str, raw.get("also") or ())),
        role=raw.get("role"),
        type=raw["type"],
        class_=raw["class"],
        date=None if raw.get("date") is None else str(raw["date"]),
        date_text=near("date_text"),
        inherited=bool(raw.get("inherited")),
        place=near("place"),
        addressee=near("addressee"),
        parent=raw.get("parent"),
        reference=raw["reference"],
        optional=bool(raw.get("optional")),
    )
