"""What a text says, in Russian and Ukrainian: "в докладе говорится, что C", "«C», говорится в докладе"."""

from __future__ import annotations

from dataclasses import replace

from audiatur.statements.cues_slavic import Cue, Reading, Said, said_by
from audiatur.statements.ends_slavic import clause_end
from audiatur.statements.phrases_slavic import is_adverbial
from audiatur.statements.subjects_slavic import Subject
from audiatur.statements.values import StatementClass
from audiatur.statements.views_slavic import Phrase, View
from audiatur.statements.words_slavic import Language


def document_after(view: View, at: int, end: int, language: Language) -> Phrase | None:
    """The text that the words after the verb at ``at`` name: "говорится в докладе"; None where they name none."""
    at += 1
    while at <= end and is_adverbial(view, at, language):
        at += 1
    if at >= end or view.word(at) not in language.in_:
        return None
    if is_adverbial(view, at + 1, language):
        at = next((k for k in range(at + 1, end) if view.word(k) in language.in_), at)
    first = last = at + 1
    while last + 1 <= end and view.kind(last + 1) in "wq":
        if view.word(last + 1) in language.stops or is_adverbial(view, last + 1, language):
            break
        last += 1
    return (first, last) if view.kind(first) in "wq" and not is_adverbial(view, first, language) else None


def text_says(reading: Reading, cue: Cue) -> Said | None:
    """ "В докладе говорится, что C", "«C», говорится в докладе"."""
    view, language = reading.view, reading.language
    left = _document_before(reading, cue)
    right = document_after(reading.view, cue.last, reading.last, reading.language) if left is None else None
    source = left or right
    cue = replace(cue, subject=Subject(source, inside=True) if source else None, right=None)
    if source and right:
        cue = replace(cue, right=Subject(None, told=None), last=cue.last)
    quoted = _text_before(reading, cue)
    if quoted is not None:
        return said_by(cue, [quoted], StatementClass.DOCUMENT)
    if source is None:
        return None
    low = (right[1] if right else cue.last) + 1
    for k in range(low, min(low + 6, reading.last)):
        if view.is_comma(k) and view.word(k + 1) in language.that:
            return said_by(
                cue,
                [(k + 2, clause_end(view, k + 2, reading.last, cue, language, plain=False))],
                StatementClass.DOCUMENT,
            )
        if view.word(k) == ":":
            end = k + 1 if view.kind(k + 1) == "q" else reading.last
            return said_by(cue, [(k + 1, end)], StatementClass.DOCUMENT)
        if view.word(k) in language.about and k < reading.last:
            return said_by(
                cue,
                [(k + 1, clause_end(view, k + 1, reading.last, cue, language, plain=True))],
                StatementClass.DOCUMENT,
            )
    return None


def _text_before(reading: Reading, cue: Cue) -> Phrase | None:
    """Words in marks, or a clause and a comma, right before the verb."""
    view = reading.view
    at = cue.first - 1
    while at >= 0 and (view.is_dash(at) or view.is_comma(at)):
        at -= 1
    if at < 0 or at == cue.first - 1:
        return None
    content = view.trimmed(reading.floor, at)
    if content is None or (cue.source and content[0] <= cue.source[0] <= content[1]):
        return None
    return content if view.kind(at) == "q" or cue.source else None


def _document_before(reading: Reading, cue: Cue) -> Phrase | None:
    view, language = reading.view, reading.language
    low = max(
        [
            reading.floor,
            *(k + 1 for k in range(reading.floor, cue.first) if view.word(k) in (":", ";") or view.kind(k) == "."),
        ]
    )
    first = next((k for k in range(low, min(low + 5, cue.first)) if view.word(k) in language.in_), None)
    if first is None:
        return None
    first += 1
    last = next((k - 1 for k in range(first, cue.first) if view.is_comma(k)), cue.first - 1)
    while last > first and (is_adverbial(view, last, language) or is_adverbial(view, last, language)):
        last -= 1
    return (first, last) if first <= last and not is_adverbial(view, first, language) else None
