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
    pairs = zip(("title", "byline", "body"), _folded(old), _folded(new), strict=True)
    return frozenset(name for name, before, after in pairs if before != after)


def digest(content: Content) -> str:
    """64 hexadecimal digits, equal for two contents exactly if nothing is ``changed`` between them.

    SHA-256 over the folded title, byline and body as JSON: JSON keeps the borders between the parts, and its ASCII
    form takes the lone surrogates that broken feeds contain.
    """
    return hashlib.sha256(json.dumps(_folded(content)).encode("ascii")).hexdigest()
