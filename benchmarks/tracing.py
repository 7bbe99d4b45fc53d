"""How long one quotation takes to be traced in 100, 1,000 and 10,000 transcripts, beside a plain scan, in one run.

The transcripts are synthetic: 2,000 words each by Zipf's law over an invented vocabulary, in turns of two speakers; the
quotations are sentences of them with a word in eight replaced. The scan is rapidfuzz's ``partial_ratio`` over the text
of every transcript, which finds a place and knows no speaker, no words and no chance.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Sequence
from itertools import accumulate
from statistics import mean, median

from rapidfuzz import fuzz

from audiatur.records.index import Index
from audiatur.records.making import record_of
from audiatur.records.tracing import trace
from audiatur.records.values import Quotation

SIZES = (100, 1_000, 10_000)
WORDS, VOCABULARY, SEED = 2_000, 30_000, 11
QUOTATIONS, SCANNED = 60, 3
FLAT = 3.0
"""Times that a quotation may take longer among 10,000 transcripts than among 100; a scan takes 100 times as long."""


def vocabulary(rng: random.Random) -> list[str]:
    """Invented words."""
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    made = ("".join(rng.choices(syllables, k=rng.choice((2, 3, 3, 4)))) for _ in range(2 * VOCABULARY))
    return list(dict.fromkeys(made))[:VOCABULARY]


def transcripts(rng: random.Random, words: Sequence[str], count: int) -> list[str]:
    """Transcripts in turns of two speakers."""
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    made = []
    for _ in range(count):
        said = rng.choices(words, cum_weights=weights, k=WORDS)
        turns = (said[at : at + 100] for at in range(0, WORDS, 100))
        lines = (f"{('Ivo Salat', 'Mira Dorn')[n % 2]}: {' '.join(turn)}." for n, turn in enumerate(turns))
        made.append("\n".join(lines))
    return made


def quotations(rng: random.Random, texts: Sequence[str], words: Sequence[str]) -> list[tuple[int, str]]:
    """Runs of 6 to 20 words of transcripts, a word in eight replaced, with the number of the transcript."""
    made = []
    for _ in range(QUOTATIONS):
        number = rng.randrange(len(texts))
        line = rng.choice(texts[number].split("\n")).partition(": ")[2].split()
        start, length = rng.randrange(60), rng.randrange(6, 20)
        run = line[start : start + length]
        for at in rng.sample(range(len(run)), len(run) // 8):
            run[at] = rng.choice(words)
        made.append((number, " ".join(run).rstrip(".")))
    return made


def run() -> bool:
    """Print the figures; whether a quotation takes nearly as long among few transcripts as among many."""
    rng = random.Random(SEED)  # noqa: S311 - the same texts in every run
    words = vocabulary(rng)
    texts = transcripts(rng, words, SIZES[-1])
    index, costs, building = Index(), [], 0.0
    for size in SIZES:
        began = time.process_time()
        for number in range(len(index), size):
            index.add(record_of(str(number), texts[number]))
        building += time.process_time() - began
        asked = quotations(rng, texts[:size], words)
        spent, found = [], 0
        for number, said in asked:
            began = time.process_time()
            found += trace(Quotation(said), index).record == str(number)
            spent.append((time.process_time() - began) * 1000)
        scans = []
        for _, said in asked[:SCANNED]:
            began = time.process_time()
            max(range(size), key=lambda n, said=said: fuzz.partial_ratio(said, texts[n]))  # type: ignore[misc]
            scans.append((time.process_time() - began) * 1000)
        costs.append(mean(spent))
        print(
            f"in {size:>6,} transcripts, CPU ms a quotation: mean {mean(spent):.1f}, median {median(spent):.1f}; "
            f"at its place {found}/{len(asked)}; plain scan {mean(scans):,.0f}",
            flush=True,
        )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"building the index: {building:.0f} s CPU; the process had {memory:,.0f} MB at most, texts included")
    print(f"{SIZES[-1] // SIZES[0]} times the transcripts: {costs[-1] / costs[0]:.2f} times the cost (bound {FLAT})")
    return costs[-1] / costs[0] <= FLAT


if __name__ == "__main__":
    run()
