"""What a Russian or Ukrainian clause reports: for each verb its subject and its content, the surest reading first."""

from __future__ import annotations

from dataclasses import replace

from audiatur.statements.contents_slavic import clause_after, points, quote_after
from audiatur.statements.cues_slavic import Cue, Reading, Said, cue_at, is_express
from audiatur.statements.inversions_slavic import as_said, inverted, inverted_quote
from audiatur.statements.objects_slavic import express, is_pair, object_of, pair
from audiatur.statements.phrases_slavic import is_pronoun
from audiatur.statements.texts_slavic import text_says
from audiatur.statements.verbs_slavic import Frame, Verb
from audiatur.statements.views_slavic import Phrase

_LET_KNOW = {(v, n) for n, vs in (("понять", "дал дала дали"), ("зрозуміти", "дав дала дали")) for v in vs.split()}


def read(reading: Reading, taken: int = -1) -> list[Said]:
    """All statements by a verb; those whose verb stands at or before ``taken`` are left out."""
    reading.covered = taken
    reading.floor = taken + 1
    for at in range(len(reading.view)):
        if at <= reading.covered or not reading.view.is_word(at):
            continue
        forms = reading.language.verbs.get(reading.view.word(at), ())
        said = None
        if is_express(reading.view, at):
            said = express(reading, at)
        elif is_pair(reading.view, at):
            said = pair(reading, at)
        if said is None and forms:
            said = _by_verb(reading, at, forms)
        if said is not None:
            _take(reading, said)
    _fill_gerunds(reading)
    return reading.found


def _take(reading: Reading, said: Said) -> None:
    """Keep a statement; what it takes up is read no further."""
    reading.found.append(said)
    ends = [said.cue[1], *(b for _, b in said.content)]
    if said.source:
        ends.append(said.source[1])
    inverted = said.content and said.content[0][0] < said.cue[0]
    after = max(b for _, b in said.content) > said.cue[1] if said.content else False
    reading.covered = max(ends) if after or not inverted else max(said.cue[1], said.source[1] if said.source else 0)
    reading.floor = reading.covered + 1


def _fill_gerunds(reading: Reading) -> None:
    """A gerund has the subject of the sentence's main verb."""
    known = next((s for s in reading.found if s.source and not s.relayed), None)
    for n, said in enumerate(reading.found):
        forms = reading.language.verbs.get(reading.view.word(said.cue[0]), ())
        if said.source is None and any(v.form == "g" for v in forms):
            source = known.source if known else _main_subject(reading, said)
            reading.found[n] = replace(said, source=source)
    reading.found = [s for s in reading.found if s.source or not _is_gerund(reading, s)]


def _is_gerund(reading: Reading, said: Said) -> bool:
    return any(v.form == "g" for v in reading.language.verbs.get(reading.view.word(said.cue[0]), ()))


def _main_subject(reading: Reading, said: Said) -> Phrase | None:
    """The subject of a verb that reports nothing: "Сообщив об уходе, он встал"."""
    at = max(b for _, b in said.content) + 1
    follows = at + 1 < len(reading.view) and reading.view.is_comma(at)
    return (at + 1, at + 1) if follows and is_pronoun(reading.view.word(at + 1), reading.language) else None


def _by_verb(reading: Reading, at: int, forms: tuple[Verb, ...]) -> Said | None:
    view, language = reading.view, reading.language
    first = last = at
    if view.word(at - 1) in ("бы", "б", "би") or view.word(at + 1) in ("бы", "б", "би"):
        return None
    if at and view.word(at - 1) == "не":
        if view.word(at) not in language.denied:
            return None
        first = at - 1
    if (view.word(at), view.word(at + 1)) in _LET_KNOW:
        last = at + 1
    for verb in forms:
        cue = cue_at(reading, at, verb, first, last)
        said = text_says(reading, cue) if verb.frame is Frame.TEXT else _frames(reading, cue)
        if said is not None:
            return said
    return None


def _frames(reading: Reading, cue: Cue) -> Said | None:
    """The first way of reporting that fits, the surest first."""
    return (
        inverted_quote(reading, cue)
        or clause_after(reading, cue)
        or as_said(reading, cue)
        or quote_after(reading, cue)
        or points(reading, cue)
        or object_of(reading, cue)
        or inverted(reading, cue)
    )
