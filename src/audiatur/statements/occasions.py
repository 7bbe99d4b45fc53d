"""When, where and to whom a statement was made, from the words of its clause that are not the statement itself.

A date belongs to a statement where it stands at the cue ("said on Tuesday that", "on Tuesday said", "On Tuesday, X
said", "accusing" after "left on Tuesday,") or at a text that was then written ("a report published on Tuesday says"). A
date at another verb, in a relative clause, after "since" or "after", or with 's is not that of the utterance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from audiatur.spans import Span
from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.dates import find_dates
from audiatur.statements.dates_rules import DateFound
from audiatur.statements.dates_slavic import find_slavic_dates
from audiatur.statements.inheriting import inherit
from audiatur.statements.values import Occasion
from audiatur.statements.venues import find_addressee, find_place
from audiatur.statements.venues_slavic import find_slavic_place

__all__ = ["find_occasion", "inherit"]

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_OTHER_TIME = re.compile(
    r"\b(?:since|until|till|by|from|before|after|for|through|between|of|following|than|ahead\s+of|and|to|"
    r"с|со|до|после|к|от|перед|з|із|зі|після|від|для|на)\s+$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"['’]s\b")
_DATELINE = re.compile(
    r"(?:^|\n)[^\n.]{0,60}?\([^)\n]{2,40}\)\s*[-–—]|"
    r"(?:^|\n)[A-ZА-ЯІЇЄҐ][A-ZА-ЯІЇЄҐ .,’'-]{2,40},?\s[^\n]{0,20}?\s[-–—]\s"
)
_RELATIVE = re.compile(
    r",?\s\b(?:who|which|whose|where|when|while|as|because|that)\b|\b(?:after|before|since|although|though|if)\b"
    r"|\b(?:котор\w+|когда|після|після|після того|який|яка|які|коли)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|will|would|came|met|took|left|struck|hit|fell|began|went|became|made|gave|"
    r"won|lost|killed|visited|arrived|signed|opened|collapsed|ended|[a-z]{3,}ed)\b"
)
_SOME_TIME = re.compile(
    r"\b(?:earlier|previously|once|repeatedly|recently|later|in\s+the\s+past|used\s+to|ранее|раньше|недавно|однажды|"
    r"на\s+днях|неоднократно|раніше|нещодавно|днями|якось|неодноразово)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r",?\s+and(?:\s+also|\s+\w+ly|\s+then)?\s+")
_WHEN = re.compile(r",?\s+when\s+(?:the\s+)?")
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|has|have|had)(?:\s+\w+){0,2}\s*$")
_WRITTEN = re.compile(
    r"\b(?:published|released|dated|filed|issued|posted|signed|adopted|sent|written|aired|broadcast|circulated|"
    r"conducted|carried\s+out)\s+(?:online\s+|late\s+)?(?:on\s+|in\s+)?$"
)


@lru_cache(maxsize=4)
def _dates_of(text: str, published: date | None) -> tuple[DateFound, ...]:
    """The dates of an article without those of its dateline; kept for the next statements of the same article."""
    find = find_slavic_dates if _CYRILLIC.search(text) else find_dates
    head = _DATELINE.search(text[:400])
    datelines = head.span() if head else (0, 0)
    found = find(text, 0, len(text), published)
    return tuple(d for d in found if not datelines[0] <= d.start < datelines[1])


@dataclass(frozen=True, slots=True)
class _Clause:
    """What of a sentence is no one's content: where its words lie before and after the cue."""

    text: str
    candidate: Candidate
    cue: Range
    free: tuple[Range, ...]

    def holds(self, found: DateFound) -> bool:
        return any(start <= found.start and found.end <= end for start, end in self.free)


def _free(candidate: Candidate, cue: Range, all_content: Sequence[Range]) -> tuple[Range, ...]:
    """The stretches of the sentence outside all contents; of contents around the cue, only its own clause's."""
    low, high = candidate.sentence
    low, high = min(low, cue[0]), max(high, cue[1])
    around = [c for c in all_content if c[0] <= cue[0] and cue[1] <= c[1] and c not in candidate.content]
    for start, end in around:
        low, high = max(low, start), min(high, end)
    taken = sorted([*(c for c in all_content if c not in around), *candidate.content])
    stretches: list[Range] = []
    at = low
    for start, stop in taken:
        if stop <= low or start >= high:
            continue
        if start > at:
            stretches.append((at, start))
        at = max(at, stop)
    if at < high:
        stretches.append((at, high))
    return tuple(stretches)


def _at_cue(clause: _Clause, found: DateFound) -> bool:
    """Whether a date of the clause is that of the cue, by what stands between and before them."""
    text, (cue_start, cue_end) = clause.text, clause.cue
    if text[found.end : found.end + 1] in ("»", "”") or _OWNER.match(text, found.end):
        return False
    if _OTHER_TIME.search(text, max(0, found.start - 12), found.start):
        return False
    source = clause.candidate.source
    if source and source[0] <= found.start and found.end <= source[1]:
        within = text[source[0] : found.start]
        at_edge = source[0] == found.start or found.end == source[1]
        return bool(_WRITTEN.search(within)) or (at_edge and not _told_elsewhere(within))
    if found.start >= cue_end:
        between = text[cue_end : found.start]
        return not _RELATIVE.search(between) and "\n" not in between and len(between) < 120
    if found.end > cue_start:
        return True
    return _before_cue(clause, found)


def _told_elsewhere(words: str) -> bool:
    """Whether words hold a verb or open a clause, so that a date beyond them belongs there and not to the cue."""
    return bool(_RELATIVE.search(words) or _FINITE.search(words))


def _before_cue(clause: _Clause, found: DateFound) -> bool:
    """As ``_at_cue``, for a date that stands before the cue."""
    text, (cue_start, cue_end) = clause.text, clause.cue
    source = clause.candidate.source
    low = next((start for start, end in clause.free if start <= found.start and found.end <= end), found.start)
    head, tail = text[low : found.start], text[found.end : cue_start]
    if _WRITTEN.search(head) or _COORDINATED.fullmatch(tail):
        return True
    if text[cue_start:cue_end].endswith("ing") and len(tail) < 40 and not _told_elsewhere(tail):
        return True
    if source and source[1] <= found.start:
        return not _told_elsewhere(text[source[1] : found.start])
    if source and source[0] >= found.end:
        tail = text[found.end : source[0]]
        if _WHEN.fullmatch(tail):
            return True
    return not _told_elsewhere(head) and not _told_elsewhere(_AUXILIARY.sub("", tail))


def _date(clause: _Clause, published: date | None) -> DateFound | None:
    """The date of the clause nearest to its cue, the first of those after it before those before it."""
    found = [d for d in _dates_of(clause.text, published) if clause.holds(d) and _at_cue(clause, d)]
    if published is not None:
        found = [d for d in found if d.value is None or d.value <= published.isoformat()]
    cue = clause.cue
    return min(found, key=lambda d: d.start - cue[1] if d.start >= cue[1] else cue[0] - d.end, default=None)


def _vague(clause: _Clause) -> Span | None:
    """Words at the cue or at the head of its clause that put the utterance at some other, untold time ("once")."""
    text, (start, end) = clause.text, clause.cue
    low = next((a for a, b in clause.free if a <= start <= b), start)
    match = _SOME_TIME.search(text, max(low, start - 14), end) or _SOME_TIME.match(text, low)
    return Span.of(text, match.start(), match.end()) if match else None


def find_occasion(
    text: str, candidate: Candidate, all_content: Sequence[Range], nested: bool, published: date | None
) -> Occasion:
    """The occasion as far as the sentence itself tells it.

    A nested statement's is told only between its own source, cue and content; ``inherit`` gives the rest. A date after
    the day of publication is no occasion of a statement that was reported. None in a field: the sentence does not say.
    """
    addressee = Span.of(text, *candidate.addressee) if candidate.addressee else None
    cue = candidate.cue
    if cue is None:
        return Occasion(addressee=addressee)
    clause = _Clause(text, candidate, cue, _free(candidate, cue, all_content))
    content = [c for c in candidate.content if c[0] >= cue[1]]
    if addressee is None:
        who = find_addressee(text, cue, min(content)[0] if content else candidate.sentence[1], candidate.sentence[1])
        addressee = Span.of(text, *who) if who else None
    according = text[slice(*cue)].lower().startswith("according")
    found = None if according and not candidate.source else _date(clause, published)
    place = None
    if not nested and not according:
        find = find_slavic_place if _CYRILLIC.search(text, *candidate.sentence) else find_place
        places = (find(text, *stretch) for stretch in clause.free)
        place = next((Span.of(text, *p) for p in places if p and p != candidate.source), None)
    when = Span.of(text, found.start, found.end) if found else _vague(clause)
    return Occasion(found.value if found else None, when, False, place, addressee)
