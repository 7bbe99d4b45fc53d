"""What editors decide about speakers: merge, split, rename. Each decision is logged, and the reader respects it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from audiatur.errors import InputError
from audiatur.hub.statements.deciding import Hand, correct
from audiatur.hub.statements.editorial import Act, Correction, Decision, Field
from audiatur.hub.statements.models import NamedBy, Speaker, SpeakerName, Statement
from audiatur.hub.statements.speaking import add_name, make_speaker, speaker_key
from audiatur.hub.statements.surnames import settle_surnames


@transaction.atomic
def merge(one: Speaker, into: Speaker, hand: Hand, note: str = "") -> None:
    """Make two speakers one: the address of ``one`` leads to ``into`` forever, and its names are the other's."""
    if one.pk == into.pk:
        raise InputError("same-speaker", "a speaker cannot be merged into itself", place=one.slug)
    if one.merged_into_id is not None or into.merged_into_id is not None:
        raise InputError("speaker-merged", "one of the two was merged into another before", place=one.slug)
    names = list(one.names.values_list("spelling", flat=True))
    one.names.update(speaker=into, by=NamedBy.EDITOR)
    Statement.objects.filter(speaker=one).update(speaker=into)
    Speaker.objects.filter(merged_into=one).update(merged_into=into)
    into.sides.add(*one.sides.all())
    one.merged_into = into
    one.save(update_fields=["merged_into"])
    _log(Act.MERGE, into, one, names, hand, note)
    _settle(into)


@transaction.atomic
def move_names(speaker: Speaker, spellings: Sequence[str], to: Speaker | None, hand: Hand, note: str = "") -> Speaker:
    """Move spellings, and the statements under them, to another speaker; None: to a new one, which is returned.

    They never join the old one again by themselves. InputError where a spelling is none of the speaker's.
    """
    keys = [speaker_key(spelling) for spelling in spellings]
    held = list(SpeakerName.objects.filter(speaker=speaker, key__in=keys))
    if not held or len(held) != len(set(keys)):
        raise InputError("not-its-name", "not all of these are names of this speaker", place=speaker.slug)
    target = to or make_speaker(held[0].spelling, speaker.type, NamedBy.EDITOR)
    for name in held:
        add_name(target, name.spelling, NamedBy.EDITOR)
    moved = set(keys)
    fixed = set(Correction.objects.filter(field=Field.SPEAKER, undone__isnull=True).values_list("statement", flat=True))
    rows = Statement.objects.filter(speaker=speaker).values_list("pk", "uid", "name")
    taken = [pk for pk, uid, name in rows if speaker_key(name) in moved and uid not in fixed]
    Statement.objects.filter(pk__in=taken).update(speaker=target)
    _log(Act.NAMES, target, speaker, [name.spelling for name in held], hand, note)
    _settle(speaker, target)
    return target


@transaction.atomic
def move_statements(
    speaker: Speaker, rows: Iterable[Statement], to: Speaker | None, hand: Hand, note: str = ""
) -> Speaker:
    """Move single statements to another speaker; None: to a new one of the same name, which no spelling leads to."""
    chosen = list(rows)
    if not chosen or any(row.speaker_id != speaker.pk for row in chosen):
        raise InputError("not-its-statement", "not all of these are statements of this speaker", place=speaker.slug)
    target = to or _namesake(speaker)
    for row in chosen:
        value = {"speaker": target.slug, "name": row.name, "type": row.speaker_type, "role": row.role}
        correct(row, Field.SPEAKER, value, hand, note)
    _log(Act.STATEMENTS, target, speaker, [row.uid for row in chosen], hand, note)
    return target


@transaction.atomic
def rename(speaker: Speaker, name: str, hand: Hand, note: str = "") -> None:
    """Show a speaker under another name; how articles spell it does not change."""
    former, speaker.name = speaker.name, name
    speaker.save(update_fields=["name"])
    _log(Act.RENAME, speaker, None, [former, name], hand, note)


def found(words: str) -> Speaker | None:
    """The speaker whom an editor means by a part of an address or a spelling, merged ones followed; None: nobody."""
    row = Speaker.objects.filter(slug=words.strip()).select_related("merged_into").first()
    if row is None:
        name = SpeakerName.objects.filter(key=speaker_key(words)).select_related("speaker__merged_into").first()
        row = name.speaker if name else None
    return (row.merged_into or row) if row else None


def _namesake(speaker: Speaker) -> Speaker:
    number = 2
    while Speaker.objects.filter(slug=f"{speaker.slug[:110]}-{number}").exists():
        number += 1
    return Speaker.objects.create(slug=f"{speaker.slug[:110]}-{number}", name=speaker.name, type=speaker.type)


def _log(act: Act, speaker: Speaker, other: Speaker | None, words: Sequence[str], hand: Hand, note: str) -> None:
    Decision.objects.create(
        act=act,
        speaker=speaker,
        other=other,
        words=list(words),
        note=note,
        by=hand.user,
        by_name=hand.user.get_username(),
        made=hand.now,
    )


def _settle(*speakers: Speaker) -> None:
    """Bare surnames in the stories of the speakers, which may now mean someone or no one."""
    rows = Statement.objects.told_now().filter(speaker__in=speakers, version__article__story__isnull=False)
    settle_surnames(rows.order_by().values_list("version__article__story", flat=True).distinct())
