"""What a ledger's page counts: each filter as if it were not set, and no more statements than it reads."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import Q
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from audiatur.hub.gate import Gate, Viewer
from audiatur.hub.models import Side, Source, Speaker
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements import counting
from audiatur.hub.statements.asking import Asked
from audiatur.hub.statements.counting import Counted, counted
from audiatur.hub.statements.months import by_month
from audiatur.hub.statements.queries import said_by
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, hours, make_article, make_source, make_speaker, make_statement, make_topic

pytestmark = [pytest.mark.django_db, pytest.mark.db_any]


@pytest.fixture
def sides() -> list[Side]:
    """A topic of two sides: one outlet that reports often, one that does so rarely, each in its own way."""
    sides = make_topic("strait", "east", "west")[1]
    busy, rare = make_source("east-one", sides=sides[:1]), make_source("west-one", sides=sides[1:])
    people = [make_speaker(name) for name in ("Ilka Maro", "Oren Tal")]
    for number in range(12):
        _quote(busy, people[number % 2], number)
    for number in (0, 40):
        _quote(rare, people[0], number)
    return sides


def _quote(source: Source, speaker: Speaker, number: int) -> None:
    text = f"{speaker.name} said the harbour opens {number}."
    article = make_article(source, f"Title {number}", text, published=NOON - hours(number))
    make_statement(article, f"the harbour opens {number}", speaker=speaker)


def _count(**asked: str) -> Counted:
    standing = Standing.load(Gate(Viewer(NOON, None)))
    return counted(standing, Q(), Asked(**asked), list(standing.sources))


def _options(found: Counted, key: str) -> dict[str, int | None]:
    return {one.value: one.number for facet in found.facets if facet.key == key for one in facet.options}


@pytest.mark.usefixtures("sides")
def test_each_filter_is_counted_as_if_it_were_not_set() -> None:
    found = _count(side="strait/west")
    assert len(found.keys) == 2
    assert _options(found, "side") == {"strait/east": 12, "strait/west": 2}
    assert _options(found, "speaker") == {"ilka-maro": 2}
    assert _options(found, "class") == {"speech": 2}
    assert _options(_count(side="strait/west", speaker="ilka-maro"), "speaker") == {"ilka-maro": 2}
    assert found.cut is None


@pytest.mark.usefixtures("sides")
def test_two_filters_leave_what_fits_both() -> None:
    found = _count(side="strait/east", speaker="oren-tal")
    assert len(found.keys) == 6
    assert _options(found, "source") == {"east-one": 6}
    assert _options(found, "speaker") == {"ilka-maro": 6, "oren-tal": 6}


@pytest.fixture
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that reads six statements."""
    monkeypatch.setattr(counting, "COUNTED", 6)


@pytest.mark.usefixtures("sides", "_short")
def test_a_page_reads_the_newest_and_says_that_there_are_more() -> None:
    found = _count()
    assert 3 <= len(found.keys) <= 6
    assert found.cut == len(found.keys)
    older = _count(until=f"{NOON - timedelta(days=1):%Y-%m-%d}")
    assert len(older.keys) == 1
    assert older.cut is None


@pytest.mark.usefixtures("sides")
def test_a_speaker_is_counted_by_month_and_outlet() -> None:
    standing = Standing.load(Gate(Viewer(NOON, None)))
    told = by_month(standing, said_by(standing, Speaker.objects.get(slug="ilka-maro")))
    assert [(month.first.isoformat()[:7], month.number) for month in told] == [("2025-05", 8)]
    assert [(one.name, one.number, one.sides[0].slug) for one in told[0].outlets] == [
        ("East One", 6, "east"),
        ("West One", 2, "west"),
    ]


@pytest.mark.parametrize("mode", [Mode.NONE, Mode.LINK])
def test_what_may_not_leave_is_not_counted(mode: Mode) -> None:
    _quote(make_source("shut", mode=mode), make_speaker("Ilka Maro"), 1)
    standing = Standing.load(Gate(Viewer(NOON, None)))
    assert said_by(standing, Speaker.objects.get()) == []
    assert _count().keys == ()


@pytest.mark.usefixtures("sides")
def test_queries_of_lists_do_not_grow(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    bounds = {
        "/speakers/": 8,
        "/speakers/ilka-maro/": 15,
        "/speakers/ilka-maro/statements/": 15,
        "/topics/strait/statements/": 10,
        "/topics/strait/sides/east/": 8,
        "/sources/": 4,
        "/sources/east-one/": 9,
    }
    for address, most in bounds.items():
        client.get(address)
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200, address
