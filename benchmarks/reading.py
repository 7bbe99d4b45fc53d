"""Reading an article whole, by the learned tagger and by the rules: articles a second on one core, start and memory.

``python -m benchmarks.reading`` prints the figures. Each tagger reads in a process of its own. The articles are made
here, of the length of an ordinary report. No peer stands beside it: those that attribute quotations need a model that
no package of theirs brings along.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from time import perf_counter, process_time

from benchmarks.parsing_memory import peak

BOUNDS = {"learned": 4.0, "rules": 10.0}
"""Articles a second."""

MOST_MEMORY = 700.0
"""MiB at the peak, whichever tagger."""

LONGEST_START = 2.0
"""Seconds from nothing loaded to the first article read."""

_COUNT = 40
_NAMES = ("Lena Orlova", "Ivan Marek", "Ruth Calder", "Tomas Brandt", "Sofia Lund", "Omar Haddad")
_PARAGRAPHS = (
    "Transport minister {a} said on Tuesday that the bridge over the Velka would stay shut until spring, since two of "
    "its piers had moved in the flood and nobody could say when they would hold again.",
    '"We will not gamble with lives," {a} told reporters in the harbour. "Not for a month, and not for a day." The '
    "minister added that a ferry would run from Thursday.",
    "According to the city's police, nobody was hurt when a lorry slid into the barrier last week, though three "
    "drivers had ignored the signs and one of them had to be pulled from the water by firemen.",
    "{b}, who leads the opposition in the council, accused the ministry of having known of the damage for years. "
    "“It lay on their desks,” {b} said. “They chose not to read it.”",
    "The ministry denied the claim. Its spokesman noted that the report, which {b} said was written by engineers from "
    "the capital, had named another bridge, and that every finding in it had been made public.",
    "Traders on both banks fear for their living. The market lost half of its customers within a week, and the bakery "
    "beside the toll house closed on Friday after forty years, its owner, {c}, wrote on the door.",
)


def articles() -> list[str]:
    """Reports of about 750 words each, all different."""
    found = []
    for number in range(_COUNT):
        names = [_NAMES[(number + k) % len(_NAMES)] for k in range(3)]
        lines = [p.format(a=names[0], b=names[1], c=names[2]) for p in _PARAGRAPHS * 3]
        found.append("\n\n".join([f"Bridge number {number} stays shut", *lines[number % 4 :]]))
    return found


def measure(tagger: str) -> dict[str, float]:
    """The figures of one tagger in this process, which must have loaded nothing yet."""
    texts = articles()
    started = perf_counter()
    from audiatur.reading import read

    found = len(read(texts[0], published=date(2026, 3, 4), tagger=tagger).statements)
    start = perf_counter() - started
    began = process_time()
    for text in texts:
        found += len(read(text, published=date(2026, 3, 4), tagger=tagger).statements)
    return {
        "rate": len(texts) / (process_time() - began),
        "start": start,
        "memory": peak() / 1024,
        "found": found / (len(texts) + 1),
    }


def run() -> bool:
    """Measure both, print a line each, say whether every bound holds."""
    held = True
    for tagger, least in BOUNDS.items():
        command = [sys.executable, "-m", "benchmarks.reading", tagger]
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
        figures: dict[str, float] = json.loads(answer.stdout)
        good = figures["rate"] >= least and figures["memory"] <= MOST_MEMORY and figures["start"] <= LONGEST_START
        held &= good
        print(
            f"{'ok  ' if good else 'DOWN'} {tagger}: {figures['rate']:.1f} articles/s (at least {least:g}), first read "
            f"after {figures['start']:.2f} s, peak {figures['memory']:.0f} MiB, {figures['found']:.0f} statements each"
        )
    return held


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        sys.exit(0 if run() else 1)
