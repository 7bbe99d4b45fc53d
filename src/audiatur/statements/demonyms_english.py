"""What the capitalised words of an article tell of themselves: which are adjectives of countries, which are places.

The table of countries knows no small, new or regional ones; the article itself mostly shows which words are adjectives:
"Sildavia" stands beside "Sildavian", or "Sildavian" before plain nouns. Nothing is told where the article is silent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.statements.given_names import GIVEN_NAMES
from audiatur.statements.phrases_english import is_name
from audiatur.statements.places import ADJECTIVES, PLACES
from audiatur.statements.roles_english import TITLES, is_role
from audiatur.statements.sentences import Paragraph, Token
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.words_english import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    FINITE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)

_ENDINGS = ("an", "ese", "ish", "i", "ic")
_BASES = ("", "a", "ia", "e", "y", "o", "s", "land")  # what may stand in the country's name where the ending stood
_MIN_BASE = 3
_NO_NOUN = (
    ADVERBS
    | AUXILIARIES
    | COORDINATORS
    | DETERMINERS
    | FINITE
    | MODALS
    | PREPOSITIONS
    | PRONOUNS
    | SUBORDINATORS
    | TIME_WORDS
)


@dataclass(frozen=True, slots=True)
class Capitals:
    """The capitalised words of an article, in lower case.

    Attributes:
        demonyms: adjectives of countries and regions ("sildavian"), of those the article uses.
        places: words that it uses as places: after "in", or as a dateline.
        datelines: those of them that are datelines, in capitals throughout.
        inside: words with a capital that no beginning of a sentence gave them.
        countries: words of which a demonym is formed.
    """

    demonyms: frozenset[str]
    places: frozenset[str]
    datelines: frozenset[str]
    inside: frozenset[str]
    countries: frozenset[str]


def _bases(word: str) -> set[str]:
    """The country names that an adjective may be formed of: "sildavian" -> "sildavia", "sildav", "sildavi", ..."""
    found = {word[:-1]} if word.endswith("n") else set[str]()
    for ending in _ENDINGS:
        if word.endswith(ending):
            short = word.removesuffix(ending)
            stems = [short, short.removesuffix("i")]
            found |= {one + base for one in stems if len(one) >= _MIN_BASE for base in _BASES}
    return found - {word}


def _before_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` stands, after "the" or the like, before a plain noun; or before an office."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if at == 0 or tokens[at - 1].lower not in DETERMINERS:
        return at == 0 and (is_role(following.lower) or following.lower == "officials")
    plain = following.kind == "w" and following.text[0].islower() and following.lower not in _NO_NOUN
    verb = following.lower in VERBS or following.lower.endswith(("ed", "'s", "’s"))
    return (plain and not verb) or is_role(following.lower)


def _is_persons(tokens: Sequence[Token], at: int) -> bool:
    """Whether a given name or a title stands before the word: then it is a surname ("Mr. Nolan")."""
    if at == 0:
        return False
    before = tokens[at - 1]
    return before.lower in TITLES or before.lower in GIVEN_NAMES or (is_role(before.lower) and is_name(before))


def read_capitals(paragraphs: Sequence[Paragraph]) -> Capitals:
    """What the capitalised words of an article are; a quotation's words are not looked at.

    A headline may capitalise every word, so that its capitals say nothing of names.
    """
    seen, adjectival, persons = set[str](), set[str](), set[str]()
    places, datelines, inside = set[str](), set[str](), set[str]()
    first = next((s.paragraph for p in paragraphs if not p.headline for s in p.sentences), -1)
    for sentence, headline in ((s, p.headline) for p in paragraphs for s in p.sentences):
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if not is_name(token):
                continue
            word = token.lower
            seen.add(word)
            opens = at == 0 or tokens[at - 1].kind in "p."
            if not opens and not headline:
                inside.add(word)
            if at and tokens[at - 1].lower == "in" and not (at + 1 < len(tokens) and is_name(tokens[at + 1])):
                places.add(word)
            if token.text.isupper() and len(word) > 1 and all(t.text.isupper() for t in tokens[:at]):
                mark = next((t.text for t in tokens[at + 1 : at + 8] if t.text in "—–-:"), "")
                if mark and (mark != ":" or sentence.paragraph == first):
                    datelines.add(word)
            if _is_persons(tokens, at):
                persons.add(word)
            elif word.endswith(_ENDINGS) and _before_noun(tokens, at):
                adjectival.add(word)
    formed = {word: _bases(word) & seen for word in seen if word.endswith(_ENDINGS)}
    known = {word for word in seen if word in ADJECTIVES}
    demonyms = known | adjectival | {word for word, bases in formed.items() if bases}
    demonyms -= persons | (GIVEN_NAMES - known)
    countries = {base for word in demonyms for base in formed.get(word, ())} - demonyms
    return Capitals(
        demonyms=frozenset(demonyms),
        places=frozenset((places | datelines) - demonyms - set(PLACES)),
        datelines=frozenset(datelines),
        inside=frozenset(inside),
        countries=frozenset(countries),
    )
