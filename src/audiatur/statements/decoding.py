"""From the scores of a network to cues and the words of each: the most likely labels that fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Run = tuple[int, int]
"""First and last of a run of labelled places, inclusive."""

OUTSIDE, SOURCE, SOURCE_ON, CONTENT, CONTENT_ON = range(5)
_BEGINS = {SOURCE, CONTENT}
_NEVER = -1e4
_SPARE = np.float32(1e-3)
_CLEAR = 0.995  # a place that no label but "outside" claims with more than the rest of this is settled


@dataclass(frozen=True, slots=True)
class Labels:
    """What one cue was given: runs of source and content, each with its mean probability."""

    sources: tuple[tuple[Run, float], ...]
    contents: tuple[tuple[Run, float], ...]


def _follows() -> Scores:
    """Which label may follow which: a run goes on only after it began."""
    allowed = np.zeros((5, 5), dtype=np.float32)
    for going_on, begun in ((SOURCE_ON, SOURCE), (CONTENT_ON, CONTENT)):
        for before in range(5):
            if before not in (going_on, begun):
                allowed[before, going_on] = _NEVER
    return allowed


_FOLLOWS = _follows()


def as_probabilities(scores: Scores) -> Scores:
    """Softmax along the last axis."""
    shifted: Scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    probabilities: Scores = shifted / shifted.sum(axis=-1, keepdims=True)
    return probabilities


def find_cues(probabilities: Scores, least: float) -> list[tuple[Run, float]]:
    """Runs of cue words (place, label: outside, begins, goes on), each with the probability of its first place."""
    found: list[tuple[Run, float]] = []
    inside = 1.0 - probabilities[:, 0]
    for at in np.flatnonzero(inside >= least).tolist():
        begins = probabilities[at, 1] >= probabilities[at, 2]
        if found and found[-1][0][1] == at - 1 and not begins:
            found[-1] = ((found[-1][0][0], at), found[-1][1])
        else:
            found.append(((at, at), float(inside[at])))
    return found


def best_labels(probabilities: Scores) -> NDArray[np.int64]:
    """The likeliest sequence of labels for each cue (cue, place, label) in which no run goes on that did not begin."""
    count, size, _ = probabilities.shape
    labels = np.zeros((count, size), dtype=np.int64)
    active = np.flatnonzero((probabilities[:, :, OUTSIDE] < _CLEAR).any(axis=0))
    if not count or not len(active):
        return labels
    scores = np.log(np.maximum(probabilities[:, active], 1e-9))
    gaps = np.diff(active, prepend=-2) > 1
    start = np.full(5, 0.0, dtype=np.float32)
    start[[SOURCE_ON, CONTENT_ON]] = _NEVER
    back = np.zeros((len(active), count, 5), dtype=np.int64)
    best = scores[:, 0] + start
    for at in range(1, len(active)):
        if gaps[at]:  # settled places lie between: every run has ended
            came = best.argmax(axis=1)
            back[at] = came[:, None]
            best = best.max(axis=1)[:, None] + start + scores[:, at]
        else:
            step = best[:, :, None] + _FOLLOWS[None]
            back[at] = step.argmax(axis=1)
            best = step.max(axis=1) + scores[:, at]
    last = best.argmax(axis=1)
    rows = np.arange(count)
    for at in range(len(active) - 1, -1, -1):
        labels[:, active[at]] = last
        last = back[at, rows, last]
    return labels


def spare_cues(probabilities: Scores, least: float, taken: Sequence[tuple[Run, float]]) -> list[tuple[Run, float]]:
    """Less likely cues, of ``least`` or more, that neither touch nor stand beside one that is taken."""
    near = {at for (first, last), _ in taken for at in range(first - 1, last + 2)}
    return [(run, sure) for run, sure in find_cues(probabilities, least) if not near & set(range(run[0], run[1] + 1))]


def settle(
    labels: NDArray[np.int64], probabilities: Scores, sure: Scores, quoted: NDArray[np.bool_], spare: int
) -> NDArray[np.int64]:
    """Labels in which every place is content of one cue at most: of the one that claims it most.

    What is said once is not said twice: in the training data contents overlap in one place of 6,400. ``sure`` is how
    likely each cue is one, by which its claims are weighed, but not within quotation marks (``quoted``, by place): that
    somebody said these is certain. The last ``spare`` cues get only what no other claims.
    """
    claimed = probabilities[:, :, CONTENT] + probabilities[:, :, CONTENT_ON]
    weights = np.where(quoted[None], 1.0, sure[:, None])
    if spare:
        weights[-spare:] *= _SPARE
    claims = np.where(labels >= CONTENT, claimed * weights, 0.0)
    if not len(labels):
        return labels
    kept = np.zeros(labels.shape, dtype=bool)
    kept[claims.argmax(axis=0), np.arange(labels.shape[1])] = True
    return np.where((labels >= CONTENT) & ~kept, OUTSIDE, labels)


def likely_source(probabilities: Scores, least: float) -> Run | None:
    """A source that no other label outdid everywhere: where one begins with ``least`` or more; None for none."""
    start = int(probabilities[:, SOURCE].argmax())
    if probabilities[start, SOURCE] < least:
        return None
    end = start
    while end + 1 < len(probabilities) and probabilities[end + 1, SOURCE_ON] >= least:
        end += 1
    return start, end


def runs_of(labels: NDArray[np.int64], probabilities: Scores) -> Labels:
    """The runs in one cue's labels."""
    kept = np.take_along_axis(probabilities, labels[:, None], axis=1)[:, 0]
    sources: list[tuple[Run, float]] = []
    contents: list[tuple[Run, float]] = []
    start = end = -1
    for at in [*np.flatnonzero(labels).tolist(), -1]:
        same = start >= 0 and (labels[at] <= SOURCE_ON) == (labels[start] <= SOURCE_ON)
        if same and at == end + 1 and labels[at] not in _BEGINS:
            end = at
            continue
        if start >= 0:
            runs = sources if labels[start] <= SOURCE_ON else contents
            runs.append(((start, end), float(kept[start : end + 1].mean())))
        start = end = at
    return Labels(tuple(sources), tuple(contents))
