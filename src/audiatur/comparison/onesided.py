"""What one side alone carries, and whose words they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from audiatur.comparison.laid import OneSided, Row
from audiatur.comparison.placing import Placed
from audiatur.comparison.repeats import Worded, told_once
from audiatur.comparison.sentences import sentences
from audiatur.comparison.values import SideLabel, Told
from audiatur.stories.background import stop_words
from audiatur.stories.words import stem, words

ECHO = 0.5
"""Share of an utterance's words from which a sentence of another side's article may be telling the same."""

SHARED = 3
"""Words, stop words aside, that the two must share at least: fewer are shared by chance."""

QUOTED, REPORTED = 3, 4
"""Words that an utterance must have, quoted or reported, for its silence elsewhere to mean anything: "the vote", or
that somebody "hit the ship", another tells in words of his own."""

LEADS, LED = 5, 400
"""An utterance's rarest words by which sentences are looked up, and sentences that are looked at for each: a bound."""


def one_sided(rows: Sequence[Row], tellings: Sequence[Told], sides: Sequence[SideLabel]) -> tuple[OneSided, ...]:
    """The utterances that articles of one side alone carry, side by side in the editor's order.

    An utterance is left out where a sentence in another side's article may be telling the same, and where it has too
    few words to tell: that somebody is silent must be surer than that two say the same. What a longer one of the side
    tells too, or one that several sides carry, is not told again. Empty for all while fewer than two sides have words
    that may be shown: silence is then not known.
    """
    placed = Placed(tellings, sides)
    readable = {label for label in placed.labels if any(told.visible for told in placed.on(label))}
    if len(readable) < 2:
        return tuple(OneSided(label, (), (), (), ()) for label in placed.labels)
    echoes = _Echoes(placed)
    alone = [row for row in rows if len(row.sides) == 1 and echoes.tells(row) and not echoes.of(row)]
    by_side = [[row for row in alone if row.sides == (label,)] for label in placed.labels]
    both = [Worded(row, terms) for row in rows if len(row.sides) > 1 for terms in echoes.terms_of(row)]
    once = [told_once([Worded(row, max(echoes.terms_of(row), key=len)) for row in mine], both) for mine in by_side]
    return tuple(_only(label, mine) for label, mine in zip(placed.labels, once, strict=True))


def _only(label: SideLabel | None, rows: Sequence[Row]) -> OneSided:
    own, others, unplaced, unnamed = [], [], [], []
    for row in rows:
        if row.speaker_key is None:
            unnamed.append(row)
        elif label is not None and label.id in row.speaker_sides:
            own.append(row)
        elif row.speaker_sides:
            others.append(row)
        else:
            unplaced.append(row)
    return OneSided(label, tuple(own), tuple(others), tuple(unplaced), tuple(unnamed))


class _Echoes:
    """The sentences of all articles, found by their words."""

    def __init__(self, placed: Placed) -> None:
        self._placed = placed
        self._language = {told.id: told.language or "latin" for told in placed.tellings}
        self._sentences: list[tuple[str, frozenset[str]]] = []
        self._by_term: dict[str, list[int]] = defaultdict(list)
        for told in placed.tellings:
            for text in (told.title, *(span.text for span in sentences(told.text) if told.visible)):
                terms = self._terms(text, told.id)
                for term in terms:
                    self._by_term[term].append(len(self._sentences))
                self._sentences.append((told.id, terms))

    def of(self, row: Row) -> bool:
        """Whether an article of another side may be telling the same."""
        return any(self._echoed(row, wording.said.statement.words, wording.said.telling) for wording in row.wordings)

    def _echoed(self, row: Row, said: str, telling: str) -> bool:
        terms = self._terms(said, telling)
        leads = sorted((term for term in terms if term in self._by_term), key=lambda term: (self._common(term), term))
        led = {number for term in leads[:LEADS] for number in self._by_term[term][:LED]}
        enough, own = max(SHARED, ECHO * len(terms)), set(row.sides)
        return any(
            len(terms & self._sentences[number][1]) >= enough
            and not own.issuperset(self._placed.sides[self._sentences[number][0]])
            for number in led
        )

    def _common(self, term: str) -> int:
        return len(self._by_term[term])

    def tells(self, row: Row) -> bool:
        """Whether a row's words say enough for its silence elsewhere to mean anything."""
        return any(
            len(self._terms(one.said.statement.words, one.said.telling))
            >= (QUOTED if one.said.statement.quoted else REPORTED)
            for one in row.wordings
        )

    def terms_of(self, row: Row) -> list[frozenset[str]]:
        """The words of each wording, stop words aside, inflected forms as one."""
        return [self._terms(one.said.statement.words, one.said.telling) for one in row.wordings]

    def _terms(self, text: str, telling: str) -> frozenset[str]:
        return _terms(text, self._language[telling])


@lru_cache(maxsize=4096)
def _terms(text: str, language: str) -> frozenset[str]:
    """Kept, for a statement is laid beside many others."""
    stop = stop_words(language)
    return frozenset(stem(word) for word in words(text) if word not in stop)
