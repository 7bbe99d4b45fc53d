"""Quotations without a cue of their own: those that carry on the statement before, and those that stand alone.

A sentence that is nothing but a quotation carries on the direct speech before it in its paragraph ("..." he said.
"..."). A paragraph that opens with a mark carries on one that never closed its own. Any other paragraph that is
nothing but a quotation is a statement of its own; who speaks is left to whoever resolves the speaker. A quotation that
already is content of a statement (its cue may stand in the next sentence) is left with it and carries nothing on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.repair import joined
from audiatur.statements.sentences import Paragraph, Sentence
from audiatur.statements.values import StatementClass

_MIN_WORDS = 4  # a paragraph in marks with fewer words is as often a title or a label
_ALONE = 0.3


def _quoted_range(sentence: Sentence) -> Range:
    """From the first to the last quotation of a sentence that is nothing else."""
    quotes = [t for t in sentence.tokens if t.kind == "q"]
    return quotes[0].start, quotes[-1].end


def _is_direct(text: str, candidate: Candidate) -> bool:
    """Whether the candidate's content ends or begins with a quotation."""
    if not candidate.content:
        return False
    start, end = candidate.content[-1]
    return text[end - 1] in "”\"»“'’" or text[start] in "“\"„«'‘"


def _extended(candidate: Candidate, more: Range) -> Candidate:
    """With ``more`` added to the content, unless it already is (words introduced by a colon)."""
    if candidate.content[-1] == more:
        return candidate
    return replace(candidate, content=(*candidate.content, more))


def _last_open(found: Sequence[Candidate], paragraph: Paragraph) -> int | None:
    """The candidate whose quotation the paragraph before left open."""
    open_quotes = [q for q in paragraph.quotations if not q.closed]
    if not open_quotes:
        return None
    for index in range(len(found) - 1, -1, -1):
        if any(start < open_quotes[-1].end and open_quotes[-1].start < end for start, end in found[index].content):
            return index
    return None


def carry_on(text: str, paragraphs: Sequence[Paragraph], tagged: Sequence[Candidate]) -> list[Candidate]:
    """All candidates, those of quotations without a cue included, in the order of the text."""
    by_sentence: dict[Range, list[Candidate]] = {}
    for candidate in tagged:
        by_sentence.setdefault(candidate.sentence, []).append(candidate)
    found: list[Candidate] = []
    carrier: int | None = None  # the candidate that a bare quotation carries on
    for number, paragraph in enumerate(paragraphs):
        open_at = _last_open(found, paragraphs[number - 1]) if number else None
        carrier = carrier if number and _ends_with(found, carrier, paragraphs[number - 1]) else None
        for sentence in paragraph.sentences:
            own = by_sentence.get((sentence.start, sentence.end), [])
            if own:
                found.extend(own)
                carrier = _carrier(text, found, len(own))
            elif sentence.only_quotation and _is_taken(_quoted_range(sentence), tagged):
                owner = _make_whole(text, _quoted_range(sentence), found)
                carrier = owner if sentence is not paragraph.sentences[-1] else None
            elif sentence.only_quotation:
                target = open_at if open_at is not None else carrier
                if target is not None:
                    found[target] = _extended(found[target], _quoted_range(sentence))
                    carrier = target
                elif _is_long(sentence):
                    found.append(_alone(number, sentence, follows=_spoke_before(text, found, number)))
                    carrier = len(found) - 1
            open_at = None
    return found


def _ends_with(found: Sequence[Candidate], carrier: int | None, paragraph: Paragraph) -> bool:
    """Whether the last sentence of the paragraph is of the statement, so that a bare quotation below is its own."""
    if carrier is None or not paragraph.sentences:
        return False
    last = paragraph.sentences[-1]
    candidate = found[carrier]
    return candidate.sentence == (last.start, last.end) or candidate.content[-1][0] >= last.start


def _carrier(text: str, found: Sequence[Candidate], count: int) -> int | None:
    """Which of the newest ``count`` candidates a bare quotation after them carries on: the last that quotes, or else
    the last with words of its own.
    """
    newest = range(len(found) - 1, len(found) - 1 - count, -1)
    for index in newest:
        if _is_direct(text, found[index]):
            return index
    for index in newest:
        candidate = found[index]
        cue = text[slice(*candidate.cue)].lower() if candidate.cue else ""
        if candidate.class_ is StatementClass.SPEECH and candidate.source and not cue.startswith("according"):
            return index
    return None


def _is_long(sentence: Sentence) -> bool:
    return sum(len(t.text.split()) for t in sentence.tokens if t.kind == "q") >= _MIN_WORDS


def _is_taken(quoted: Range, tagged: Sequence[Candidate]) -> bool:
    """Whether words of a quotation are content of a statement that is not told within it."""
    return any(
        start < quoted[1] and quoted[0] < end
        for candidate in tagged
        if candidate.cue is None or not quoted[0] <= candidate.cue[0] < quoted[1]
        for start, end in candidate.content
    )


def _make_whole(text: str, quoted: Range, found: list[Candidate]) -> int | None:
    """Gives all of a quotation to the newest candidate that has words of it; its index, or None where none has."""
    for index in range(len(found) - 1, -1, -1):
        candidate = found[index]
        if _is_taken(quoted, [candidate]):
            if not any(start <= quoted[0] and quoted[1] <= end for start, end in candidate.content):
                found[index] = replace(candidate, content=tuple(joined(text, [*candidate.content, quoted])))
            return index
    return None


def _spoke_before(text: str, found: Sequence[Candidate], paragraph: int) -> bool:
    """Whether the paragraph before ended in a quotation or in words that lead up to one."""
    return bool(found) and found[-1].paragraph == paragraph - 1 and _is_direct(text, found[-1])


def _alone(number: int, sentence: Sentence, *, follows: bool) -> Candidate:
    return Candidate(
        source=None,
        cue=None,
        content=(_quoted_range(sentence),),
        class_=StatementClass.SPEECH,
        paragraph=number,
        sentence=(sentence.start, sentence.end),
        follows=follows,
        confidence=_ALONE,
    )
