"""Whether a newly seen state of an article is a new version of it."""

from __future__ import annotations

import hashlib
import json
import unicodedata

from audiatur.articles.values import Content

_Folded = tuple[str, tuple[str, ...], str]


def fold(text: str) -> str:
    """``text`` in Unicode form NFC, every run of white space one blank: what two versions are compared by.

    >>> fold("  Cafe\\u0301\\n closed ")
    'Café closed'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def _folded(content: Content) -> _Folded:
    return fold(content.title or ""), tuple(map(fold, content.byline)), fold(content.text)


def changed(old: Content, new: Content) -> frozenset[str]:
    """Which of ``title``, ``byline`` and ``body`` differ; the empty set means the same version.

    Compared after ``fold``, so that another Unicode form or line break is no change. A missing title is an empty one.
    The body is the plain text: other markup around the same words is no new version, nor is another guess of language.
    """
    names = {
        "title": _differ(old.title or "", new.title or ""),
        "byline": old.byline != new.byline and tuple(map(fold, old.byline)) != tuple(map(fold, new.byline)),
        "body": _differ(old.text, new.text),
    }
    return frozenset(name for name, differs in names.items() if differs)


def _differ(old: str, new: str) -> bool:
    """Whether two texts differ after ``fold``, which is spared where the first difference is one of plain letters."""
    if old == new:
        return False
    low, high = 0, min(len(old), len(new))
    while low < high:  # the first place where they differ: prefixes up to it are equal
        middle = (low + high + 1) // 2
        low, high = (middle, high) if old[:middle] == new[:middle] else (low, middle - 1)
    one, other = old[low : low + 1], new[low : low + 1]
    # No combining mark and no white space turns one ASCII letter or digit into another.
    if one.isascii() and other.isascii() and one.isalnum() and other.isalnum():
        return True
    return fold(old) != fold(new)


def digest(content: Content) -> str:
    """64 hexadecimal digits, equal for two contents exactly if nothing is ``changed`` between them.

    SHA-256 over the folded title, byline and body as JSON: JSON keeps the borders between the parts, and its ASCII
    form takes the lone surrogates that broken feeds contain.
    """
    return hashlib.sha256(json.dumps(_folded(content)).encode("ascii")).hexdigest()
