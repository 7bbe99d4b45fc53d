"""The two halves of a story that lie furthest apart, by what its articles say."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ROUNDS = 8
"""Rounds of each of the two searches; both have mostly come to rest after four."""


def halves(points: NDArray[np.float32]) -> NDArray[np.bool_] | None:
    """Which rows belong to one of two halves; None where they cannot be told apart.

    The first cut is across the direction in which the rows differ most (by power iteration, from the row furthest from
    the mean, so that the same rows give the same cut); then each row goes to the nearer mean, as in two-means.
    """
    apart = points - points.mean(axis=0)
    along = apart[int(np.argmax(np.einsum("ij,ij->i", apart, apart)))]
    for _ in range(ROUNDS):
        along = _unit(apart.T @ (apart @ along))
    mine: NDArray[np.bool_] = apart @ along > 0
    for _ in range(ROUNDS):
        if mine.all() or not mine.any():
            return None
        nearer: NDArray[np.bool_] = points @ (_unit(points[mine].sum(axis=0)) - _unit(points[~mine].sum(axis=0))) > 0
        if (nearer == mine).all():
            break
        mine = nearer
    return None if mine.all() or not mine.any() else mine


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.sqrt(vector @ vector))
    return vector if length == 0.0 else vector / np.float32(length)
