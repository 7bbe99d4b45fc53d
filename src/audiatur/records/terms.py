"""The terms of a text as numbers, for a store that finds a transcript by them without reading it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from audiatur.records.words import Word, is_stop, words_of


def terms_of(text: str) -> frozenset[int]:
    """The stems of a text, stop words aside, each as a number of 63 bits; the same in every process and release."""
    return numbered(words_of(text, notes=False))


def numbered(words: Iterable[Word]) -> frozenset[int]:
    """The stems of words, stop words aside, as ``terms_of`` has them."""
    return frozenset(_number(word.stem) for word in words if not is_stop(word.key))


@lru_cache(maxsize=1 << 16)
def _number(stem: str) -> int:
    return int.from_bytes(blake2b(stem.encode(), digest_size=8).digest(), "big") >> 1
