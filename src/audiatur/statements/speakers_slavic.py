"""Speakers in Russian and Ukrainian: names as they stand, surnames joined to full names, pronouns with caution.

Only nominative mentions name a speaker. A mention in another case ("по словам Орловой") is resolved where its stem
fits exactly one full name that the article also has in the nominative.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.spans import Span
from audiatur.statements.candidates import Candidate
from audiatur.statements.names_slavic import (
    body_start,
    capital_stems,
    gender_by_cue,
    gender_by_name,
    is_plural_cue,
    name_run,
    role_range,
    stem,
)
from audiatur.statements.sentences import Token, tokenize
from audiatur.statements.values import Attribution, SpeakerType
from audiatur.statements.words_slavic import Language

_NOBODY = Attribution(None, None, None, None)


@dataclass(frozen=True, slots=True)
class _Person:
    """A full name of the article, with the office and the gender that some mention tells; None: none does."""

    name: str
    role: str | None
    gender: str | None

    def fits(self, stems: Sequence[str], gender: str | None) -> bool:
        """Whether a mention with these stems and of this gender can be of this person."""
        own = [stem(word) for word in self.name.split()]
        same = own[-1] == stems[-1] and (len(stems) == 1 or own[0] == stems[0])
        return same and (gender is None or self.gender is None or gender == self.gender)


class SlavicSpeakers:
    """Resolves the sources of an article one after another."""

    def __init__(self, text: str, candidates: Sequence[Candidate], language: Language) -> None:
        self._text = text
        self._language = language
        self._capitals = capital_stems(text)
        self._full: dict[str, _Person] = {}
        self._last: tuple[Attribution, int, str | None] | None = None
        for candidate in candidates:
            if candidate.source and not self._is_oblique(candidate):
                self._learn(candidate)

    def _cue(self, candidate: Candidate) -> str:
        return self._text[slice(*candidate.cue)].lower() if candidate.cue else ""

    def _is_oblique(self, candidate: Candidate) -> bool:
        cue = self._cue(candidate)
        return any(cue == " ".join(words) for words in self._language.sources)

    def _tokens(self, candidate: Candidate) -> list[Token]:
        if candidate.source is None:
            return []
        return tokenize(self._text, *candidate.source)

    def _learn(self, candidate: Candidate) -> None:
        tokens = self._tokens(candidate)
        run = name_run(tokens, self._language)
        if len(run) < 2 or is_plural_cue(self._cue(candidate)) or body_start(tokens, self._language) is not None:
            return
        names = [t.text for t in run]
        name = " ".join(names)
        known = self._full.get(name)
        gender = gender_by_cue(self._cue(candidate)) or (known.gender if known else None) or gender_by_name(names)
        self._full[name] = _Person(name, (known.role if known else None) or self._role(tokens, run), gender)

    def _role(self, tokens: Sequence[Token], run: Sequence[Token]) -> str | None:
        """The office in the words before the name, as written; in the whole mention where it holds no name."""
        before = [t for t in tokens if not run or t.end <= run[0].start]
        found = role_range(before, self._language)
        return self._text[slice(*found)] if found else None

    def resolve(self, candidate: Candidate) -> Attribution:
        """The speaker of a candidate; candidates must come in the order of their cues."""
        tokens = self._tokens(candidate)
        if not tokens or candidate.source is None:
            return _NOBODY
        mention = Span.of(self._text, *candidate.source)
        language = self._language
        word = tokens[0].lower
        if len(tokens) == 1 and word in language.male | language.female | language.plural:
            gender = "f" if word in language.female else "m" if word in language.male else None
            return self._pronoun(mention, candidate, gender)
        oblique = self._is_oblique(candidate)
        gender = None if oblique else gender_by_cue(self._cue(candidate))
        if not oblique and is_plural_cue(self._cue(candidate)) and body_start(tokens, language) is None:
            answer = Attribution(mention, None, None, SpeakerType.COLLECTIVE)
        else:
            answer, gender = self._named(mention, tokens, gender, oblique=oblique)
        self._last = (answer, candidate.paragraph, gender)
        return answer

    def _named(
        self, mention: Span, tokens: Sequence[Token], gender: str | None, *, oblique: bool
    ) -> tuple[Attribution, str | None]:
        body = self._body(mention, tokens, oblique=oblique)
        if body is not None:
            return body, None
        run = name_run(tokens, self._language)
        role = self._role(tokens, run)
        if not run:
            return Attribution(mention, None, role, SpeakerType.PERSON if role else None), None
        stems = [stem(t.text) for t in run]
        fitting = [known for known in self._full.values() if known.fits(stems, gender)]
        if len(fitting) == 1:
            known = fitting[0]
            return Attribution(mention, known.name, known.role, SpeakerType.PERSON), known.gender
        person = SpeakerType.PERSON if role or len(run) > 1 else None
        if oblique or fitting or not self._is_settled(run, tokens):
            return Attribution(mention, None, role, person), None
        return Attribution(mention, " ".join(t.text for t in run), role, person), gender

    def _is_settled(self, run: Sequence[Token], tokens: Sequence[Token]) -> bool:
        """Whether a name is one: of two words, after an office, or with a capital that no sentence's start gave it."""
        return len(run) > 1 or run[0] is not tokens[0] or stem(run[0].text) in self._capitals

    def _body(self, mention: Span, tokens: Sequence[Token], *, oblique: bool) -> Attribution | None:
        """A body that speaks; None for anyone else. An abbreviation alone is one."""
        start = body_start(tokens, self._language)
        if start is None and len(tokens) == 1 and len(mention.text) > 1 and mention.text.isupper():
            start = 0
        if start is None:
            return None
        name = self._text[tokens[start].start : mention.end]
        return Attribution(mention, None if oblique else name, None, SpeakerType.ORGANIZATION)

    def _pronoun(self, mention: Span, candidate: Candidate, gender: str | None) -> Attribution:
        """He or she: the speaker before, of the same gender and at most a paragraph away; nobody otherwise."""
        nobody = Attribution(mention, None, None, SpeakerType.PERSON if gender else None)
        if gender is None or self._last is None:
            return nobody
        last, paragraph, last_gender = self._last
        if last.type is not SpeakerType.PERSON or last.name is None or last_gender != gender:
            return nobody
        if candidate.paragraph - paragraph > 1:
            return nobody
        self._last = (last, candidate.paragraph, gender)
        return Attribution(mention, last.name, last.role, last.type)
