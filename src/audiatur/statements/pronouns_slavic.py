"""Pronouns that speak in Russian and Ukrainian: he, she, that one, I; resolved with caution."""

from __future__ import annotations

from collections.abc import Sequence

from audiatur.spans import Span
from audiatur.statements.candidates import Range
from audiatur.statements.cast_slavic import Cast
from audiatur.statements.salience_slavic import Event, Salience
from audiatur.statements.values import Attribution, SpeakerType
from audiatur.statements.views_slavic import fold
from audiatur.statements.words_slavic import Language

_NEAR = 1  # paragraphs that a pronoun may reach back
_WITHIN = 220  # characters back in which "that one" was named
_HIS, _HER, _THEIR = ("его", "його"), ("ее", "її"), ("их", "їх", "мы", "ми")


class Pronouns:
    """Resolves pronouns by who was spoken of last; "they" and "we" name nobody."""

    def __init__(self, cast: Cast, salience: Salience, spoken: Sequence[Range], language: Language) -> None:
        self._cast = cast
        self._salience = salience
        self._spoken = spoken
        self._language = language

    def resolve(self, mention: Span, paragraph: int, *, inner: bool) -> Attribution:
        """Whom a pronoun means; nobody where the gender does not tell, or within another's words (``inner``)."""
        language, word = self._language, fold(mention.text)
        if word in language.plural or word in _THEIR:
            return Attribution(mention, None, None, SpeakerType.COLLECTIVE)
        other = word in language.others
        male = word in language.male or word in _HIS or (other and word != "та")
        gender = "m" if male else "f" if word in language.female or word in _HER or word == "та" else None
        found = None
        if gender is not None and not inner:
            found = self._other(mention, gender) if other else self._last(mention, paragraph, gender)
        if found is None:
            return Attribution(mention, None, None, SpeakerType.PERSON if gender else None)
        self._salience.events.append(
            Event(mention.start, paragraph, found.name, gender, True, found.offices, found.role)
        )
        known = next((p for p in self._cast.people if p.name == found.name), None)
        return Attribution(mention, found.name, known.role if known else found.role, SpeakerType.PERSON)

    def _last(self, mention: Span, paragraph: int, gender: str) -> Event | None:
        """The person last spoken of, of that gender, at most a paragraph away; None too where that one is unnamed."""
        for event in self._salience.before(mention.start):
            if paragraph - event.paragraph > _NEAR:
                return None
            if event.gender is None or event.gender == gender:
                return event if event.name is not None else None
        return None

    def _other(self, mention: Span, gender: str) -> Event | None:
        """ "Тот", "та": the one person named nearby who did not speak there."""
        near = [
            (place, person)
            for person in self._cast.people
            if person.gender == gender and person.name
            for place in person.places
            if 0 < mention.start - place < _WITHIN and not any(a <= place < b for a, b in self._spoken)
        ]
        if len({person.name for _, person in near}) != 1:
            return None
        person = near[0][1]
        return Event(mention.start, 0, person.name, gender, True, frozenset(person.heads), person.role)
