"""Whether two names, from any articles, spellings and scripts, are of one person.

A name is a given name and a surname. Both must agree; then two names are the same. Where one of them is a surname
alone, or has only initials, they are possibly the same, and only who knows everybody who is about can say. All else is
different. It never guesses from sound: what no romanisation writes for the same letters does not agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from audiatur.statements.identity_folding import alike, block, folded, plain
from audiatur.statements.identity_given import given_name, initials, is_given
from audiatur.statements.wordlists import words

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`ʹ-][^\W\d_]+)*['’ʼʹ]?\.?|\d+")
_TITLES = words("mr mrs ms miss dr sir prof dame lord lady")
_GENERATIONS = words("jr sr ii iii iv")
_PARTICLES = words("von van der den de da di del dos la le bin ibn ben")
_ARTICLE = re.compile(r"^(?:al|el|ash|as|ar|an|at|az)[-’']", re.IGNORECASE)
# Patronymics of Russian, Ukrainian and Belarusian, in both scripts, as they stand between given name and surname.
_PATRONYMIC = re.compile(
    r".{2,}(?:[ое]вич|йович|ич|[ое]вна|івна|ївна|їна|инична|авіч|евіч|аўна"
    r"|[oeya]vi?ch|[oeya]vy?ch|[oe]vi[cč]|ovna|evna|ivna|yivna|i[yi]ivna|inichna)$",
    re.IGNORECASE,
)
_FATHER = re.compile(r"(?:[ioe]vi[C]|ovna|evna|ivna|iC|avi[C])$")


class Agreement(StrEnum):
    """What two names say about each other."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class NameKey:
    """A personal name in parts.

    Attributes:
        given: the given name, folded; a single letter where only the initial is there, empty where there is none.
        given_plain: the same without marks, not folded.
        middle: what stands between, folded, patronymics and particles left out.
        surname: the surname, folded.
        surname_plain: the same without marks, not folded.
        generation: "jr", "iii"; empty where the name has none.
    """

    given: str
    given_plain: str
    middle: tuple[str, ...]
    surname: str
    surname_plain: str
    generation: str = ""

    @property
    def full(self) -> bool:
        """Whether a given name is written out."""
        return len(self.given) > 1

    @property
    def blocks(self) -> tuple[str, str]:
        """Two keys of the surname: names that agree share at least one of them, each in its place."""
        return block(self.surname), self.surname_plain


def name_key(name: str) -> NameKey | None:
    """The parts of a personal name; None where it has no surname ("Владимир Владимирович") or is no name.

    >>> name_key("Владимир Владимирович Путин") == name_key("Владимир Путин")
    True
    """
    tokens = [token for token in _TOKEN.findall(_spaced(name)) if token.rstrip(".").casefold() not in _TITLES]
    generation = ""
    if len(tokens) > 1 and tokens[-1].rstrip(".").casefold() in _GENERATIONS:
        generation = tokens.pop().rstrip(".").casefold()
    tokens = _ordered([token for token in tokens if token.casefold() not in _PARTICLES or token[0].isupper()])
    if not tokens or _is_initial(tokens[-1]) or not tokens[-1][0].isalpha():
        return None
    if len(tokens) == 2 and _names_father(tokens[1]) and is_given(folded(tokens[0])):
        return None
    first = tokens[0] if len(tokens) > 1 else ""
    between = (_part(token) for token in tokens[1:-1] if not _PATRONYMIC.match(token))
    surname = _ARTICLE.sub("", tokens[-1])
    return NameKey(_part(first), plain(first.rstrip(".")), tuple(between), folded(surname), plain(surname), generation)


def agreement(one: NameKey, other: NameKey) -> Agreement:
    """What two names say about each other; the order does not matter.

    >>> agreement(name_key("Vladimir Zelensky"), name_key("Володимир Зеленський"))
    <Agreement.SAME: 'same'>
    """
    if one.generation != other.generation or not _same_surname(one, other) or not _same_middle(one, other):
        return Agreement.DIFFERENT
    if one.full and other.full:
        return Agreement.SAME if _same_given(one, other) else Agreement.DIFFERENT
    if not one.given or not other.given:
        return Agreement.POSSIBLE
    letters = [initials(name.given) if name.full else frozenset(block(name.given)) for name in (one, other)]
    return Agreement.POSSIBLE if letters[0] & letters[1] else Agreement.DIFFERENT


def _spaced(name: str) -> str:
    """Initials apart: "В.В.Путин" as "В. В. Путин"."""
    return re.sub(r"(?<=\.)(?=\w)", " ", name.replace("\xa0", " "))


def _ordered(tokens: list[str]) -> list[str]:
    """Given name first, also where a register puts the surname there: "Путин Владимир Владимирович"."""
    if (
        len(tokens) == 3
        and _names_father(tokens[2])
        and is_given(folded(tokens[1]))
        and not is_given(folded(tokens[0]))
    ):
        return [tokens[1], tokens[2], tokens[0]]
    return tokens


def _names_father(token: str) -> bool:
    """Whether a word is a patronymic and not a surname that ends like one: made of a given name in the table."""
    form = folded(token)
    stem = _FATHER.sub("", form)
    return stem != form and any(is_given(stem + ending) for ending in ("", "i", "o", "ii", "a", "ei"))


def _is_initial(token: str) -> bool:
    return len(token.rstrip(".")) == 1


def _part(token: str) -> str:
    """A folded part; of an initial its first letter in the folded alphabet."""
    form = folded(token.rstrip("."))
    return form[:1] if _is_initial(token) else form


def _same_surname(one: NameKey, other: NameKey) -> bool:
    return alike(one.surname, other.surname) or one.surname_plain == other.surname_plain


def _same_given(one: NameKey, other: NameKey) -> bool:
    if alike(one.given, other.given) or one.given_plain == other.given_plain:
        return True
    return is_given(one.given) and is_given(other.given) and given_name(one.given) == given_name(other.given)


def _same_middle(one: NameKey, other: NameKey) -> bool:
    """Middle names speak against each other only where both have some and an initial differs."""
    pairs = zip(one.middle, other.middle, strict=False)
    return all(a == b or (1 in (len(a), len(b)) and block(a[:1]) == block(b[:1])) for a, b in pairs)
