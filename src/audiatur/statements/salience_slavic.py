"""Who was last spoken of, in Russian and Ukrainian articles: the order by which pronouns and offices are resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from audiatur.statements.sentences import Paragraph

_LOOK_BACK = 3  # persons: who was meant further back is not meant by a bare office


@dataclass(frozen=True, slots=True)
class Event:
    """Someone who spoke or was a sentence's subject: where, and who; ``offices`` the stems of the words used."""

    place: int
    paragraph: int
    name: str | None
    gender: str | None
    person: bool
    offices: frozenset[str]
    role: str | None = None


@dataclass(slots=True)
class Salience:
    """The persons and bodies in the order in which the text speaks of them; filled while it is read."""

    paragraphs: Sequence[Paragraph]
    events: list[Event] = field(default_factory=list)

    def number(self, place: int) -> int:
        """The paragraph of a place; -1 for none."""
        return next((n for n, p in enumerate(self.paragraphs) if p.start <= place < p.end), -1)

    def before(self, place: int) -> list[Event]:
        """The persons spoken of before a place, the last first."""
        return sorted((e for e in self.events if e.place < place and e.person), key=lambda e: e.place, reverse=True)

    def last(self, place: int, gender: str | None) -> Event | None:
        """The person last spoken of before a place, of the gender if that is given; None where none is near."""
        for event in self.before(place)[:_LOOK_BACK]:
            if gender is None or event.gender is None or event.gender == gender:
                return event
        return None
