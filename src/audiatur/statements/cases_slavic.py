"""Nominatives from other cases, Russian and Ukrainian: given names, surnames, bodies and documents.

Only what the endings settle is answered; None elsewhere. Nothing is invented: the nominative of a word of the article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from audiatur.statements.given_slavic import FEMALE, MALE
from audiatur.statements.names_slavic import stem
from audiatur.statements.views_slavic import fold
from audiatur.statements.words_slavic import Language

_VOWELS = "аеиоуыэюяіїє"
_SIBILANTS = "гкхжшщч"
_ADJECTIVE_OBLIQUE = (
    "ом",
    "ем",
    "ім",
    "ому",
    "ему",
    "ого",
    "его",
    "ой",
    "ей",
    "ій",
    "ої",
    "ою",
    "ых",
    "их",
    "ым",
    "им",
    "єї",
    "ього",
)


def _male_forms(name: str) -> Sequence[str]:
    if name.endswith(("й", "ь")):
        base = name[:-1]
        return [base + e for e in ("я", "ю", "ем", "єм", "є", "і", "ї", "еві", "єві", "е")]
    if name.endswith(("а", "я")):
        return _female_forms(name)
    if name.endswith("о"):
        return [name[:-1] + e for e in ("а", "у", "ові", "ом", "і")]
    soft = [name + e for e in ("я", "ю", "еві")] if name.endswith("р") else []  # "Ігор", "Ігоря"
    return [*soft, *(name + e for e in ("а", "у", "ом", "ем", "е", "ові", "і"))]


def _female_forms(name: str) -> Sequence[str]:
    base = name[:-1]
    if name.endswith("я"):
        return [base + e for e in ("и", "і", "ї", "е", "ю", "ей", "єю", "ею")]
    if name.endswith("а"):
        return [base + e for e in ("ы", "и", "і", "е", "у", "ой", "ою", "ей", "ею")]
    return [base + "и"] if name.endswith("ь") else []


@lru_cache(maxsize=1)
def given_forms() -> Mapping[str, tuple[str, str]]:
    """Every form of every listed given name, with its nominative and gender; forms of two names are left out."""
    found: dict[str, tuple[str, str] | None] = {}
    for table, gender, forms_of in ((MALE, "m", _male_forms), (FEMALE, "f", _female_forms)):
        for name in table:
            for form in forms_of(name):
                known = found.get(form, (name, gender))
                found[form] = (name, gender) if known == (name, gender) else None
    for name in MALE | FEMALE:
        found[name] = (name, "m" if name in MALE else "f")
    for name in MALE & FEMALE:
        found[name] = None
    return {form: known for form, known in found.items() if known is not None}


def as_written(nominative: str, form: str) -> str:
    """A folded nominative spelt as its form in the text is: capital, "ё" and apostrophe are kept."""
    same = 0
    folded = fold(form)
    while same < min(len(nominative), len(folded)) and nominative[same] == folded[same]:
        same += 1
    return form[:same] + nominative[same:]


def nominative_given(form: str, gender: str | None) -> tuple[str, str | None]:
    """A given name in the nominative with its gender, by the table, else by its ending where the gender is known."""
    known = given_forms().get(fold(form))
    if known is not None and gender in (None, known[1]):
        return as_written(known[0], form), known[1]
    word = fold(form)
    if gender == "f":
        for ending, nominative in (
            ("ою", "а"),
            ("ой", "а"),
            ("ею", "я"),
            ("ей", "я"),
            ("ии", "ия"),
            ("ії", "ія"),
            ("ы", "а"),
            ("и", "а"),
            ("е", "а"),
            ("у", "а"),
            ("ю", "я"),
        ):
            if word.endswith(ending):
                return form[: -len(ending)] + nominative, "f"
    if gender == "m":
        for ending, nominative in (
            ("ові", ""),
            ("ом", ""),
            ("ем", "й"),
            ("у", ""),
            ("я", "й" if word[-2:-1] in _VOWELS else "ь"),
            ("а", ""),
        ):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return form[: -len(ending)] + nominative, "m"
    return form, gender


_FEMALE_SURNAMES = {
    "ской": "ская", "цкой": "цкая", "ської": "ська", "цької": "цька", "ською": "ська", "цькою": "цька", "ській": "ська",
    "овой": "ова", "евой": "ева", "иной": "ина", "ової": "ова", "евої": "ева", "євої": "єва", "іної": "іна",
    "иної": "ина",
    "овою": "ова", "іною": "іна",
}  # fmt: skip
_MALE_SURNAMES = {
    "ского": "ский", "цкого": "цкий", "ського": "ський", "цького": "цький", "ским": "ский", "ським": "ський",
    "скому": "ский", "ському": "ський", "овым": "ов", "евым": "ев", "ова": "ов", "ева": "ев", "ёва": "ёв", "ина": "ин",
    "іна": "ін", "єва": "єв", "ову": "ов", "еву": "ев", "енка": "енко", "енку": "енко",
}  # fmt: skip


def nominative_surname(form: str, gender: str | None) -> str | None:
    """A surname in the nominative by its ending and gender; None where these do not settle it."""
    word = fold(form)
    table = _FEMALE_SURNAMES if gender == "f" else _MALE_SURNAMES
    ending = next((e for e in table if word.endswith(fold(e)) and len(word) > len(e) + 1), None)
    if gender is None:
        return None
    if ending is not None:
        return form[: -len(ending)] + table[ending]
    if word[-1] not in _VOWELS or word.endswith("о"):
        return form
    if gender == "f":
        return form if word.endswith(("а", "я", "е")) else form[:-1] + "а" if word.endswith(("и", "ы")) else None
    return _male_surname(form, word)


def _male_surname(form: str, word: str) -> str | None:
    """The same for a man's surname in the genitive that no table has, with the vowel that its nominative has."""
    if word.endswith(("ца", "ця")) and word[-3:-2] not in _VOWELS:
        return form[:-2] + ("ец" if word.endswith("ца") else "ець")
    if word.endswith("я"):
        return form[:-1] + ("й" if word[-2] in _VOWELS else "" if word[-2] == "р" else "ь")
    if not word.endswith("а"):
        return None
    if word.endswith("ка") and word[-3] not in _VOWELS:
        return form[:-1] + "о"
    return form[:-1] if word[-2] not in _VOWELS else None


def _gender_of_noun(noun: str) -> str:
    if noun.endswith(("а", "я", "сть", "зь", "дь", "чать")) and not noun.endswith("мя"):
        return "f"
    return "n" if noun.endswith(("о", "е", "є")) else "m"


def _nominative_adjective(form: str, gender: str, language: Language) -> str | None:
    word = fold(form)
    ending = next((e for e in sorted(_ADJECTIVE_OBLIQUE, key=len, reverse=True) if word.endswith(e)), None)
    if ending is None or len(word) < len(ending) + 2:
        return None
    base = form[: -len(ending)]
    soft = base[-1:].lower() in _SIBILANTS
    if language.code == "uk":
        return base + {"m": "ий", "f": "а", "n": "е"}[gender]
    return base + {"m": "ий" if soft else "ый", "f": "ая", "n": "ое"}[gender]


def nominative_noun(words: Sequence[str], nouns: Mapping[str, str], language: Language) -> str | None:
    """A phrase with a listed noun in the nominative: its adjectives and the noun; what follows is kept.

    ``nouns`` maps stems to nominatives. None where no noun is listed or a word before it is no adjective.
    """
    head = next((n for n, word in enumerate(words) if stem(fold(word)) in nouns), None)
    if head is None:
        return None
    noun = nouns[stem(fold(words[head]))]
    if fold(words[head]) == noun:
        return " ".join(words)
    gender = _gender_of_noun(noun)
    before: list[str] = []
    for word in words[:head]:
        adjective = _nominative_adjective(word, gender, language)
        if adjective is None:
            return None
        before.append(adjective)
    return " ".join([*before, as_written(noun, words[head]), *words[head + 1 :]])


def nominative_place(form: str, forms: set[str]) -> str | None:
    """A place name in the nominative, by its ending and the other forms of the article; None where these don't tell."""
    word = fold(form)
    for ending, nominative in (("ии", "ия"), ("ії", "ія")):
        if word.endswith(ending):
            return form[: -len(ending)] + nominative
    if not word.endswith(("е", "і", "и")):
        return None
    base = word[:-1]
    have = {fold(f) for f in forms}
    if have & {base + "ы", base + "ой", base + "ою", base + "у"} and base + "а" in have:
        return form[:-1] + "а"
    if (
        base in have
        or have & {base + "ом"}
        or (base + "а" in have and base + "ы" not in have and base + "и" not in have)
    ):
        return form[:-1]
    if have & {base + "ы", base + "и", base + "ой", base + "ою"} - {word}:
        return form[:-1] + "а"
    return None
