"""Whose a name is: one speaker across articles, spellings and scripts, as far as names alone settle it.

A spelling that is known has a speaker. A person's full name joins the one speaker whose names agree with it; where
several do it stays apart. A surname or initials alone join nobody here: ``surnames`` does that within a story.
"""

from __future__ import annotations

from functools import lru_cache

from django.db.models import Q
from django.utils.text import slugify

from audiatur.hub.statements.models import NamedBy, Speaker, SpeakerName
from audiatur.statements.identity import Agreement, NameKey, agreement, name_key
from audiatur.statements.values import SpeakerType


def speaker_key(name: str) -> str:
    """The form of a spelling by which it is found again: case and spacing do not count."""
    return " ".join(name.casefold().split())[:300]


# Names come again and again in one story; a key costs about 20 us.
parted = lru_cache(maxsize=20_000)(name_key)


def is_short(name: str, type_: str) -> bool:
    """Whether a name is a person's surname alone, or has only initials, so that it settles nobody."""
    if type_ != SpeakerType.PERSON:
        return False
    key = parted(name)
    return key is None or not key.full


def known_speaker(name: str, type_: str) -> Speaker | None:
    """The speaker of a name, made where there is none yet; None where the name is too short to settle who it is."""
    found = SpeakerName.objects.filter(key=speaker_key(name)).select_related("speaker").first()
    if found is not None:
        return found.speaker
    if is_short(name, type_):
        return None
    agreeing = _agreeing(name) if type_ == SpeakerType.PERSON else set()
    if len(agreeing) == 1:
        speaker = Speaker.objects.get(pk=agreeing.pop())
        add_name(speaker, name, NamedBy.READER)
        return speaker
    return make_speaker(name, type_, NamedBy.READER)


def speaker_of(name: str, type_: str) -> Speaker:
    """The speaker of a name that somebody gave on purpose: a short one is made a speaker too."""
    return known_speaker(name, type_) or make_speaker(name, type_, NamedBy.EDITOR)


def make_speaker(name: str, type_: str, by: NamedBy) -> Speaker:
    """A new speaker; the spelling becomes its own, from whomever it was."""
    base = slugify(name, allow_unicode=True)[:100] or "speaker"
    slug, number = base, 1
    while Speaker.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    speaker = Speaker.objects.create(slug=slug, name=name[:300], type=type_)
    add_name(speaker, name, by)
    return speaker


def add_name(speaker: Speaker, spelling: str, by: NamedBy) -> SpeakerName:
    """Make a spelling a speaker's."""
    key = parted(spelling) if speaker.type == SpeakerType.PERSON else None
    surname, plain = key.blocks if key is not None else ("", "")
    values = {"speaker": speaker, "spelling": spelling[:300], "surname": surname[:100], "plain": plain[:100], "by": by}
    return SpeakerName.objects.update_or_create(key=speaker_key(spelling), defaults=values)[0]


def _agreeing(name: str) -> set[int]:
    """The speakers who have a name that is the same person's by given name and surname."""
    key = parted(name)
    if key is None:
        return set()
    surname, plain = (part[:100] for part in key.blocks)
    near = SpeakerName.objects.filter(Q(surname=surname) | Q(plain=plain), speaker__type=SpeakerType.PERSON)
    rows = near.exclude(surname="").values_list("speaker", "spelling")
    return {speaker for speaker, spelling in rows if _same(key, parted(spelling))}


def _same(key: NameKey, other: NameKey | None) -> bool:
    return other is not None and agreement(key, other) is Agreement.SAME
