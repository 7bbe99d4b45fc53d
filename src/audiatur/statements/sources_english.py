"""Mends the words of a source of which a learned tagger took a part: an article, an owner, half a bracket.

Each rule answers failures read on articles kept out of training; docs/technotes/tagger.md tells them. Relative clauses
are left: annotators keep them 282 times of 502.
"""

from __future__ import annotations

import re

from audiatur.statements.candidates import Range
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import DETERMINERS, SUBORDINATORS

_LEADING = re.compile(r"(?:But|And|While|Yet|Though|Although|Because|If)\s+(?=\w)")
_ONLY_RELATIVE = re.compile(r"(who|which)\s+\w", re.IGNORECASE)
_QUOTING = re.compile(r",?\s+[\"“].*$", re.DOTALL)
_PHRASE = re.compile(r"[^,.;:!?“”\"\n()–—]*")
_OWNER = re.compile(r"['’]s?\s+(?=\w)")
_NAMED = re.compile(r",\s(?:the\s)?(?:[A-Z][\w.’'-]*)(?:\s[A-Z][\w.’'-]*)*(?=,)")
_CALLED = re.compile(
    r" (?:calling (?:him|her|it|them)sel(?:f|ves)|(?:who is |better )?known as|named|nicknamed|identified as|"
    r"who gave (?:his|her) name (?:only )?as) [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
)
_NO_NOUN = DETERMINERS - words("this that some many several most few all both another other each one")
_LONGEST = 90  # characters that a source may gain


def mended_source(text: str, source: Range, cue: Range | None) -> Range:
    """The range of a source with its whole phrase; it never reaches into the cue."""
    start, end = source
    words_ = text[start:end]
    led = _LEADING.match(words_)
    if led:
        start += led.end()
    only = _ONLY_RELATIVE.match(text, start, end)
    if only:
        return start, start + len(only[1])
    said = _QUOTING.search(text, start, end)
    if said and said.start() > start + 1:
        end = said.start()
    return start, _extended(text, start, end, cue)


def _extended(text: str, start: int, end: int, cue: Range | None) -> int:
    """Where a source ends of which only the article, the owner or half a bracket was taken."""
    limit = cue[0] if cue is not None and cue[0] >= end else min(len(text), end + _LONGEST)
    if text.count("(", start, end) > text.count(")", start, end):
        close = text.find(")", end, min(limit, end + _LONGEST))
        return close + 1 if close >= 0 else end
    called = _CALLED.match(text, end, limit)
    if called:
        return called.end()
    owner = _OWNER.match(text, end, limit)
    if owner is None and text[start:end].lower() not in _NO_NOUN:
        return end
    stop = _PHRASE.match(text, owner.end() if owner else end, limit)
    reached = stop.end() if stop else end
    if cue is not None and cue[0] > end and cue[0] - reached <= 1:
        reached = cue[0]
    elif cue is not None and cue[0] > end:
        named = _NAMED.match(text, reached, limit)
        reached = named.end() if named else reached
    phrase = text[end:reached].rstrip()
    if not phrase.strip("'’s ") or any(word.lower() in SUBORDINATORS for word in phrase.split()):
        return end
    return end + len(phrase)
