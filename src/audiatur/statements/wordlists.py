"""Word lists, written as running text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text``, separated by white space.

    >>> sorted(words("she he"))
    ['he', 'she']
    """
    return frozenset(text.split())
