"""The register kept in memory follows every change, whoever makes it and however it ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from audiatur.hub.models import Bar, Claim, Policy, Side, Source, Topic
from audiatur.hub.sources.registered import Register, register
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, make_source, make_topic

pytestmark = [pytest.mark.django_db, pytest.mark.db_any]


def _ids(told: Register) -> tuple[object, ...]:
    """What a page would show of the register, as values that compare."""
    sources = [(row.name, tuple(claim.value for claim in row.claims.all())) for row in told.sources.values()]
    placed = {pk: dict(found.items()) for pk, found in told.placed.items()}
    return sources, dict(told.policies), told.topics, placed


def _claim() -> None:
    Claim.objects.filter(field="owner").update(value="Another owner")


def _unplace() -> None:
    Side.objects.get(slug="east").sources.clear()


def _place() -> None:
    Side.objects.get(slug="west").sources.add(Source.objects.get())


def _bar() -> None:
    row = Policy.objects.get()
    Bar.objects.bulk_create([Bar(policy=row, jurisdictions="XA", authority="a", law="b", binds="c")])


CHANGES: dict[str, Callable[[], object]] = {
    "a source renamed in bulk": lambda: Source.objects.update(name="Renamed"),
    "a source added": lambda: Source.objects.bulk_create([Source(slug="new", name="New", created=NOON)]),
    "a claim": _claim,
    "a claim gone": lambda: Claim.objects.all().delete(),
    "a policy": lambda: Policy.objects.update(mode=Mode.NONE),
    "a bar": _bar,
    "a topic": lambda: Topic.objects.update(name="Renamed"),
    "a side": lambda: Side.objects.update(name="Renamed"),
    "a source put on a side": _place,
    "a source taken off its side": _unplace,
}


@pytest.fixture
def _hub() -> None:
    make_source("harbour-post", sides=make_topic("strait", "east", "west")[1][:1])


@pytest.mark.usefixtures("_hub")
@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_any_change_is_seen_at_once(change: Callable[[], object]) -> None:
    before = _ids(register())
    change()
    assert _ids(register()) == _ids(Register.read())
    assert _ids(register()) != before


@pytest.mark.usefixtures("_hub")
def test_what_is_taken_back_is_as_if_it_had_not_been() -> None:
    before = _ids(register())

    for name in ("First", "Second"):
        with transaction.atomic():
            Source.objects.update(name=name)
            assert _ids(register()) == _ids(Register.read())
            transaction.set_rollback(True)
    assert _ids(register()) == before


@pytest.mark.usefixtures("_hub")
def test_an_unchanged_register_costs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    register()
    with django_assert_num_queries(1):
        register()


def test_every_table_of_the_register_sets_the_mark() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT tbl_name, COUNT(*) FROM sqlite_master WHERE type = 'trigger' GROUP BY 1")
        else:
            cursor.execute(
                "SELECT event_object_table, COUNT(*) FROM information_schema.triggers "
                "WHERE trigger_name LIKE 'hub_%%_changed' GROUP BY 1"
            )
        counted = dict(cursor.fetchall())
    rows = (Source, Claim, Policy, Bar, Topic, Side, Side.sources.through)
    assert {model._meta.db_table: counted.get(model._meta.db_table) for model in rows} == {
        model._meta.db_table: 3 for model in rows
    }
