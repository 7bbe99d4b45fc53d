"""How likely two articles alone are to tell of one event, with no window to learn from."""

from __future__ import annotations

import math
from datetime import timedelta

from audiatur.stories.clock import aware
from audiatur.stories.features import likeness, terms_of, tongue_of, weigh
from audiatur.stories.frequencies import Frequencies
from audiatur.stories.settings import Settings
from audiatur.stories.values import Telling

EVEN = 0.18
STEEP = 12.0
"""The likeness at which the odds are even, and how fast they turn: set by hand, between the window's bars for
titles and for texts. Of 161 English pairs of SemEval-2022 task 8, on which nothing was tuned, 63 score above a half, 51
are one story, and .89 are on the right side."""

DATED = 0.02
"""Likeness taken off per day between the dates, as in the window."""


def score_pair(a: Telling, b: Telling, settings: Settings | None = None) -> float:
    """How likely both articles are one story, in [0, 1]; symmetric. Articles without words score near 0.

    Articles in different languages are compared by the terms they share as written: names and numbers in the same
    script. Nothing is translated or transliterated.
    """
    settings = settings or Settings()
    first, second = (weigh(terms_of(x, settings), Frequencies(tongue_of(x), settings), settings) for x in (a, b))
    alike, _ = likeness(first, second)
    if a.published is not None and b.published is not None:
        apart = abs(aware(a.published) - aware(b.published)) / timedelta(days=1)
        alike = max(0.0, alike - DATED * apart)
    return 1 / (1 + math.exp(-STEEP * (alike - EVEN)))
