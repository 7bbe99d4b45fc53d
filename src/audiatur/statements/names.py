"""Finds proper names in a sentence, and the role or title written in front of each ("Foreign Minister Lena Orlova")."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from audiatur.statements.given_names import GIVEN_NAMES
from audiatur.statements.phrases_english import is_name
from audiatur.statements.places import ADJECTIVES, PLACES
from audiatur.statements.roles_english import OF_WHAT, ORGANISATIONS, ROLE_MODIFIERS, TITLES, is_role
from audiatur.statements.sentences import Token
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    LEADING_ADVERBS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)

JOINERS = words("de la le el al bin bint ibn van von der den di da do dos du das del della ter ten af av")
"""Words that join the parts of a name."""
_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|at|an|ash|az|bin|ben|de|di)-[A-Z]")  # "al-Rifai"
_NAMES_TOO = words("Per Will May Long Young Art")  # given names and parts of names
_NOT_NAMES = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | SUBORDINATORS
    | COORDINATORS
    | ADVERBS
    | AUXILIARIES
    | LEADING_ADVERBS
    | {"anyone", "someone", "everyone", "nobody", "everybody", "somebody", "people", "leaders", "officials"}
) - {"will", "may"}


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name found in a sentence.

    Offsets are of the name without role and title. ``role`` is the range of the words in front that name an office;
    ``title`` the lower-case title ("mrs."); None for none. ``first``/``last`` are token indexes of the whole.
    """

    start: int
    end: int
    text: str
    role: tuple[int, int] | None
    title: str | None
    first: int
    last: int
    name_first: int


def _usable(tokens: Sequence[Token], at: int) -> bool:
    """Whether the capital of this token is that of a name, not of a sentence's first word."""
    token = tokens[at]
    if token.lower.endswith("-old"):
        return False
    if _ARTICLE.match(token.text):
        return token.kind == "w"
    if token.text in _NAMES_TOO and at and at + 1 < len(tokens) and is_name(tokens[at + 1]):
        return True
    return is_name(token) and not (token.lower in _NOT_NAMES and not (token.text.isupper() and len(token.text) > 1))


def _run_end(tokens: Sequence[Token], at: int) -> int:
    """The last token of the run of capitalised words that begins at ``at``."""
    last = at
    while last + 1 < len(tokens):
        if _usable(tokens, last + 1):
            if _shouts(tokens, at, last + 1):
                break
            last += 1
        elif _binds(tokens, at, last):
            last += 2
        else:
            joined = _past_joiners(tokens, last + 1)
            if joined is None:
                break
            last = joined
    return last


def _past_joiners(tokens: Sequence[Token], at: int) -> int | None:
    """The capitalised word after one or two joiners ("van", "von der"); None where there is none."""
    end = at
    while end < len(tokens) and end - at < 3 and tokens[end].lower in JOINERS:
        end += 1
    return end if end > at and end < len(tokens) and is_name(tokens[end]) else None


def _only_office(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a run is nothing but an office: "Prime Minister", "Ukrainian Foreign Minister"."""
    office = all(
        is_role(t.lower) or t.lower in ROLE_MODIFIERS or t.lower in ADJECTIVES or t.lower in PLACES
        for t in tokens[first : last + 1]
    )
    return office and is_role(tokens[last].lower)


def _of_what(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether "of" after ``at`` belongs to an office ("Secretary of State") or a body ("Ministry of Justice").

    A body may have two: "Ministry of Defence of Borduria". Before a given name and a surname any word is an office's
    field ("Minister of Roads Lena Orlova").
    """
    if at + 2 >= len(tokens) or not is_name(tokens[at + 2]):
        return False
    head = tokens[at].lower
    second = any(
        t.lower in ORGANISATIONS and tokens[i + 1].lower == "of" for i, t in enumerate(tokens[first:at], first)
    )
    field = is_role(head) and all(is_name(t) for t in tokens[at + 3 : at + 5]) and at + 4 < len(tokens)
    return (is_role(head) and (tokens[at + 2].lower in OF_WHAT or field)) or head in ORGANISATIONS or second


def _shouts(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a word in capitals throughout only stresses what is after a name ("Sir Anton Vickery FIVE times")."""
    word = tokens[at].text
    return at - first >= 2 and len(word) > 3 and word.isupper() and not tokens[first].text.isupper()


def _binds(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name goes on after ``last``: "Ministry of Justice", "Metal & Rubber", "Miners' Congress"."""
    mark = tokens[last + 1].text
    if mark.lower() == "of":
        return _of_what(tokens, first, last)
    if mark == "&":
        return last + 2 < len(tokens) and is_name(tokens[last + 2])
    return mark in "'’" and _plural_owner(tokens, last)


def _plural_owner(tokens: Sequence[Token], last: int) -> bool:
    """Whether an apostrophe after ``last`` belongs to the name of a body ("Miners' Congress")."""
    following = tokens[last + 2] if last + 2 < len(tokens) else None
    close = following is not None and tokens[last + 1].start == tokens[last].end
    return close and following is not None and is_name(following) and following.lower in ORGANISATIONS


def _role_start(tokens: Sequence[Token], at: int, floor: int) -> int:
    """The first token of the office whose last word is at ``at``: "Russian Foreign" before "Minister"."""
    while at > floor:
        before = tokens[at - 1]
        word = before.lower
        if before.kind != "w" or word in ("the", "and", "of", "a", "an"):
            if word == "of" and at - 2 >= floor and is_role(tokens[at - 2].lower) and tokens[at].lower in OF_WHAT:
                at -= 2
                continue
            break
        possessive = word in ("'s", "’s") and at - 2 >= floor and is_name(tokens[at - 2])
        if not (_usable(tokens, at - 1) or word in ROLE_MODIFIERS or is_role(word) or word in ADJECTIVES or possessive):
            break
        at -= 1
    return at


def _split(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """A run of capitalised words as office, title and name; None where no name is left ("the President")."""
    name_first = first
    if _only_office(tokens, first, last):
        return None
    for at in range(first, last + 1):
        if is_role(tokens[at].lower) and not (at > first and at == last):
            name_first = at + 1
            if at + 2 <= last and tokens[at + 1].lower == "of":
                name_first = at + 3
    if name_first > last:
        return None
    if tokens[last].lower in ORGANISATIONS and last == name_first:
        name_first = first  # "General Staff" is a body, no general called Staff
    role_last = name_first - 1
    floor = max(0, name_first - 9)
    if name_first == first:
        role_last = (
            first - 1 if first > 0 and is_role(tokens[first - 1].lower) and tokens[first - 1].kind == "w" else -1
        )
    role: tuple[int, int] | None = None
    title = None
    if role_last >= 0:
        word = tokens[role_last].lower
        start = _role_start(tokens, role_last, floor)
        if word in TITLES:
            title = word
        if not (word in TITLES and start == role_last and word.rstrip(".") in ("mr", "mrs", "ms", "miss", "dr")):
            role = (tokens[start].start, tokens[role_last].end)
    whole = first if role is None else next(i for i, t in enumerate(tokens) if t.start == role[0])
    start, end = tokens[name_first].start, tokens[last].end
    text = " ".join(t.text for t in tokens[name_first : last + 1])
    for mark in "'’":
        text = text.replace(f" {mark} ", f"{mark} ")
    return Name(start, end, text, role, title, min(whole, first), last, name_first)


def find_names(tokens: Sequence[Token], demonyms: Collection[str] = ()) -> list[Name]:
    """The proper names among the tokens, in order; places and bodies are names too.

    ``demonyms`` are further adjectives of countries, in lower case: alone they name nobody, nor does a name begin
    with one.
    """
    names: list[Name] = []
    at = 0
    while at < len(tokens):
        if not _usable(tokens, at):
            at += 1
            continue
        last = _run_end(tokens, at)
        while at < last and tokens[at].lower in demonyms and is_role(tokens[at + 1].lower):
            at += 1  # "Sildavian Commodore Ivan Marek": the office takes its adjective back below
        adjective_only = last == at and (tokens[at].lower in ADJECTIVES or tokens[at].lower in demonyms)
        name = None if adjective_only else _split(tokens, at, last)
        if name is not None:
            names.append(name)
        at = last + 1
    return names


def is_place(name: str) -> bool:
    """Whether the name is a country or a capital."""
    return name.lower() in PLACES and name.lower() not in GIVEN_NAMES


def is_body(name: str) -> bool:
    """Whether the name is that of an organisation: a noun of a body in it, or an acronym of two to six letters."""
    words = name.replace("’s", "").replace("'s", "").split()
    if any(w.lower() in ORGANISATIONS or w == "&" for w in words):
        return True
    return len(words) == 1 and 2 <= len(name) <= 6 and name.isupper() and name.isalpha()
