"""The persons of a Russian or Ukrainian article: their full names in the nominative, offices and gender."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from audiatur.statements.candidates import Range
from audiatur.statements.cases_slavic import given_forms, nominative_given, nominative_surname
from audiatur.statements.names_slavic import gender_by_name, is_genitive_place, is_patronymic, stem
from audiatur.statements.phrases_slavic import is_known, is_pronoun
from audiatur.statements.sentences import Paragraph, tokenize
from audiatur.statements.toponyms_slavic import is_place_name
from audiatur.statements.views_slavic import View, fold
from audiatur.statements.words_slavic import Language

_FULL = 3  # words of a name with two given names
_BACK = 9  # words before a name that may be its office
_FEMALE_ENDS = ("ка", "ца", "ша", "ея", "иня", "тета", "ыня", "уня")


@dataclass(slots=True)
class Person:
    """One person, gathered while the article is read: forms of the name, stems of the offices, where it stands."""

    stems: tuple[str, str]
    name: str | None = None
    gender: str | None = None
    role: str | None = None
    offices: list[tuple[str, ...]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    sure: bool = False

    @property
    def heads(self) -> set[str]:
        """The stems of the offices' first nouns."""
        return {office[0] for office in self.offices}


_ROLE_STEMS: dict[str, frozenset[str]] = {}


def role_stems(language: Language) -> frozenset[str]:
    """The stems of the listed offices."""
    if language.code not in _ROLE_STEMS:
        _ROLE_STEMS[language.code] = frozenset(stem(word) for word in language.roles)
    return _ROLE_STEMS[language.code]


def name_of(view: View, first: int, last: int, language: Language) -> tuple[int, int] | None:
    """The tokens of the personal name in the capitals ``first`` to ``last``; None where they name nobody."""
    while first <= last and (
        is_known(view.word(first), language)
        or (view.tokens[first].text.isupper() and len(view.word(first)) > 1)
        or is_pronoun(view.word(first), language)
        or view.word(first) in language.adverbs | language.times
        or view.word(first) in language.owners | language.determiners | language.stops | language.prepositions
        or (
            stem(view.word(first)) in role_stems(language)
            and first < last
            and fold(view.word(first)) not in given_forms()
        )
    ):
        first += 1
    if first > last:
        return None
    size = last - first + 1
    if size == _FULL and view.word(first) in given_forms():
        return first, last  # "Анна Мария Ковач"
    if size > 2:
        first = last - 2 if is_patronymic(view.word(last - 1)) else last - 1
    if last - first == 1 and is_genitive_place(view.word(first)) and view.word(first) not in given_forms():
        first = last
    return first, last


def _ends_as_nominative(form: str) -> bool:
    """Whether a name ends as no other case of a man's name does: in a consonant or a vowel that stays."""
    return fold(form)[-1] not in "аяуюиіїыєь" and not fold(form).endswith(("ом", "ем", "им", "ым", "ой", "ей"))


KIN = frozenset(
    stem(w)
    for w in (
        "жена", "муж", "мать", "отец", "сын", "дочь", "вдова", "брат", "сестра", "внук", "внучка", "супруга", "супруг",
        "дружина", "мати", "батько", "син", "донька", "онук", "онучка", "подруга", "друг", "тетя", "дядя", "племянник",
    )
)  # fmt: skip
"""The stems of words for kin, which tell whose they are and not who someone is."""


class Cast:
    """Everybody whom the article names in full, in the order of first mention."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Paragraph],
        spoken: Sequence[Range],
        opened: Sequence[Range],
        language: Language,
    ) -> None:
        self._text = text
        self._language = language
        self._spoken = spoken
        self._subjects = [*spoken, *opened]
        self.introduced: list[tuple[int, Person]] = []
        self.people: list[Person] = []
        self.forms: dict[str, set[str]] = {}
        self._pending: list[tuple[Person, str, str, str | None]] = []
        for paragraph in paragraphs:
            self._read(View.of(tokenize(text, paragraph.start, paragraph.end)))
        self._name_all()

    def _read(self, view: View) -> None:
        language = self._language
        at = 0
        while at < len(view):
            if not view.capital(at):
                at += 1
                continue
            end = at
            while view.capital(end + 1):
                end += 1
            for k in range(at, end + 1):
                self.forms.setdefault(stem(view.word(k)), set()).add(view.tokens[k].text)
            found = name_of(view, at, end, language)
            if found is not None:
                self._name(view, *found)
            at = end + 1

    def _office(self, view: View, first: int) -> tuple[list[tuple[str, ...]], str | None, str]:
        """The stems of the offices before a name, their noun first, the gender, and the words; empty for none."""
        language = self._language
        start, at = first, first - 1
        roles = role_stems(language)
        found: int | None = None
        while at >= 0 and first - at <= _BACK:
            word = view.word(at)
            if view.tokens[at].text in '«»“”„"' or (at == first - 1 and view.is_comma(at)):
                at -= 1
                continue
            if (
                view.kind(at) != "w"
                or word in language.addressees  # "сказал журналистам председатель Иван Марек"
                or (word in language.verbs and word not in language.roles)
                or word in language.stops
            ):
                break
            if stem(word) in roles and len(word) > 2:
                found = at
            elif word in language.prepositions and (found is not None or at == first - 1):
                break
            elif view.capital(at) and view.word(at - 1) in given_forms():
                break  # another name
            at -= 1
        if found is None:
            return [], None, ""
        start = found
        while (
            start > 0
            and view.is_word(start - 1)
            and view.word(start - 1).endswith(
                ("ый", "ий", "ая", "ной", "ого", "ній", "ої", "на", "ська", "цька", "ова", "ый")
            )
            and view.word(start - 1) not in language.owners
        ):
            start -= 1
        words = [view.word(k) for k in range(start, first) if view.is_word(k)]
        head = view.word(found)
        gender = "f" if head in language.roles and head.endswith(_FEMALE_ENDS) else None
        nouns = [head, *(w for w in words if w in language.roles and w != head)]
        stems = [
            (stem(noun), *(stem(w) for w in words if w not in language.prepositions and w != noun)) for noun in nouns
        ]
        return stems, gender, self._text[view.tokens[start].start : view.tokens[first - 1].end]

    def _is_spoken(self, place: int) -> bool:
        return any(a <= place < b for a, b in self._spoken)

    def _is_subject(self, place: int) -> bool:
        return any(a <= place < b for a, b in self._subjects)

    def _quoted(self, view: View, at: int) -> bool:
        """Whether a token stands inside quotation marks that close after it."""
        depth = 0
        for token in view.tokens[:at]:
            depth += token.text in ("«", "„", "“")
            depth -= token.text in ("»", "”")
        return depth > 0

    def _name(self, view: View, first: int, last: int) -> None:
        words = [view.tokens[k].text for k in range(first, last + 1)]
        if len(words) > 1 and is_place_name([fold(w) for w in words], self._language):
            return
        place = view.tokens[first].start
        subject = self._is_subject(place)
        office, gender, role = self._office(view, first)
        if first == last:
            self._again(words[0], place, office, role)
            return
        given = given_forms().get(fold(words[0]))
        oblique = given is not None and fold(words[0]) != given[0]
        if (
            office
            and (office[0][0] in KIN or any(fold(w) in self._language.roles for w in role.split()[:1]))
            and oblique
        ):
            office, gender, role = [], None, ""  # "жена Ивана Марека" is no office of his
        stems = (stem(fold(words[0])), stem(fold(words[-1])))
        known = next((p for p in self.people if p.stems == stems), None)
        if known is None and not (office or given):
            namesake = any(p.stems[1] == stems[1] for p in self.people)
            if namesake or not self._is_spoken(place):
                return
        if known is None:
            known = Person(stems)
            self.people.append(known)
        known.places.append(place)
        if office:
            known.offices.extend(office)
            known.role = known.role or role
            if not self._quoted(view, first) and any(fold(w) in self._language.roles for w in role.split()):
                self.introduced.append((place, known))
        known.gender = known.gender or gender or (given[1] if given else None)
        if subject and not oblique and not known.sure:
            known.name, known.sure = " ".join(words), True
        elif known.name is None:
            self._pending.append((known, words[0], " ".join(words[1:]), gender))

    def _again(self, word: str, place: int, office: list[tuple[str, ...]], role: str) -> None:
        """A name of one word: of someone known, or a given name after an office."""
        alone = stem(fold(word))
        fitting = [p for p in self.people if p.stems[1] == alone or p.stems[0] == alone]
        if len(fitting) == 1:
            fitting[0].places.append(place)
            if office:
                fitting[0].offices.extend(office)
                fitting[0].role = fitting[0].role or role
            return
        given = given_forms().get(fold(word))
        if fitting or not office or given is None:
            return
        person = Person((alone, alone), gender=given[1], role=role)
        person.offices.extend(office)
        person.places.append(place)
        person.name = nominative_given(word, given[1])[0]
        self.people.append(person)

    def _name_all(self) -> None:
        """Nominatives for those who were named in other cases only."""
        for person, given, surname, gender in self._pending:
            if person.name is not None:
                continue
            name, told = nominative_given(given, person.gender or gender)
            subject = next((f for f in self.forms.get(person.stems[1], ()) if self._nominative(f, person)), None)
            last = nominative_surname(surname.split()[-1], told)
            if told is None and fold(given) not in given_forms():
                # "Жозе Мендес" stands so in the nominative only; "Игоря Бойко" need not
                if not (_ends_as_nominative(given) and _ends_as_nominative(surname)):
                    continue
                name, last = given, surname.split()[-1]
            if last is not None or subject is not None:
                person.name = f"{name} {subject or last}"
                person.gender = person.gender or told
        for person in self.people:
            if person.gender is None and person.name is not None:
                person.gender = gender_by_name(person.name.split())

    def _nominative(self, form: str, person: Person) -> bool:
        """Whether a form of the surname stands as a subject somewhere."""
        at = self._text.find(form)
        while at >= 0:
            end = at + len(form)
            whole = not (self._text[end : end + 1].isalpha() or self._text[at - 1 : at].isalpha())
            before = self._text[max(0, at - 24) : at].split()
            named = bool(before) and stem(fold(before[-1])) == person.stems[0]
            alone = any(a == at for a, _ in self._subjects)
            if whole and self._is_subject(at) and (alone or named):
                return True
            at = self._text.find(form, end)
        return False

    def fitting(self, stems: Sequence[str], gender: str | None) -> list[Person]:
        """Those whom a mention by these stems and of this gender can mean."""
        return [
            p
            for p in self.people
            if (p.stems[1] == stems[-1] or (len(stems) == 1 and p.stems[0] == stems[0]))
            and (len(stems) == 1 or p.stems[0] == stems[0])
            and (gender is None or p.gender is None or p.gender == gender)
        ]
