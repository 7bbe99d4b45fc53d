"""Which statement stands inside which."""

from __future__ import annotations

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
    """For each candidate the index of the smallest other one of its sentence that holds it; None at the top."""
    by_sentence: dict[Range, list[int]] = {}
    for index, candidate in enumerate(candidates):
        by_sentence.setdefault(candidate.sentence, []).append(index)
    parents: list[int | None] = []
    for index, own in enumerate(candidates):
        extents = [(i, _extent(candidates[i])) for i in by_sentence[own.sentence] if i != index]
        holding = [(end - start, i) for i, (start, end) in extents if _inside(own, (start, end))]
        parents.append(min(holding)[1] if holding else None)
    return parents
