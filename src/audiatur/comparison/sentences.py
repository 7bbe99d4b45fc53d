"""The sentences of a text, as exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audiatur.spans import Span

_END = re.compile(r"[.!?…]+[\"”»’')\]]*(?=\s+[\"“«„‘'(\[]*[^\W\da-zа-яёіїєґ])|(?=\n)")
_SHORT = re.compile(
    r"(?:^|[\s(\"“«])(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|St|Jr|Sr|Prof|Rev|Pres|vs|Inc|Corp|Ltd|Jan|Feb|"
    r"Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_])\.$"
)
"""Abbreviations, initials and acronyms after which no sentence ends."""

_LOOK_BACK = 16


def sentences(text: str) -> Iterator[Span]:
    """The sentences, a line break ending one always; without white space around them, and none that is empty.

    An abbreviation or initial before a capital ends none: two sentences may come as one, never one as two halves there.
    """
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match.group() == "." and _SHORT.search(text[max(start, end - _LOOK_BACK) : end]):
            continue
        yield from _cut(text, start, end)
        start = end
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    body = text[start:end]
    left, right = len(body) - len(body.lstrip()), len(body.rstrip())
    if right > left:
        yield Span(start + left, start + right, body[left:right])
