"""Grouping as the window grows: articles a second, the slowest hundredth, memory, beside the rule of title overlap.

The stream is synthetic, by seed: stories of a few invented names each, told in words from a long-tailed
vocabulary, with vectors around a point of their story. Vectors are given, so that what is timed is joining; encoding is
timed apart. Times are of the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import random
import resource
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from audiatur.models.encoder import SIZE, sentence_encoder
from audiatur.stories.embedding import Meaning, meaning_of, unit
from audiatur.stories.learned import LearnedWindow
from audiatur.stories.settings import Settings
from audiatur.stories.values import Telling
from evaluation.stories_peer import TitleOverlap

SEED = 11
BOUNDS = {10_000: 1_000.0, 100_000: 300.0}
"""Articles a second that are promised at so many active articles."""
SLOWEST = 0.010
MEMORY = 700
TITLES = 150.0
TIMED = 2_000
START = datetime(2031, 5, 5, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Event:
    names: tuple[str, ...]
    point: Meaning


class _Stream:
    """An endless stream; a third of the articles begin a story, the others tell one of the latest thousand."""

    def __init__(self) -> None:
        self._drawn = random.Random(SEED)  # noqa: S311 - a seeded draw, to be repeatable
        self._normal = np.random.default_rng(SEED)
        self._events: deque[_Event] = deque(maxlen=1_000)
        self._number = 0
        self._words = [self._word() for _ in range(8_000)]
        self._topics: NDArray[np.float32] = self._normal.standard_normal((300, SIZE)).astype(np.float32)

    def next(self) -> tuple[Telling, Meaning]:
        """The next article and its vector."""
        self._number += 1
        if not self._events or self._drawn.random() < 1 / 3:
            topic = self._topics[self._drawn.randrange(len(self._topics))]
            names = tuple(self._word() for _ in range(4))
            self._events.append(_Event(names, unit(unit(topic) + self._noise(1.0))))
        event = self._drawn.choice(self._events)
        common = [self._words[int(len(self._words) * self._drawn.random() ** 3)] for _ in range(6)]
        told = [*self._drawn.sample(event.names, 3), *common]
        self._drawn.shuffle(told)
        published = START + timedelta(seconds=2 * self._number)
        return Telling(str(self._number), " ".join(told), "", published, "en"), unit(event.point + self._noise(0.8))

    def _noise(self, size: float) -> Meaning:
        return size * unit(self._normal.standard_normal(SIZE).astype(np.float32))

    def _word(self) -> str:
        return "".join(self._drawn.choice("bdfgklmnprstvz") + self._drawn.choice("aeiou") for _ in range(3))


def _timed(window: LearnedWindow, articles: Sequence[tuple[Telling, Meaning]]) -> tuple[float, float]:
    """Articles a second, and the seconds that 99 of 100 stay below; looks back at all stories count in the former."""
    took = []
    for telling, meaning in articles:
        began = time.process_time()
        window.assign(telling, meaning)
        took.append(time.process_time() - began)
    return len(took) / sum(took), sorted(took)[int(0.99 * len(took))]


def run() -> bool:
    """Print every figure with its bound; whether all hold."""
    stream, window = _Stream(), LearnedWindow(sentence_encoder(), replace(Settings(), capacity=200_000))
    held, active = True, 0
    for size, bound in BOUNDS.items():
        while active < size:
            window.assign(*stream.next())
            active += 1
        articles = [stream.next() for _ in range(TIMED)]
        speed, slowest = _timed(window, articles)
        active += TIMED
        good = speed >= bound and slowest <= SLOWEST
        held = held and good
        verdict = "ok" if good else "MISSED"
        told = f"{speed:.0f} articles/s (bound {bound:.0f}), p99 {slowest * 1000:.1f} ms"
        print(f"grouping: {size} active: {told}: {verdict}", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"grouping: memory {memory} MiB (bound {MEMORY}): {'ok' if memory <= MEMORY else 'MISSED'}")
    encoded = [stream.next()[0] for _ in range(300)]
    began = time.process_time()
    for telling in encoded:
        meaning_of(telling, sentence_encoder())
    titles = len(encoded) / (time.process_time() - began)
    print(f"grouping: encoding {titles:.0f} titles/s (bound {TITLES:.0f}): {'ok' if titles >= TITLES else 'MISSED'}")
    peer, others = TitleOverlap(), _Stream()
    for _ in range(10_000):
        peer.assign(others.next()[0])
    rest = [others.next()[0] for _ in range(TIMED)]
    began = time.process_time()
    for telling in rest:
        peer.assign(telling)
    print(f"grouping: title overlap at 10000 active: {TIMED / (time.process_time() - began):.0f} articles/s")
    return held and memory <= MEMORY and titles >= TITLES
