"""How well ``statements.dates`` resolves dates in words: TimeBank (tuned on) and AQUAINT (reported only).

Counted are TIMEX3 of type DATE with temporalFunction="true" whose annotated value is a calendar value: a day, month or
year, an ISO week or weekend, a quarter, a season or a decade. Left out, and counted: references without a value
(PRESENT_REF, PAST_REF, FUTURE_REF), values with a placeholder (1998-WXX, 1998-XX), periods (P3D). An answer is right
where it is the same value to the letter; a day's time, if annotated, is cut off. "as given" compares what the product
gives: a day, a month or a year, in which a week, a quarter or a season lies.

The expression's extent is given, with the text before it, in which our own reader finds the dates that "a year
earlier" refers to. "its sentence alone" is the same without what was told in the sentences before. "end to end" is the
share of annotated expressions for which our reader finds by itself one that overlaps and has the same value.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET  # the corpora are local files that a person put there

from audiatur.statements.dates import DateFound, find_dates, resolve_date
from audiatur.statements.dates_calendar import as_iso, unit_of

_ROOT = Path(os.environ.get("AUDIATUR_CORPORA", Path(__file__).parents[2] / "shared" / "corpora"))
_FOLDER = _ROOT / "statements" / "tempeval3" / "TBAQ-cleaned"
_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d(?:-WE)?|-Q[1-4]|-(?:SP|SU|FA|WI))?|\d{3}")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z0-9\"”’')]{2})[.!?][\"”’']*\s+|\n\s*\n")

FLOORS = {
    "dates: AQUAINT, weekday expressions": 0.94,
    "dates: AQUAINT, all relative": 0.835,
    "dates: AQUAINT, all relative, as given": 0.865,
    "dates: TimeBank, weekday expressions": 0.925,
    "dates: TimeBank, all relative": 0.92,
}
"""About a point below what was reached, weekdays the promise; the rules were changed looking at TimeBank only."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A date expression as annotated: its extent in the text and its value, cut to the day."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the corpus: its text, day of creation, and annotated relative dates; ``left_out`` by kind."""

    name: str
    text: str
    created: date
    dates: tuple[Annotated, ...]
    left_out: Counter[str]


def _flatten(element: ET.Element, pieces: list[str], found: list[tuple[int, int, ET.Element]]) -> None:
    """Collect the text below ``element`` and where its TIMEX3 stand."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _flatten(child, pieces, found)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        found.append((start, sum(map(len, pieces)), element))


def _kind_left_out(value: str) -> str:
    if value.endswith("_REF"):
        return "reference without a value"
    return "period" if value.startswith("P") else "placeholder or other"


def read_document(path: Path) -> Document:
    """The document of a TimeML file."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 (see the import)
    creation, body = root.find("DCT/TIMEX3"), root.find("TEXT")
    if creation is None or body is None:
        raise ValueError(f"{path}: no DCT or no TEXT")
    pieces: list[str] = []
    found: list[tuple[int, int, ET.Element]] = []
    _flatten(body, pieces, found)
    dates, left_out = [], Counter[str]()
    for start, end, timex in sorted(found, key=lambda item: item[:2]):
        if timex.get("type") != "DATE" or timex.get("temporalFunction") != "true":
            continue
        value = re.sub(r"(?<=\d)T.*", "", timex.get("value", ""))
        if _CALENDAR.fullmatch(value):
            dates.append(Annotated(start, end, value))
        else:
            left_out[_kind_left_out(value)] += 1
    created = date.fromisoformat(creation.get("value", "")[:10])
    return Document(path.stem, "".join(pieces), created, tuple(dates), left_out)


def documents(corpus: str) -> Iterator[Document]:
    """The documents of ``TimeBank`` or ``AQUAINT``, by name."""
    for path in sorted((_FOLDER / corpus).glob("*.tml")):
        yield read_document(path)


def _alone(text: str, told: Sequence[DateFound], start: int) -> list[DateFound]:
    """Those of the dates told that stand in the sentence of ``start``."""
    head = max((m.end() for m in _SENTENCE.finditer(text, 0, start)), default=0)
    return [d for d in told if d.start >= head]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was answered for one annotated expression: by its extent, by its sentence alone, end to end."""

    document: Document
    expected: Annotated
    resolved: str | None
    alone: str | None
    read: str | None


def outcomes(corpus: str) -> Iterator[Outcome]:
    """Answer every annotated expression of a corpus."""
    for document in documents(corpus):
        text, created = document.text, document.created
        told = find_dates(text, 0, len(text), created)
        for item in document.dates:
            before = [d for d in told if d.end <= item.start]
            resolved = resolve_date(text, item.start, item.end, created, before)
            alone = resolve_date(text, item.start, item.end, created, _alone(text, before, item.start))
            overlapping = [d for d in told if d.start < item.end and item.start < d.end]
            read = next((d.calendar for d in overlapping if d.calendar == item.value), None)
            yield Outcome(
                document, item, resolved.calendar if resolved else None, alone.calendar if alone else None, read
            )


def _share(items: Sequence[Outcome], answer: str) -> float:
    right = sum(getattr(o, answer) == o.expected.value for o in items)
    return right / len(items) if items else 0.0


def _share_as_given(items: Sequence[Outcome]) -> float:
    right = sum(o.resolved is not None and as_iso(o.resolved) == as_iso(o.expected.value) for o in items)
    return right / len(items) if items else 0.0


def measure(corpus: str) -> dict[str, float]:
    """The figures of a corpus and, as counts, what they are shares of."""
    every = list(outcomes(corpus))
    classes = {
        "weekday expressions": [o for o in every if _WEEKDAY.search(o.document.text, o.expected.start, o.expected.end)],
        "all relative": every,
    }
    figures: dict[str, float] = {}
    for name, items in classes.items():
        figures[f"dates: {corpus}, {name}"] = _share(items, "resolved")
        figures[f"dates: {corpus}, {name}, as given"] = _share_as_given(items)
        figures[f"dates: {corpus}, {name}, its sentence alone"] = _share(items, "alone")
        figures[f"dates: {corpus}, {name}, end to end"] = _share(items, "read")
        figures[f"dates: {corpus}, {name}, number"] = len(items)
    for unit in sorted({unit_of(o.expected.value) for o in every}):
        items = [o for o in every if unit_of(o.expected.value) == unit]
        figures[f"dates: {corpus}, a {unit}, of {len(items)}"] = _share(items, "resolved")
    left_out = sum((d.left_out for d in documents(corpus)), Counter[str]())
    return figures | {f"dates: {corpus}, left out, {kind}": float(n) for kind, n in sorted(left_out.items())}


def run() -> bool:
    """Measure both corpora, print a line for each figure, say whether every floor was held; absent data is told."""
    if not (_FOLDER / "AQUAINT").is_dir():
        print(f"dates: skipped, no annotated dates at {_FOLDER}")
        return True
    held = True
    for name, value in (measure("TimeBank") | measure("AQUAINT")).items():
        floor = FLOORS.get(name)
        held &= floor is None or value >= floor
        mark = "    " if floor is None else "ok  " if value >= floor else "DOWN"
        shown = f"{value:.0f}" if ", number" in name or "left out" in name else f"{value:.3f}"
        print(f"{mark} {name}: {shown}{'' if floor is None else f' (floor {floor})'}")
    return held


def show_misses(corpus: str = "TimeBank") -> None:
    """Print what was answered wrong; to be called on the corpus that is tuned on, never on the other."""
    for o in outcomes(corpus):
        if o.resolved != o.expected.value:
            text, item = o.document.text, o.expected
            head, tail = text[max(0, item.start - 90) : item.start], text[item.end : item.end + 50]
            line = f"{o.document.created} {item.value} {o.resolved} | {head}[{text[item.start : item.end]}]{tail}"
            print(" ".join(line.split()))


if __name__ == "__main__":
    if sys.argv[1:] == ["misses"]:
        show_misses()
    else:
        sys.exit(0 if run() else 1)
