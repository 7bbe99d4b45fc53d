"""Questions to the database that Django writes once.

Django takes 0.5 to 1.5 ms to turn a query into a statement, longer than the databases here take to answer most of
them, and a page asks some fifteen. The statement of a question does not change with its values: it is kept, and each
asking fills them in. What is asked stays a query in Django's words; the rows are those that Django would give.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeAlias, TypeVar, cast

from django.db import connection
from django.db.models import Model, QuerySet

Row_co = TypeVar("Row_co", bound=tuple[object, ...], covariant=True)
Value: TypeAlias = int | str | datetime
Given: TypeAlias = Value | Sequence[Value]
# What makes a row's values Django's: for some columns functions, called one after the other.
_Converters: TypeAlias = list[tuple[int, list[Callable[..., object]], object]]

_PLAIN = (int, str, datetime)
# Marks that stand for values while a statement is written; no value of a hub is like them.
_WHOLE, _MOMENT = 7_000_000_000_000_000_000, datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement; ``slots`` has a place among the values for each parameter that is one, else what stands there."""

    sql: str
    slots: tuple[tuple[int | None, object], ...]
    converters: _Converters


class Written(Generic[Row_co]):
    """A question: a query of ``values_list`` made of values and of lists of values.

    The values are whole numbers, strings or moments. Lists are filled up with their last value to a power of two, so
    that few statements are kept; a question that is given an empty list has no rows.
    """

    def __init__(self, make: Callable[..., QuerySet[Model, Row_co]]) -> None:
        self._make = make
        self._kept: dict[tuple[str, tuple[tuple[type, int], ...]], _Statement] = {}

    def rows(self, *given: Given) -> list[Row_co]:
        """The rows for these values, in the question's order."""
        if any(_is_list(one) and not one for one in given):
            return []
        filled = [_filled(one) for one in given]
        kinds = tuple(
            (type(one[0]), len(one) if _is_list(told) else 0) for one, told in zip(filled, given, strict=True)
        )
        key = (connection.vendor, kinds)
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = self._write(kinds)
        values = [_adapted(value) for one in filled for value in one]
        params = [held if slot is None else values[slot] for slot, held in known.slots]
        with connection.cursor() as cursor:
            cursor.execute(known.sql, cast("list[str]", params))  # as the database's own module takes them
            rows = cursor.fetchall()
        return cast("list[Row_co]", _converted(rows, known.converters) if known.converters else rows)

    def _write(self, kinds: Sequence[tuple[type, int]]) -> _Statement:
        marks: list[Value] = []
        given: list[Given] = []
        for kind, size in kinds:
            here = [_mark(kind, len(marks) + number) for number in range(size or 1)]
            marks += here
            given.append(here if size else here[0])
        query = self._make(*given)
        compiler = query.query.get_compiler(using=query.db)
        sql, params = compiler.as_sql()
        places = {_adapted(mark): place for place, mark in enumerate(marks)}
        slots = tuple((places.get(param), param) if isinstance(param, _PLAIN) else (None, param) for param in params)
        columns = [column for column, _, _ in compiler.select or ()]
        found = [(at, list(told), column) for at, (told, column) in compiler.get_converters(columns).items()]
        return _Statement(sql, slots, found)


def _is_list(given: Given) -> bool:
    return not isinstance(given, int | str | datetime)


def _filled(given: Given) -> list[Value]:
    """The values, as many as the next power of two; one alone stays alone."""
    if isinstance(given, int | str | datetime):
        return [given]
    told = list(given)
    return told + told[-1:] * ((1 << (len(told) - 1).bit_length()) - len(told))


def _mark(kind: type, number: int) -> Value:
    if issubclass(kind, int):
        return _WHOLE + number
    return f"\ue000{number}" if issubclass(kind, str) else _MOMENT + timedelta(seconds=number)


def _adapted(value: Value) -> object:
    """A value as this database takes it."""
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value


def _converted(rows: Sequence[Sequence[object]], converters: _Converters) -> list[tuple[object, ...]]:
    made = []
    for row in rows:
        values = list(row)
        for at, told, column in converters:
            value = values[at]
            for convert in told:
                value = convert(value, column, connection)
            values[at] = value
        made.append(tuple(values))
    return made
