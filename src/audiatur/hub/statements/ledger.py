"""A ledger: the statements of a story, a speaker or a topic, filtered and in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from audiatur.hub.articles.items import Item, items_of
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.asking import Asked
from audiatur.hub.statements.lines import line_of
from audiatur.hub.statements.models import Statement
from audiatur.hub.statements.queries import newest_of, perhaps
from audiatur.hub.statements.shown import Shown, shown
from audiatur.publishing.values import Json

ON_A_PAGE = 50
# Statements that an export loads at a time.
AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the ledger with its article."""

    item: Item
    statement: Shown
    row: Statement
    parent: str | None


class Ledger:
    """The statements of a scope that fit what was asked, for one viewer. ``scope`` is a condition on statements."""

    def __init__(self, standing: Standing, scope: Q, asked: Asked) -> None:
        self.standing = standing
        self.asked = asked
        self._scope = scope
        self._all = perhaps(standing).filter(scope)

    @property
    def rows(self) -> QuerySet[Statement]:
        """The keys of the statements in order, as far as a table can tell that they may be shown."""
        fitting = self._fitting(self.asked)
        if self.asked.order == "said":
            return fitting.order_by("-date", "-published", "-version_id", "index")
        return fitting.order_by("-published", "-version_id", "index")

    def told(self, keys: Sequence[int]) -> list[Told]:
        """Those of the statements that the gate lets out, in the order of the keys."""
        chosen = set(keys)
        versions = list(Statement.objects.filter(pk__in=chosen).order_by().values_list("version", flat=True).distinct())
        items, _ = items_of(self.standing, newest_of(versions))
        rows = Statement.objects.told().filter(version__in=versions).select_related("speaker", "version")
        by_article: dict[int, list[Statement]] = defaultdict(list)
        for row in rows.defer("version__text", "version__html").prefetch_related("speaker__sides"):
            by_article[row.version.article_id].append(row)
        found: dict[int, Told] = {}
        for item in items:
            beside = by_article[item.pk]
            by_pk, by_index = {row.pk: row for row in beside}, {row.index: row.uid for row in beside}
            for one in shown(self.standing, item.released, beside):
                if one.pk in chosen:
                    row = by_pk[one.pk]
                    parent = by_index.get(row.parent_index) if row.parent_index is not None else None
                    found[one.pk] = Told(item, one, row, parent)
        return [found[key] for key in keys if key in found]

    def lines(self) -> Iterator[dict[str, Json]]:
        """All of them as data, loaded a few at a time."""
        keys = list(self.rows.values_list("pk", flat=True))
        for start in range(0, len(keys), AT_A_TIME):
            for one in self.told(keys[start : start + AT_A_TIME]):
                yield line_of(one.item, one.statement, one.row, parent=one.parent, newest=True)

    def held(self) -> int:
        """How many statements the hub holds that fit, whether they may leave or not."""
        return Statement.objects.told_now().filter(self._scope).filter(self.asked.fits(self.standing)).count()

    def _fitting(self, asked: Asked) -> QuerySet[Statement]:
        return self._all.filter(asked.fits(self.standing))
