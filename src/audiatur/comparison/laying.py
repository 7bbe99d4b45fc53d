"""A whole story laid out by sides, in one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from audiatur.comparison.covering import coverage
from audiatur.comparison.distinctive import distinctive
from audiatur.comparison.laid import LaidOut
from audiatur.comparison.numbers import numbers
from audiatur.comparison.onesided import one_sided
from audiatur.comparison.utterances import utterances
from audiatur.comparison.values import SideLabel, Told


def lay_out(
    tellings: Sequence[Told],
    sides: Sequence[SideLabel],
    *,
    now: datetime,
    speaker_sides: Mapping[str, Sequence[str]],
) -> LaidOut:
    """Coverage, utterances, what one side alone carries, numbers that differ, and distinctive words.

    ``speaker_sides``: see ``utterances``. The order of ``tellings`` plays no part, except between articles of one id,
    of which the first counts. Exchange two sides' labels, and their answers change places, and nothing else.
    ValueError where two sides have one id.
    """
    rows = utterances(tellings, sides, speaker_sides=speaker_sides)
    return LaidOut(
        coverage=coverage(tellings, sides, now=now),
        rows=rows,
        one_sided=one_sided(rows, tellings, sides),
        numbers=numbers(tellings, sides),
        distinctive=distinctive(tellings, sides),
    )
