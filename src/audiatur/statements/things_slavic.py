"""Bodies, texts and places that speak in Russian and Ukrainian, with their names in the nominative."""

from __future__ import annotations

import re

from audiatur.spans import Span
from audiatur.statements.cases_slavic import as_written, nominative_noun, nominative_place
from audiatur.statements.cast_slavic import Cast, role_stems
from audiatur.statements.names_slavic import stem
from audiatur.statements.phrases_slavic import body_stems
from audiatur.statements.toponyms_slavic import is_body_name, is_place_name, place_of
from audiatur.statements.values import Attribution, SpeakerType
from audiatur.statements.views_slavic import View, fold
from audiatur.statements.wordlists import words
from audiatur.statements.words_slavic import Language

_GENERIC = words(
    """ведомство агентство издание компания организация министерство служба газета телеканал канал портал клуб партия
    фонд ассоциация комитет управление департамент штаб суд банк регулятор відомство видання компанія організація
    міністерство асоціація спілка профспілка орган сторона"""
)
_ANY_BODY = words("ведомство відомство регулятор орган")
_MEDIA = frozenset(
    stem(w)
    for w in (
        "газета",
        "агентство",
        "издание",
        "портал",
        "телеканал",
        "канал",
        "журнал",
        "сайт",
        "радио",
        "видання",
        "агенція",
    )
)
_MARKS = '«»“”„"'


class Things:
    """Tells bodies, texts and places from persons, and remembers the bodies that have spoken."""

    def __init__(self, text: str, cast: Cast, language: Language) -> None:
        self._text = text
        self._cast = cast
        self._language = language
        self._documents = {stem(w): w for w in sorted(language.documents)}
        self._bodies = {stem(w): w for w in sorted(language.bodies)}
        self._spoken: list[tuple[int, str, str]] = []

    def remember(self, place: int, name: str, view: View) -> None:
        """Note a body that spoke, so that "ведомство" after it can mean it."""
        head = next((s for w in view.low if w and (s := stem(w)) in self._bodies), "")
        self._spoken.append((place, name, head))

    def of(self, mention: Span, view: View, *, oblique: bool) -> Attribution | None:
        """A body, a text or a place that speaks; None for anyone else. ``oblique``: not in the nominative."""
        found = self._by_noun(view, oblique=oblique)
        if found is not None:
            kind, at = found
            if kind is None:
                return None
            if kind is SpeakerType.DOCUMENT:
                return Attribution(mention, self._noun(mention, view, self._documents, oblique=oblique), None, kind)
            return Attribution(mention, self._body(mention, view, at, oblique=oblique), None, kind)
        return self._by_form(mention, view, oblique=oblique)

    def _by_noun(self, view: View, *, oblique: bool) -> tuple[SpeakerType | None, int] | None:
        """What the first listed noun of a mention is, and where it stands; a type of None is a person."""
        language = self._language
        for at, word in enumerate(view.low):
            if not view.is_word(at) or self._in_marks(view, at):
                continue
            short = stem(word)
            person = short in role_stems(language) and len(word) > 3 and short not in body_stems(language)
            if word in language.roles or (oblique and person):
                return None, at
            if word in language.plurals and not oblique:
                return None, at
            if word in language.documents or (oblique and short in self._documents):
                return SpeakerType.DOCUMENT, at
            last = word.rpartition("-")[2]
            if word in language.bodies or last in language.bodies or (oblique and short in self._bodies):
                return SpeakerType.ORGANIZATION, at
        return None

    def _in_marks(self, view: View, at: int) -> bool:
        """Whether a token stands after an odd number of quotation marks."""
        return sum(1 for t in view.tokens[:at] if t.text in _MARKS) % 2 == 1

    def _by_form(self, mention: Span, view: View, *, oblique: bool) -> Attribution | None:
        """A name in marks, an abbreviation, a place after "in"."""
        first = view.tokens[0].text
        if first in _MARKS and view.tokens[-1].text in _MARKS:
            name = self._quoted_name(mention) if oblique else mention.text
            return Attribution(mention, name, None, SpeakerType.ORGANIZATION)
        if all(t.text.isascii() for t in view.tokens) and first[:1].isalpha():
            return Attribution(mention, mention.text, None, SpeakerType.ORGANIZATION)  # a firm in Latin letters
        listed = self._listed(mention, view, oblique=oblique)
        if listed is not None or len(view) > 1:
            return listed
        if len(first) > 1 and first.isupper() and view.word(0) not in self._language.plurals:
            return Attribution(mention, first, None, SpeakerType.ORGANIZATION)
        if oblique and view.capital(0) and self._after_in(mention):
            name = nominative_place(first, self._cast.forms.get(stem(view.word(0)), set()))
            return Attribution(mention, name, None, SpeakerType.COLLECTIVE)
        return None

    def _listed(self, mention: Span, view: View, *, oblique: bool) -> Attribution | None:
        """A listed place, or a firm of one word; None for anything else."""
        place = self._place(view)
        if place is not None:
            alone = as_written(place, mention.text) if len(view) == 1 else None
            return Attribution(mention, alone if oblique else mention.text, None, SpeakerType.COLLECTIVE)
        if len(view) > 1 or not view.capital(0) or not is_body_name(view.word(0)):
            return None
        return Attribution(mention, None if oblique else mention.text, None, SpeakerType.ORGANIZATION)

    def _place(self, view: View) -> str | None:
        """The folded nominative of a listed place that the whole mention is ("Южная Корея"); None for anything else."""
        last = len(view) - 1
        if not all(view.capital(k) for k in range(last + 1)) or not is_place_name(view.low, self._language):
            return None
        known = self._cast.fitting([stem(view.word(last))], None)
        return None if known else place_of(view.word(last), self._language)

    def _quoted_name(self, mention: Span) -> str | None:
        """The nominative of one word in marks: a shorter form in marks that the article has; None where it has none."""
        own = mention.text.strip(_MARKS)
        if " " in own:
            return None
        forms = {
            f for f in re.findall(r"[«„“\"]([^\s«»„“”\"]+)[»“”\"]", self._text) if stem(fold(f)) == stem(fold(own))
        }
        shortest = min(forms, key=len, default=own)
        return mention.text[0] + shortest + mention.text[-1] if len(shortest) < len(own) else None

    def _after_in(self, mention: Span) -> bool:
        before = self._text[max(0, mention.start - 4) : mention.start].split()
        return bool(before) and fold(before[-1]) in self._language.in_

    def _noun(self, mention: Span, view: View, nouns: dict[str, str], *, oblique: bool) -> str | None:
        """A phrase in the nominative, possessives left out; as it stands where it is in the nominative."""
        aside = self._language.owners | self._language.determiners
        first = 0
        while first < len(view) - 1 and view.word(first) in aside:
            first += 1
        if not oblique:
            return self._text[view.tokens[first].start : mention.end]
        heads = (k for k in range(first, len(view)) if view.is_word(k) and stem(view.word(k)) in nouns)
        head = next(heads, None)
        if head is None:
            return None
        name = nominative_noun([view.tokens[k].text for k in range(first, head + 1)], nouns, self._language)
        rest = self._text[view.tokens[head].end : mention.end]
        return name + rest if name else None

    def _body(self, mention: Span, view: View, at: int, *, oblique: bool) -> str | None:
        """The name of a body; for a bare "ведомство" that of the one that spoke before, None for none or several."""
        name = self._noun(mention, view, self._bodies, oblique=oblique)
        if name is None:
            return None
        if stem(view.word(at)) in _MEDIA:
            name = _own_name(name)
        bare = sum(1 for w in view.low if w and w not in self._language.owners) == 1
        if not bare or fold(name) not in _GENERIC:
            return name
        before = [b for b in self._spoken if b[0] < mention.start]
        same = {b[1] for b in before if b[2] == stem(fold(name))}
        if not same and fold(name) in _ANY_BODY:
            same = {b[1] for b in before}
        return same.pop() if len(same) == 1 else None


def _own_name(name: str) -> str:
    """The words in marks at the end of a medium's name; the name where it has none."""
    found = re.search(r"[«„“\"]([^«»„“”\"]+)[»“”\"]$", name)
    return found.group(1) if found else name
