"""What an article says someone is, beside the name: "the mayor, Ida Voss", "Ida Voss, who leads the party"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audiatur.statements.names import Name
from audiatur.statements.offices_english import Office, is_head, office_of
from audiatur.statements.roles_english import ADDRESSES, ORGANISATIONS
from audiatur.statements.sentences import Token
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import FINITE, MODALS, PREPOSITIONS, SUBORDINATORS

_REACH = 12  # words of an apposition; longer ones are clauses
_OPENERS = words("the a an its his her their our one another")
_LEADS = words("leads heads runs chairs led headed ran chaired directs commands manages")
_DOES = {
    "represents": "lawyer",
    "defends": "lawyer",
    "represented": "lawyer",
    "coaches": "coach",
    "teaches": "teacher",
    "edits": "editor",
    "founded": "founder",
    "owns": "owner",
    "studies": "researcher",
    "farms": "farmer",
    "drives": "driver",
    "plays": "player",
    "wrote": "author",
    "composed": "composer",
    "designed": "designer",
    "chaired": "chairman",
    "commands": "commander",
    "commanded": "commander",
    "manages": "manager",
    "managed": "manager",
    "presides": "president",
    "conducts": "conductor",
    "translates": "translator",
    "translated": "translator",
}
"""What someone does, as the article says it, and what he may be called for it."""
_FIELD = words("ministry department office")
_COPULAS = words("is was became remains")
_DASHES = words("– — -")


def introductions(tokens: Sequence[Token], name: Name, text: str) -> Iterator[Office]:
    """The offices that the words around a name give its bearer, those before the name first."""
    if name.role is not None:
        words_ = [t for t in tokens if name.role[0] <= t.start < name.role[1]]
        while len(words_) > 1 and words_[-1].lower in ADDRESSES:
            words_.pop()  # "Mines Minister Datuk Lena binti Orlova"
        held = [t.text for t in words_]
        yield from _given(held, text[words_[0].start : words_[-1].end])
        if len(held) > 1 and is_head(held[-1].lower()) and any(is_head(w.lower()) for w in held[:-1]):
            yield from _given(held[:-1], " ".join(held[:-1]))  # "Head of State Marshal Ivan Marek"
    yield from _before(tokens, name, text)
    yield from _after(tokens, name, text)


def _given(found: Sequence[str], text: str) -> Iterator[Office]:
    office = office_of([w for w in found if w[:1].isalnum() or w[:1] in "'’"], text)
    if office is not None:
        yield office


def _stops(token: Token) -> bool:
    """Whether no apposition reaches over this token."""
    if token.kind != "w":
        return token.text not in "'’&/()"
    word = token.lower
    if word in FINITE or word in MODALS or word in SUBORDINATORS:
        return True
    verbs = VERBS.get(word, ())
    return token.text[0].islower() and any(v.form in ("past", "third") and not v.noun_like for v in verbs)


def _before(tokens: Sequence[Token], name: Name, text: str) -> Iterator[Office]:
    """ "Tarland's chief negotiator, Goran Vesh": the words from the opener or the owner to the comma."""
    comma = name.first - 1
    if comma < 1 or tokens[comma].text != ",":
        return
    start = comma
    while start > 0 and comma - start < _REACH and not _stops(tokens[start - 1]):
        start -= 1
        if tokens[start].lower in _OPENERS and not _of_office(tokens, start):
            break
    while start < comma and tokens[start].lower in PREPOSITIONS | {"and", "but"}:
        start += 1
    while start < comma and tokens[start].lower in _OPENERS:
        start += 1
    if start < comma:
        phrase = tokens[start:comma]
        yield from _given([t.text for t in phrase], text[phrase[0].start : phrase[-1].end])


def _of_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether what opens at ``at`` belongs to an office before it: "the head of the agency"."""
    if at < 2 or tokens[at - 1].lower not in ("of", "for"):
        return False
    before = tokens[at - 2].lower
    return is_head(before) or before in ORGANISATIONS


def _after(tokens: Sequence[Token], name: Name, text: str) -> Iterator[Office]:
    """ "Henrik Dahlman, the interior minister", "Rosa Intharn, who runs the finance ministry", "Voss is the mayor"."""
    at = name.last + 1
    if at + 1 >= len(tokens):
        return
    if name.first and " " not in name.text and tokens[name.first - 1].lower in PREPOSITIONS:
        return  # "sent to Meridian, the rebels' commander said"
    if tokens[at].lower in _COPULAS and tokens[at + 1].lower in ("the", "a", "an"):
        yield from _phrase(tokens, at + 2, text, former=tokens[at].lower == "was")
        return
    if tokens[at].text != "," and tokens[at].text not in _DASHES:
        return
    at += 1
    while at < len(tokens) and tokens[at].text.isdigit():
        yield from _given([f"{tokens[at].text}-year-old"], f"{tokens[at].text}-year-old")
        at += 2
    if at + 2 < len(tokens) and tokens[at].lower == "who":
        at += 2 if tokens[at + 1].lower in ("now", "also", "has") else 1
        done = _DOES.get(tokens[at].lower)
        if done is not None:
            yield from _given([done], done)
        if tokens[at].lower in _LEADS:
            yield from _led(tokens, at + 1, text)
        return
    yield from _phrase(tokens, at, text)


def _phrase(tokens: Sequence[Token], start: int, text: str, *, former: bool = False) -> Iterator[Office]:
    if start < len(tokens) and tokens[start].lower in _OPENERS:
        start += 1
    stop = start
    while stop < len(tokens) and stop - start < _REACH and not _stops(tokens[stop]):
        if tokens[stop].lower in ("and", "but", "on", "in", "with", "to", "at", "by", "from"):
            break
        stop += 1
    if stop > start:
        phrase = tokens[start:stop]
        found = [t.text for t in phrase]
        if phrase[0].text[0].isupper() and not any(t.text[0].islower() for t in phrase):
            return  # "Ivan Marek, Foreign Minister Lena Orlova": the next of a list
        yield from _given(["former", *found] if former else found, text[phrase[0].start : phrase[-1].end])


def _names_more(following: Sequence[Token]) -> bool:
    """Whether "and" goes on with a name or a noun phrase, not with another verb ("and used to live")."""
    return bool(following) and (following[0].text[0].isupper() or following[0].lower in _OPENERS)


def _led(tokens: Sequence[Token], start: int, text: str) -> Iterator[Office]:
    """The head of what follows; of a ministry the minister."""
    stop = start
    while stop < len(tokens) and stop - start < _REACH and not _stops(tokens[stop]):
        stop += 1
    phrase = tokens[start:stop]
    joined = next(
        (i for i, t in enumerate(phrase) if t.lower == "and" and not _names_more(phrase[i + 1 : i + 2])), None
    )
    phrase = phrase[:joined]
    if not phrase:
        return
    found = [t.text for t in phrase if t.lower not in _FIELD]
    noun = "minister" if len(found) < len(phrase) else "head"
    whole = text[tokens[start - 1].start : phrase[-1].end]
    office = office_of([*found, noun] if noun == "minister" else ["head", "of", *found], whole)
    if office is not None:
        yield office
