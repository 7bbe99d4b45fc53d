"""Whether a place in a record is a quotation's. Precision first: what could be chance is not found.

Bits measure how unlikely it is that words meet by chance. The more there is to search, the more a place must show; what
is asked of it was set on April 2022 and is reported on June (docs/technotes/records.md).
"""

from __future__ import annotations

from audiatur.records.search import Find
from audiatur.records.values import Agreement

BASE, PER_BIT = 23.0, 2.0
"""Bits that a place must show, and more for each doubling of the places searched."""

OWN_WORDS = 4.0
"""Bits less where the words are by the one quoted."""

CONTEXT_MOST, CONTEXT_SHARE = 120.0, 0.2
"""Of the context around a place at most so many bits count, and so much of each: one subject has its words."""

FEW_WORDS = 6
"""Up to so many words a rewording must keep its order, or have all its words and much of the context."""

PHRASE = 3
"""Up to so many words a quotation is a phrase that anybody may use: it must stand there word for word, be rare..."""

PHRASE_BITS, PHRASE_CONTEXT = 26.0, 80.0
"""... by so many bits, or so many bits of the context must stand around it."""

SMALL_SEARCH = 9.0
"""Bits of chance in five hundred regions, a day of transcripts: there the context may settle a short rewording."""


SAME_DAY = 2.0
"""Bits less for a short rewording by the one quoted in a record of the very day: most of what is quoted is new."""


def agreement_of(find: Find, words: int, *, same_day: bool = False) -> Agreement:
    """What a place says of a quotation of so many words: verbatim, a rewording, or not found.

    ``same_day`` is whether the record is of the day on which the words are said to have been spoken.
    """
    if find.match.score == 1.0:
        settled = _is_rare_phrase(find) if words <= PHRASE else _shows_enough(find)
        return Agreement.VERBATIM if settled else Agreement.NOT_FOUND
    if words > PHRASE and (_is_rewording(find, words) or _is_settled_by_context(find, words, same_day=same_day)):
        return Agreement.REWORDING
    return Agreement.NOT_FOUND


def _evidence(find: Find) -> float:
    match = find.match
    return (match.shared + match.run_bits) * find.covered + CONTEXT_SHARE * min(find.around, CONTEXT_MOST)


def _shows_enough(find: Find) -> bool:
    """Whether there is more evidence than chance would give; another's words must be the same and many."""
    needed = BASE + PER_BIT * find.chance
    if find.own is False:
        return find.match.score >= 0.8 and find.match.run >= 8 and _evidence(find) >= needed + 25
    return _evidence(find) >= needed - (OWN_WORDS if find.own else 0)


def _is_rare_phrase(find: Find) -> bool:
    if find.own is False or find.match.run < 2 or not _shows_enough(find):
        return False
    return find.match.run_bits >= PHRASE_BITS or find.around >= PHRASE_CONTEXT


def _is_rewording(find: Find, words: int) -> bool:
    match = find.match
    if words <= FEW_WORDS:
        kept = match.score >= 0.5 or (find.covered >= 0.9 and find.around >= PHRASE_CONTEXT)
    else:
        kept = find.covered >= 0.5 and (match.score >= 0.25 or find.covered >= 0.75)
    return kept and match.told >= 2 and _shows_enough(find)


def _is_settled_by_context(find: Find, words: int, *, same_day: bool) -> bool:
    """A short rewording in a small search: by the one quoted, most words in order, the article's other words around."""
    match = find.match
    needed = BASE + PER_BIT * find.chance - (SAME_DAY if same_day else 0)
    return (
        bool(find.own)
        and find.chance <= SMALL_SEARCH
        and words <= 2 * FEW_WORDS
        and match.score >= 0.6
        and match.run >= 3
        and find.covered >= 0.45
        and match.shared + match.run_bits + find.around / 2 >= needed
    )
