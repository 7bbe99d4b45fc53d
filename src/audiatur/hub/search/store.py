"""The tables of terms, in SQLite by FTS5 and in PostgreSQL by tsvector, behind the same few functions.

A table has a key and columns of terms; migration 0011 makes it. SQLite keeps the terms of each column; PostgreSQL keeps
for each *field*, which is a column or several read together, a vector with an index of its own: so a search in a title
never has to look at the row to know whether a term stands in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from django.db import connection

from audiatur.hub.search.query import Query, Term

Param: TypeAlias = str | int
_BATCH = 500
# Positions in a vector end at 16,383, and a term has at most 256 of them; a text is cut alike on both databases.
MOST_TITLE, MOST_LEAD, MOST_TEXT = 300, 3000, 12_000
_GAP = 8
"""Positions between two columns of a field, so that no phrase stands across them."""


@dataclass(frozen=True, slots=True)
class Index:
    """A table of terms: its columns, and its fields with the columns that each is read from."""

    table: str
    columns: tuple[str, ...]
    fields: tuple[tuple[str, tuple[str, ...]], ...]

    def columns_of(self, name: str) -> tuple[str, ...]:
        """The columns of a field."""
        return dict(self.fields)[name]


ARTICLES = Index(
    "hub_articleterms",
    ("title", "lead", "body"),
    (("title", ("title",)), ("opening", ("title", "lead")), ("whole", ("title", "body"))),
)
STATEMENTS = Index(
    "hub_statementterms", ("words", "speaker"), (("words", ("words",)), ("everything", ("words", "speaker")))
)
NAMES = Index("hub_nameterms", ("name",), (("name", ("name",)),))
INDEXES = (ARTICLES, STATEMENTS, NAMES)


def key_of(published: datetime, pk: int) -> int:
    """The key of a row: newer is greater, so that the newest hits are found first; unique while a hub is young.

    Minutes since 1970 in the upper bits, the row's own key in the lower 24: only of rows that were published in the
    same minute and are 16.7 million rows apart could two be alike.

    >>> from datetime import UTC, datetime
    >>> key_of(datetime(1970, 1, 1, 0, 1, tzinfo=UTC), 7) == (1 << 24) + 7
    True
    """
    return (_minute(published) << 24) | (pk & 0xFFFFFF)


def first_key(moment: datetime) -> int:
    """The least key that a row published at this moment or later can have."""
    return _minute(moment) << 24


def _minute(moment: datetime) -> int:
    return max(0, int(moment.astimezone(UTC).timestamp()) // 60)


def moment_of(key: int) -> datetime:
    """The minute of publication that a key tells."""
    return datetime.fromtimestamp((key >> 24) * 60, tz=UTC)


def clear(index: Index) -> None:
    """Take everything out of a table."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {index.table}")  # noqa: S608 - names only


def put(index: Index, rows: Sequence[tuple[int, Sequence[Sequence[str]]]]) -> None:
    """Store rows, each its key and for every column its terms; a row that is there already is replaced."""
    if not rows:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            marks = ", ".join(["%s"] * (len(index.columns) + 1))
            sql = f"INSERT OR REPLACE INTO {index.table} (rowid, {', '.join(index.columns)}) VALUES ({marks})"  # noqa: S608
            cursor.executemany(sql, [(key, *(" ".join(column) for column in columns)) for key, columns in rows])
            return
        names = [name for name, _ in index.fields]
        marks = ", ".join(["%s::tsvector"] * len(names))
        sets = ", ".join(f"{name} = EXCLUDED.{name}" for name in names)
        sql = (
            f"INSERT INTO {index.table} (key, {', '.join(names)}) VALUES (%s, {marks}) "  # noqa: S608 - names only
            f"ON CONFLICT (key) DO UPDATE SET {sets}"
        )
        cursor.executemany(sql, [(key, *_vectors(index, columns)) for key, columns in rows])


def drop(index: Index, keys: Iterable[int]) -> None:
    """Take rows out."""
    gone = list(keys)
    name = "rowid" if connection.vendor == "sqlite" else "key"
    with connection.cursor() as cursor:
        for start in range(0, len(gone), _BATCH):
            part = gone[start : start + _BATCH]
            marks = ", ".join(["%s"] * len(part))
            cursor.execute(f"DELETE FROM {index.table} WHERE {name} IN ({marks})", part)  # noqa: S608 - names only


def last_key(index: Index) -> int:
    """The greatest key in a table; 0 where it is empty."""
    name = "rowid" if connection.vendor == "sqlite" else "key"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT max({name}) FROM {index.table}")  # noqa: S608 - names only
        found = cursor.fetchone()
    return int(found[0]) if found and found[0] is not None else 0


def keys_after(index: Index, key: int) -> set[int]:
    """The keys in a table that are greater."""
    name = "rowid" if connection.vendor == "sqlite" else "key"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name} FROM {index.table} WHERE {name} > %s", [key])  # noqa: S608 - names only
        return {int(row[0]) for row in cursor.fetchall()}


@dataclass(frozen=True, slots=True)
class Matching:
    """A query in the database's words: what stands after FROM, the column of the key, a condition with parameters."""

    source: str
    key: str
    where: str
    params: tuple[Param, ...]


def matching(index: Index, query: Query, field: str, without: str | None = None) -> Matching:
    """The rows in which a field has what is sought and the field ``without`` has not what must not be there.

    ``without`` None: the same field. The query must seek something.
    """
    shunned = without or field
    if connection.vendor == "sqlite":
        told = f"{{{' '.join(index.columns_of(field))}}} : ({_sqlite(query)})"
        if query.without:
            not_there = " OR ".join(_sqlite_term(term) for term in query.without)
            told = f"({told}) NOT ({{{' '.join(index.columns_of(shunned))}}} : ({not_there}))"
        return Matching(f"{index.table} AS t", "t.rowid", f"{index.table} MATCH %s", (told,))
    where, params = f"t.{field} @@ %s::tsquery", [_postgres(query)]
    if query.without:
        where += f" AND NOT t.{shunned} @@ %s::tsquery"
        params.append(" | ".join(_postgres_term(term) for term in query.without))
    return Matching(f"{index.table} AS t", "t.key", where, tuple(params))


def _sqlite(query: Query) -> str:
    return " AND ".join(f"({' OR '.join(map(_sqlite_term, clause))})" for clause in query.clauses)


def _sqlite_term(term: Term) -> str:
    """Terms have letters and digits only, so the quotation marks always close."""
    star = " *" if term.begins else ""
    return " OR ".join(f'"{" ".join(wording)}"{star}' for wording in term.wordings)


def _postgres(query: Query) -> str:
    return " & ".join(f"({' | '.join(map(_postgres_term, clause))})" for clause in query.clauses)


def _postgres_term(term: Term) -> str:
    star = ":*" if term.begins else ""
    told = (" <-> ".join(f"'{word}'{star}" for word in wording) for wording in term.wordings)
    return " | ".join(f"({wording})" for wording in told)


def _vectors(index: Index, columns: Sequence[Sequence[str]]) -> list[str]:
    by_name = dict(zip(index.columns, columns, strict=True))
    return [_vector([by_name[column] for column in of]) for _, of in index.fields]


def _vector(columns: Iterable[Sequence[str]]) -> str:
    """Terms with their positions as PostgreSQL writes a vector."""
    told: list[str] = []
    position = 0
    for column in columns:
        for term in column:
            position += 1
            told.append(f"'{term}':{position}")
        position += _GAP
    return " ".join(told)
