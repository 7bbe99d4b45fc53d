"""The comparison of a story: columns, what stands in one alone, and the same speech across them.

The same rule holds for every side: nothing here asks which side an article is on except to place it. Exchange the
labels of two sides and their columns change places, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from audiatur.comparison.alignment import Utterance, align, likeness, utterance
from audiatur.comparison.mentions import only_in, terms_only_in
from audiatur.comparison.speakers import fullest_names
from audiatur.comparison.values import (
    Column,
    Comparison,
    OnlyHere,
    QuotedSpeaker,
    Said,
    SameSpeech,
    SideLabel,
    Told,
    Wording,
)


def compare(tellings: Sequence[Told], sides: Sequence[SideLabel]) -> Comparison:
    """Lay the sides of a story next to each other.

    Every side has its column, in the order given, empty where it is silent; articles on no known side come last. An
    article on two sides stands in both columns. What one column alone reports is empty for all while fewer than two
    columns have words that may be shown: there is then nothing to compare with.

    The order of ``tellings`` plays no part, except between articles of one id, of which the first counts. ValueError
    where two sides have one id.
    """
    if len({side.id for side in sides}) < len(sides):
        raise ValueError("two sides have the same id")
    story = _Story(tellings)
    labels = _labels(story.tellings, sides)
    groups = {label: _on(story.tellings, label, sides) for label in labels}
    comparable = sum(any(told.visible for told in group) for group in groups.values()) > 1
    columns = []
    for label, group in groups.items():
        others = _unique(told for other, there in groups.items() if other != label for told in there)
        only = story.only_here(group, others) if comparable else OnlyHere()
        columns.append(Column(label, group, story.said_in(group), only, sum(not told.visible for told in group)))
    return Comparison(tuple(columns), story.same_speech(groups))


class _Story:
    """The articles of a story in reading order, with their statements numbered and matched."""

    def __init__(self, tellings: Iterable[Told]) -> None:
        self.tellings = tuple(sorted(_unique(tellings), key=_reading_order))
        self._said: list[Said] = []
        self._numbers: dict[str, list[int]] = {told.id: [] for told in self.tellings}
        for told in self.tellings:
            for statement in told.statements if told.visible else ():
                if statement.visible and statement.words.strip():
                    self._numbers[told.id].append(len(self._said))
                    self._said.append(Said(told.id, told.outlet, statement))
        self._fullest = fullest_names(said.statement.speaker for said in self._said if said.statement.speaker)
        self._utterances = self._make_ready()
        self._groups = align(self._utterances)
        self._group_of = {number: i for i, group in enumerate(self._groups) for number in group}

    def _make_ready(self) -> list[Utterance]:
        language = {told.id: told.language for told in self.tellings}
        return [
            utterance(number, self._speaker(number), said.statement.words, language[said.telling])
            for number, said in enumerate(self._said)
        ]

    def _speaker(self, number: int) -> str | None:
        name = self._said[number].statement.speaker
        return self._fullest[name] if name else None

    def said_in(self, tellings: Iterable[Told]) -> tuple[Said, ...]:
        """The statements of some articles, in reading order."""
        return tuple(self._said[number] for number in self._numbers_in(tellings))

    def _numbers_in(self, tellings: Iterable[Told]) -> list[int]:
        return sorted(number for told in tellings for number in self._numbers[told.id])

    def only_here(self, mine: Sequence[Told], others: Sequence[Told]) -> OnlyHere:
        """What ``mine`` report and ``others`` do not; an article in both counts as reported by others."""
        here, there = self._numbers_in(mine), set(self._numbers_in(others))
        matched = {self._group_of[number] for number in there if number in self._group_of}
        alone = [n for n in here if n not in there and self._group_of.get(n) not in matched]
        heard = {self._speaker(number) for number in there}
        speakers: dict[str, list[Said]] = {}
        for number in here:
            name = self._speaker(number)
            if name is not None and name not in heard:
                speakers.setdefault(name, []).append(self._said[number])
        return OnlyHere(
            speakers=tuple(QuotedSpeaker(name, tuple(said)) for name, said in speakers.items()),
            statements=tuple(self._said[number] for number in alone),
            numbers=only_in(mine, others, kind="numbers"),
            names=only_in(mine, others, kind="names"),
            key_terms=terms_only_in(mine, others),
        )

    def same_speech(self, columns: Mapping[SideLabel | None, Sequence[Told]]) -> tuple[SameSpeech, ...]:
        """The groups of matched statements that at least two columns have, in reading order."""
        rows = []
        for group in self._groups:
            by_column = {
                label: [n for n in self._numbers_in(tellings) if n in group] for label, tellings in columns.items()
            }
            held = {label: numbers for label, numbers in by_column.items() if numbers}
            if len(held) < 2 or len({self._said[n].telling for n in group}) < 2:
                continue
            wordings = tuple(Wording(label, self._said[n]) for label, numbers in held.items() for n in numbers)
            rows.append(SameSpeech(self._named(group), wordings, self._agreement(list(held.values()))))
        return tuple(rows)

    def _named(self, group: Iterable[int]) -> str | None:
        return next((name for number in group if (name := self._speaker(number)) is not None), None)

    def _agreement(self, columns: Sequence[Sequence[int]]) -> float:
        """The least likeness between wordings of different columns."""
        scores = [
            likeness(self._utterances[one], self._utterances[other])
            for i, mine in enumerate(columns)
            for theirs in columns[i + 1 :]
            for one in mine
            for other in theirs
        ]
        return round(min(scores), 4)


def _labels(tellings: Sequence[Told], sides: Sequence[SideLabel]) -> list[SideLabel | None]:
    known = {side.id for side in sides}
    unplaced = any(known.isdisjoint(told.sides) for told in tellings)
    return [*sides, None] if unplaced else [*sides]


def _on(tellings: Sequence[Told], label: SideLabel | None, sides: Sequence[SideLabel]) -> tuple[Told, ...]:
    if label is None:
        known = {side.id for side in sides}
        return tuple(told for told in tellings if known.isdisjoint(told.sides))
    return tuple(told for told in tellings if label.id in told.sides)


def _unique(tellings: Iterable[Told]) -> tuple[Told, ...]:
    first: dict[str, Told] = {}
    for told in tellings:
        first.setdefault(told.id, told)
    return tuple(first.values())


def _reading_order(told: Told) -> tuple[bool, datetime, str]:
    """Chronological, undated last; a date without a zone is read as UTC."""
    published = told.published
    if published is None:
        return True, datetime.max.replace(tzinfo=UTC), told.id
    return False, published if published.tzinfo else published.replace(tzinfo=UTC), told.id
