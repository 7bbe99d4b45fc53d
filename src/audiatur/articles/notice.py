"""A republisher's own notice, told apart from the article it stands in.

The notice is the last paragraphs of a text, or the first, and speaks of the source as a source: who owns and funds it,
why it is here, that this is no endorsement, where it first appeared. One such cue proves nothing, since news about
media uses the same words; so independent kinds of cues are counted (``notice_cues``), and one of them must speak of
this very item being here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from audiatur.articles.notice_cues import KINDS, REPORTED, SELF
from audiatur.articles.passages import sentences
from audiatur.spans import Span

_KINDS_NEEDED = 2
_KINDS_NEEDED_IF_REPORTED = 4
"""With reporting verbs in it a paragraph is an article's own until four kinds say otherwise."""

_PARAGRAPHS_AT_MOST = 3
"""A notice of more paragraphs than this has not been seen."""

_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"")

_DATE = r"\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\w*\b"
_ALONE = re.compile(
    r"(?:this|the) (?:article|story|report|piece|post|text|column) (?:was|is|has been|first|originally)?\s*"
    r"(?:originally |first |re)?-?(?:published|appeared|posted) (?:by|in|on|at|from|with permission from) "
    rf"(?!{_DATE})[^.!?]{{2,80}}(?:\.[a-z]{{2,}}[^.!?]{{0,40}})?[.]?",
    re.IGNORECASE,
)
"""A paragraph that is nothing but "This article was originally published by X." needs no second cue."""


def kinds_of(passage: str) -> frozenset[str]:
    """The kinds of notice cues in a passage; what stands inside quotation marks is someone else's and not counted."""
    own = _QUOTED.sub(" ", passage)
    return frozenset(kind for kind, pattern in KINDS.items() if pattern.search(own))


def is_notice(passage: str) -> bool:
    """Whether a passage, taken by itself, is a republisher's notice."""
    if _ALONE.fullmatch(passage.strip(" \t*_()[]")):
        return True
    kinds = kinds_of(passage)
    needed = _KINDS_NEEDED_IF_REPORTED if REPORTED.search(passage) else _KINDS_NEEDED
    return len(kinds) >= needed and bool(kinds & SELF)


def _joined(text: str, parts: Sequence[Span]) -> Span:
    return Span.of(text, min(part.start for part in parts), max(part.end for part in parts))


def _at_edge(text: str, parts: Sequence[Span]) -> Span | None:
    """The notice that begins ``parts``, given from the edge of the text inwards; None where there is none.

    It grows inwards as long as each further paragraph has a self cue of its own.
    """
    best: Span | None = None
    for count in range(1, min(_PARAGRAPHS_AT_MOST, len(parts) - 1) + 1):
        if count > 1 and not kinds_of(parts[count - 1].text) & SELF:
            break
        whole = _joined(text, parts[:count])
        if is_notice(whole.text):
            best = whole
    return best


def _in_last_sentences(text: str, pieces: Sequence[Span]) -> Span | None:
    """The notice in a text without line breaks: the last run of sentences that carry cues, one gap allowed."""
    run: list[Span] = []
    waiting: list[Span] = []
    for piece in reversed(pieces[1:]):
        if kinds_of(piece.text):
            run += [*waiting, piece]
            waiting = []
        elif len(waiting) == 1:
            break
        else:
            waiting.append(piece)
    if not run:
        return None
    whole = _joined(text, run)
    return whole if is_notice(whole.text) else None


def notice(text: str, lines: Sequence[Span]) -> Span | None:
    """The republisher's notice among ``lines``, the paragraphs of ``text`` that are no furniture; None: it has none.

    The end of the text is looked at first, then its beginning. A text that would be all notice has none.
    """
    if len(lines) > 1:
        return _at_edge(text, lines[::-1]) or _at_edge(text, lines)
    return _in_last_sentences(text, sentences(text, lines[0])) if lines else None
