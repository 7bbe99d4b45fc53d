"""Lays the statements of one English sentence beside and into each other: cut where the next one begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audiatur.statements.clauses_english import clause_subject
from audiatur.statements.contents_english import hang_one
from audiatur.statements.frames_english import Frame
from audiatur.statements.hung_english import DASHES, GUESS, Hung, ends_as_quote
from audiatur.statements.phrases_english import Phrase
from audiatur.statements.roles_english import DOCUMENTS
from audiatur.statements.sentences import Token
from audiatur.statements.verbs_english import DIRECT_ONLY, QUOTE_ONLY
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import COORDINATORS, DETERMINERS

_NAMING = words("call dub term label title")
_WRITING = words("write post tweet broadcast publish open")


def _is_separate(tokens: Sequence[Token], frame: Frame) -> int | None:
    """Where content before this frame must end if the frame starts a statement beside it; None where it is inside."""
    at = frame.first - 1
    if at < 1:
        return None
    while at > 0 and (
        tokens[at].lower in COORDINATORS or tokens[at].lower in ("while", "as", "then", "although", "though", "by")
    ):
        at -= 1
    moved = at < frame.first - 1
    if tokens[at].text in ",;" or tokens[at].text in DASHES:
        return at - 1
    if tokens[at].kind == "q" and (moved or frame.follows or ends_as_quote(tokens[at])):
        return at
    return at if moved else None


def hang(tokens: Sequence[Token], frames: Sequence[Frame]) -> list[Hung]:
    """The statements of a sentence: each frame with its content, cut where the next statement begins."""
    end = _end_of(tokens)
    hung: list[Hung] = []
    floor = 0
    for number, frame in enumerate(frames):
        one = hang_one(tokens, frame, floor, end)
        if one is None or not _worth(tokens, one):
            continue
        one = _with_subject(tokens, one, hung)
        if one is None:
            continue
        if one.before:
            floor = max(floor, one.content[-1][1] + 1, frame.last + 1)
        hung.append(one)
        if number + 1 == len(frames):
            break
    return _cut(tokens, [one for one in hung if not any(_is_framed(one, later) for later in hung)])


def _is_framed(one: Hung, later: Hung) -> bool:
    """Whether all that one would hold is the reporter's "his aide said" that closes the sentence it stands in."""
    inside = later.before and later.content[0][0] <= one.frame.first <= later.content[0][1]
    return inside and later.frame.first <= one.content[0][0] <= later.frame.last


def _worth(tokens: Sequence[Token], one: Hung) -> bool:
    """Whether a weak verb has the quotation that makes it a cue."""
    lemma = one.frame.cue.lemma
    first = one.content[0][0]
    if lemma in _NAMING and tokens[min(len(tokens) - 1, first + (tokens[first].lower in DETERMINERS))].kind == "q":
        return False
    if lemma in _WRITING and tokens[first].lower in DETERMINERS:
        return not any(t.lower in DOCUMENTS for t in tokens[first : first + 4])
    if lemma in DIRECT_ONLY:
        return any(tokens[first].kind == "q" for first, _ in one.content)
    if lemma not in QUOTE_ONLY or (lemma == "continue" and tokens[max(0, first - 1)].lower == "that"):
        return True
    return any(t.kind == "q" for first, last in one.content for t in tokens[first : last + 1])


def _with_subject(tokens: Sequence[Token], one: Hung, earlier: Sequence[Hung]) -> Hung | None:
    """Give a frame without a subject that of the statement before it in the sentence, or that of the clause."""
    if one.subject is not None or not one.frame.follows:
        return one
    for previous in reversed(earlier):
        if previous.subject is not None:
            return replace(one, subject=previous.subject)
    subject = clause_subject(tokens, one.frame.first)
    return replace(one, subject=subject, confidence=GUESS) if subject else None


def _cut(tokens: Sequence[Token], hung: list[Hung]) -> list[Hung]:
    """End each content where a separate later statement begins, and take relative clauses out of what encloses them."""
    result: list[Hung] = []
    for number, one in enumerate(hung):
        content = list(one.content)
        for later in hung[number + 1 :]:
            first, last = content[-1]
            if later.frame.first <= one.frame.first < later.frame.cue.first:
                # "Marks, a baker who said little, denied it"
                content[-1] = (first, max(first, min(last, later.frame.cue.first - 2)))
                continue
            if later.before and later.content[0][0] <= one.frame.first:
                stop: int | None = later.content[0][1]
            elif later.frame.relative is not None and later.hole is None:
                continue
            else:
                stop = None if later.hole else _is_separate(tokens, later.frame)
            if stop is not None and first <= later.frame.first <= last + 1 and stop >= first:
                content[-1] = (first, min(last, stop))
        for other in hung:
            if other is not one and other.hole is not None:
                content = _without(content, other.hole)
        result.append(replace(one, content=tuple(_shaved(tokens, c) for c in content)))
    return result


def _without(content: list[Phrase], hole: Phrase) -> list[Phrase]:
    cut: list[Phrase] = []
    for first, last in content:
        if first < hole[0] and hole[1] < last:
            cut += [(first, hole[0] - 1), (hole[1] + 1, last)]
        else:
            cut.append((first, last))
    return cut


def _shaved(tokens: Sequence[Token], content: Phrase) -> Phrase:
    """Without marks at the ends that belong to the sentence and not to what was said."""
    first, last = content
    while last > first and tokens[last].kind in "p." and tokens[last].text not in ")]%$€£":
        last -= 1
    while first < last and tokens[first].kind == "p" and tokens[first].text not in "([$€£#@":
        first += 1
    return first, last


def _end_of(tokens: Sequence[Token]) -> int:
    """The last token that is not a closing stop."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].kind in ".p" and tokens[last].text not in ")]%$€£":
        last -= 1
    return last
