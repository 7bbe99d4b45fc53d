"""One occasion told once: which statements share the date and the place of another of the same speaker.

"He added" goes on where "he said on Tuesday" began. Another date of the speaker begins another occasion; words like
"once" or "earlier", which stand in ``date_text`` without a date, put a statement outside all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from audiatur.statements.candidates import Candidate
from audiatur.statements.nesting import Contents
from audiatur.statements.values import Attribution, Occasion, SpeakerType, StatementClass

_SCENE = re.compile(
    r"\b(?:court|jury|jurors|judges?|inquiry|tribunal|committee|hearing|senators|assembly|parliament|news\s+conference|"
    r"press\s+conference|briefing|magistrates|council|summit|session)\b",
    re.IGNORECASE,
)
"""Where several speak on one occasion, the one that the head of the article dates."""
_INHERITING = (SpeakerType.PERSON, SpeakerType.ORGANIZATION, SpeakerType.DOCUMENT)
_NAME = re.compile(r"\b[A-ZА-ЯЁІЇЄҐ][\w’'-]*")
_PRONOUNS = ("he", "she", "it", "they", "он", "она", "они", "він", "вона", "вони")


@dataclass(frozen=True, slots=True)
class _Told:
    """Where a speaker's statements have a date, and where a place, in order."""

    dated: list[int]
    placed: list[int]


_LEAD = 8
"""Statements at the head of an article that may take the date of one below them: headline and lead restate it."""


def _nested_in(contents: Contents, candidates: Sequence[Candidate], index: int) -> int | None:
    """The first candidate within whose content the cue of another stands; None for none or where it has no cue."""
    cue = candidates[index].cue
    if cue is None:
        return None
    return min((n for _, n in contents.around(*cue) if n != index), default=None)


def inherit(
    speakers: Sequence[Attribution], occasions: Sequence[Occasion], candidates: Sequence[Candidate] = ()
) -> list[Occasion]:
    """Give each statement without a date of its own that of the same speaker's nearest dated one before it.

    Headline and lead take it from the first one below them. Only named persons, organisations and documents inherit: a
    side speaks on no one occasion. Where ``candidates`` are given, attitudes do not inherit, nor does a statement told
    within another speaker's; and what was said within another's statement settles no date for others.
    """
    result = list(occasions)
    occasions = _on_scene(speakers, occasions)
    contents = Contents(candidates)
    inner = {n: _nested_in(contents, candidates, n) for n in range(len(candidates))}
    told: dict[str, _Told] = {}
    for index, (speaker, occasion) in enumerate(zip(speakers, occasions, strict=True)):
        if speaker.name is not None and inner.get(index) is None:
            _remember(told, speaker.name, index, occasion)
    for index, (speaker, occasion) in enumerate(zip(speakers, occasions, strict=True)):
        if occasion.inherited:
            result[index] = occasion
        if speaker.name not in told or speaker.type not in _INHERITING or occasion.date_text is not None:
            continue
        parent = inner.get(index)
        if parent is not None and speakers[parent].name != speaker.name:
            continue
        if candidates and candidates[index].class_ is StatementClass.ATTITUDE:
            continue
        result[index] = _inherited(index, occasion, occasions, told[speaker.name])
    for index in range(1, len(candidates)):
        if inner.get(index) is None and _goes_on(speakers, candidates, index):
            before = result[index - 1]
            own = [index - 1]
            last = _Told(own if before.date is not None else [], own if before.place is not None else [])
            result[index] = _inherited(index, result[index], result, last)
    return result


def _goes_on(speakers: Sequence[Attribution], candidates: Sequence[Candidate], index: int) -> bool:
    """Whether a pronoun without a name goes on with whoever was heard just before, also without a name."""
    speaker, before = speakers[index], speakers[index - 1]
    pronoun = speaker.mention is not None and speaker.mention.text.lower() in _PRONOUNS
    near = 0 <= candidates[index].paragraph - candidates[index - 1].paragraph <= 1
    return pronoun and near and speaker.name is None and before.name is None and before.mention is not None


def _on_scene(speakers: Sequence[Attribution], occasions: Sequence[Occasion]) -> list[Occasion]:
    """The occasions, those told to a court, a committee or a press conference dated as the head of the article is."""
    lead = next((o.date for o in occasions[:_LEAD] if o.date is not None), None)
    staged: list[Occasion] = []
    for speaker, occasion in zip(speakers, occasions, strict=True):
        words = " ".join(s.text for s in (occasion.addressee, occasion.place) if s is not None)
        undated = occasion.date is None and occasion.date_text is None
        if lead and undated and speaker.type is SpeakerType.PERSON and _SCENE.search(words):
            staged.append(replace(occasion, date=lead, inherited=True))
        else:
            staged.append(occasion)
    return staged


def _remember(told: dict[str, _Told], name: str, index: int, occasion: Occasion) -> None:
    """Note where a speaker's own words are dated and placed."""
    if occasion.date is None and occasion.place is None:
        return
    own = told.setdefault(name, _Told([], []))
    if occasion.date is not None:
        own.dated.append(index)
    if occasion.place is not None:
        own.placed.append(index)


def _nearest(index: int, own: Sequence[int], occasions: Sequence[Occasion]) -> Occasion | None:
    """The last of them before ``index``, else the first below that headline and lead may take; None for none."""
    at = bisect_left(own, index)
    if at:
        return occasions[own[at - 1]]
    return next((occasions[n] for n in own[:2] if n < _LEAD and n != index), None)


def _told_others(one: Occasion, other: Occasion) -> bool:
    """Whether two statements were told to different hearers of a name, so that they are two occasions."""
    if one.addressee is None or other.addressee is None:
        return False
    mine, yours = (set(_NAME.findall(o.addressee.text)) for o in (one, other) if o.addressee)
    return bool(mine and yours) and not mine & yours


def _inherited(index: int, occasion: Occasion, occasions: Sequence[Occasion], own: _Told) -> Occasion:
    """The occasion with what the speaker's nearest told ones add: a date, and the place of the same occasion."""
    dated = _nearest(index, own.dated, occasions)
    placed = _nearest(index, own.placed, occasions)
    if placed and dated and placed.date not in (None, dated.date):
        placed = None
    if dated is not None and _told_others(occasion, dated):
        dated = None
    if dated is None and placed is None:
        return occasion
    if occasion.date_text is not None or occasion.date is not None:
        return occasion
    when = dated.date if dated else None
    where = occasion.place or (placed.place if placed else None)
    if (when, where) == (occasion.date, occasion.place):
        return occasion
    return replace(occasion, date=when, inherited=True, place=where)
