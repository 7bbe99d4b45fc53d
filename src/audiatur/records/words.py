"""Words of quotations and records: what of their spelling counts, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from audiatur.stories.background import news_terms, stop_words
from audiatur.stories.words import bare
from audiatur.stories.words import stem as term

STEM = 6
"""Letters of a word that count in the search: "Ukraine" and "Ukrainian", "negotiate" and "negotiations" are one."""

SHORT_STEM = 5
"""The same in Cyrillic, whose endings are longer: "трагедия" and "трагедией" are one."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ`‐‑-][^\W\d_]+)*")
# Notes of whoever wrote the record down: between square brackets, or round ones that begin with a known word.
_NOTE = re.compile(
    r"\[[^\]\n]{0,80}\]|\((?:laugh|applau|cheer|inaudible|crosstalk|pause|music|(?:re)?translat|in [A-Z]|"
    r"смех|аплод|сміх|оплес|неразб|нерозб)[^)\n]{0,60}\)",
    re.IGNORECASE,
)
_MARKS = re.compile("['’ʼ`‐‑-]")
_POSSESSIVE = re.compile("['’ʼ`]s$")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


_TONGUES = ("en", "ru", "uk")
_STOP = frozenset(word for tongue in _TONGUES for word in stop_words(tongue))
_NEWS = frozenset(word for tongue in _TONGUES for word in news_terms(tongue))


class Word(NamedTuple):
    """A word at its place: ``key`` is how it compares, ``stem`` how it is searched. A tuple: there are many."""

    key: str
    stem: str
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None, *, notes: bool = True) -> Iterator[Word]:
    """The words of a stretch of text. With ``notes`` false, notes of the transcriber are passed over.

    >>> [word.key for word in words_of("a “dead-end”, they said: 1,200 of them")]
    ['a', 'deadend', 'they', 'said', '1200', 'of', 'them']
    """
    stop = len(text) if end is None else end
    if notes:
        yield from _between(text, start, stop)
        return
    at = start
    for note in _NOTE.finditer(text, start, stop):
        yield from _between(text, at, note.start())
        at = note.end()
    yield from _between(text, at, stop)


def _between(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        key, stem = forms(match.group())
        if key:
            yield Word(key, stem, match.start(), match.end())


@lru_cache(maxsize=1 << 16)
def forms(written: str) -> tuple[str, str]:
    """A word as it compares and as it is searched: case, accents, hyphens and apostrophes apart.

    >>> forms("Russia’s"), forms("Largely"), forms("meetings")
    (('russias', 'russia'), ('largely', 'larg'), ('meetings', 'meet'))
    """
    if written[0].isdigit():
        plain = written.replace(",", "").rstrip(".")
        return plain, plain
    key = _MARKS.sub("", bare(written))
    return key, _stem(_MARKS.sub("", bare(_POSSESSIVE.sub("", written))))


def _stem(word: str) -> str:
    if _CYRILLIC.search(word):
        return word[:SHORT_STEM] if len(word) > STEM else word
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "su":
        word = word[:-1]
    for ending in ("ing", "ed", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] == "e":
        word = word[:-1]
    return word[:STEM]


def is_stop(key: str) -> bool:
    """Whether a word says nothing of what is talked about."""
    return key in _STOP


@lru_cache(maxsize=1 << 16)
def is_news(key: str) -> bool:
    """Whether news is full of the word, whatever happened."""
    return term(key) in _NEWS
