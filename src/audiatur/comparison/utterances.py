"""One row per utterance: the same utterance in several articles, with each one's exact words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audiatur.comparison.alignment import align, utterance
from audiatur.comparison.laid import Edit, OneSided, Row, RowWording, Tie
from audiatur.comparison.placing import Placed
from audiatur.comparison.speakers import fullest_names
from audiatur.comparison.values import Said, SideLabel, Told


def utterances(
    tellings: Sequence[Told], sides: Sequence[SideLabel], *, speaker_sides: Mapping[str, Sequence[str]]
) -> tuple[Row, ...]:
    """The utterances of a story, in the order in which they were first reported; one article's alone are rows too.

    ``speaker_sides`` says which sides a speaker is on, by key (by the fullest name where statements have no keys); who
    is missing there is on none. ValueError where two sides have one id.
    """
    placed = Placed(tellings, sides)
    said = [
        Said(told.id, told.outlet, statement)
        for told in placed.tellings
        if told.visible
        for statement in told.statements
        if statement.visible and statement.words.strip()
    ]
    fullest = fullest_names(one.statement.speaker for one in said if one.statement.speaker)
    language = {told.id: told.language for told in placed.tellings}
    speakers = [
        one.statement.speaker_key or (fullest[one.statement.speaker] if one.statement.speaker else None) for one in said
    ]
    ready = [utterance(n, speakers[n], one.statement.words, language[one.telling]) for n, one in enumerate(said)]
    groups = align(ready)
    joined = {n for group in groups for n in group}
    groups += [[n] for n in range(len(said)) if n not in joined]
    rows = []
    for group in sorted(groups):
        members = [said[n] for n in group]
        key = next((speakers[n] for n in group if speakers[n] is not None), None)
        name = next((fullest[one.statement.speaker] for one in members if one.statement.speaker), None)
        rows.append(
            Row(
                speaker=name,
                speaker_key=key,
                speaker_sides=tuple(speaker_sides.get(key, ())) if key else (),
                wordings=_wordings(members, placed),
                sides=placed.together(one.telling for one in members),
                tie=Tie.WORDS if len(members) > 1 else Tie.ALONE,
                reference=None,
            )
        )
    return tuple(rows)


def _wordings(members: Sequence[Said], placed: Placed) -> tuple[RowWording, ...]:
    heard: set[str] = set()
    found = []
    for one in members:
        voice = placed.voice[one.telling]
        edits: tuple[Edit, ...] = ()
        found.append(RowWording(one, placed.sides[one.telling], voice, voice in heard, edits, same=False))
        heard.add(voice)
    return tuple(found)


def one_sided(rows: Sequence[Row], sides: Sequence[SideLabel | None]) -> tuple[OneSided, ...]:
    """What one side alone carries, for each of ``sides``, by whose words they are."""
    return tuple(_only(label, [row for row in rows if row.sides == (label,)]) for label in sides)


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
