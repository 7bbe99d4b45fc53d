"""Speakers in Russian and Ukrainian: names as they stand, surnames joined to full names, pronouns with caution.

Only nominative mentions name a speaker. A mention in another case ("по словам Орловой") is resolved where its stem
fits exactly one full name that the article also has in the nominative.
"""

from __future__ import annotations

from collections.abc import Sequence

from audiatur.spans import Span
from audiatur.statements.candidates import Candidate
from audiatur.statements.sentences import Token, tokenize
from audiatur.statements.values import Attribution, SpeakerType
from audiatur.statements.words_slavic import Language

_NOBODY = Attribution(None, None, None, None)
_ENDINGS = "аеёиіїйоуыьэюяєм"  # letters that case endings of names are made of
_MIN_STEM = 3


def stem(word: str) -> str:
    """A name without what its case may add: "Орловой", "Орлова" -> "орлов"."""
    short = word.lower()
    for ending in ("ого", "его", "ому", "ему", "ой", "ою", "ым", "им", "ом", "ем", "ов", "ів"):
        if short.endswith(ending) and len(short) - len(ending) > _MIN_STEM and ending not in ("ов", "ів"):
            return short.removesuffix(ending)
    while len(short) > _MIN_STEM and short[-1] in _ENDINGS:
        short = short[:-1]
    return short


def _capital_run(tokens: Sequence[Token]) -> list[Token]:
    """The last run of capitalised words of a mention: the name."""
    run: list[Token] = []
    for token in tokens:
        if token.kind == "w" and token.text[0].isupper():
            run.append(token)
        elif run:
            break
    if len(run) > 2:  # "Сильдавии Иван Марек": what comes before given name and surname is a place or an office
        patronymic = run[-2].lower.endswith(("вич", "вна", "ович", "івна", "ївна", "инична"))
        return run[-3:] if patronymic else run[-2:]
    return run


class SlavicSpeakers:
    """Resolves the sources of an article one after another."""

    def __init__(self, text: str, candidates: Sequence[Candidate], language: Language) -> None:
        self._text = text
        self._language = language
        self._full: dict[str, tuple[str, str | None, bool]] = {}
        self._last: tuple[Attribution, int, bool] | None = None
        for candidate in candidates:
            if candidate.source and not self._is_oblique(candidate):
                self._learn(candidate)

    def _is_oblique(self, candidate: Candidate) -> bool:
        cue = self._text[slice(*candidate.cue)].lower() if candidate.cue else ""
        return any(cue == " ".join(words) for words in self._language.sources)

    def _tokens(self, candidate: Candidate) -> list[Token]:
        if candidate.source is None:
            return []
        return tokenize(self._text, *candidate.source)

    def _learn(self, candidate: Candidate) -> None:
        run = _capital_run(self._tokens(candidate))
        if len(run) < 2:
            return
        name = " ".join(t.text for t in run)
        role = self._role(candidate, run)
        female = stem(run[-1].text) != run[-1].text.lower() and run[-1].text[-1] in "ая"
        known = self._full.get(name)
        self._full[name] = (name, known[1] if known and known[1] else role, female)

    def _role(self, candidate: Candidate, run: Sequence[Token]) -> str | None:
        """The words before the name in a mention, as written; None where there are none."""
        start = candidate.source[0] if candidate.source else run[0].start
        return self._text[start : run[0].start].strip() or None

    def resolve(self, candidate: Candidate) -> Attribution:
        """The speaker of a candidate; candidates must come in the order of their cues."""
        tokens = self._tokens(candidate)
        if not tokens or candidate.source is None:
            return _NOBODY
        mention = Span.of(self._text, *candidate.source)
        language = self._language
        word = tokens[0].lower
        if len(tokens) == 1 and word in language.male | language.female | language.plural:
            return self._pronoun(mention, candidate, female=word in language.female, plural=word in language.plural)
        answer, female = self._named(mention, tokens, oblique=self._is_oblique(candidate))
        self._last = (answer, candidate.paragraph, female)
        return answer

    def _named(self, mention: Span, tokens: Sequence[Token], *, oblique: bool) -> tuple[Attribution, bool]:
        run = _capital_run(tokens)
        if any(t.lower in self._language.bodies for t in tokens) or (len(run) == 1 and run[0].text.isupper()):
            return Attribution(mention, None if oblique else mention.text, None, SpeakerType.ORGANIZATION), False
        has_role = any(t.lower in self._language.roles for t in tokens)
        if not run:
            return Attribution(mention, None, None, SpeakerType.PERSON if has_role else None), False
        stems = [stem(t.text) for t in run]
        fitting = [known for known in self._full.values() if self._same(known[0], stems)]
        if len(fitting) == 1:
            name, role, female = fitting[0]
            return Attribution(mention, name, role, SpeakerType.PERSON), female
        person = has_role or len(run) > 1
        name_text = " ".join(t.text for t in run) if not oblique and not fitting else None
        return Attribution(mention, name_text, None, SpeakerType.PERSON if person else None), False

    @staticmethod
    def _same(full: str, stems: Sequence[str]) -> bool:
        own = [stem(word) for word in full.split()]
        return own[-1] == stems[-1] if len(stems) == 1 else own[-1] == stems[-1] and own[0] == stems[0]

    def _pronoun(self, mention: Span, candidate: Candidate, *, female: bool, plural: bool) -> Attribution:
        """He or she: the speaker before, of the same gender and at most a paragraph away; nobody otherwise."""
        nobody = Attribution(mention, None, None, None if plural else SpeakerType.PERSON)
        if plural or self._last is None:
            return nobody
        last, paragraph, last_female = self._last
        if last.type is not SpeakerType.PERSON or last.name is None or last_female is not female:
            return nobody
        if candidate.paragraph - paragraph > 1:
            return nobody
        self._last = (last, candidate.paragraph, female)
        return Attribution(mention, last.name, last.role, last.type)
