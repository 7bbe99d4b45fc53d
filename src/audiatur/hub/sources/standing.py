"""Where each source stands for one viewer: what may leave of it here and now, and on which sides it is.

The gate decides per article; this says beforehand what it will decide for a whole source, so that lists can be counted
and ordered without loading texts. What is shown still passes the gate, article by article.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Self

from django.conf import settings

from audiatur.hub.gate import Gate
from audiatur.hub.sources.registered import Register, SideMark, TopicMark, register
from audiatur.provenance.gate import decide, in_window
from audiatur.provenance.values import Bar, Mode, Policy

__all__ = ["SideMark", "Standing", "TopicMark"]


class Standing:
    """All sources, topics and sides of the hub for one viewer."""

    def __init__(self, gate: Gate, known: Register) -> None:
        self.gate = gate
        self.sources = known.sources
        self.topics = known.topics
        self.decisions: dict[int, Mode | Bar] = {pk: self._decide(policy) for pk, policy in known.policies.items()}
        self._register = known

    @classmethod
    def load(cls, gate: Gate) -> Self:
        """As the register is now."""
        known = register()
        gate.rely_on(known.policies)
        return cls(gate, known)

    @property
    def closed(self) -> frozenset[int]:
        """The sources of which nothing may leave here and now."""
        return frozenset(pk for pk, decision in self.decisions.items() if not self._opens(decision))

    def is_open(self, source: int) -> bool:
        """Whether anything may leave of a source here and now."""
        return self._opens(self.decisions[source])

    def mode(self, source: int) -> Mode:
        """The mode that holds for a source; NONE where a legal bar does."""
        decision = self.decisions[source]
        return decision if isinstance(decision, Mode) else Mode.NONE

    def terms(self, source: int) -> Hashable | None:
        """All that decides here and now how an article of a source is shown, but the article; None: nothing is kept.

        Whatever follows from an article and equal terms may be taken for the same.
        """
        mark, viewer = self._register.mark, self.gate.viewer
        if mark is None or source not in self.sources:
            return None
        window = in_window(self._register.policies[source], viewer.now)
        return (mark, settings.BASE_URL, viewer.language, self.decisions[source], window)

    @property
    def key(self) -> Hashable | None:
        """All that decides here and now how any article is shown, but the article; None: nothing is kept."""
        terms = tuple(self.terms(source) for source in self.sources)
        return None if None in terms or self._register.mark is None else (self._register.mark, terms)

    def sides(self, source: int, topic: str | None = None) -> tuple[SideMark, ...]:
        """The sides of a source, in one topic or in all."""
        return self._register.placed.get(source, {}).get(topic, ())

    def side(self, pk: int) -> SideMark:
        """The mark of a side by its row's key."""
        return self._register.sides[pk]

    def topic(self, slug: str) -> TopicMark | None:
        """A topic by its slug; None where there is none."""
        return next((topic for topic in self.topics if topic.slug == slug), None)

    def topic_of(self, sources: Iterable[int]) -> TopicMark | None:
        """The topic with most of the sources on its sides, on a tie the editor's first; None without any."""
        told = list(sources)
        counts = [(sum(bool(self.sides(source, topic.slug)) for source in told), topic) for topic in self.topics]
        best = max(counts, key=lambda pair: pair[0], default=None)
        return best[1] if best is not None and best[0] > 0 else None

    def members(self, topic: str, side: str | None = None) -> list[int]:
        """The sources on a side of a topic, or on any of its sides."""
        marks = ((pk, self.sides(pk, topic)) for pk in self.sources)
        return [pk for pk, found in marks if any(side is None or mark.slug == side for mark in found)]

    @staticmethod
    def _opens(decision: Mode | Bar) -> bool:
        return isinstance(decision, Mode) and decision is not Mode.NONE

    def _decide(self, policy: Policy) -> Mode | Bar:
        return decide(policy, now=self.gate.viewer.now, jurisdiction=self.gate.viewer.jurisdiction)
