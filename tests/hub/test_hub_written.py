"""Questions that are written once answer as Django would each time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from audiatur.hub.models import Article, Version
from audiatur.hub.written import Written
from tests.hub.factories import NOON, make_article, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.db_any]


@pytest.fixture
def articles() -> list[Article]:
    source = make_source("harbour-post")
    return [make_article(source, f"Title {hour}", published=NOON + timedelta(hours=hour)) for hour in range(5)]


def since(keys: Sequence[int], moment: datetime, language: str) -> QuerySet[Version, tuple[object, ...]]:
    rows = Version.objects.filter(article__in=keys, article__published__gte=moment, language=language, html="")
    return rows.order_by("-pk").values_list("pk", "article__uid", "article__published", "byline", "title")


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("hours", [0, 2, 9])
def test_rows_are_those_that_django_gives(articles: list[Article], count: int, hours: int) -> None:
    asked = Written(since)
    for language in ("en", "de"):
        given = ([one.pk for one in articles[:count]], NOON + timedelta(hours=hours), language)
        assert asked.rows(*given) == list(since(*given))


def test_a_statement_serves_other_values(articles: list[Article]) -> None:
    asked = Written(lambda keys: Article.objects.filter(pk__in=keys).order_by("pk").values_list("pk"))
    found = [asked.rows([one.pk, other.pk]) for one, other in pairwise(articles)]
    assert found == [[(one.pk,), (other.pk,)] for one, other in pairwise(articles)]


def test_moments_keep_their_zone(articles: list[Article]) -> None:
    asked = Written(lambda key: Article.objects.filter(pk=key).values_list("published"))
    ((found,),) = asked.rows(articles[3].pk)
    assert found == datetime(2025, 5, 4, 15, 0, tzinfo=UTC)


def test_an_empty_list_asks_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert Written(since).rows([], NOON, "en") == []


def test_lists_of_a_like_length_share_a_statement(articles: list[Article]) -> None:
    written: list[int] = []

    def question(keys: Sequence[int]) -> QuerySet[Article, tuple[object, ...]]:
        written.append(len(keys))
        return Article.objects.filter(pk__in=keys).values_list("pk")

    asked = Written(question)
    for count in (3, 4, 3, 5, 1):
        assert len(asked.rows([one.pk for one in articles[:count]])) == count
    assert written == [4, 8, 1]
