"""Many rows in one statement, for the one place where the speed of storing decides: taking feeds in.

Django's ``bulk_create`` and ``save`` spend 30 to 50 us a row on model objects and expressions; a statement built from
the model's own fields spends 3 (benchmarks/storing.py). Types, references and constraints are the model's all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import TypeAlias

from django.db import connection, models

# SQLite allows 32,766 variables in a statement; the widest row here has 14.
ROWS = 1000

# What a database driver takes as a value.
Value: TypeAlias = int | float | str | bytes | None
Prepare: TypeAlias = Callable[[object], Value]


def insert(model: type[models.Model], columns: tuple[str, ...], rows: Sequence[Sequence[object]]) -> list[int]:
    """Insert rows and return their keys, in order. ``columns`` are attribute names (``source_id``), values as in rows.

    Python defaults of the model are not filled in: every column without a value in the database must be named.
    """
    return [key for start in range(0, len(rows), ROWS) for key in _insert(model, columns, rows[start : start + ROWS])]


def _insert(model: type[models.Model], columns: tuple[str, ...], rows: Sequence[Sequence[object]]) -> list[int]:
    quote = connection.ops.quote_name
    names, prepare = _columns(model, columns, connection.vendor)
    one = f"({', '.join(['%s'] * len(columns))})"
    sql = (
        f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(map(quote, names))}) "  # noqa: S608 - names only
        f"VALUES {', '.join([one] * len(rows))} RETURNING {quote(str(model._meta.pk.column))}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for row in rows for value in _prepared(prepare, row)])
        return [int(row[0]) for row in cursor.fetchall()]


def update(model: type[models.Model], columns: tuple[str, ...], rows: Iterable[tuple[int, Sequence[object]]]) -> None:
    """Set columns of rows, each given by its key and its values."""
    quote = connection.ops.quote_name
    names, prepare = _columns(model, columns, connection.vendor)
    sets = ", ".join(f"{quote(name)} = %s" for name in names)
    sql = f"UPDATE {quote(model._meta.db_table)} SET {sets} WHERE {quote(str(model._meta.pk.column))} = %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(sql, [(*_prepared(prepare, row), key) for key, row in rows])


def point(model: type[models.Model], column: str, pairs: Sequence[tuple[int, int]], *, raising: str) -> None:
    """Set one whole-number column (an attribute name) of many rows, given as (key, value), in one statement.

    ``raising`` is a flag that is set to true along with it.
    """
    if not pairs:
        return
    quote = connection.ops.quote_name
    (name, flag), _ = _columns(model, (column, raising), connection.vendor)
    table, key = quote(model._meta.db_table), quote(str(model._meta.pk.column))
    sql = (
        f"WITH pairs (row_key, row_value) AS (VALUES {', '.join(['(%s, %s)'] * len(pairs))}) "  # noqa: S608 - names only
        f"UPDATE {table} SET {quote(name)} = pairs.row_value, {quote(flag)} = TRUE "
        f"FROM pairs WHERE {table}.{key} = pairs.row_key"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for pair in pairs for value in pair])


def _prepared(prepare: Sequence[Prepare], row: Sequence[object]) -> list[Value]:
    return [None if value is None else made(value) for made, value in zip(prepare, row, strict=True)]


@lru_cache(maxsize=64)
def _columns(
    model: type[models.Model], columns: tuple[str, ...], _vendor: str
) -> tuple[tuple[str, ...], tuple[Prepare, ...]]:
    """The columns' names in the database, and how each value is prepared for it."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    ordered = [fields[name] for name in columns]
    return tuple(str(field.column) for field in ordered), tuple(map(_preparation, ordered))


def _preparation(field: models.Field[object, object]) -> Prepare:
    """Plain kinds go as they are; dates and JSON as the field prepares them for this database."""
    if isinstance(field, models.CharField | models.TextField):
        return str
    if isinstance(field, models.BooleanField):
        return bool
    if isinstance(field, models.FloatField):
        return _number
    if isinstance(field, models.IntegerField | models.ForeignKey):
        return _whole
    prepare: Prepare = partial(field.get_db_prep_save, connection=connection)
    if isinstance(field, models.DateTimeField):
        return lru_cache(maxsize=256)(prepare)  # all rows of a delivery are stamped with the same time
    empty = prepare([])
    return lambda value: prepare(value) if value else empty if value == [] else prepare(value)


def _number(value: object) -> float:
    if not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number")
    return float(value)


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no whole number")
    return value
