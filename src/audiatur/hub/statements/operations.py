"""Keeping what was read: a statement that is found again keeps its row, what editors decided is laid over it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from audiatur.hub.articles.models import Version
from audiatur.hub.statements.correcting import CORRECTED, JsonSpan, Values, corrected, moved, moved_all
from audiatur.hub.statements.editorial import Correction, Field
from audiatur.hub.statements.models import Found, Speaker, State
from audiatur.hub.statements.models import Statement as Row
from audiatur.hub.statements.speaking import known_speaker, speaker_key, speaker_of
from audiatur.spans import Span
from audiatur.statements.permanence import Range, overlap, permanent_id
from audiatur.statements.values import Statement

__all__ = ["correct_again", "keep_statements", "speaker_key", "speaker_of"]

# From this share of common words on, what another engine reads is the statement that an editor corrected.
SAME_STATEMENT = 0.5
_SPANS = ("mention", "cue", "date_text", "place", "addressee")
_COLUMNS = (
    "index", "state", "found_by", "speaker", *CORRECTED, "mention", "cue", "parent_index", "confidence", "reach",
    "derived", "source", "published", "newest",
)  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A statement on its way into the table; ``parent`` is the draft that it stands within."""

    uid: str
    values: Values
    parent: Draft | None = None
    found_by: Found = Found.READER

    @property
    def ranges(self) -> list[Range]:
        """Its content as found, before any correction."""
        return ranges_of(self.values["content"])


def ranges_of(content: object) -> list[Range]:
    """The ranges of stored spans."""
    return [(int(span["start"]), int(span["end"])) for span in cast("Sequence[JsonSpan]", content)]


def keep_statements(version: Version, statements: Sequence[Statement]) -> None:
    """Store the statements of a version over those of an earlier analysis, under what editors decided meanwhile.

    What an earlier analysis found and this one does not stays as withdrawn, for its address may be cited; what an
    editor corrected or added stays in force wherever its words still stand.
    """
    drafts = _drafts(version, statements)
    decided = _decided(version)
    drafts += _held(version, drafts, decided)
    for draft in drafts:
        draft.values = corrected(draft.values, decided.get(draft.uid, ()), version.reading, version.title)
        draft.values["found_by"] = draft.found_by
    _upsert(version, drafts, decided)


def correct_again(version: Version, uid: str) -> None:
    """Bring one stored statement of a version in line with the corrections that hold now."""
    row = Row.objects.filter(version=version, uid=uid).first()
    if row is None:
        return
    decisions = list(Correction.objects.filter(statement=uid, undone__isnull=True))
    values = corrected(_derived(row), decisions, version.reading, version.title)
    if row.found_by == Found.EDITOR and not any(one.field == Field.ADDED for one in decisions):
        values["state"] = State.WITHDRAWN
    _set(row, {**values, "speaker": _owner(values, decisions, {})})
    row.save()


def _drafts(version: Version, statements: Sequence[Statement]) -> list[Draft]:
    seen: Counter[tuple[str, ...]] = Counter()
    drafts: list[Draft] = []
    for statement in statements:
        mention = statement.speaker.mention.text if statement.speaker.mention else None
        words = [span.text for span in statement.content]
        seen[*words, mention or ""] += 1
        uid = permanent_id(version.article.uid, words, mention, seen[*words, mention or ""])
        drafts.append(Draft(uid, _values(statement)))
    for draft, statement in zip(drafts, statements, strict=True):
        draft.parent = drafts[statement.parent] if statement.parent is not None else None
    return drafts


def _values(statement: Statement) -> Values:
    speaker, occasion = statement.speaker, statement.occasion
    return {
        "kind": statement.kind.value,
        "class_name": statement.class_.value,
        "name": (speaker.name or "")[:300],
        "role": (speaker.role or "")[:300],
        "speaker_type": str(speaker.type) if speaker.type else "",
        "mention": _span(speaker.mention),
        "cue": _span(statement.cue),
        "content": [span.as_json() for span in statement.content],
        "quoted": [span.as_json() for span in statement.quoted],
        "date": occasion.date or "",
        "date_text": _span(occasion.date_text),
        "inherited": occasion.inherited,
        "place": _span(occasion.place),
        "addressee": _span(occasion.addressee),
        "confidence": statement.confidence,
    }


def _span(span: Span | None) -> dict[str, int | str] | None:
    return span.as_json() if span is not None else None


def _decided(version: Version) -> Mapping[str, list[Correction]]:
    """The corrections that hold, by the statement that they are of."""
    found: dict[str, list[Correction]] = defaultdict(list)
    for one in Correction.objects.filter(article=version.article_id, undone__isnull=True):
        found[one.statement].append(one)
    return found


def _held(version: Version, drafts: Sequence[Draft], decided: Mapping[str, list[Correction]]) -> list[Draft]:
    """What was corrected or added and is not found under its id: either a draft takes the id over, or it is held."""
    missing = decided.keys() - {draft.uid for draft in drafts}
    free = [draft for draft in drafts if draft.uid not in decided]
    held: list[Draft] = []
    former = _former(version, missing)
    for uid in sorted(missing):
        base = former.get(uid) or _added_values(decided[uid])
        content = moved_all(base["content"], version.reading) if base else []
        if not content or base is None:
            continue  # its words no longer stand in the article
        alike = max(free, key=lambda draft: overlap(draft.ranges, ranges_of(content)), default=None)
        if alike is not None and overlap(alike.ranges, ranges_of(content)) >= SAME_STATEMENT:
            alike.uid = uid
            free.remove(alike)
        else:
            spans = {column: moved(base[column], version.reading) for column in _SPANS}
            quoted = moved_all(base["quoted"], version.reading)
            by = Found.EDITOR if any(one.field == Field.ADDED for one in decided[uid]) else Found.READER
            held.append(Draft(uid, {**base, **spans, "content": content, "quoted": quoted}, found_by=by))
    return held


def _former(version: Version, uids: Iterable[str]) -> dict[str, Values]:
    """What was found of statements when they were last read, by id."""
    rows = Row.objects.filter(version__article=version.article_id, uid__in=list(uids)).order_by("version__number")
    return {row.uid: _derived(row) for row in rows}


def _derived(row: Row) -> Values:
    """The values of a row as the reader had found them, without corrections."""
    columns = (*CORRECTED, "mention", "cue", "confidence")
    return {**{column: getattr(row, column) for column in columns}, **cast("Values", row.derived)}


def _added_values(corrections: Iterable[Correction]) -> Values | None:
    """The values of a statement that an editor added and that no analysis has stored yet; None for any other."""
    return next((dict(one.value["values"]) for one in corrections if one.field == Field.ADDED), None)


def _upsert(version: Version, drafts: list[Draft], decided: Mapping[str, list[Correction]]) -> None:
    """Store the drafts in the order of the text; every other row of the version is withdrawn."""
    known = {row.uid: row for row in Row.objects.filter(version=version)}
    Row.objects.filter(version=version).update(state=State.WITHDRAWN)
    former = Row.objects.filter(version__article=version.article_id, newest=True)
    former.exclude(version=version.article.latest_id).update(newest=False)
    drafts.sort(key=lambda draft: min(ranges_of(draft.values["content"]))[0])
    numbers = {id(draft): number for number, draft in enumerate(drafts)}
    speakers: dict[tuple[str, str], Speaker | None] = {}
    made: list[Row] = []
    kept: list[Row] = []
    for number, draft in enumerate(drafts):
        row = known.get(draft.uid) or Row(version=version, uid=draft.uid)
        parent = numbers[id(draft.parent)] if draft.parent is not None else None
        owner = _owner(draft.values, decided.get(draft.uid, ()), speakers)
        _set(row, {**draft.values, "index": number, "parent_index": parent, "speaker": owner})
        row.enlist()
        (kept if row.pk else made).append(row)
    Row.objects.bulk_update(kept, _COLUMNS)
    Row.objects.bulk_create(made)


def _owner(
    values: Values, corrections: Iterable[Correction], known: dict[tuple[str, str], Speaker | None]
) -> Speaker | None:
    """The speaker of a statement: the one whom an editor named, else the one of its name; None: not settled."""
    for one in corrections:
        if one.field == Field.SPEAKER:
            slug = one.value.get("speaker")
            found = Speaker.objects.filter(slug=slug).select_related("merged_into").first() if slug else None
            return (found.merged_into or found) if found else None
    name, type_ = str(values["name"]), str(values["speaker_type"])
    if name and (name, type_) not in known:
        known[name, type_] = known_speaker(name, type_)
    return known[name, type_] if name else None


def _set(row: Row, values: Mapping[str, object]) -> None:
    for column, value in values.items():
        setattr(row, column, value)
