"""Words distinctive of a side's telling: the log-odds ratio with an informative Dirichlet prior.

Source: Monroe, Colaresi and Quinn 2008, "Fightin' Words", Political Analysis 16(4), equations 16 and 22. A word is its
counts, its z-score and the places where it stands; it is given no label and no meaning.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from audiatur.comparison.laid import DistinctiveWord, DistinctiveWords
from audiatur.comparison.placing import Placed
from audiatur.comparison.sentences import sentences
from audiatur.comparison.values import Place, SideLabel, Told
from audiatur.spans import Span
from audiatur.stories.background import news_terms, stop_words
from audiatur.stories.words import bare, headline, stem, words

SURE = 1.96
"""The z-score from which a word is told: one in forty words that are used alike would come so far by chance."""

VOICES = 2
"""Texts of a side that must use the word, copies counted once: what one text does is no habit of a side."""

PRIOR = 150.0
"""Words that the prior stands for; Monroe and others give it the size of the texts, of which a story has few."""

NEWS = 3.0
"""How often the prior holds each word that any news is full of, on top of the story's own counts: a side must use such
a word much more before it is told."""

MOST, PLACES = 12, 24
"""Words a side is told of at most, and places of a word that are given."""

LENGTHS = 2
"""A text is read to so many times the median length of the side with the shorter texts: the beginning of a report names
its subject in every sentence, so that notices beside long reports would seem to dwell on the subject."""

SHORT = 80
"""Counted words to which every text is read."""

REPEATED = 5
"""So many words in a row that an outlet has in a second text are a passage that it repeats, and count once."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_SHORTEST = 3
_DATELINE = re.compile(
    r"^[^\n.]{0,60}?\([^()\n]{2,30}\)\s*[-–—]+\s|^(?:[A-ZА-ЯЁІЇЄҐ]{2,}[\s,./]*){1,4}[^\n.–—]{0,30}[–—-]+\s",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class _Use:
    term: str
    voice: str
    place: Place


def distinctive(tellings: Sequence[Told], sides: Sequence[SideLabel]) -> tuple[DistinctiveWords, ...]:
    """The words that each side uses more than all others do, for each language in which two of them tell the story.

    Sides in the editor's order, within a side the languages by code. Words of different languages are never compared.
    Left out: stop words, names of the outlets, datelines, what stands apart from the article. Copies of a text count
    once, and so do passages that an outlet repeats. Long texts are read as far as ``LENGTHS`` says. An article on two
    sides counts for both and so tells them apart in nothing. Inflected forms are one word.
    """
    placed = Placed(tellings, sides)
    spoken: dict[str, list[Told]] = defaultdict(list)
    for told in placed.tellings:
        if told.visible and told.language:
            spoken[told.language].append(told)
    found = [one for language in sorted(spoken) for one in _in_language(placed, language, spoken[language])]
    order = {label: number for number, label in enumerate(placed.labels)}
    return tuple(sorted(found, key=lambda one: (order[one.side], one.language)))


def _in_language(placed: Placed, language: str, tellings: Sequence[Told]) -> Iterator[DistinctiveWords]:
    names = frozenset(stem(word) for told in placed.tellings for word in words(told.outlet))
    texts: dict[SideLabel | None, dict[str, list[_Use]]] = {}
    repeated: dict[str, set[str]] = defaultdict(set)
    for told in tellings:
        voice = placed.voice[told.id]
        counted = _counted(told, voice, language, names, repeated[told.outlet])
        for label in placed.sides[told.id]:
            texts.setdefault(label, {}).setdefault(voice, counted)
    if len(texts) < 2:
        return
    limit = max(SHORT, LENGTHS * min(int(median(len(text) for text in mine.values())) for mine in texts.values()))
    uses = {label: _by_term(use for text in mine.values() for use in text[:limit]) for label, mine in texts.items()}
    prior = _prior(uses, language)
    for label, mine in uses.items():
        theirs = [other for there, other in uses.items() if there != label]
        yield _of_side(label, language, mine, theirs, prior)


def _by_term(uses: Iterable[_Use]) -> Mapping[str, list[_Use]]:
    found: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        found[use.term].append(use)
    return found


def _counted(told: Told, voice: str, language: str, names: frozenset[str], repeated: set[str]) -> list[_Use]:
    """The words of a text that count, in order: no stop words, names of outlets, dateline, or what stands apart.

    ``repeated`` holds the passages of the outlet's texts so far; what this text repeats is left out, the rest added.
    """
    stop = stop_words(language)
    apart = _apart(told)
    matches = list(_WORD.finditer(told.text))
    again = _again([match.group() for match in matches], repeated)
    apart += [
        (one.start, one.end) for one in sentences(told.text) if one.text.count(" ") < REPEATED and one.text in repeated
    ]
    repeated.update(one.text for one in sentences(told.text) if one.text.count(" ") < REPEATED)
    found = []
    for at, match in enumerate(matches):
        spelt = _spelt(match.group())
        if at in again or len(spelt) < _SHORTEST or bare(spelt) in stop:
            continue
        term = stem(spelt)
        if term not in names and not any(start <= match.start() < end for start, end in apart):
            found.append(_Use(term, voice, Place(told.id, Span(match.start(), match.end(), match.group()))))
    return found


@lru_cache(maxsize=8192)
def _spelt(written: str) -> str:
    """A word as grouping spells it; empty where it takes it for more than one, or for none."""
    found = words(written)
    return found[0] if len(found) == 1 else ""


def _again(written: Sequence[str], repeated: set[str]) -> set[int]:
    """Which words belong to a passage that the outlet had before, in this text or another; adds this text's."""
    again: set[int] = set()
    for at in range(len(written) - REPEATED + 1):
        passage = " ".join(written[at : at + REPEATED])
        if passage in repeated:
            again.update(range(at, at + REPEATED))
        repeated.add(passage)
    return again


def _apart(told: Told) -> list[tuple[int, int]]:
    """What of a text is not its telling: what stands apart, its dateline, the outlet's furniture around the title."""
    apart = [(span.start, span.end) for span in told.apart]
    apart += [match.span() for match in _DATELINE.finditer(told.text)]
    if told.title and told.text.startswith(told.title):
        kept = headline(told.title)
        start = told.title.find(kept)
        if start >= 0:
            apart += [(0, start), (start + len(kept), len(told.title))]
    return apart


def _prior(uses: Mapping[SideLabel | None, Mapping[str, Sequence[_Use]]], language: str) -> Mapping[str, float]:
    """How often each term is expected among ``PRIOR`` words: as the whole story has it, words of the news more."""
    counts: Counter[str] = Counter()
    for mine in uses.values():
        counts.update({term: len(found) for term, found in mine.items()})
    news = news_terms(language)
    weights = {term: count + (NEWS if term in news else 0.0) for term, count in counts.items()}
    whole = sum(weights.values())
    return {term: PRIOR * weight / whole for term, weight in weights.items()}


def _of_side(
    label: SideLabel | None,
    language: str,
    mine: Mapping[str, Sequence[_Use]],
    theirs: Sequence[Mapping[str, Sequence[_Use]]],
    prior: Mapping[str, float],
) -> DistinctiveWords:
    here = sum(len(found) for found in mine.values())
    elsewhere = sum(len(found) for other in theirs for found in other.values())
    told = []
    for term, found in mine.items():
        count = sum(len(other.get(term, ())) for other in theirs)
        voices = len({use.voice for use in found})
        z = _z(len(found), here, count, elsewhere, prior[term])
        if voices >= VOICES and z >= SURE:
            told.append(_word(found, z, count, voices))
    told.sort(key=lambda word: (-word.z, word.word))
    return DistinctiveWords(label, language, tuple(told[:MOST]), here, elsewhere)


def _z(here: int, all_here: int, elsewhere: int, all_elsewhere: int, prior: float) -> float:
    """The log-odds ratio of a word by its standard error; the sides exchanged, it changes its sign and nothing else."""
    return (_log_odds(here, all_here, prior) - _log_odds(elsewhere, all_elsewhere, prior)) / math.sqrt(
        1 / (here + prior) + 1 / (elsewhere + prior)
    )


def _log_odds(count: int, whole: int, prior: float) -> float:
    return math.log((count + prior) / (whole + PRIOR - count - prior))


def _word(found: Sequence[_Use], z: float, elsewhere: int, voices: int) -> DistinctiveWord:
    written = Counter(use.place.span.text for use in found)
    word = min(written, key=lambda form: (-written[form], form))
    return DistinctiveWord(word, round(z, 2), len(found), elsewhere, voices, _places(found))


def _places(found: Sequence[_Use]) -> tuple[Place, ...]:
    """The places of a word in reading order; of more than ``PLACES`` the first of each text and then the earliest."""
    first = {use.voice: number for number, use in reversed(list(enumerate(found)))}
    chosen = sorted(range(len(found)), key=lambda number: (number not in first.values(), number))[:PLACES]
    return tuple(found[number].place for number in sorted(chosen))
