"""Quotations without a cue of their own: those that carry on the statement before, and those that stand alone.

A sentence that is nothing but a quotation carries on the direct speech before it in its paragraph ("..." he said.
"..."). A paragraph that opens with a mark carries on one that never closed its own. Any other paragraph that is
nothing but a quotation is a statement of its own; who speaks is left to whoever resolves the speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.sentences import Paragraph, Sentence
from audiatur.statements.values import StatementClass

_MIN_WORDS = 4  # a paragraph in marks with fewer words is as often a title or a label
_ALONE = 0.4


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
    """With ``more`` added to the content, as one range where only space lies between."""
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
    previous: Paragraph | None = None
    for number, paragraph in enumerate(paragraphs):
        open_at = _last_open(found, previous) if previous else None
        in_paragraph: int | None = None  # the candidate that a bare quotation of this paragraph carries on
        for sentence in paragraph.sentences:
            own = by_sentence.get((sentence.start, sentence.end), [])
            if own:
                found.extend(own)
                in_paragraph = _carrier(text, found, len(own))
            elif sentence.only_quotation:
                target = in_paragraph if in_paragraph is not None else open_at
                if target is not None:
                    found[target] = _extended(found[target], _quoted_range(sentence))
                    in_paragraph = target
                elif _is_long(sentence):
                    found.append(_alone(number, sentence, follows=_spoke_before(text, found, number)))
                    in_paragraph = len(found) - 1
            else:
                in_paragraph = None
            open_at = None
        previous = paragraph
    return found


def _carrier(text: str, found: Sequence[Candidate], count: int) -> int | None:
    """The last of the newest ``count`` candidates that quotes."""
    for index in range(len(found) - 1, len(found) - 1 - count, -1):
        if _is_direct(text, found[index]):
            return index
    return None


def _is_long(sentence: Sentence) -> bool:
    return sum(len(t.text.split()) for t in sentence.tokens if t.kind == "q") >= _MIN_WORDS


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
