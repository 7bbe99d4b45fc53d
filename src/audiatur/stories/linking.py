"""Stories in different languages that tell of one event, by the traces that any telling leaves."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from audiatur.stories.clock import aware
from audiatur.stories.features import tongue_of
from audiatur.stories.judging import chance
from audiatur.stories.roundups import is_roundup
from audiatur.stories.traces import kinship, traces
from audiatur.stories.values import StoryId, Telling

SAME = 0.95
"""Probability from which two stories may be linked without a person; below it a page says "possibly the same"."""
POSSIBLE = 0.3
"""Probability below which a pair is not worth a reader's time."""
STEEP, EVEN, DAILY = 10.0, 0.25, 1.2
"""How fast the odds turn, the kinship at which they are even, what a day between two stories takes off. All by eye."""
BACKGROUND, CONTRAST = 200, 1.5
"""Stories that are assumed beside those given, and the power of a trace's rarity. Of 130 pairs judged by eye, the
likeliest without rarity, 60 are one event; of the 143 likeliest with it, 87."""
COMMON = 30
"""Stories that a trace may be in to bring two together: a rarer one finds, a commoner one only weighs."""
TELLINGS = 8
"""Tellings of a story that are read, its first."""


@dataclass(frozen=True, slots=True)
class _Told:
    tongue: str
    left: Mapping[str, float]
    first: datetime | None
    last: datetime | None


def links(stories: Mapping[StoryId, Sequence[Telling]]) -> tuple[tuple[StoryId, StoryId, float], ...]:
    """Pairs of stories in two languages with how likely both are one event, the likeliest first.

    From ``SAME`` on a pair may be taken for one; below it is "possibly the same story". Pairs below ``POSSIBLE`` are
    left out. Shared places alone never suffice: two events in one city are two events. Round-ups are linked with
    nothing.
    """
    told = {
        name: _told(tellings) for name, tellings in stories.items() if tellings and not is_roundup(tellings[0].title)
    }
    having: dict[str, list[StoryId]] = defaultdict(list)
    for name, one in told.items():
        for trace in one.left:
            having[trace].append(name)
    told = {name: _weighed(one, having, len(told)) for name, one in told.items()}
    met: Counter[tuple[StoryId, StoryId]] = Counter()
    for names in having.values():
        if len(names) <= COMMON:
            met.update((a, b) for i, a in enumerate(names) for b in names[i + 1 :] if told[a].tongue != told[b].tongue)
    found = []
    for a, b in met:
        likely = chance(STEEP * (kinship(told[a].left, told[b].left) - EVEN) - DAILY * _apart(told[a], told[b]))
        if likely >= POSSIBLE:
            found.append((a, b, round(likely, 4)))
    return tuple(sorted(found, key=lambda one: (-one[2], one[0], one[1])))


def _weighed(one: _Told, having: Mapping[str, Sequence[StoryId]], stories: int) -> _Told:
    """A story whose traces weigh by how few others have them: a country at war is in every second one."""
    whole = math.log(stories + BACKGROUND)
    left = {t: weight * (1 - math.log(len(having[t])) / whole) ** CONTRAST for t, weight in one.left.items()}
    return replace(one, left=left)


def _told(tellings: Sequence[Telling]) -> _Told:
    left: dict[str, float] = {}
    for telling in tellings[:TELLINGS]:
        for trace, weight in traces(telling).items():
            left[trace] = max(left.get(trace, 0.0), weight)
    moments = sorted(aware(telling.published) for telling in tellings if telling.published is not None)
    return _Told(tongue_of(tellings[0]), left, moments[0] if moments else None, moments[-1] if moments else None)


def _apart(one: _Told, other: _Told) -> float:
    """Days between the two; nothing where they overlap or one is undated."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0.0
    return max((one.first - other.last).total_seconds(), (other.first - one.last).total_seconds(), 0.0) / 86_400
