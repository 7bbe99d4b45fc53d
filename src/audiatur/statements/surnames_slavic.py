"""Surnames that stand alone in Russian and Ukrainian: which words are some, and their nominative after "по словам".

Only endings that leave one nominative are answered; None elsewhere. A word's capital is judged by whoever asks.
"""

from __future__ import annotations

from enum import Enum

from audiatur.statements.cases_slavic import given_forms
from audiatur.statements.names_slavic import gender_by_name
from audiatur.statements.toponyms_slavic import is_body_name, place_of
from audiatur.statements.views_slavic import fold
from audiatur.statements.wordlists import words
from audiatur.statements.words_slavic import Language

_VOWELS = "аеиоуыэюяіїє"
_NOMINATIVE = (
    "ов", "ев", "єв", "ова", "ева", "єва", "ин", "ін", "їн", "ский", "цкий", "ская", "цкая", "ський", "цький", "ська",
    "цька", "енко", "єнко", "чук", "щук", "нюк", "рюк", "дюк", "сюк", "люк", "ович", "евич", "швили", "швілі", "адзе",
    "идзе", "ідзе",
)  # fmt: skip
# Nouns with such endings that may begin a sentence and be the subject of a verb of saying, or nearly.
_NOUNS = words(
    """остров острів покров улов основа корова голова королева розмова промова умова мова господин хозяин раввин муэдзин
    магазин бензин дельфин пингвин карантин кузин кузен камин термин сундук каучук люблин харбин татарин болгарин боярин
    барин грузин осетин лезгин турчин русин мордвин бедуин гардемарин"""
)
_PEOPLES = ("анин", "янин", "анін", "янін")
_MIN = 5  # letters of a surname by its ending

_MALE = tuple((ending, 1, "") for ending in ("ова", "ева", "єва", "ина", "іна", "їна", "чука"))
_MALE_ADJECTIVES = (("ского", 3, "ий"), ("цкого", 3, "ий"), ("ського", 3, "ий"), ("цького", 3, "ий"))
_FEMALE = (
    ("овой", 2, "а"), ("евой", 2, "а"), ("иной", 2, "а"), ("ової", 2, "а"), ("евої", 2, "а"), ("євої", 2, "а"),
    ("іної", 2, "а"), ("їної", 2, "а"), ("ской", 2, "ая"), ("цкой", 2, "ая"), ("ської", 2, "а"), ("цької", 2, "а"),
)  # fmt: skip
_FEMALE_ACCUSATIVE = (
    ("ову", 1, "а"), ("еву", 1, "а"), ("єву", 1, "а"), ("скую", 2, "ая"), ("цкую", 2, "ая"), ("ську", 1, "а"),
    ("цьку", 1, "а"),
)  # fmt: skip
_UNCHANGED = ("енко", "єнко", "швили", "швілі", "адзе", "идзе", "ідзе")
_FLEETING = "лркц"  # consonants before which, after another, a vowel may have fallen out: "Орла", "Кравца"
_SOFT_K = "гкхжшчщ"


class Source(Enum):
    """What a surname alone stands after: words that only a person has, others in the genitive, "ссылаясь на"."""

    WORDS = "words"
    OTHER = "other"
    RELAY = "relay"


_WORDS_OF = words(
    """по_словам со_слов по_признанию по_утверждению по_убеждению по_свидетельству за_словами зі_слів на_переконання
    за_свідченням за_свідченнями за_твердженням"""
)
_OF_TEXTS = words("согласно згідно_з згідно_із відповідно_до")


def source_kind(cue: str, language: Language) -> Source | None:
    """What kind of source a folded cue in front of an oblique case is; None where texts and places stand after it."""
    key = "_".join(cue.split())
    if key in _OF_TEXTS:
        return None
    if any(cue == " ".join(relay) for relay in language.relays):
        return Source.RELAY
    if key in _WORDS_OF:
        return Source.WORDS
    return Source.OTHER if any(cue == " ".join(w) for w, _ in language.sources) else None


def is_surname(word: str, gender: str | None, language: Language) -> bool:
    """Whether a folded word ends as surnames in the nominative do, and hardly another noun; ``gender`` by the verb.

    Places, peoples and firms are none, nor are words that the verb does not agree with.
    """
    if len(word) < _MIN or not word.endswith(_NOMINATIVE) or word in _NOUNS or word.endswith(_PEOPLES):
        return False
    if place_of(word, language) is not None or is_body_name(word) or word in given_forms():
        return False
    own = "m" if word.endswith(("ин", "ін", "їн", "ович", "евич")) else gender_by_name([word])
    return own is None or gender is None or own == gender


def oblique_gender(form: str) -> str | None:
    """``m`` or ``f`` by the ending of a surname in the genitive; None where it does not tell."""
    word = fold(form)
    for gender, table in (("m", (*_MALE, *_MALE_ADJECTIVES)), ("f", _FEMALE)):
        if any(word.endswith(ending) and len(word) > len(ending) + 1 for ending, _, _ in table):
            return gender
    return None


def nominative_alone(form: str, source: Source, language: Language) -> str | None:
    """The nominative of a capitalised word alone after such a source; None for a place, a firm, or an open ending."""
    word = fold(form)
    if (
        len(word) < _MIN - 1
        or not word.isalpha()
        or form[1:].isupper()
        or place_of(word, language) is not None
        or is_body_name(word)
        or word in given_forms()
    ):
        return None
    table = (*_MALE, *_MALE_ADJECTIVES, *_FEMALE) if source is not Source.RELAY else (
        *_MALE, *_MALE_ADJECTIVES, *_FEMALE_ACCUSATIVE
    )  # fmt: skip
    for ending, cut, added in table:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return form[:-cut] + added
    if word.endswith(_UNCHANGED):
        return form
    return _by_last_letter(form, word, language) if source is Source.WORDS else None


def _by_last_letter(form: str, word: str, language: Language) -> str | None:
    """The nominative of any other name in the genitive, where its last letters leave only one."""
    last, before = word[-1], word[-2]
    if last in "оеэєую" or word.endswith("ль"):
        return form  # no genitive ends so: a name that does not change
    if last == "а":
        return _hard(form, word, language)
    if last == "я":
        return _soft(form, word, language)
    hard = last == "ы" or (last == "и" and (before in _SOFT_K or language.code == "uk"))
    return form[:-1] + "а" if hard and before not in _VOWELS + "ьй" else None


def _hard(form: str, word: str, language: Language) -> str | None:
    """The nominative of a man's surname in "-а"; None where a vowel may have fallen out of it."""
    before, third = word[-2], word[-3]
    if language.code == "uk" and before == "к" and third not in _VOWELS:
        return form[:-1] + "о"
    fleeting = before in _FLEETING and third not in _VOWELS
    return None if fleeting or before in _VOWELS + "ьй" else form[:-1]


def _soft(form: str, word: str, language: Language) -> str | None:
    """The nominative of a man's surname in "-я"; None where several are possible."""
    before, third, ukrainian = word[-2], word[-3], language.code == "uk"
    if ukrainian and before == "ц" and third not in _VOWELS + "ь":
        return form[:-2] + "ець"
    if before in "аеоуюя":
        return form[:-1] + "й"
    if before not in "лр" or third not in _VOWELS:
        return None
    return form[:-1] + ("" if ukrainian and before == "р" else "ь")
