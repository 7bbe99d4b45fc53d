"""One occasion told once: which statements share the date and the place of another of the same speaker.

"He added" goes on where "he said on Tuesday" began. Another date of the speaker begins another occasion; words like
"once" or "earlier", which stand in ``date_text`` without a date, put a statement outside all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from audiatur.statements.candidates import Candidate
from audiatur.statements.values import Attribution, Occasion, SpeakerType, StatementClass

_SCENE = re.compile(
    r"\b(?:court|jury|jurors|judges?|inquiry|tribunal|committee|hearing|senators|assembly|parliament|news\s+conference|"
    r"press\s+conference|briefing|magistrates|council|summit|session)\b",
    re.IGNORECASE,
)
"""Where several speak on one occasion, the one that the head of the article dates."""
_INHERITING = (SpeakerType.PERSON, SpeakerType.ORGANIZATION, SpeakerType.DOCUMENT)
_PRONOUNS = ("he", "she", "it", "they", "он", "она", "они", "він", "вона", "вони")
_LEAD = 8
"""Statements at the head of an article that may take the date of one below them: headline and lead restate it."""


def _nested_in(candidates: Sequence[Candidate], index: int) -> int | None:
    """The candidate within whose content the cue of another stands; None for none or where it has no cue."""
    cue = candidates[index].cue
    if cue is None:
        return None
    return next(
        (
            n
            for n, other in enumerate(candidates)
            if n != index and any(s <= cue[0] and cue[1] <= e for s, e in other.content)
        ),
        None,
    )


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
    inner = {n: _nested_in(candidates, n) for n in range(len(candidates))}
    told: dict[str, list[int]] = {}
    for index, (speaker, occasion) in enumerate(zip(speakers, occasions, strict=True)):
        known = occasion.date is not None or occasion.place is not None
        if speaker.name is not None and known and inner.get(index) is None:
            told.setdefault(speaker.name, []).append(index)
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
            result[index] = _inherited(index, result[index], result, [index - 1])
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


def _inherited(index: int, occasion: Occasion, occasions: Sequence[Occasion], own: Sequence[int]) -> Occasion:
    """The occasion with what the speaker's nearest told ones add: a date, and the place of the same occasion."""
    at = bisect_left(own, index)
    earlier, later = (
        [occasions[n] for n in reversed(own[:at])],
        [occasions[n] for n in own[at:] if n < _LEAD and n != index],
    )
    dated = next((o for o in (*earlier, *later) if o.date is not None), None)
    placed = next((o for o in (*earlier, *later) if o.place is not None), None)
    if placed and dated and placed.date not in (None, dated.date):
        placed = None
    if dated is None and placed is None:
        return occasion
    if occasion.date_text is not None or occasion.date is not None:
        return occasion
    when = dated.date if dated else None
    where = occasion.place or (placed.place if placed else None)
    if (when, where) == (occasion.date, occasion.place):
        return occasion
    return replace(occasion, date=when, inherited=True, place=where)
