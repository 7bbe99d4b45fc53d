"""How well quotations are traced: seeded sentences of real transcripts, and quotations that are in none of them.

The rules were set on April 2022; what is reported is June, and the reference article. A quotation of an article is a
false find where it is found in records of other days: more than six days from the article and three from the day it
tells. Some of these are said again in earnest, so the share is an upper bound.
"""

from __future__ import annotations

import gzip
import json
import os
import random
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from audiatur.reading import read
from audiatur.records.index import Index
from audiatur.records.making import record_of
from audiatur.records.tracing import NEAR, trace
from audiatur.records.values import Agreement, Quotation, Record
from audiatur.records.words import words_of
from audiatur.statements.sentences import lay_out
from audiatur.tracing import quotations_of
from audiatur.tracing import trace as trace_article

_ROOT = Path(os.environ.get("AUDIATUR_CORPORA", Path(__file__).parents[2] / "shared" / "corpora"))

FLOORS = {
    "records: quotations of the reference article at their places": 2.0,
    "records: sentences of 6 to 30 words, verbatim, at their place": 0.965,
    "records: the same with one word in six replaced, at their place": 0.85,
    "records: quotations of other days, not found": 0.99,
}
"""What was reached, rounded down; they only rise."""

OFFICIAL = ("Kremlin", "President of Ukraine")
SAMPLE, SEED, EVERY = 300, 7, 3
"""Sentences sampled; the seed; every how many-th article of the press is asked: a run takes half a minute."""
Row = Mapping[str, str]


def rows(month: str) -> list[Row]:
    """The items of a month, with a text."""
    with gzip.open(_ROOT / "news" / "two-sided-2022" / f"{month}-2022.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["text"]]


def records(items: Sequence[Row]) -> list[Record]:
    """The official items as records."""
    official = [row for row in items if row["outlet"] in OFFICIAL]
    return [record_of(r["url"], r["text"], language="en", day=date.fromisoformat(r["date"][:10])) for r in official]


def sentences(held: Sequence[Record], rng: random.Random) -> list[tuple[Record, int, int, str | None]]:
    """Sentences of 6 to 30 words with who speaks them; those that stand in the records twice are left out."""
    found = []
    counts: dict[str, int] = {}
    for record in held:
        for turn in record.turns:
            for paragraph in lay_out(record.text[turn.start : turn.end]):
                for sentence in paragraph.sentences:
                    start, end = turn.start + sentence.start, turn.start + sentence.end
                    key = " ".join(word.key for word in words_of(record.text, start, end))
                    counts[key] = counts.get(key, 0) + 1
                    if 6 <= key.count(" ") + 1 <= 30:
                        found.append((key, record, start, end, turn.speaker if turn.named else None))
    once = [one[1:] for one in found if counts[one[0]] == 1]
    return rng.sample(once, min(SAMPLE, len(once)))


def edited(text: str, rng: random.Random, spare: Sequence[str]) -> str:
    """The words with one in six replaced by a word of somewhere else."""
    words = text.split()
    for at in rng.sample(range(len(words)), max(1, len(words) // 6)):
        words[at] = rng.choice(spare)
    return " ".join(words)


def recall(held: Sequence[Record], index: Index) -> tuple[float, float]:
    """The shares of sampled sentences, and of edited ones, that are found where they were taken."""
    rng = random.Random(SEED)  # noqa: S311 - a sample that is the same in every run
    taken = sentences(held, rng)
    spare = [word for record in held[:20] for word in record.text.split()[:200]]
    right = {False: 0, True: 0}
    for record, start, end, speaker in taken:
        said = record.text[start:end]
        for change in right:
            text = edited(said, rng, spare) if change else said
            found = trace(Quotation(text, (speaker,) if speaker else (), "", "en"), index)
            place = found.place
            right[change] += (
                found.record == record.key and place is not None and place.start < end and start < place.end
            )
    return right[False] / len(taken), right[True] / len(taken)


def not_found(items: Sequence[Row], held: Sequence[Record]) -> tuple[float, int]:
    """The share of quotations of the press that are not found in records of other days, and how many there were."""
    asked: dict[date, dict[tuple[str, tuple[str, ...]], Quotation]] = {}
    for row in [row for row in items if row["outlet"] not in OFFICIAL][::EVERY]:
        day = date.fromisoformat(row["date"][:10])
        reading = read(row["text"], title=row["title"] or None, published=day, language="en")
        for _, _, quotation in quotations_of(reading):
            if quotation.day is not None and abs((quotation.day - day).days) <= NEAR:
                asked.setdefault(day, {})[quotation.text, quotation.speakers] = quotation
    found = 0
    for day, quotations in asked.items():
        index = Index(r for r in held if r.day is not None and abs((r.day - day).days) > 2 * NEAR)
        answers = [trace(quotation, index).agreement for quotation in quotations.values()]
        found += sum(answer in (Agreement.VERBATIM, Agreement.REWORDING) for answer in answers)
    total = sum(map(len, asked.values()))
    return 1 - found / total, total


def reference() -> float:
    """How many of the two quotations of the reference article are found reworded at their places."""
    text = next(row["text"] for row in rows("april") if row["url"].endswith("/68182"))
    article = (_ROOT / "seed" / "istanbul-talks-2022-04-12.txt").read_text(encoding="utf-8")
    tracing = trace_article(article, [record_of("record", text)], published=date(2022, 4, 12))
    places = {
        (one.trace.place.text if one.trace.place else "", one.trace.speaker)
        for one in tracing.quotations
        if one.trace.agreement is Agreement.REWORDING
    }
    wanted = ("returned to a dead-end", "that is happening in Ukraine is a tragedy")
    return float(sum((words, "Vladimir Putin") in places for words in wanted))


def figures() -> dict[str, float]:
    """Every figure that has a floor, and those that are only told."""
    items = rows("june")
    held = records(items)
    index = Index(held)
    verbatim, light = recall(held, index)
    absent, asked = not_found(items, held)
    values = dict(zip(FLOORS, (reference(), verbatim, light, absent), strict=True))
    return values | {"records: quotations of other days": float(asked), "records: transcripts": float(len(held))}


def run() -> bool:
    """Print every figure with its floor; whether all floors hold. Without the corpora: say so, and hold."""
    if not (_ROOT / "news" / "two-sided-2022").exists():
        print(f"records: no corpora at {_ROOT}; nothing measured")
        return True
    held = True
    for name, value in figures().items():
        floor = FLOORS.get(name)
        held = held and (floor is None or value >= floor)
        print(f"{name}: {value:.4g}" + (f" (floor {floor})" if floor is not None else ""))
    return held
