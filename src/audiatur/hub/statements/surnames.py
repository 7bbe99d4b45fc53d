"""Surnames alone: in a story they are the one person's who is active there under that surname, else nobody's.

Decided anew whenever an article of the story was read, so that an earlier guess does not outlive a second person of
the same surname.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from audiatur.hub.statements.editorial import Correction, Field
from audiatur.hub.statements.models import SpeakerName, Statement
from audiatur.hub.statements.speaking import is_short, parted, speaker_key
from audiatur.statements.identity import Agreement, NameKey, agreement
from audiatur.statements.values import SpeakerType

_Row = tuple[int, int | None, str]


def settle_surnames(stories: Iterable[int]) -> None:
    """Give the statements by a bare surname, in the latest versions of some stories, their speaker or none."""
    fixed = Correction.objects.filter(field=Field.SPEAKER, undone__isnull=True).values("statement")
    told = Statement.objects.told_now().filter(
        version__article__story__in=list(stories), speaker_type=SpeakerType.PERSON
    )
    rows = told.exclude(name="").exclude(uid__in=fixed).values_list("version__article__story", "pk", "speaker", "name")
    by_story: dict[int, list[_Row]] = defaultdict(list)
    for story, pk, speaker, name in rows:
        by_story[story].append((pk, speaker, name))
    short = {name for found in by_story.values() for _, _, name in found if is_short(name, SpeakerType.PERSON)}
    decided = SpeakerName.objects.filter(key__in=[speaker_key(name) for name in short])
    settled = dict(decided.values_list("key", "speaker"))
    changed: dict[int | None, list[int]] = defaultdict(list)
    for found in by_story.values():
        for pk, owner in _settled(found, settled):
            changed[owner].append(pk)
    for owner, pks in changed.items():
        Statement.objects.filter(pk__in=pks).update(speaker=owner)


def _settled(rows: list[_Row], decided: dict[str, int]) -> list[tuple[int, int | None]]:
    """The statements whose speaker changes, each with its new one; None: nobody in particular."""
    full: dict[str, int] = {}
    short: list[_Row] = []
    for pk, speaker, name in rows:
        if is_short(name, SpeakerType.PERSON):
            short.append((pk, speaker, name))
        elif speaker is not None:
            full[name] = speaker
    people = [(key, speaker) for name, speaker in full.items() if (key := parted(name)) is not None]
    owners: dict[str, int | None] = {}
    for name in {name for _, _, name in short}:
        owners[name] = decided.get(speaker_key(name)) or _one(name, people)
    return [(pk, owners[name]) for pk, speaker, name in short if owners[name] != speaker]


def _one(name: str, people: list[tuple[NameKey, int]]) -> int | None:
    """The only person whom a short name may mean; None where there is none, or more than one."""
    key = parted(name)
    if key is None:
        return None
    meant = {speaker for other, speaker in people if agreement(key, other) is Agreement.POSSIBLE}
    return meant.pop() if len(meant) == 1 else None
