"""What stands around a figure in its sentence: the noun that is counted, and the word for what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.comparison.counted import are_people, event_of, is_measure, thing_of
from audiatur.comparison.figures import Figure
from audiatur.comparison.tokens import Token
from audiatur.statements.wordlists import words
from audiatur.stories.background import news_terms, stop_words
from audiatur.stories.words import stem


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: the token, its concept, its modifiers with and without a capital, and where the phrase ends."""

    at: int
    thing: str
    capitals: frozenset[str]
    others: frozenset[str]
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: the token and its concept."""

    at: int
    name: str


REACH = 5
"""Words from the number to its noun at most, and from noun or number to the word for what happened."""

_SKIPPED = frozenset({"of", "the", "its", "their", "our", "his", "her", "these", "those", "all", "other", "more"})
_OTHERS = frozenset({"others", "людей", "осіб"})
_SAY_NOTHING = frozenset({"innocent", "local", "own", "fellow", "ordinary", "new", "total", "another", "further"})
_MASS = frozenset({"people", "children", "men", "women", "troops", "personnel", "aircraft", "police", "staff"})
_PASSIVE = frozenset({"were", "been", "are", "being", "was"})
_AUXILIARY = _PASSIVE | words(
    """is have has had be reported reportedly allegedly also confirmed feared believed thought presumed known already
    now may could would will still either later to были был было стали стало уже также були був стали вже також"""
)
_ENDS_NO_OBJECT = words(
    """in by on at during when after before since as and or near from within last this so while overnight yesterday
    across under over with because there today for who including but outside inside amid through throughout"""
)
_NO_OBJECT = frozenset({"died", "dead", "dies", "surrendered", "surrender", "missing", "fled", "perished", "deaths"})
_PARENTHESIS = 14
"""Tokens within which a parenthesis must close: ", including five children,"."""

_TOLL = frozenset({"number", "toll", "total", "count", "число", "количество", "кількість"})
_RISES = 12
"""Tokens between "the death toll" and its number at most."""


def noun_of(tokens: Sequence[Token], figure: Figure, language: str) -> Noun | None:
    """The noun that a figure counts; None where none is near, or where it counts hours, miles or the like.

    English nouns that no table has are taken where they are plurals: the last word of the phrase.
    """
    stop, news = stop_words(language), news_terms(language)
    capitals: set[str] = set()
    others: set[str] = set()
    plural: int | None = None
    at, seen = figure.last, 0
    while at < len(tokens) and seen < REACH:
        token = tokens[at]
        if token.text == "-" and token.glued:
            at += 1
            continue
        if not token.is_word:
            break
        key = token.key
        if seen == 0 and key in _OTHERS:
            return Noun(at, "people", frozenset(), frozenset(), at + 1)
        if is_measure(key):
            return None
        if key in _SKIPPED and plural is None:
            at += 1
            continue
        thing = thing_of(key)
        if thing and not _compound(tokens, at):
            return Noun(at, thing, frozenset(capitals), frozenset(others - _SAY_NOTHING), at + 1)
        adjective = bool(event_of(key) and thing_of(_key(tokens, at + 1)))  # "a dozen dead bodies"
        if key in stop or (event_of(key) and not adjective) or token.text.endswith(("'s", "’s", "s'", "s’")):
            break
        if plural is not None:
            break
        if _is_plural(token, language) and stem(key) not in news:
            plural = at
        else:
            (capitals if token.capital else others).add(stem(key))
        at, seen = at + 1, seen + 1
    if plural is None:
        return None
    return Noun(
        plural, "~" + stem(tokens[plural].key), frozenset(capitals), frozenset(others - _SAY_NOTHING), plural + 1
    )


def _is_plural(token: Token, language: str) -> bool:
    """Whether a word may be an English plural noun."""
    key = token.key
    return (
        language == "en"
        and len(key) > 3
        and key.endswith("s")
        and not key.endswith(("ss", "us", "is"))
        and not token.capital
    )


def _compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is the first part of a longer noun: "50 missile strikes", "20 personnel carriers"."""
    key, following = tokens[at].key, tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.is_word or following.glued:
        return False
    if thing_of(following.key):
        return True
    return (
        key.isascii()
        and not key.endswith("s")
        and key not in _MASS
        and _is_plural(following, "en")
        and not event_of(following.key)
    )


def people_before(tokens: Sequence[Token], figure: Figure) -> tuple[str, frozenset[str]]:
    """Whom a number without a noun counts: the people last named before it, with their modifiers; else just people.

    "158 children died and 254 were wounded" counts children twice.
    """
    for at in range(figure.first - 1, -1, -1):
        thing = thing_of(tokens[at].key) if tokens[at].is_word else ""
        if are_people(thing):
            before = tokens[at - 1] if at else None
            return thing, frozenset({stem(before.key)} if before is not None and before.capital else ())
    return "people", frozenset()


def event_around(tokens: Sequence[Token], figure: Figure, noun: Noun | None, earlier: Event | None) -> Event | None:
    """The word for what happened that is nearest to a figure and its noun; None where none is near enough.

    ``earlier`` is the event of the figure before, which "including" hands on. Without a noun the word must be next to
    the number: "50 killed", "killed 50".
    """
    before = _key(tokens, figure.first - 1)
    if before == "including" or (before == "them" and _key(tokens, figure.first - 2) == "among"):
        return earlier
    toll = _toll(tokens, figure)
    if toll is not None:
        return toll
    left = _leftward(tokens, figure)
    right = _rightward(tokens, noun.end if noun else figure.last, figure)
    found = [one for one in (left, right) if one is not None]
    if noun is None:
        found = [one for one in found if one[0] == 0]
    return min(found, key=lambda one: one[0])[1] if found else None


def _toll(tokens: Sequence[Token], figure: Figure) -> Event | None:
    """The event of "the number of wounded rose to 50", where no other number stands between."""
    found: Event | None = None
    for at in range(figure.first - 1, max(-1, figure.first - 1 - _RISES), -1):
        token = tokens[at]
        if token.kind == "digits":
            return None
        name = event_of(token.key) if token.is_word else ""
        if name:
            found = Event(at, name)
        if found and (token.key in _TOLL or _key(tokens, at - 1) in _TOLL):
            return found
    return None


def _leftward(tokens: Sequence[Token], figure: Figure) -> tuple[int, Event] | None:
    for cost, at in enumerate(range(figure.first - 1, max(-1, figure.first - 2 - REACH), -1)):
        token = tokens[at]
        if not token.is_word:
            return None
        name = event_of(token.key)
        if name:
            return cost, Event(at, name)
    return None


def _rightward(tokens: Sequence[Token], start: int, figure: Figure) -> tuple[int, Event] | None:
    at, cost, passive = start, 0, False
    while at < len(tokens) and cost <= REACH:
        past = _past_parenthesis(tokens, at)
        if past > at:
            at = past
            continue
        token = tokens[at]
        name = event_of(token.key) if token.is_word else ""
        if name:
            free = passive or token.key in _NO_OBJECT or not token.key.isascii() or _no_object(tokens, at + 1)
            one_person = figure.high > 1 and _key(tokens, at - 1) in {"was", "is"}
            return (cost, Event(at, name)) if free and not one_person else None
        if token.key in _AUXILIARY:
            passive = passive or token.key in _PASSIVE
        elif not (token.capital or _ordinal(tokens, at)):
            cost += 1
            if not token.is_word:
                return None
        at += 1
    return None


def _ordinal(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits or their ending are those of "36th"."""
    ending = at + 1 if tokens[at].kind == "digits" else at
    return _key(tokens, ending) in {"th", "st", "nd", "rd"} and tokens[ending].glued


def _past_parenthesis(tokens: Sequence[Token], at: int) -> int:
    """Past a parenthesis that opens here: ", including five children, were killed"."""
    if _key(tokens, at) != ",":
        return at
    for end in range(at + 1, min(at + _PARENTHESIS, len(tokens))):
        if tokens[end].text == "," and _key(tokens, end + 1) in _AUXILIARY:
            return end + 1
    return at


def _no_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing follows that could be whom it was done to: "50 people killed in", not "50 people killed two"."""
    return at >= len(tokens) or tokens[at].kind == "mark" or tokens[at].key in _ENDS_NO_OBJECT


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""


def is_counted(figure: Figure, noun: Noun | None, event: Event | None) -> bool:
    """Whether a number in the word for one counts somebody: "one civilian was killed", not "one of the reasons"."""
    if not figure.one:
        return True
    return noun is not None and event is not None and are_people(noun.thing) and noun.at == figure.last
