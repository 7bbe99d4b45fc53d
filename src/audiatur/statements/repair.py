"""Mends what a learned tagger leaves: halves of quotations, words claimed twice, pieces that belong together.

Each rule answers failures seen on articles kept out of training; docs/technotes/tagger.md tells them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.quotations import Quotation
from audiatur.statements.sentences import Paragraph
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import COORDINATORS, PREPOSITIONS, SUBORDINATORS, TIME_LEADS, TIME_WORDS

_WORD = re.compile(r"\w+")
_MOSTLY = 0.5  # of the words of a quotation: whoever has as many of them is given all
_SAID = 4  # words in marks; with fewer they are as often a title or a label
_OPENS = '“"«„'
_DANGLING = ",;:–—-"
_REST = re.compile(r"([\w\s’'-]*\w)[.?!]?\s*$")
_FEW = 3  # words that a content may lack at the end of its sentence
_APART = PREPOSITIONS | TIME_WORDS | TIME_LEADS | COORDINATORS | SUBORDINATORS | words("that to then he she it they")
_JOINING = re.compile(r"[^\w]*")


def mend(text: str, paragraphs: Sequence[Paragraph], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with whole quotations and joined parts; one left without words is left out."""
    contents = [list(c.content) for c in candidates]
    for paragraph in paragraphs:
        for quotation in paragraph.quotations:
            _give_whole(text, quotation, candidates, contents)
    found = []
    frames = _union([r for c in candidates for r in (c.source, c.cue) if r])
    opening = {q.start for p in paragraphs for q in p.quotations}
    for candidate, parts in zip(candidates, contents, strict=True):
        said = [p for p in parts if _WORD.search(text, *p) and not _within_frame(text, p, frames)]
        said = _less_topic(text, candidate.cue, said, opening)
        kept = [trimmed(text, p) for p in joined(text, said)]
        if kept:
            found.append(replace(candidate, content=tuple(kept)))
    return found


def filled(text: str, paragraphs: Sequence[Paragraph], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, a content that stops a few words before the end of its sentence with these words.

    Left are words that another statement has, and those that begin as what tells when, where or to whom does.
    """
    taken = [r for c in candidates for r in (*c.content, *(f for f in (c.source, c.cue) if f))]
    ends = [s.end for p in paragraphs for s in p.sentences]
    found = []
    for candidate in candidates:
        start, end = candidate.content[-1]
        stop = _clause_end(text, end, ends)
        rest = text[end:stop].split()
        whole = rest and len(rest) <= _FEW and rest[0].lower() not in _APART and text[end - 1].isalnum()
        whole = whole and text[end : end + 1] == " " and not _touches((end, stop), taken)
        found.append(replace(candidate, content=(*candidate.content[:-1], (start, stop))) if whole else candidate)
    return found


def _clause_end(text: str, at: int, ends: Sequence[int]) -> int:
    """The end of the words of the sentence after ``at``; ``at`` itself where a mark stands among them."""
    index = bisect_left(ends, at)
    rest = _REST.match(text, at, ends[index]) if index < len(ends) else None
    return rest.end(1) if rest else at


def _within_frame(text: str, part: Range, frames: Sequence[Range]) -> bool:
    """Whether a part is nothing but the source or cue of statements: "Marek said" between two parts of another."""
    return not any(_WORD.search(text, *left) for left in _less(part, frames))


def _less_topic(text: str, cue: Range | None, parts: Sequence[Range], opening: Collection[int]) -> list[Range]:
    """The parts without words that tell what a quotation before the cue is about ("…," he said of the vote).

    ``opening``: where quotations begin.
    """
    if cue is None or not any(end <= cue[0] and start in opening for start, end in parts):
        return list(parts)
    kept: list[Range] = []
    leads = text[cue[0] : cue[1]].split()[-1:]
    for start, end in parts:
        around = {word.lower() for word in (*leads, *text[start:end].split()[:1])}
        if start >= cue[1] and not text[cue[1] : start].strip() and around & PREPOSITIONS:
            kept.extend((at, end) for at in sorted(opening) if start <= at < end)
        else:
            kept.append((start, end))
    return _union(kept)


def _less(part: Range, frames: Sequence[Range]) -> list[Range]:
    left = [part]
    for frame in frames:
        left = without(left, frame)
    return left


def rescue(
    text: str, paragraphs: Sequence[Paragraph], kept: Sequence[Candidate], rest: Sequence[Candidate]
) -> list[Candidate]:
    """What was kept, and of the rest, the surest first, who has a quotation that nobody has yet."""
    found = list(kept)
    quotations = [q for p in paragraphs for q in p.quotations]
    for candidate in rest:
        said = [r for c in found for r in c.content]
        if any(_touches(part, said) for part in candidate.content) or (candidate.cue and _touches(candidate.cue, said)):
            continue
        for quotation in quotations:
            total = _words(text, quotation.inner_start, quotation.inner_end)
            share = sum(_words(text, *r) for r in _within(candidate.content, quotation))
            if total >= _SAID and share >= _MOSTLY * total:
                found.extend(mend(text, paragraphs, [candidate]))
                break
    return found


def _touches(span: Range, others: Sequence[Range]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in others)


def _give_whole(text: str, quotation: Quotation, candidates: Sequence[Candidate], contents: list[list[Range]]) -> None:
    """A quotation to the candidate that has most of its words, if it has the larger part; the others lose theirs."""
    total = _words(text, quotation.inner_start, quotation.inner_end)
    shares = [sum(_words(text, *r) for r in _within(parts, quotation)) for parts in contents]
    if not total or not any(shares):
        return
    best = max(range(len(shares)), key=lambda i: (shares[i], candidates[i].confidence))
    if shares[best] < _MOSTLY * total:
        return
    for index, parts in enumerate(contents):
        if shares[index] and index != best:
            contents[index] = without(parts, (quotation.start, quotation.end))
    own = candidates[best]
    inside = [r for r in (own.cue, own.source) if r and quotation.start < r[0] and r[1] <= quotation.end]
    if not inside:
        contents[best] = _union([*contents[best], (quotation.start, quotation.end)])


def _within(parts: Sequence[Range], quotation: Quotation) -> list[Range]:
    """What of the parts lies inside the marks."""
    cut = [(max(a, quotation.inner_start), min(b, quotation.inner_end)) for a, b in parts]
    return [(a, b) for a, b in cut if a < b]


def _words(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(text, start, end))


def without(parts: Sequence[Range], gap: Range) -> list[Range]:
    """The parts less what lies in ``gap``."""
    found: list[Range] = []
    for start, end in parts:
        both = ((start, min(end, gap[0])), (max(start, gap[1]), end))
        found.extend(piece for piece in both if piece[0] < piece[1])
    return sorted(set(found))


def _union(parts: Sequence[Range]) -> list[Range]:
    """The parts in order, overlapping ones as one."""
    found: list[Range] = []
    for start, end in sorted(parts):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def trimmed(text: str, part: Range) -> Range:
    """The part without spaces and dangling marks at its ends; quotation marks and full stops stay."""
    start, end = part
    while start < end and (text[start].isspace() or text[start] in _DANGLING):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _DANGLING):
        end -= 1
    return start, end


def joined(text: str, parts: Sequence[Range]) -> list[Range]:
    """Parts with nothing but marks and spaces of one paragraph between them as one."""
    found: list[Range] = []
    for start, end in _union(parts):
        between = text[found[-1][1] : start] if found else "x"
        if found and _JOINING.fullmatch(between) and "\n" not in between:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
