"""What analysis, editors and deliveries change is found, and found as it is now."""

from __future__ import annotations

import pytest
from django.test import Client

from audiatur.hub.models import Article, IndexedArticle, Policy
from audiatur.hub.statements.deciding import correct, undo
from audiatur.hub.statements.editorial import Field
from audiatur.hub.worker.analysis import Analyst
from audiatur.hub.worker.engine import Inline
from audiatur.provenance.values import Mode
from tests.hub.factories import make_article, make_source
from tests.hub.statements.reading_hub import editor

pytestmark = pytest.mark.django_db
TEXT = (
    "Engineers opened the Brenn dam gates on Monday, flooding the lower valley road. "
    "“We had no other choice,” Water Minister Ada Lund said."
)


@pytest.fixture
def article() -> Article:
    made = make_article(make_source("north"), "Brenn dam gates opened", TEXT)
    Article.objects.update(pending=True)
    return made


def hits(client: Client, query: str) -> int:
    """How many items a search shows."""
    return client.get(f"/search/?{query}").content.count(b"data-item=")


def test_what_is_analysed_is_found(article: Article, client: Client) -> None:
    assert hits(client, "q=dam") == 0
    Analyst(Inline()).work()
    assert hits(client, "q=dam") == 1
    assert hits(client, "q=choice&kind=statements") == 1
    assert b"Ada Lund" in client.get("/search/?q=lund&kind=speakers").content


def test_what_an_editor_rejects_is_found_no_more_until_it_is_undone(article: Article, client: Client) -> None:
    Analyst(Inline()).work()
    row = article.versions.get().statements.get()
    made = correct(row, Field.REJECTED, {}, editor())
    assert hits(client, "q=choice&kind=statements") == 0
    assert hits(client, "q=choice") == 1
    undo(made, editor())
    assert hits(client, "q=choice&kind=statements") == 1


def test_the_worker_looks_now_and_then_for_what_the_index_lacks(article: Article, client: Client) -> None:
    analyst = Analyst(Inline())
    analyst.work(most=5)
    IndexedArticle.objects.all().delete()
    analyst.work(most=5)
    assert hits(client, "q=dam") == 0  # it has looked a moment ago
    Analyst(Inline()).work(most=5)
    assert hits(client, "q=dam") == 1


def test_a_policy_that_was_loosened_is_caught_up_with(article: Article, client: Client) -> None:
    Policy.objects.update(mode=Mode.LINK)
    Analyst(Inline()).work()
    assert (hits(client, "q=valley"), hits(client, "q=dam")) == (0, 1)
    Policy.objects.update(mode=Mode.FULL)
    Analyst(Inline()).work()
    assert hits(client, "q=valley") == 1
