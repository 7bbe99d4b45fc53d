"""Names of speakers as terms: any spelling and romanisation finds the others."""

from __future__ import annotations

import re

from audiatur.hub.search.query import Query, Term
from audiatur.hub.search.words import folded, stem
from audiatur.statements.identity_folding import block
from audiatur.statements.identity_folding import folded as sounded

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_INFLECTED = frozenset({"ru", "uk"})
# A beginning shorter than this begins too many names to be a help.
_BEGINS = 3


def name_terms(spelling: str) -> list[str]:
    """The terms of a spelling: its words, and each in the form that all its romanisations share.

    >>> set(name_terms("Zelenskyy")) & set(name_terms("Зеленський"))
    {'0zelenski'}
    """
    return [term for word in _WORD.findall(spelling) for term in _terms(word)]


def _terms(word: str) -> list[str]:
    bare = folded(re.sub("['’ʼ`]", "", word))
    sound = block(sounded(word)).lower()
    # The digit keeps the two kinds apart: no folded word begins with one and goes on with letters.
    return [bare, f"0{sound}"] if sound.isalnum() and not word[0].isdigit() else [bare]


def name_query(query: Query, languages: tuple[str, ...]) -> Query:
    """The query for names: every word may be the beginning of one, in any of its cases; a phrase is its words."""
    clauses: list[tuple[Term, ...]] = []
    for clause in query.clauses:
        if len(clause) == 1:
            clauses += [(_alone(word, languages),) for word in _WORD.findall(clause[0].typed)]
        else:
            clauses.append(tuple(one for term in clause for one in _sought(term, languages)))
    kept = tuple(clause for clause in clauses if clause)
    without = tuple(one for term in query.without for one in _sought(term, languages))
    return Query(query.typed, kept, without, query.notes)


def _sought(term: Term, languages: tuple[str, ...]) -> list[Term]:
    words = _WORD.findall(term.typed)
    return [_alone(words[0], languages)] if len(words) == 1 else _together(words)


def _together(words: list[str]) -> list[Term]:
    joined = tuple(term for word in words for term in _terms(word))
    return [Term(" ".join(words), (joined,))] if joined else []


def _alone(word: str, languages: tuple[str, ...]) -> Term:
    """A word as the beginning of one in a name. Russian and Ukrainian inflect names, so there its stem is enough."""
    stems = [stem(word, language) for language in languages if language in _INFLECTED] if _CYRILLIC.search(word) else []
    told = [one for form in (word, *stems) for one in _terms(form) if len(one) >= _BEGINS]
    if not told:
        return Term(word, tuple((one,) for one in _terms(word)))
    return Term(word, tuple((one,) for one in dict.fromkeys(told)), begins=True)


def fits(name: str, query: Query) -> bool:
    """Whether a name is what a query for names asks for."""
    terms = name_terms(name)
    return all(any(_in(term, terms) for term in clause) for clause in query.clauses) and not any(
        _in(term, terms) for term in query.without
    )


def _in(term: Term, terms: list[str]) -> bool:
    if term.begins:
        return any(one.startswith(wording[0]) for one in terms for wording in term.wordings)
    return any(
        tuple(terms[start : start + len(wording)]) == wording
        for wording in term.wordings
        for start in range(len(terms))
    )
