"""Finding: the keys of what fits a query, as far as a viewer may see it.

What is found, how often and in which order follows from what may be shown alone: of a source whose full text may leave
the whole text is searched, of one in excerpts the title and the excerpt, of one in links the title; of all others
nothing. Ranked is by where the words stand and by date, never by how often they occur in other articles, for that would
tell of articles that may not be shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from audiatur.hub.search import store
from audiatur.hub.search.models import Level
from audiatur.hub.search.query import Query
from audiatur.hub.search.store import Index, Param
from audiatur.hub.sources.standing import Standing
from audiatur.provenance.values import Mode

MOST = 1000
"""Hits that are counted and listed, the newest ones; more are reached by date. Few readers come to the third page."""

_NO_CLASS = "''"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its key in the index, the row that it is of, its source and language.

    ``place`` tells where the words stand: 0 in the title, 1 in the opening, 2 in the text; of statements 0 in what is
    said, 1 in the speaker's name. ``class_name`` is of statements, else empty.
    """

    key: int
    row: int
    source: int
    language: str
    class_name: str
    place: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Which rows count: of these sources, of one language and class (empty: any), within days of publication."""

    sources: frozenset[int]
    language: str = ""
    class_name: str = ""
    begin: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows of which equally much may be seen: the condition on them, and their fields from the best to the widest."""

    condition: str
    fields: tuple[str, ...]


def articles(standing: Standing, query: Query, limits: Limits, *, ranked: bool) -> list[Hit]:
    """The articles that fit, at most ``MOST`` and one: by place and then newest first, or just newest first."""
    groups = _article_groups(standing, limits.sources)
    return _hits(store.ARTICLES, "hub_indexedarticle", "article_id", query, limits, groups, ranked=ranked)


def statements(standing: Standing, query: Query, limits: Limits, *, ranked: bool) -> list[Hit]:
    """The statements that fit, likewise."""
    groups = _statement_groups(standing, limits.sources)
    return _hits(store.STATEMENTS, "hub_indexedstatement", "statement_id", query, limits, groups, ranked=ranked)


def names(query: Query, most: int) -> list[int]:
    """The keys of spellings that fit a query for names (``names.name_query``)."""
    found = store.matching(store.NAMES, query, "name")
    sql = f"SELECT {found.key} FROM {found.source} WHERE {found.where} ORDER BY {found.key} LIMIT {most}"  # noqa: S608
    return [row[0] for row in _rows(sql, found.params)]


def _article_groups(standing: Standing, sources: Collection[int]) -> list[_Group]:
    full, excerpts, links = _by_mode(standing, sources)
    whole = f"({_among(full)} AND d.full)" if full else ""
    leads = [f"({_among(some)} AND d.excerpt BETWEEN 1 AND {limit})" for limit, some in excerpts.items()]
    leads += [f"({_among(full)} AND NOT d.full AND d.excerpt > 0)"] if full else []
    # What was indexed under another policy is found by its title until it is indexed anew.
    others = [_among(links)] if links else []
    others += [f"({_among(some)} AND NOT d.excerpt BETWEEN 1 AND {limit})" for limit, some in excerpts.items()]
    others += [f"({_among(full)} AND NOT d.full AND d.excerpt = 0)"] if full else []
    groups = (
        _Group(whole, ("title", "opening", "whole")),
        _Group(" OR ".join(leads), ("title", "opening")),
        _Group(" OR ".join(others), ("title",)),
    )
    return [group for group in groups if group.condition]


def _statement_groups(standing: Standing, sources: Collection[int]) -> list[_Group]:
    full, excerpts, links = _by_mode(standing, sources)
    part = [
        f"({_among(some)} AND (d.level = {Level.TITLE} OR d.level = {Level.EXCERPT} AND d.excerpt <= {limit}))"
        for limit, some in excerpts.items()
    ]
    part += [f"({_among(links)} AND d.level = {Level.TITLE})"] if links else []
    groups = (_Group(_among(full) if full else "", ("words", "everything")), _Group(" OR ".join(part), ("words",)))
    return [group for group in groups if group.condition]


def _by_mode(standing: Standing, sources: Iterable[int]) -> tuple[list[int], dict[int, list[int]], list[int]]:
    """The sources in full, those in excerpts by the length of these, and those in links, for this viewer."""
    full: list[int] = []
    excerpts: dict[int, list[int]] = defaultdict(list)
    links: list[int] = []
    for source in sorted(sources):
        mode = standing.mode(source)
        if mode is Mode.FULL:
            full.append(source)
        elif mode is Mode.EXCERPT:
            excerpts[standing.gate.of(standing.sources[source])[0].excerpt_chars].append(source)
        elif mode is Mode.LINK:
            links.append(source)
    return full, excerpts, links


def _among(sources: Iterable[int]) -> str:
    return f"d.source_id IN ({', '.join(map(str, sources))})"


def _hits(
    index: Index, table: str, row: str, query: Query, limits: Limits, groups: Iterable[_Group], *, ranked: bool
) -> list[Hit]:
    columns = f"d.key, d.{row}, d.source_id, d.language, {'d.class_name' if index is store.STATEMENTS else _NO_CLASS}"
    parts = list(_parts(index, table, columns, query, limits, groups, ranked=ranked))
    if not parts:
        return []
    sql = " UNION ALL ".join(f"SELECT * FROM ({part}) AS part{number}" for number, (part, _) in enumerate(parts))  # noqa: S608
    found: dict[int, Hit] = {}
    for place, key, pk, source, language, class_name in _rows(sql, [param for _, params in parts for param in params]):
        if key not in found or place < found[key].place:
            found[key] = Hit(key, pk, source, language, class_name, place)
    newest = sorted(found.values(), key=lambda hit: -hit.key)[: MOST + 1]
    # Also ranked it is the oldest that is one too many: all that is older is reached by date, so nothing newer is lost.
    listed = sorted(newest[:MOST], key=lambda hit: (hit.place, -hit.key)) if ranked else newest[:MOST]
    return [*listed, *newest[MOST:]]


def _parts(
    index: Index, table: str, columns: str, query: Query, limits: Limits, groups: Iterable[_Group], *, ranked: bool
) -> Iterator[tuple[str, list[Param]]]:
    """A select for each field of which the place counts, over all groups that are sought in it; the newest of each.

    The newest ``MOST`` and one of a field are enough, since what has a better place is among them.
    """
    if not query:
        for group in groups:
            where, params = _limited(group.condition, "d.key", limits)
            yield (
                f"SELECT 0 AS place, {columns} FROM {table} AS d WHERE {where} ORDER BY d.key DESC LIMIT {MOST + 1}",  # noqa: S608
                params,
            )
        return
    # Looking for the terms is what costs; groups share a look where they seek, and shun, in the same fields.
    looks: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for group in groups:
        widest = group.fields[-1]
        for place, field in enumerate(group.fields) if ranked else [(len(group.fields) - 1, widest)]:
            looks[place, field, widest if query.without else field].append(group.condition)
    for (place, field, shunned), conditions in looks.items():
        found = store.matching(index, query, field, shunned)
        # By its plus SQLite looks a row up by its key, once, instead of by each source and the key.
        condition = " OR ".join(conditions).replace("d.source_id", "+d.source_id")
        where, params = _limited(condition, found.key, limits)
        # By CROSS JOIN SQLite begins with the terms, which come in the order of their keys; PostgreSQL decides itself.
        yield (
            f"SELECT {place} AS place, {columns} FROM {found.source} CROSS JOIN {table} AS d "  # noqa: S608
            f"WHERE {found.where} AND d.key = {found.key} AND {where} "
            f"ORDER BY {found.key} DESC LIMIT {MOST + 1}",
            [*found.params, *params],
        )


def _limited(condition: str, key: str, limits: Limits) -> tuple[str, list[Param]]:
    told, params = [f"({condition})"], list[Param]()
    bounds = ((">=", limits.begin), ("<", limits.end))
    told += [f"{key} {sign} {store.first_key(moment)}" for sign, moment in bounds if moment is not None]
    for column, value in (("language", limits.language), ("class_name", limits.class_name)):
        if value:
            told.append(f"d.{column} = %s")
            params.append(value)
    return " AND ".join(told), params


def _rows(sql: str, params: Iterable[Param]) -> list[tuple[int, int, int, int, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(params))
        found: list[tuple[int, int, int, int, str, str]] = cursor.fetchall()
    return found
