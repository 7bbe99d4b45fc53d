"""One row per utterance: the same utterance in several articles, with each one's exact words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from audiatur.comparison.alignment import utterance
from audiatur.comparison.joining import Joined, Spoken, join
from audiatur.comparison.laid import Row, RowWording
from audiatur.comparison.placing import Placed, reading_order
from audiatur.comparison.speakers import fullest_names, speaker_ids
from audiatur.comparison.values import RecordPlace, Said, SideLabel, Told, ToldStatement
from audiatur.comparison.wordings import edits, same_words


def utterances(
    tellings: Sequence[Told], sides: Sequence[SideLabel], *, speaker_sides: Mapping[str, Sequence[str]]
) -> tuple[Row, ...]:
    """The utterances of a story, in the order in which they were first reported; one article's alone are rows too.

    ``speaker_sides`` says which sides a speaker is on, by key (by the fullest name where statements have no keys); who
    is missing there is on none. ValueError where two sides have one id.
    """
    placed = Placed(tellings, sides)
    heard = [
        (_heard(told, statement), Said(told.id, told.outlet, statement))
        for told in placed.tellings
        if told.visible
        for statement in told.statements
        if statement.visible and statement.words.strip()
    ]
    said = [one for _, one in sorted(heard, key=lambda pair: pair[0])]
    speakers = speaker_ids((one.statement.speaker, one.statement.speaker_key) for one in said)
    language = {told.id: told.language for told in placed.tellings}
    spoken = [_spoken(speakers[number], one, language[one.telling]) for number, one in enumerate(said)]
    rows = _Rows(placed, said, speakers, speaker_sides)
    return tuple(rows.row(joined) for joined in join(spoken))


def _heard(told: Told, statement: ToldStatement) -> tuple[bool, datetime, str]:
    """The order of statements: that of their articles, but for words that came into theirs later."""
    order = reading_order(told)
    return order if statement.since is None else (False, statement.since, told.id)


def _spoken(speaker: str | None, said: Said, language: str | None) -> Spoken:
    statement = said.statement
    whole = recorded = statement.words
    for place in statement.traced:
        if place.words:
            recorded = recorded.replace(place.quotation, place.words) if place.quotation else place.words
    return Spoken(
        utterance(speaker, whole, language),
        statement.day,
        statement.traced,
        utterance(speaker, recorded, language) if recorded != whole else None,
        said.telling,
    )


class _Rows:
    """Makes rows of the statements of a story."""

    def __init__(
        self,
        placed: Placed,
        said: Sequence[Said],
        speakers: Sequence[str | None],
        speaker_sides: Mapping[str, Sequence[str]],
    ) -> None:
        self._placed = placed
        self._said = said
        self._speakers = speakers
        self._speaker_sides = speaker_sides
        self._fullest = fullest_names(one.statement.speaker for one in said if one.statement.speaker)

    def row(self, joined: Joined) -> Row:
        """The row of statements that are one utterance."""
        members = [self._said[number] for number in joined.numbers]
        keys = [self._speakers[number] for number in joined.numbers]
        named = [key for key in keys if key is not None]
        key = max(named, key=named.count, default=None)
        told = [one.statement.speaker for one, who in zip(members, keys, strict=True) if who == key]
        name = next((self._fullest[speaker] for speaker in told if speaker), None)
        reference = _reference([one.statement.traced for one in members])
        return Row(
            speaker=name,
            speaker_key=key,
            speaker_sides=tuple(self._speaker_sides.get(key, ())) if key is not None else (),
            wordings=self._wordings(members, reference, [who not in (None, key) for who in keys]),
            sides=self._placed.together(one.telling for one in members),
            tie=joined.tie,
            reference=reference,
        )

    def _wordings(
        self, members: Sequence[Said], reference: RecordPlace | None, elses: Sequence[bool]
    ) -> tuple[RowWording, ...]:
        against = reference.words if reference else members[0].statement.words
        heard: set[str] = set()
        found = []
        for number, one in enumerate(members):
            voice, words = self._placed.voice[one.telling], one.statement.words
            found.append(
                RowWording(
                    said=one,
                    sides=self._placed.sides[one.telling],
                    voice=voice,
                    again=voice in heard,
                    edits=() if number == 0 and reference is None else edits(against, words),
                    same=same_words(against, words),
                    elses=elses[number],
                )
            )
            heard.add(voice)
        return tuple(found)


def _reference(traced: Sequence[Sequence[RecordPlace]]) -> RecordPlace | None:
    """The place of a record with words to show that most of the statements have, the longest of these.

    One that quotes two sentences meets one that quotes the second of them in the second.
    """
    shown = [place for places in traced for place in places if place.words.strip()]

    def having(place: RecordPlace) -> int:
        return sum(any(_meet(place, other) for other in places) for places in traced)

    return max(
        shown, key=lambda place: (having(place), place.end - place.start, place.record, -place.start), default=None
    )


def _meet(one: RecordPlace, other: RecordPlace) -> bool:
    return one.record == other.record and one.start < other.end and other.start < one.end
