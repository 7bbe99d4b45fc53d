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

JOINERS = words(
    "de la le el al bin binti binte bte bint ibn van von der den di da do dos du das del della ter ten af av y zu zur"
)
"""Words that join the parts of a name."""
_ARTICLE = re.compile(r"(?:(?:al|el|ad|ar|as|at|an|ash|az|bin|ben|de|di)-|(?:d|dell|dall|dal|l)['’])[A-ZÀ-Þ]")
"""The article that a name may begin with: "al-Rifai", "dell’Orto"."""
_FOR = words("for against on")
_GATHERED = words(
    """front league movement committee council commission union alliance coalition campaign institute centre center
    foundation association network fund forum agency office group society department initiative board party bureau"""
)
"""Nouns of bodies in whose name stands what they are for ("Front for the Delta", "Commission on Water")."""
_OF_A_SEE = words(
    """metropolitan bishop archbishop patriarch abbot abbess king queen prince princess duke duchess earl countess emir
    sultan baron baroness"""
)
"""Who is named after a place: "Metropolitan Ioann of Gradets"."""
_FIRMS = words(
    """holdings foods motors metro partners ventures capital resources industries systems technologies solutions
    logistics media rail railways transit steel electric mining pharma pharmaceuticals chemicals textiles"""
)
_LIES = words("lower upper north south east west port fort mount lake cape saint san santa st. new old great little")
_GROUNDS = words(
    """bay street river island islands square road avenue bridge harbour harbor valley heights hill hills mountain
    mountains lake creek beach peninsula strait straits gulf sea ocean airport junction crossing gate lane park plaza"""
)
_NUMBERS = words("two three four five six seven eight nine ten twelve")
_NO_PARTS = (
    "-old",
    "-held",
    "-based",
    "-backed",
    "-led",
    "-run",
    "-born",
    "-style",
    "-occupied",
    "-owned",
    "-made",
    "-era",
)
_PEOPLE = words("people women men children")
_WITH_FIELD = words("ministry department minister secretary office committee")
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
    | {
        "neither",
        "either",
        "none",
        "anyone",
        "someone",
        "everyone",
        "nobody",
        "everybody",
        "somebody",
        "people",
        "leaders",
        "officials",
    }
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
    if token.text.endswith(_NO_PARTS):
        return False  # "Sildavian-held Tarn"
    if _ARTICLE.match(token.text):
        return token.kind == "w"
    if token.lower in _NUMBERS and at and tokens[at - 1].lower == "the" and at + 1 < len(tokens):
        return is_name(token) and is_name(tokens[at + 1])  # "the Three Forks Band"
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
        elif bound := _bound(tokens, at, last):
            last = bound
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


def _bound(tokens: Sequence[Token], first: int, last: int) -> int | None:  # noqa: PLR0911 (a case for each mark)
    """The word up to which a name goes on after ``last``; None where it ends.

    "Ministry of the Interior", "Front for the Delta", "Metal & Rubber", "Miners' Congress", "Ministry of Food and
    Water".
    """
    mark = tokens[last + 1].lower
    at = last + 3 if last + 2 < len(tokens) and tokens[last + 2].lower == "the" else last + 2
    named = at < len(tokens) and is_name(tokens[at])
    if mark == "of" and last and tokens[last - 1].lower in _OF_A_SEE and at == last + 2:
        return at if named else None
    if mark == "of":
        body = tokens[last].lower in ORGANISATIONS
        return at if named and (body if at > last + 2 else _of_what(tokens, first, last)) else None
    if mark in _FOR:
        meant = named and tokens[at].lower not in GIVEN_NAMES
        return at if meant and any(t.lower in _GATHERED for t in tokens[first : last + 1]) else None
    if mark == "&":
        return last + 2 if at == last + 2 and named else None
    if mark == "and":
        return last + 2 if at == last + 2 and named and _two_fields(tokens, first, last) else None
    if mark in ("'s", "’s"):
        owner = _only_office(tokens, first, last) or tokens[last].lower in _PEOPLE
        return last + 2 if owner and at == last + 2 and named and tokens[at].lower in ORGANISATIONS else None
    return last + 2 if mark in "'’" and _plural_owner(tokens, first, last) else None


def _two_fields(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether "and" after ``last`` joins two fields of one ministry: "the Ministry of Food and Water", alone."""
    following = tokens[last + 2].lower
    alone = last + 3 >= len(tokens) or not is_name(tokens[last + 3])
    other = following in GIVEN_NAMES or following in PLACES or following in ORGANISATIONS or is_role(following)
    of = last - 1 > first and tokens[last - 1].lower == "of" and tokens[last - 2].lower in _WITH_FIELD
    return of and alone and not other


def _plural_owner(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether an apostrophe after ``last`` belongs to the name of a body ("Miners' Congress", "the Fishers' Ring")."""
    following = tokens[last + 2] if last + 2 < len(tokens) else None
    close = following is not None and tokens[last + 1].start == tokens[last].end
    if not close or following is None or not is_name(following):
        return False
    return following.lower in ORGANISATIONS or (first > 0 and tokens[first - 1].lower == "the")


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


def _whole(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """A run that is no office before a name: "the Prime Minister's Department", or the name after another's body."""
    if any(t.lower in ("'s", "’s") for t in tokens[first : last + 1]):  # "the Prime Minister's Department"
        text = " ".join(t.text for t in tokens[first : last + 1]).replace(" '", "'").replace(" ’", "’")
        return Name(tokens[first].start, tokens[last].end, text, None, None, first, last, first)
    if last - first >= 2 and _heads_body(tokens, first):
        text = " ".join(t.text for t in tokens[first + 1 : last + 1])  # "Leader of the Opposition Lena Orlova"
        role = (tokens[first - 3].start, tokens[first].end)
        return Name(tokens[first + 1].start, tokens[last].end, text, role, None, first - 3, last, first + 1)
    return None


def _split(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """A run of capitalised words as office, title and name; None where no name is left ("the President")."""
    name_first = first
    if _only_office(tokens, first, last):
        return None
    body = _whole(tokens, first, last)
    if body is not None:
        return body
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


def _heads_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is a body whose head the words before it name: "Leader of the Opposition"."""
    before = [t.lower for t in tokens[max(0, at - 3) : at]]
    own = tokens[at + 1].lower in GIVEN_NAMES or not any(t.lower in ORGANISATIONS for t in tokens[at + 1 : at + 3])
    own = own and is_name(tokens[at + 1])
    return before[1:] == ["of", "the"] and is_role(before[0]) and tokens[at].lower in ORGANISATIONS and own


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


def is_ground(name: str) -> bool:
    """Whether a name of several words is that of a town, a street, a river: "Lower Kolm", "Lisca Bay", "Port Vail"."""
    parts = name.lower().split()
    return len(parts) > 1 and (parts[0] in _LIES or parts[-1] in _GROUNDS)


def is_body(name: str) -> bool:
    """Whether the name is that of an organisation: a noun of a body in it, or an acronym of two to six letters."""
    words = name.replace("’s", "").replace("'s", "").split()
    if any(w.lower() in ORGANISATIONS or w == "&" for w in words):
        return True
    if len(words) > 1 and words[-1].lower() in _FIRMS:
        return True
    return len(words) == 1 and 2 <= len(name) <= 6 and name.isupper() and name.isalpha()
