"""Russian and Ukrainian names: their stems, by which cases are compared, and what their endings tell of gender."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audiatur.statements.wordlists import words

_ENDINGS = "аеёиіїйоуыьэюяєм"  # letters that case endings of names are made of
_MIN_STEM = 3
_PATRONYMICS = ("вич", "вна", "івна", "ївна", "инична")
# A country or region after an office, in the genitive; hardly a given name ends so.
_GENITIVES = ("ии", "ії", "ы", "ской", "цкой", "ского", "цкого", "ської", "цької", "ського", "цького")
_FEMALE_SURNAMES = ("ова", "ева", "ёва", "єва", "іна", "їна", "ская", "цкая", "ська", "цька")
_MALE_IN_A = words(
    """илья ілля никита микита фома хома лука кузьма савва сава данила микола саша миша паша ваня петя коля
    дима женя юра лёша алёша вова володя серёжа гриша костя слава толя гоша гена рома лёня сеня витя паша жора сёма
    стёпа вася миша лёва мустафа мурза джошуа андреа лука"""
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_OPENERS = '.!?…:;«»“”„"—–-(\n'  # after these a capital may be only that of a first word


def stem(word: str) -> str:
    """A name without what its case may add: "Орловой", "Орлова" -> "орлов"."""
    short = word.lower()
    for ending in ("ого", "его", "ому", "ему", "ой", "ою", "ым", "им", "ом", "ем", "ов", "ів"):
        if short.endswith(ending) and len(short) - len(ending) > _MIN_STEM and ending not in ("ов", "ів"):
            return short.removesuffix(ending)
    while len(short) > _MIN_STEM and short[-1] in _ENDINGS:
        short = short[:-1]
    if short.endswith(("ец", "єц")) and len(short) > _MIN_STEM + 1:
        return short[:-2] + "ц"  # "Кравец", "Кравца"
    if short.endswith("ок") and len(short) > _MIN_STEM + 2:
        return short[:-2] + "к"  # "висновок", "висновку"
    return short


def capital_stems(text: str) -> frozenset[str]:
    """The stems of the words whose capital is not that of a sentence's first word: names, whatever their case."""
    found = set[str]()
    for match in _WORD.finditer(text):
        before = text[: match.start()].rstrip(" \t") if match.start() < 2 else text[match.start() - 2 : match.start()]
        last = before.rstrip(" \t\xa0")[-1:]
        if match.group()[0].isupper() and last and last not in _OPENERS:
            found.add(stem(match.group()))
    return frozenset(found)


def is_patronymic(word: str) -> bool:
    """Whether a folded word ends as patronymics do, in any case."""
    return word.endswith(_PATRONYMICS) or word.endswith(
        ("вича", "вичу", "вичем", "вны", "вне", "вну", "вной", "івни", "ївни", "івною")
    )


def is_genitive_place(word: str) -> bool:
    """Whether a folded capitalised word ends as places in the genitive do and hardly a given name."""
    return word.endswith(_GENITIVES)


def gender_by_name(name: Sequence[str]) -> str | None:
    """``m`` or ``f`` by the endings of given name and surname; None where they do not tell."""
    given, surname = name[0].lower(), name[-1].lower()
    if surname.endswith(_FEMALE_SURNAMES):
        return "f"
    if surname.endswith(("ов", "ев", "ёв", "єв", "ский", "цкий", "ський", "цький", "енков")):
        return "m"
    if len(name) < 2:
        return None
    if given.endswith(("а", "я")):
        return "m" if given in _MALE_IN_A else "f"
    return "m" if given[-1] not in "аеёиіїоуыьэюяє" else None
