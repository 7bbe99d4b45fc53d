"""Which statement stands inside which."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from audiatur.statements.candidates import Candidate, Range


def _extent(candidate: Candidate) -> Range:
    starts = [s for s, _ in candidate.content]
    ends = [e for _, e in candidate.content]
    return min(starts), max(ends)


def _inside(own: Candidate, extent: Range) -> bool:
    """Whether cue and content of ``own`` lie within the extent."""
    start, end = extent
    first, last = _extent(own)
    larger = end - start > last - first  # equal ones would each hold the other
    return (
        larger and own.cue is not None and start <= own.cue[0] and own.cue[1] <= end and start <= first and last <= end
    )


def find_parents(candidates: Sequence[Candidate]) -> list[int | None]:
    """For each candidate the index of the smallest other one that holds it; None at the top.

    A content over several parts holds what lies in one of them, or between its first and last word of one sentence.
    """
    parts = sorted(
        (start, end, index)
        for index, candidate in enumerate(candidates)
        for start, end in {*candidate.content, *_hull(candidate)}
    )
    starts = [start for start, _, _ in parts]
    longest = _longest(parts)
    parents: list[int | None] = []
    for index, own in enumerate(candidates):
        holding: list[tuple[int, int]] = []
        at = bisect_right(starts, _extent(own)[0]) - 1
        while own.cue is not None and at >= 0 and longest[at] >= own.cue[1]:
            start, end, other = parts[at]
            if other != index and _inside(own, (start, end)):
                holding.append((end - start, other))
            at -= 1
        parents.append(min(holding)[1] if holding else None)
    return parents


def _hull(candidate: Candidate) -> list[Range]:
    """From the first to the last word of the contents that stand in the sentence of the cue."""
    start, end = candidate.sentence
    own = [part for part in candidate.content if start <= part[0] and part[1] <= end]
    return [(min(s for s, _ in own), max(e for _, e in own))] if own else []


def _longest(parts: Sequence[tuple[int, int, int]]) -> list[int]:
    """For each part the furthest end of it and all before it."""
    furthest: list[int] = []
    for _, end, _ in parts:
        furthest.append(max(end, furthest[-1]) if furthest else end)
    return furthest


class Contents:
    """The parts of the contents of candidates, asked by place: who has the words there. Linear in what overlaps."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._parts = sorted((s, e, n) for n, c in enumerate(candidates) for s, e in c.content)
        self._starts = [start for start, _, _ in self._parts]
        self._longest = _longest(self._parts)

    def around(self, start: int, end: int) -> list[tuple[int, int]]:
        """The length and the candidate's index of each part that holds the range, the last to begin first."""
        found: list[tuple[int, int]] = []
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._longest[at] >= end:
            first, last, index = self._parts[at]
            if last >= end:
                found.append((last - first, index))
            at -= 1
        return found
