"""Persons in Russian and Ukrainian mentions: the name in them, the office, and whom of the cast they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audiatur.statements.cases_slavic import given_forms
from audiatur.statements.cast_slavic import KIN, Cast, Person, name_of, role_stems
from audiatur.statements.names_slavic import capital_stems, gender_by_name, stem
from audiatur.statements.offices_slavic import HUMANS_FEMALE, HUMANS_MALE, WIDER, fits_office
from audiatur.statements.phrases_slavic import body_stems
from audiatur.statements.salience_slavic import Salience
from audiatur.statements.surnames_slavic import Source, is_surname, nominative_alone, oblique_gender
from audiatur.statements.views_slavic import View, fold
from audiatur.statements.words_slavic import Language

_FORMER = re.compile(r"^(?:экс|екс)-?(?=\w{3})")
_LETTERS = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ]")
_OBLIQUE = ("ой", "ей", "ого", "его", "ых", "их", "ої", "єї", "ього")


class Mentions:
    """Reads mentions of persons against the cast of an article and who was spoken of last."""

    def __init__(self, text: str, cast: Cast, salience: Salience, language: Language) -> None:
        self._text = text
        self._cast = cast
        self._salience = salience
        self._language = language
        self._capitals = capital_stems(text)

    def read(
        self, view: View, gender: str | None, place: int, *, oblique: bool, head: bool = False
    ) -> tuple[str | None, str | None, str | None]:
        """Name, office and gender of a person's mention; Nones where nothing settles them."""
        run = self._run(view)
        role = self._role(view, run)
        if run is None:
            name, known = self._by_office(view, place, gender, head=head)
            return name, (known or role), gender
        stems = [stem(view.word(k)) for k in range(run[0], run[1] + 1)]
        fitting = self._cast.fitting(stems if len(stems) < 3 else [stems[0], stems[-1]], gender)
        one = self._one_of(fitting, place)
        if one is not None:
            return (
                (None, role, gender)
                if self._owns(view, run, one, oblique=oblique)
                else (one.name, one.role, one.gender)
            )
        if fitting or oblique or self._alien(view, run, stems):
            return None, role, gender
        words = [view.tokens[k].text for k in range(run[0], run[1] + 1)]
        if not self._settled(view, run, words, gender):
            return None, role, gender
        return " ".join(words), role, gender or (gender_by_name(words) if len(words) > 1 else None)

    def _alien(self, view: View, run: tuple[int, int], stems: Sequence[str]) -> bool:
        """Whether a name after an office tells only whose office it is: of another gender, or in the genitive."""
        word = view.word(run[0])
        given = given_forms().get(word)
        if run[0] == 0:
            return False
        if run[0] != run[1]:
            return given is not None and given[0] != word
        return word[-1] in "аеиіоуюя" and bool(self._cast.fitting(stems, None))  # "адвокатка Клова" is not Клов

    def _one_of(self, fitting: Sequence[Person], place: int) -> Person | None:
        """The one person of several of a surname who was spoken of in the same paragraph; None where that is none."""
        if len(fitting) == 1:
            return fitting[0]
        last = self._salience.last(place, None)
        if last is None or self._salience.number(last.place) != self._salience.number(place):
            return None
        return next((p for p in fitting if p.name is not None and p.name == last.name), None)

    def _settled(self, view: View, run: tuple[int, int], words: Sequence[str], gender: str | None) -> bool:
        """Whether a name that the cast lacks is one: of two words, or alone, by its ending or a capital of its own."""
        if len(words) > 1:
            return True
        if run[0] > 0:
            return not words[0].endswith(("ии", "ії", "ы")) and run[1] == len(view) - 1
        return len(view) == 1 and (
            stem(view.word(0)) in self._capitals or is_surname(view.word(0), gender, self._language)
        )

    def alone(self, view: View, source: Source, spoken: Sequence[str]) -> str | None:
        """The nominative of a name of one word in another case that the cast lacks; None where that is not settled.

        ``spoken`` are the subjects that the article has elsewhere: one of them that is the same name tells.
        """
        form = view.tokens[0].text
        if len(view) != 1 or not view.capital(0) or not _LETTERS.search(form) or form.isupper():
            return None
        alone = stem(view.word(0))
        listed = alone in role_stems(self._language) or alone in body_stems(self._language)
        if listed or self._cast.fitting([alone], oblique_gender(form)):
            return None
        name = nominative_alone(form, source, self._language)
        same = {word for word in spoken if stem(fold(word)) == alone}
        if name is None or (same and name not in same) or self.is_place(name):
            return None
        return name

    def _owns(self, view: View, run: tuple[int, int], person: Person, *, oblique: bool) -> bool:
        """Whether a surname after an office is whose that is: "адвокат Клова", not "адвокат Клов"."""
        if run[0] == 0:
            return False
        heads = [stem(w) for w in view.low[: run[0]] if stem(w) in role_stems(self._language) and len(w) > 2]
        if not heads:
            return False
        if run[0] != run[1]:
            given = given_forms().get(view.word(run[0]))
            if oblique:
                return heads[0] in KIN and heads[0] not in person.heads
            return given is not None and given[0] != view.word(run[0])
        if oblique:
            return not any(h in person.heads for h in heads)
        return bool(person.name) and fold(view.tokens[run[0]].text) not in [
            fold(w) for w in (person.name or "").split()
        ]

    def _run(self, view: View) -> tuple[int, int] | None:
        """The name in a mention: its last capitals that end it, a place in the genitive left out; None for none."""
        last = len(view) - 1
        while last > 0 and view.kind(last) in "p.":
            last -= 1
        marks = [k for k in range(len(view)) if view.tokens[k].text in '«»“”„"']
        quoted = {k for a, b in zip(marks[::2], marks[1::2], strict=False) for k in range(a, b + 1)}
        if not view.capital(last) or last in quoted:
            capitals = [k for k in range(len(view)) if view.capital(k) and k not in quoted]
            pairs = [k for k in capitals if k + 1 in capitals and name_of(view, k, k + 1, self._language) == (k, k + 1)]
            if not pairs:
                return None
            last = pairs[-1] + 1
        first = last
        while first > 0 and view.capital(first - 1):
            first -= 1
        if view.tokens[last].text.isupper() and len(view.word(last)) > 1:
            return None
        found = name_of(view, first, last, self._language)
        if found is None or not _LETTERS.search(view.tokens[found[0]].text):
            return None
        if found[0] > 0 and view.word(found[0]).endswith(_OBLIQUE) and view.word(found[0]) not in given_forms():
            return None  # "глава Новой Долины"
        if found[0] == found[1] and found[0] > 0:
            stems = [stem(view.word(found[0]))]
            word = view.word(found[0])
            known = self._cast.fitting(stems, None)
            head = next((k for k in range(found[0]) if stem(view.word(k)) in role_stems(self._language)), None)
            if not known and (word.endswith(("ии", "ії", "ы", "и", "і", "ї", "а", "я", "у", "ю")) and head is not None):
                return None  # "президент Остмара", "мэр Клова"
        return found

    def _role(self, view: View, run: tuple[int, int] | None) -> str | None:
        """The office in the words before the name, as written; in the whole mention where it holds no name."""
        end = (run[0] if run else len(view)) - 1
        first = next(
            (k for k in range(end + 1) if view.is_word(k) and stem(view.word(k)) in role_stems(self._language)), None
        )
        if first is None:
            return None
        while (
            first > 0
            and view.is_word(first - 1)
            and view.word(first - 1) not in self._language.owners | self._language.determiners
        ):
            first -= 1
        while end > first and view.kind(end) in "p.":
            end -= 1
        return self._text[view.tokens[first].start : view.tokens[end].end]

    def _by_office(self, view: View, place: int, gender: str | None, *, head: bool) -> tuple[str | None, str | None]:
        """The person whom an office without a name means; None where several or none do."""
        language = self._language
        if view.word(0) in language.owners or view.word(0) in language.determiners - {"сам", "сама"}:
            return None, None
        words = [
            w
            for w in view.low
            if w and w not in language.determiners and w not in language.prepositions and w[0].isalpha()
        ]
        if not words:
            return None, None
        noun = next((k for k, w in enumerate(words) if stem(w) in role_stems(language) and len(w) > 2), 0)
        stems = [stem(_FORMER.sub("", w)) for w in (words[noun], *words[:noun], *words[noun + 1 :])]
        last = self._salience.last(place, gender) if not head else None
        here = self._salience.number(place)
        rivals = {
            p.name for p in self._cast.people
            if any(fits_office(stems, o) for o in p.offices) and any(here - 1 <= self._salience.number(q) <= here for
            q in p.places if q < place)
        }  # fmt: skip
        if not head and len(rivals) > 1:
            return None, None
        if last is not None and self._means(stems, last.offices, last.gender or gender, bare=True):
            return last.name, last.role
        people = [p for p in self._cast.people if (head or min(p.places) < place) and p.name]
        fitting = [
            p for p in people
            if (gender is None or p.gender in (None, gender)) and any(fits_office(stems, office) for office in
            p.offices)
        ]  # fmt: skip
        if not fitting and len(stems) == 1:
            fitting = [
                p
                for p in people
                if (gender is None or p.gender in (None, gender))
                and self._means(stems, frozenset(p.heads), p.gender, bare=False)
            ]
        if not fitting and head:
            fitting = [p for p in people if any(stems[0] in office for office in p.offices)]
        return (fitting[0].name, fitting[0].role) if len(fitting) == 1 else (None, None)

    def _means(self, stems: Sequence[str], offices: frozenset[str], gender: str | None, *, bare: bool) -> bool:
        """Whether words that name no office in full may be of someone with these: a wider term, or a man, a woman."""
        if len(stems) > 2:
            return False
        word = stems[0]
        if word in HUMANS_FEMALE:
            return bare and gender == "f"
        if word in HUMANS_MALE:
            return bare and gender == "m"
        if len(stems) == 2 and stems[1] not in WIDER.get("*", frozenset()):
            return False
        narrower = WIDER.get(word)
        if narrower is None:
            return False
        return any(o in narrower or any(o.endswith("-" + n) for n in narrower) for o in offices)

    def is_place(self, name: str) -> bool:
        """Whether the article has the name after "in", as it has places; "у" in Russian is also "at someone's"."""
        if is_surname(fold(name), None, self._language):
            return False
        words = self._cast.forms.get(stem(fold(name)), set())
        return any(
            f" {p} {w}" in self._text
            or f"\n{p.capitalize()} {w}" in self._text
            or f". {p.capitalize()} {w}" in self._text
            for w in words
            for p in (("в", "во") if self._language.code == "ru" else ("в", "у"))
        )
