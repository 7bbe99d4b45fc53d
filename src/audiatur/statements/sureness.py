"""How likely a statement of the learned tagger is right: one figure from how sure the network is of its parts.

A logistic regression on the 57 training articles that the network did not learn from (1,375 candidates). Right means
that an annotated attribution shares .3 of the content's words or more and half of the source's, or has none either.
The network's own product of cue and content said nothing of the source; docs/technotes/tagger.md has the gain.
"""

from __future__ import annotations

import math

_BASE = -2.49
_CUE = 0.437
_CONTENT = 0.126
_SOURCE = 0.316
_NO_SOURCE = 0.812
_LENGTH = 0.333  # longer contents are rarer taken for one by mistake
_MARGIN = 0.002  # of a probability from 0 and 1, so that none alone decides


def likelihood(cue: float, content: float, source: float | None, words: int) -> float:
    """The probability that content and source are right.

    Args:
        cue: how likely the cue is one.
        content: the mean probability of the labels of the content.
        source: the same of the source; None where there is no source.
        words: of the content.
    """
    known = _NO_SOURCE if source is None else _SOURCE * _odds(source)
    total = _BASE + _CUE * _odds(cue) + _CONTENT * _odds(content) + known + _LENGTH * math.log1p(words)
    return 1 / (1 + math.exp(-total))


def _odds(probability: float) -> float:
    """The logarithm of the odds, cut at both ends."""
    held = min(max(probability, _MARGIN), 1 - _MARGIN)
    return math.log(held / (1 - held))
