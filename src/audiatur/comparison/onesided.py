"""What one side alone carries, and whose words they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from audiatur.comparison.laid import OneSided, Row
from audiatur.comparison.placing import Placed
from audiatur.comparison.sentences import sentences
from audiatur.comparison.values import SideLabel, Told
from audiatur.stories.background import stop_words
from audiatur.stories.words import stem, words

ECHO = 0.6
"""Share of an utterance's words from which a sentence of another side's article may be telling the same."""

TELLING = 3
"""Words, stop words aside, that the two must share at least: fewer are shared by chance."""

COMMON = 200
"""A word in more sentences than this is no lead; it bounds what is looked at."""


def one_sided(rows: Sequence[Row], tellings: Sequence[Told], sides: Sequence[SideLabel]) -> tuple[OneSided, ...]:
    """The utterances that articles of one side alone carry, side by side in the editor's order.

    An utterance is left out where a sentence in another side's article may be telling the same: that somebody is silent
    must be surer than that two say the same. Empty for all while fewer than two sides have words that may be shown:
    silence is then not known.
    """
    placed = Placed(tellings, sides)
    readable = {label for label in placed.labels if any(told.visible for told in placed.on(label))}
    if len(readable) < 2:
        return tuple(OneSided(label, (), (), (), ()) for label in placed.labels)
    echoes = _Echoes(placed)
    alone = [row for row in rows if len(row.sides) == 1 and not echoes.of(row)]
    return tuple(_only(label, [row for row in alone if row.sides == (label,)]) for label in placed.labels)


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
        shared: dict[int, int] = defaultdict(int)
        for term in terms:
            places = self._by_term.get(term, [])
            if len(places) <= COMMON:
                for number in places:
                    shared[number] += 1
        return any(
            count >= max(TELLING, ECHO * len(terms))
            and not set(self._placed.sides[self._sentences[number][0]]) <= set(row.sides)
            for number, count in shared.items()
        )

    def _terms(self, text: str, telling: str) -> frozenset[str]:
        stop = stop_words(self._language[telling])
        return frozenset(stem(word) for word in words(text) if word not in stop)
