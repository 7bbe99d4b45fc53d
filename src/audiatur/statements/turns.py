"""Quotations with nothing before them but a name and a colon: digests, captions and turns ("... - Lena Orlova: “...”").

Too rare in the training data to be learnt; the form itself settles the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.quotations import Quotation
from audiatur.statements.sentences import Paragraph
from audiatur.statements.values import StatementClass

_NAME = r"[A-Z][\w.’'&-]*(?:,? (?:(?:and|of|the|for|&) )?[A-Z][\w.’'&-]*){0,5}"
_BEFORE = re.compile(rf"(?:^|[-–—] )(?P<name>{_NAME})(?: \([^()]{{1,40}}\))?(?P<colon>:) ?$")
_AFTER = re.compile(
    r"[ ,]{0,2}(?:(?P<name>(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}|[Hh]e|[Ss]he|[Tt]hey)) "
    r"(?P<cue>(?:also |then |later )?"
    r"(?:said|says|added|adds|asked|wrote|writes|replied|tweeted|told (?:him|her|them|reporters))))\b"
)
_REACH = 160  # characters of a paragraph before its quotation in which name and colon stand
_SURE = 0.8  # of the 16 of this form in the training data 13 have the name as their source
_WORD = re.compile(r"\w+")
_LEAST = 4


def name_turns(text: str, paragraphs: Sequence[Paragraph], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each quotation of this form with the name before it as its source; missing ones are added."""
    found = list(candidates)
    for paragraph in paragraphs:
        for quotation in paragraph.quotations:
            before = text[max(paragraph.start, quotation.start - _REACH) : quotation.start]
            match = _BEFORE.search(before)
            if match is None or (match.start() == 0 and len(before) == _REACH):
                continue
            at = quotation.start - len(before)
            name, colon = ((at + match.start(g), at + match.end(g)) for g in ("name", "colon"))
            _attribute(text, paragraph, quotation, name, colon, found)
    return found


def name_followed(text: str, paragraphs: Sequence[Paragraph], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates and those of a quotation that nobody has, with nothing but "Orlova said" right after it."""
    found = list(candidates)
    for paragraph in paragraphs:
        for quotation in paragraph.quotations:
            match = _AFTER.match(text, quotation.end, paragraph.end)
            if match is None or len(_WORD.findall(text, quotation.inner_start, quotation.inner_end)) < _LEAST:
                continue
            said, name, cue = (quotation.start, quotation.end), match.span("name"), match.span("cue")
            if not any(
                a < end and start < b
                for c in found
                for start, end in (*c.content, c.cue or c.content[0])
                for a, b in (said, cue)
            ):
                found.append(_spoken(paragraph, quotation, name, cue, said))
    return found


def _spoken(paragraph: Paragraph, quotation: Quotation, name: Range, cue: Range, said: Range) -> Candidate:
    sentence = next((s for s in paragraph.sentences if s.start <= quotation.start < s.end), paragraph.sentences[0])
    return Candidate(
        source=name,
        cue=cue,
        content=(said,),
        class_=StatementClass.SPEECH,
        paragraph=sentence.paragraph,
        sentence=(sentence.start, sentence.end),
        confidence=_SURE,
    )


def _attribute(
    text: str, paragraph: Paragraph, quotation: Quotation, name: Range, colon: Range, found: list[Candidate]
) -> None:
    """Give the quotation to the name: to the candidate that begins with it, or to a new one."""
    for index, candidate in enumerate(found):
        if any(start < quotation.end and quotation.start < end for start, end in candidate.content):
            led = candidate.cue is None or candidate.cue[0] < quotation.end
            if led and candidate.content[0][0] == quotation.start:
                found[index] = replace(candidate, source=name, cue=colon, class_=StatementClass.SPEECH)
            return
    if len(_WORD.findall(text, quotation.inner_start, quotation.inner_end)) < _LEAST:
        return
    found.append(_spoken(paragraph, quotation, name, colon, (quotation.start, quotation.end)))
