"""The personal name within a Russian or Ukrainian mention: where it stands, what comes before it, whose it may be.

A mention is mostly "office, whose office, name": "министр транспорта Сильдавии Иван Марек". The name is its last run of
capitalised words. Offices, possessives, abbreviations and places that the run begins with are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from audiatur.statements.sentences import Token
from audiatur.statements.wordlists import words
from audiatur.statements.words_slavic import Language

_ENDINGS = "аеёиіїйоуыьэюяєм"  # letters that case endings of names are made of
_MIN_STEM = 3
_PATRONYMICS = ("вич", "вна", "івна", "ївна", "инична")
_ADJECTIVES = (
    "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие",
    "ська", "цька", "ське", "цьке", "ські", "цькі", "ова", "ева", "на", "ня", "ове", "не", "нє",
)  # fmt: skip
# A country or region after an office, in the genitive; hardly a given name ends so.
_GENITIVES = ("ии", "ії", "ы", "ской", "цкой", "ского", "цкого", "ської", "цької", "ського", "цького")
_FEMALE_SURNAMES = ("ова", "ева", "ёва", "єва", "іна", "їна", "ская", "цкая", "ська", "цька")
_MALE_IN_A = words(
    """илья ілля никита микита фома хома лука кузьма савва сава данила микола саша миша паша ваня петя коля
    дима женя юра лёша алёша вова володя серёжа гриша костя слава толя джошуа андреа лука"""
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


def is_adjective(word: str) -> bool:
    """Whether a lower-case word ends as adjectives in the nominative do."""
    return word.endswith(_ADJECTIVES)


def is_role(word: str, language: Language) -> bool:
    """Whether a lower-case word names what a person is, a compound by its last part ("экс-министр")."""
    return word in language.roles or word.rpartition("-")[2] in language.roles


def is_body(word: str, language: Language) -> bool:
    """Whether a lower-case word is the noun of a body in the nominative."""
    return word in language.bodies or word.endswith(language.body_endings)


def _is_capital(token: Token) -> bool:
    return token.kind == "w" and token.text[0].isupper()


def _no_name(token: Token, language: Language) -> bool:
    word = token.lower
    acronym = len(word) > 1 and token.text.isupper()
    pronoun = word in language.male | language.female | language.plural | language.owners
    return acronym or pronoun or is_role(word, language) or is_body(word, language)


def name_run(tokens: Sequence[Token], language: Language) -> list[Token]:
    """The words of the personal name in a mention; empty where it has none.

    A single word counts only where nothing follows it, adverbs apart: "Береговая охрана", "Капитан траулера" name no
    person. Nor does a place in the genitive ("министр Сильдавии").
    """
    last = len(tokens) - 1
    while last > 0 and tokens[last].text[0].islower() and tokens[last].lower.endswith("о"):
        last -= 1  # "Марек прямо"
    at = last
    while at >= 0 and not _is_capital(tokens[at]):
        at -= 1
    end = at
    while at >= 0 and _is_capital(tokens[at]):
        at -= 1
    run = list(tokens[at + 1 : end + 1])
    first = at + 1
    while run and _no_name(run[0], language):
        run.pop(0)
    agency = len(run) == 1 and run[0] is not tokens[first] and not any(is_role(t.lower, language) for t in tokens)
    if agency:
        return []  # "РИА Новости"
    run = run[-3:] if len(run) > 2 and run[-2].lower.endswith(_PATRONYMICS) else run[-2:]
    if len(run) == 2 and run[0].lower.endswith(_GENITIVES) and run[0] is not tokens[0]:
        run.pop(0)  # "министр Сильдавии Марек"
    if len(run) == 1:
        word = run[0].lower
        followed = run[0] is not tokens[last] or (last + 1 < len(tokens) and is_adjective(word))
        if followed or (len(tokens) > 1 and word.endswith(_GENITIVES)) or word.endswith(("ии", "ії")):
            return []
    return run


def role_range(tokens: Sequence[Token], language: Language) -> tuple[int, int] | None:
    """Where the office begins and ends in the words before a name; None where they name none.

    It begins with the first noun of an office and the adjectives right before it; possessives stay out.
    """
    first = next((k for k, t in enumerate(tokens) if is_role(t.lower, language)), None)
    if first is None:
        return None
    start = first
    while start > 0 and is_adjective(tokens[start - 1].lower) and tokens[start - 1].lower not in language.owners:
        start -= 1
    return tokens[start].start, tokens[-1].end


def body_start(tokens: Sequence[Token], language: Language) -> int | None:
    """The token with which the name of a body begins; None where the mention is of a person or of neither.

    The first noun decides: "глава МИД" is a person, "пресс-служба президента" a body.
    """
    for at, token in enumerate(tokens):
        if is_role(token.lower, language):
            return None
        if is_body(token.lower, language):
            start = at
            while (
                start > 0 and is_adjective(tokens[start - 1].lower) and tokens[start - 1].lower not in language.owners
            ):
                start -= 1
            return start
    return None


def gender_by_cue(cue: str) -> str | None:
    """``m`` or ``f`` by a verb in the past tense, which agrees with its subject; None for any other form."""
    word = cue.lower().removesuffix("ся").removesuffix("сь")
    if word.endswith("ла"):
        return "f"
    return "m" if word.endswith(("л", "в", "г")) else None


def is_plural_cue(cue: str) -> bool:
    """Whether a verb stands in the plural: then its subject is no single person."""
    word = cue.lower().removesuffix("ся").removesuffix("сь")
    return word.endswith(("ли", "ют", "ят", "ут", "ють", "ять", "уть", "ать"))


def gender_by_name(name: Sequence[str]) -> str | None:
    """``m`` or ``f`` by the endings of given name and surname; None where they do not tell."""
    given, surname = name[0].lower(), name[-1].lower()
    if surname.endswith(_FEMALE_SURNAMES):
        return "f"
    if len(name) < 2:
        return None
    if given.endswith(("а", "я")):
        return "m" if given in _MALE_IN_A else "f"
    return "m" if given[-1] not in "аеёиіїоуыьэюяє" else None
