"""The same speech in different words: statements of one speaker that say the same, found across articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
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

COMMON = 60
"""A word in more statements of one story than this is no lead; it bounds the pairs that are looked at."""


_QUOTED = re.compile('[“"«„]([^“”"«»„]+)[”"»“]')
"""Words in quotation marks of any of the hub's languages."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in their order, lower-cased, and their terms without stop words."""

    words: str
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement made ready: its number in reading order, whose it is, all its words, and those in quotation marks.

    ``quotes`` holds only quotations with ``SHARED`` terms or more: a word or two in marks is anyone's.
    """

    number: int
    speaker: str | None
    whole: Phrase
    quotes: tuple[Phrase, ...]


def utterance(number: int, speaker: str | None, said: str, language: str | None) -> Utterance:
    """Make a statement ready; ``language`` is that of its article, None where undecided."""
    stop = stop_words(language or "latin")
    quotes = (_phrase(match.group(1), stop) for match in _QUOTED.finditer(said))
    return Utterance(number, speaker, _phrase(said, stop), tuple(q for q in quotes if len(q.terms) >= SHARED))


def _phrase(text: str, stop: frozenset[str]) -> Phrase:
    found = words(text)
    return Phrase(" ".join(found), frozenset(stem(word) for word in found if word not in stop))


def likeness(one: Utterance, other: Utterance) -> float:
    """How alike two statements are, in [0, 1], word order aside; symmetric.

    That of the two as wholes, or of any quotation in the one with any in the other, whichever is more: around the same
    quotation each outlet says something else.
    """
    quoted = (_alike(mine, theirs) for mine in one.quotes for theirs in other.quotes)
    return max(_alike(one.whole, other.whole), max(quoted, default=0.0))


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


def _excerpt(one: Phrase, other: Phrase) -> bool:
    """Whether one is the other, or so many words of it in a row."""
    short, long = sorted((one.words, other.words), key=len)
    return short == long or (short.count(" ") + 1 >= EXCERPT and f" {short} " in f" {long} ")


def align(utterances: Sequence[Utterance]) -> list[list[int]]:
    """Groups of statements that are the same speech, each of two or more, as numbers in order.

    A statement enters a group where it is alike to at least half of it, so that a chain of small steps does not tie
    different sentences together. Which article or side a statement comes from plays no part.
    """
    alike = _pairs(utterances)
    earlier: dict[int, list[int]] = defaultdict(list)
    for first, second in alike:
        earlier[second].append(first)
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    for one in sorted(u.number for u in utterances):
        likely = sorted({group_of[other] for other in earlier[one]})
        fitting = [g for g in likely if sum((other, one) in alike for other in groups[g]) * 2 >= len(groups[g])]
        if fitting:
            best = max(fitting, key=lambda g: sum(alike.get((other, one), 0.0) for other in groups[g]) / len(groups[g]))
        else:
            best = len(groups)
            groups.append([])
        groups[best].append(one)
        group_of[one] = best
    return [group for group in groups if len(group) > 1]


def _pairs(utterances: Sequence[Utterance]) -> Mapping[tuple[int, int], float]:
    """The pairs that are alike, lower number first, found by the terms they share."""
    by_term: dict[str, list[Utterance]] = defaultdict(list)
    for spoken in utterances:
        for term in spoken.whole.terms:
            by_term[term].append(spoken)
    candidates: dict[tuple[int, int], tuple[Utterance, Utterance]] = {}
    for term in sorted(by_term):
        sharing = by_term[term]
        if len(sharing) > COMMON:
            continue
        for i, one in enumerate(sharing):
            for other in sharing[i + 1 :]:
                first, second = (one, other) if one.number < other.number else (other, one)
                candidates[first.number, second.number] = (first, second)
    scored = {key: _score(one, other) for key, (one, other) in candidates.items()}
    return {key: score for key, score in scored.items() if score > 0}


def _score(one: Utterance, other: Utterance) -> float:
    """The likeness of two statements that may be the same speech; 0 where they are not."""
    if one.speaker is not None and other.speaker is not None and one.speaker != other.speaker:
        return 0.0
    if len(one.whole.terms & other.whole.terms) < SHARED and not _excerpt(one.whole, other.whole):
        return 0.0
    bar = UNNAMED if one.speaker is None or other.speaker is None else ALIKE
    score = likeness(one, other)
    return score if score >= bar else 0.0
