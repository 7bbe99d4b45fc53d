"""What a reader typed, understood: words, phrases, what must not be there, alternatives.

Nothing that can be typed is an error: what cannot be understood is left out and named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from audiatur.hub.search.words import wordings

LONGEST_QUERY, MOST_TERMS = 300, 16
"""Bounds of what is looked up at once: longer than what anybody types, short enough for any database."""

_QUOTES = '"“”„«»‟〝〞「」'
_PIECE = re.compile(
    rf"(?P<minus>(?:(?<=\s)|^)[-−–](?=[^\s\-−–]))?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]|$)"
    rf"|(?P<bar>\|)|(?P<word>[^\s{_QUOTES}|]+))"
)
_OR = frozenset({"OR", "ИЛИ", "АБО", "ODER", "OU"})
_TERM = re.compile(r"\w")


class Ignored(StrEnum):
    """Why a part of a query was left out."""

    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    OPEN_QUOTE = "open-quote"
    NO_WORD = "no-word"
    ALONE = "alone"
    ONLY_WITHOUT = "only-without"


@dataclass(frozen=True, slots=True)
class Note:
    """A part of a query that was left out, in the reader's own words, and why."""

    why: Ignored
    words: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words that stand next to each other, as typed; ``wordings`` are the terms of the index for it.

    ``begins`` is whether the term is a single Chinese, Japanese or Korean character, which begins terms of the index.
    """

    typed: str
    wordings: tuple[tuple[str, ...], ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of ``clauses`` and none of ``without``. A clause is its terms' any. Empty: everything is meant."""

    typed: str
    clauses: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()
    notes: tuple[Note, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @property
    def sought(self) -> tuple[Term, ...]:
        """Every term that may be found."""
        return tuple(term for clause in self.clauses for term in clause)


def parse(typed: str, languages: tuple[str, ...]) -> Query:
    """The query of what was typed, in the stems of the given languages (ISO 639-1).

    >>> query = parse('grain OR wheat "Black Sea" -corridor', ("en",))
    >>> [[term.typed for term in clause] for clause in query.clauses], [term.typed for term in query.without]
    ([['grain', 'wheat'], ['Black Sea']], ['corridor'])
    """
    kept = " ".join(typed.split())
    notes = [Note(Ignored.TOO_LONG, kept[LONGEST_QUERY:])] if len(kept) > LONGEST_QUERY else []
    kept = kept[:LONGEST_QUERY]
    found = _Reading(languages, notes)
    for piece in _PIECE.finditer(kept):
        found.take(piece)
    return found.query(kept)


class _Reading:
    """A query as it is read from left to right."""

    def __init__(self, languages: tuple[str, ...], notes: list[Note]) -> None:
        self.languages = languages
        self.notes = notes
        self.clauses: list[list[Term]] = []
        self.without: list[Term] = []
        self.joining: str | None = None

    def take(self, piece: re.Match[str]) -> None:
        """Take the next piece in."""
        word, phrase = piece["word"], piece["phrase"]
        if piece["bar"] or word in _OR:
            self._or(piece.group())
            return
        typed = phrase if phrase is not None else word
        if phrase is not None and not piece["closed"]:
            self.notes.append(Note(Ignored.OPEN_QUOTE, piece.group()[:1]))
        if not _TERM.search(typed):
            self.notes.append(Note(Ignored.NO_WORD, piece.group()))
            return
        term = self._term(typed.strip())
        if term is None:
            self.notes.append(Note(Ignored.NO_WORD, piece.group()))
        elif sum(map(len, self.clauses)) + len(self.without) >= MOST_TERMS:
            self.notes.append(Note(Ignored.TOO_MANY, piece.group()))
        elif piece["minus"]:
            self._settle()
            self.without.append(term)
        elif self.joining is not None:
            self.clauses[-1].append(term)
            self.joining = None
        else:
            self.clauses.append([term])

    def query(self, typed: str) -> Query:
        """What was read."""
        self._settle()
        if self.without and not self.clauses:
            self.notes += [Note(Ignored.ONLY_WITHOUT, term.typed) for term in self.without]
            self.without = []
        clauses = tuple(tuple(clause) for clause in self.clauses)
        return Query(typed, clauses, tuple(self.without), tuple(self.notes))

    def _or(self, word: str) -> None:
        """Join what comes next to what came last; with nothing on one side it joins nothing."""
        self._settle()
        if self.clauses:
            self.joining = word
        else:
            self.notes.append(Note(Ignored.ALONE, word))

    def _settle(self) -> None:
        if self.joining is not None:
            self.notes.append(Note(Ignored.ALONE, self.joining))
            self.joining = None

    def _term(self, typed: str) -> Term | None:
        """The term; None where there is no word in it."""
        told = wordings(typed, self.languages)
        if not told:
            return None
        single = len(told) == 1 and len(told[0]) == 1 and len(told[0][0]) == 1 and ord(told[0][0]) > 0x2E7F
        return Term(typed, told, begins=single)
