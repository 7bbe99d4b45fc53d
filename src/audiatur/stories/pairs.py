"""How likely two articles alone are to tell of one event, with no window to learn from."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta

from audiatur.stories.clock import aware
from audiatur.stories.embedding import Encoder, meaning_of
from audiatur.stories.features import likeness, terms_of, tongue_of, weigh
from audiatur.stories.frequencies import Frequencies
from audiatur.stories.settings import Settings
from audiatur.stories.traces import kinship, traces
from audiatur.stories.values import Telling

EVEN = 0.18
STEEP = 12.0
"""The likeness at which the odds are even, and how fast they turn: set by hand, between the window's bars for
titles and for texts. Of 161 English pairs of SemEval-2022 task 8, on which nothing was tuned, 63 score above a half, 51
are one story, and .89 are on the right side."""

DATED = 0.02
"""Likeness taken off per day between the dates, as in the window."""

READ = 250
"""Words that are compared where no encoder reads the language: more than a lede, since names come late."""
MEANT, MEANT_EVEN = 8.0, 0.6
"""What the encoder's cosine weighs beside the words, and the cosine that says nothing either way. By hand."""
LEFT, LEFT_EVEN = 6.0, 0.3
"""The same for the traces (names, places, numbers) of two texts in one language."""
FOREIGN, FOREIGN_EVEN, ECHO = 12.0, 0.3, 0.5
"""The same where the languages differ, and the share of the words' log-odds that is left there."""
_READ_BY_ENCODER = ("en", "latin")


def score_pair(a: Telling, b: Telling, settings: Settings | None = None, *, encoder: Encoder | None = None) -> float:
    """How likely both articles are one story, in [0, 1]; symmetric. Articles without words score near 0.

    In English words count, and with an encoder what they say. In other languages words count and the traces that any
    telling leaves: names, places, numbers. Articles in two languages are compared by those traces, romanised; nothing
    is translated.
    """
    settings = settings or Settings()
    one, other = tongue_of(a), tongue_of(b)
    left = kinship(traces(a), traces(b))
    if one != other:
        return _chance(ECHO * _words(a, b, settings) + FOREIGN * (left - FOREIGN_EVEN))
    if encoder is not None and one in _READ_BY_ENCODER:
        close = float(meaning_of(a, encoder) @ meaning_of(b, encoder))
        return _chance(_words(a, b, settings) + MEANT * (close - MEANT_EVEN))
    wide = replace(settings, lede_words=max(READ, settings.lede_words))
    return _chance(_words(a, b, wide) + LEFT * (left - LEFT_EVEN))


def _words(a: Telling, b: Telling, settings: Settings) -> float:
    """The log-odds by words alone."""
    first, second = (weigh(terms_of(x, settings), Frequencies(tongue_of(x), settings), settings) for x in (a, b))
    alike, _ = likeness(first, second)
    if a.published is not None and b.published is not None:
        apart = abs(aware(a.published) - aware(b.published)) / timedelta(days=1)
        alike = max(0.0, alike - DATED * apart)
    return STEEP * (alike - EVEN)


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
