"""Where the words of a query stand in what was released, and the piece of text around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audiatur.hub.search.query import Query, Term
from audiatur.hub.search.words import folded, places, stem

LENGTH = 240
"""Characters of a snippet: about three lines, as a lede has."""
_BEFORE = 60
"""Characters before the first word that was found."""

_GREEK = "\u0370"
"""Where the letters after the Latin ones begin: only Latin words are indexed without their accents besides."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that were sought, or that stand between these."""

    text: str
    sought: bool = False


def found_in(text: str, language: str, query: Query) -> list[tuple[int, int, int]]:
    """The places of the query's terms in a text in order, each with the number of its term; they may overlap.

    A word with accents is found without them too, as in the index (``words.unaccented``).
    """
    firsts, begun = _firsts(term for term in query.sought if not term.begins), _begun(query.sought)
    if not text or not (firsts or begun):
        return []
    told = list(places(text, language))
    found: set[tuple[int, int, int]] = set()
    for index, (start, end, term) in enumerate(told):
        word = text[start:end]
        if word[0] < _GREEK and not word.isascii() and (bare := stem(folded(word), language)) != term:
            found |= {(start, end, number) for number, wording in firsts.get(bare, ()) if wording == (bare,)}
        if term in firsts:
            for number, wording in firsts[term]:
                here = told[index : index + len(wording)]
                if tuple(one for _, _, one in here) == wording:
                    found.add((start, here[-1][1], number))
        if begun and term[:1] in begun:
            found.add((start, start + 1, begun[term[0]]))
    return sorted(found)


def _firsts(terms: Iterable[Term]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """The wordings by their first term, each with a number for its term."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for number, term in enumerate(terms):
        for wording in term.wordings:
            found.setdefault(wording[0], []).append((number, wording))
    return found


def _begun(terms: Iterable[Term]) -> dict[str, int]:
    """The single characters that are sought, each with a number below those of words."""
    return {term.wordings[0][0]: -number for number, term in enumerate(terms, start=1) if term.begins}


def runs(text: str, marks: Sequence[tuple[int, int, int]]) -> tuple[Run, ...]:
    """The whole text as runs; what overlaps is one."""
    told: list[Run] = []
    at = 0
    for start, end in _merged(marks):
        if start > at:
            told.append(Run(text[at:start]))
        told.append(Run(text[start:end], sought=True))
        at = end
    return (*told, Run(text[at:])) if at < len(text) else tuple(told)


def snippet(text: str, marks: Sequence[tuple[int, int, int]]) -> tuple[Run, ...]:
    """The piece of a text in which most of the terms stand, cut between words; empty where none does."""
    if not marks:
        return ()
    begin, end = _window(text, marks)
    inside = [(start - begin, stop - begin, number) for start, stop, number in marks if start >= begin and stop <= end]
    told = list(runs(text[begin:end], inside))
    if begin > 0:
        told.insert(0, Run("… "))
    if end < len(text):
        told.append(Run(" …"))
    return tuple(Run(" ".join(run.text.split("\n")), run.sought) for run in told)


def _merged(marks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end, _ in marks:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, marks: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    """The first stretch with most different terms in it, moved to where words begin and end."""
    best, most, last = 0, 0, 0
    for index, (start, _, _) in enumerate(marks):
        last = max(last, index)
        while last + 1 < len(marks) and marks[last + 1][1] <= start + LENGTH - _BEFORE:
            last += 1
        terms = len({number for _, _, number in marks[index : last + 1]})
        if terms > most:
            best, most = index, terms
    begin = _begin(text, marks[best][0])
    end = min(len(text), max(begin + LENGTH, marks[best][1]))
    if end < len(text):
        cut = text.rfind(" ", marks[best][1], end)
        end = cut if cut > 0 else end
    return begin, end


def _begin(text: str, found: int) -> int:
    """Where a snippet begins: at the line or the sentence of what was found, else a few words before it."""
    line = text.rfind("\n", 0, found) + 1
    if found - line <= _BEFORE:
        return line
    sentence = max(text.rfind(f"{end} ", found - _BEFORE, found) for end in ".!?…")
    if sentence >= 0:
        return sentence + 2
    word = text.find(" ", found - _BEFORE, found)
    return word + 1 if word >= 0 else found
