"""Who is being talked of at a place in an article: the entities mentioned before it, the nearest and firmest first.

A mention counts by how it stands (a subject more than an owner) and halves with each sentence in between; of several
in one sentence the firmest counts. The weights are
set by hand on the development half of our own gold; see docs/technotes/speakers.md.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence

from audiatur.statements.entities_english import Entity
from audiatur.statements.sentences import Paragraph

_FADE = 0.5  # per sentence between
_BREAK = 0.7  # per paragraph between, besides
_SENTENCES = 7
_PARAGRAPHS = 3
_FIRM = 0.9  # the weight of a subject
_CLEAR = 0.72  # the second may reach this share of the first, no more

Notes = list[tuple[int, int, Entity, float]]


class Focus:
    """Mentions with their weights, asked by place."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        sentences = [s for p in paragraphs for s in p.sentences]
        self._sentences = [s.start for s in sentences]
        self._paragraph_of = [s.paragraph for s in sentences]
        self._notes: Notes = []

    def _sentence(self, at: int) -> int:
        return max(0, bisect_right(self._sentences, at) - 1)

    def note(self, at: int, entity: Entity, weight: float) -> None:
        """Remember that the entity is mentioned there."""
        insort(self._notes, (at, len(self._notes), entity, weight), key=lambda n: (n[0], n[1]))

    def recent(self, entity: Entity, start: int, end: int) -> bool:
        """Whether the entity is mentioned as a subject from the sentence of ``start`` up to ``end``."""
        first = self._sentences[self._sentence(start)] if self._sentences else start
        notes = self._notes[bisect_left(self._notes, first, key=lambda n: n[0]) :]
        return any(e is entity and w >= _FIRM for at, _, e, w in notes if at < end)

    def subjects(self, at: int) -> list[Entity]:
        """Who or what was subject or spoke in the sentence before that of ``at``, in the same paragraph; each once.

        Sentences without any, such as a quotation alone, are passed over.
        """
        if not self._sentences:
            return []
        here = self._sentence(at)
        found: dict[int, Entity] = {}
        last = here
        for index in range(bisect_left(self._notes, at, key=lambda n: n[0]) - 1, -1, -1):
            place, _, entity, weight = self._notes[index]
            there = self._sentence(place)
            if self._paragraph_of[there] != self._paragraph_of[here] or (found and there < last):
                break
            if there < here and weight >= _FIRM:
                found[id(entity)] = entity
                last = there
        return list(found.values())

    def ranked(self, at: int, fit: Callable[[Entity], float]) -> list[tuple[float, Entity]]:
        """The entities mentioned before ``at`` by their score, best first; ``fit`` weighs each, 0 leaves it out."""
        if not self._sentences:
            return []
        here = self._sentence(at)
        scores: dict[int, dict[int, float]] = {}
        known: dict[int, Entity] = {}
        for index in range(bisect_left(self._notes, at, key=lambda n: n[0]) - 1, -1, -1):
            place, _, entity, weight = self._notes[index]
            there = self._sentence(place)
            apart = self._paragraph_of[here] - self._paragraph_of[there]
            if here - there > _SENTENCES or apart > _PARAGRAPHS:
                break
            known[id(entity)] = entity
            score = weight * _FADE ** (here - there) * _BREAK**apart
            own = scores.setdefault(id(entity), {})
            own[there] = max(own.get(there, 0.0), score)
        ranked = [(sum(scores[key].values()) * fit(entity), entity) for key, entity in known.items()]
        return sorted(((s, e) for s, e in ranked if s > 0), key=lambda pair: -pair[0])

    def best(self, at: int, fit: Callable[[Entity], float], *, clear: float = _CLEAR) -> Entity | None:
        """The entity that is clearly first; None for none or where the second is close."""
        ranked = self.ranked(at, fit)
        if not ranked or (len(ranked) > 1 and ranked[1][0] > clear * ranked[0][0]):
            return None
        return ranked[0][1]
