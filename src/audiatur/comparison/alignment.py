"""How alike the words of two statements are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from audiatur.stories.background import stop_words
from audiatur.stories.words import stem, words

ALIKE = 0.62
"""Likeness from which two statements of one speaker are the same speech: reported and quoted wordings of one sentence
lie above, two sentences on one subject below, in the sample story of the tests."""

UNNAMED = 0.85
"""The same where one of the two names no speaker: then the words alone must show it."""

SHARED = 3
"""Words two statements must have in common, stop words aside, unless one is an excerpt of the other."""

EXCERPT = 4
"""Words in a row from which a statement wholly contained in another is an excerpt of it."""

VERBATIM, LONG = 0.95, 8
"""Likeness of two quotations, and terms of each, from which they are one whoever they are given to: outlets give a
statement to a ministry, to its spokesman, or to the reporter who heard it."""

_QUOTED = re.compile('[“"«„]([^“”"«»„]+)[”"»“]')
"""Words in quotation marks of any of the hub's languages."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in their order, lower-cased, their terms without stop words, and the numbers among them."""

    words: str
    terms: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement made ready: whose it is, all its words, and those in quotation marks.

    ``quotes`` holds only quotations with ``SHARED`` terms or more: a word or two in marks is anyone's.
    """

    speaker: str | None
    whole: Phrase
    quotes: tuple[Phrase, ...]


def utterance(speaker: str | None, said: str, language: str | None) -> Utterance:
    """Make a statement ready; ``language`` is that of its article, None where undecided."""
    stop = stop_words(language or "latin")
    quotes = (_phrase(match.group(1), stop) for match in _QUOTED.finditer(said))
    return Utterance(speaker, _phrase(said, stop), tuple(q for q in quotes if len(q.terms) >= SHARED))


def _phrase(text: str, stop: frozenset[str]) -> Phrase:
    found = words(text)
    terms = frozenset(stem(word) for word in found if word not in stop)
    return Phrase(" ".join(found), terms, frozenset(word for word in found if word[0].isdigit()))


def likeness(one: Utterance, other: Utterance) -> float:
    """How alike two statements are, in [0, 1], word order aside; symmetric.

    That of the two as wholes, or of any quotation in the one with any in the other, whichever is more: around the same
    quotation each outlet says something else.
    """
    quoted = (_alike(mine, theirs) for mine in one.quotes for theirs in other.quotes)
    return max(_alike(one.whole, other.whole), max(quoted, default=0.0))


def verbatim(one: Utterance, other: Utterance) -> float:
    """How alike the two long quotations are that are nearest to each other; 0 where none are word for word."""
    mine, theirs = ([quote for quote in each.quotes if len(quote.terms) >= LONG] for each in (one, other))
    found = max((_alike(quote, their) for quote in mine for their in theirs), default=0.0)
    return found if found >= VERBATIM else 0.0


def _alike(one: Phrase, other: Phrase) -> float:
    """The mean of the ratio of their sorted words and of the share of the shorter one's terms that the other has.

    An excerpt of a longer quotation so stays close to it.
    """
    fewer = min(len(one.terms), len(other.terms))
    if not fewer:
        return 0.0
    if one.words == other.words:
        return 1.0
    contained = len(one.terms & other.terms) / fewer
    return (fuzz.token_sort_ratio(one.words, other.words) / 100 + contained) / 2
