"""Learning the judge from a labelled stream: watch the window decide, fit what it should have gone by, watch again."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from audiatur.stories.clusters import Cluster
from audiatur.stories.embedding import Meaning
from audiatur.stories.judging import Evidence, Models
from audiatur.stories.learned import LearnedWindow
from audiatur.stories.values import StoryId, Telling
from audiatur.stories.weights import Weights
from audiatur.stories.window import Article

ROUNDS = 2
RIDGE = 0.03
"""Inverse strength of the ridge on weights in units of one standard deviation."""
SHIFTS = (-1.5, -1.0, -0.5, 0.0)
"""Shifts of the bias that are tried, the strictest first: even odds of a pair are not the best bar for a stream."""
WITHIN = 0.005
"""The strictest shift is taken that is within this of the best F1: other events are nearer each other than those that
were learned from, and a wrong merge costs more than a missed one."""
JOIN = 1.75
FIELDS = ("words", "wide", "whole", "meaning", "size", "silence", "age", "crowd", "told")


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article of a training stream with its true story and its vector."""

    telling: Telling
    gold: str
    meaning: Meaning


class _NoEncoder:
    """Training streams come with their vectors."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise ValueError(f"{len(texts)} texts come without vectors")


class _Watched(LearnedWindow):
    """A window that writes down what evidence it saw and what the truth was."""

    def __init__(self, models: Models, gold: Mapping[str, str]) -> None:
        super().__init__(_NoEncoder(), models=models)
        self.gold = gold
        self.seen: list[tuple[tuple[float, ...], float, float]] = []
        self._golds: dict[StoryId, Counter[str]] = {}

    def _judged(self, article: Article) -> list[tuple[float, Cluster, Evidence]]:
        judged = super()._judged(article)
        truth = self.gold[article.id]
        for _, cluster, found in judged[:10]:
            counts = self._counts(cluster)
            self.seen.append((_row(found), counts[truth] / max(counts.total(), 1), 1.0))
        return judged

    def _pairs(self) -> set[tuple[StoryId, StoryId]]:
        pairs = super()._pairs()
        for one, other in sorted(pairs):
            first, second = self._counts(self._clusters[one]), self._counts(self._clusters[other])
            same = sum(first[gold] * second[gold] for gold in first) / (first.total() * second.total())
            found = self._evidence(self._clusters[one], self._clusters[other])
            self.seen.append((_row(found), same, 0.25 * found.smaller))
        return pairs

    def _counts(self, cluster: Cluster) -> Counter[str]:
        return Counter(self.gold[self._articles[number].id] for number in cluster.members)


def _row(found: Evidence) -> tuple[float, ...]:
    size = math.log(max(found.smaller, 1))
    return (
        found.words,
        found.wide,
        found.wide * found.length,
        found.meaning,
        size,
        found.silence,
        found.age,
        found.crowd,
        found.told,
    )


def run(stream: Sequence[Labelled], models: Models) -> tuple[_Watched, dict[str, StoryId]]:
    """One pass; the window and the story of every article at the end."""
    window = _Watched(models, {one.telling.id: one.gold for one in stream})
    for one in stream:
        window.assign(one.telling, one.meaning)
    window.settle()
    return window, dict(window.final())


def learn(streams: Sequence[Sequence[Labelled]], start: Weights, *, texts: bool, fixed: Mapping[str, float]) -> Weights:
    """Weights from streams; ``fixed`` names those that these streams can say nothing of."""
    weights = start
    seen: list[tuple[tuple[float, ...], float, float]] = []
    for _ in range(ROUNDS):
        for stream in streams:
            seen.extend(run(stream, _models(weights, texts=texts))[0].seen)
        weights = replace(_fit(seen, fixed), join=JOIN)
    scored = []
    for shift in SHIFTS:
        tried = replace(weights, bias=weights.bias + shift)
        found = [scores(stream, run(stream, _models(tried, texts=texts))[1]) for stream in streams]
        scored.append((sum(f1 for _, _, f1 in found) / len(found), tried))
    best = max(f1 for f1, _ in scored)
    return next(tried for f1, tried in scored if f1 >= best - WITHIN)


def scores(stream: Sequence[Labelled], found: Mapping[str, StoryId]) -> tuple[float, float, float]:
    """BCubed precision, recall and F1."""
    from evaluation.stories import bcubed

    return bcubed({one.telling.id: one.gold for one in stream}, found)


def halves(stream: Sequence[Labelled], times: int, seed: int) -> list[list[Labelled]]:
    """The stream and, ``times``, that of a random half of its stories: fewer events side by side, other rivals."""
    drawn = random.Random(seed)
    names = sorted({one.gold for one in stream})
    parts = [list(stream)]
    for _ in range(times):
        half = set(drawn.sample(names, len(names) // 2))
        parts.append([one for one in stream if one.gold in half])
    return parts


def _models(weights: Weights, *, texts: bool) -> Models:
    return Models(texts=weights) if texts else Models(titles=weights)


def _fit(seen: Sequence[tuple[tuple[float, ...], float, float]], fixed: Mapping[str, float]) -> Weights:
    """Weighted logistic regression with a ridge, by Newton's steps."""
    free = [i for i, name in enumerate(FIELDS) if name not in fixed]
    rows = np.array([row for row, _, _ in seen])
    truth = np.array([same for _, same, _ in seen])
    worth = np.array([weight for _, _, weight in seen])
    offset = sum((rows[:, FIELDS.index(name)] * value for name, value in fixed.items()), np.zeros(len(rows)))
    chosen = rows[:, free]
    spread = chosen.std(axis=0) + 1e-3
    given = np.column_stack([chosen / spread, np.ones(len(rows))])
    ridge = np.diag([1.0 / RIDGE] * len(free) + [1e-6])
    weights = np.zeros(len(free) + 1)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(given @ weights + offset, -30, 30)))
        slope = given.T @ (worth * (chance - truth)) + ridge @ weights
        bend = (given * (worth * chance * (1 - chance))[:, None]).T @ given + ridge
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    values = dict(fixed) | {FIELDS[i]: float(w / s) for i, w, s in zip(free, weights[:-1], spread, strict=True)}
    return Weights(bias=float(weights[-1]), join=JOIN, **values)
