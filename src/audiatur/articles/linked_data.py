"""What a page says of its article in JSON-LD (schema.org), the statement closest to the newsroom's own data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_ARTICLE_ENDINGS = ("Article", "Posting", "Report")
"""How the names of schema.org's Article and its subtypes end (NewsArticle, LiveBlogPosting, Report)."""

_DEEPEST = 12
"""Levels searched for the article; real pages nest it in ``@graph`` or ``mainEntity``, three levels down at most."""


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The fields of the first article in a page's JSON-LD, as written there; None where it does not say."""

    published: str | None = None
    modified: str | None = None
    language: str | None = None


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _is_article(node: dict[str, object]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_ARTICLE_ENDINGS) for kind in named)


def _nodes(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Every object in a JSON value, outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _nodes(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner, depth + 1)


def linked_article(scripts: Iterable[str]) -> LinkedArticle:
    """The article among the contents of a page's ``application/ld+json`` scripts; an empty one where there is none.

    The first article that states a date is taken, else the first article. A script that is no JSON is passed over:
    pages carry broken ones, and the meta elements are read after this anyway.
    """
    first: LinkedArticle | None = None
    for script in scripts:
        try:
            value: object = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in filter(_is_article, _nodes(value)):
            found = LinkedArticle(
                published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
                modified=_text(node.get("dateModified")),
                language=_text(node.get("inLanguage")),
            )
            if found.published is not None:
                return found
            first = first or found
    return first or LinkedArticle()
