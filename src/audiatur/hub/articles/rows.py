"""What items are made of, read in as few words as possible.

An item follows from a few columns of its article, from its latest version, which never changes, and from what the
register says of its source to this viewer. So lists read those columns and take the item from a shelf, where it was
made before; texts are read of the others alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from audiatur.hub.articles.models import Article, Version
from audiatur.hub.gate import Wording, changes
from audiatur.hub.written import Written

Place = Mapping[str, int | str]


class Light(NamedTuple):
    """An article as lists read it. ``furniture`` and ``notice`` are JSON as it is stored; None: not yet analysed."""

    pk: int
    uid: str
    source: int
    story: int | None
    url: str
    published: datetime
    copy_kind: str
    copy_of: int | None
    latest: int | None
    furniture: str | None
    notice: str | None

    @property
    def furniture_places(self) -> list[Place]:
        """The places of what is not article."""
        found: list[Place] | None = json.loads(self.furniture) if self.furniture else None
        return found or []

    @property
    def notice_place(self) -> Place | None:
        """The place of a republisher's notice."""
        found: Place | None = json.loads(self.notice) if self.notice else None
        return found


def light(articles: QuerySet[Article]) -> list[Light]:
    """The articles as lists read them, in their order; one query."""
    return [Light._make(row) for row in _columns(articles)]


def light_by_key(keys: Iterable[int]) -> list[Light]:
    """The same for articles given by their keys, in no order."""
    return [Light._make(row) for row in _BY_KEY.rows(list(keys))]


def wordings(versions: Iterable[int]) -> dict[int, Wording]:
    """Versions by their keys; one query, none without keys."""
    found = map(Wording._make, _WORDINGS.rows(list(versions)))
    return {one.pk: one for one in found}


def _columns(articles: QuerySet[Article]) -> QuerySet[Article, tuple[object, ...]]:
    # As text: what is only compared need not be understood.
    furniture = Cast("latest__anatomy__furniture", TextField())
    notice = Cast("latest__anatomy__notice", TextField())
    columns = ("pk", "uid", "source", "story", "url", "published", "copy_kind", "copy_of", "latest")
    return articles.values_list(*columns, furniture, notice)


def _wordings(versions: Sequence[int]) -> QuerySet[Version, tuple[object, ...]]:
    changed = changes().filter(article=OuterRef("article")).values("seen")[:1]
    columns = ("pk", "number", "title", "byline", "text", "html", "language")
    return Version.objects.filter(pk__in=versions).order_by().values_list(*columns, Subquery(changed))


_BY_KEY = Written(lambda keys: _columns(Article.objects.filter(pk__in=keys).order_by()))
_WORDINGS = Written(_wordings)
