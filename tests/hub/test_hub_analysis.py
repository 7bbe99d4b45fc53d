"""Analysis: what is pending is read, grouped and linked, and one bad article never stops the others."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from audiatur.articles.values import Article as Work
from audiatur.articles.values import Content
from audiatur.articles.versions import digest
from audiatur.hub.articles.delivery import Delivered, key_of
from audiatur.hub.articles.intake import take_in
from audiatur.hub.articles.models import Article
from audiatur.hub.sources.models import Source
from audiatur.hub.statements.models import Statement
from audiatur.hub.worker import analysis
from audiatur.hub.worker.analysis import Analyst
from audiatur.hub.worker.engine import Inline
from audiatur.hub.worker.lease import TERM, Lease

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAM = (
    "Engineers opened the Brenn dam gates on Monday, flooding the lower valley road. "
    "“We had no other choice,” Water Minister Ada Lund said. "
)
MORE = "Farmers in the valley lost their winter stores, and the road to the border stays closed until the water falls."
pytestmark = pytest.mark.django_db(transaction=True)


def take(outlet: str, title: str, text: str, *, hours: int = 0) -> Article:
    source, _ = Source.objects.get_or_create(slug=outlet, defaults={"name": outlet, "created": NOW})
    content = Content(title, (), text, None, "en")
    work = Work(f"https://{outlet}.example/{key_of(title)[:6]}", NOW + timedelta(hours=hours), None, content)
    take_in(source, [Delivered(title, key_of(title), work, (), digest(content))], feed=None, now=NOW)
    return Article.objects.get(source=source, entry__guid=title)


def analysed(article: Article) -> Article:
    return Article.objects.select_related("story", "copy_of", "latest").get(pk=article.pk)


def test_articles_of_one_event_share_a_story_and_statements_are_spans_of_the_version() -> None:
    one = take("north", "Brenn dam gates opened, valley flooded", DAM + MORE)
    two = take("south", "Valley flooded as Brenn dam gates are opened", "The Brenn dam gates opened. " + DAM, hours=2)
    other = take("south", "Chess title goes to a twelve-year-old", "A girl of twelve won the national chess title.")
    assert Analyst(Inline()).work() == 3
    assert analysed(one).story == analysed(two).story != analysed(other).story
    statement = Statement.objects.filter(version__article=one, speaker__name="Ada Lund").first()
    assert statement is not None
    version = analysed(one).latest
    assert version is not None
    for span in [*statement.content, *statement.quoted]:
        assert version.reading[span["start"] : span["end"]] == span["text"]


def test_a_syndicated_copy_is_linked_and_not_dropped() -> None:
    one = take("agency", "Brenn dam gates opened", (DAM + MORE) * 2)
    two = take("paper", "Dam gates opened at Brenn", (DAM + MORE) * 2, hours=3)
    Analyst(Inline()).work()
    copy = analysed(two)
    assert (copy.copy_of, copy.copy_kind) == (one, "syndicated")
    assert analysed(one).copy_of is None


def test_a_restart_between_articles_changes_no_story() -> None:
    first = take("north", "Brenn dam gates opened, valley flooded", DAM + MORE)
    Analyst(Inline()).work()
    second = take(
        "south", "Valley flooded as Brenn dam gates are opened", "The Brenn dam gates opened. " + DAM, hours=2
    )
    Analyst(Inline()).work()
    assert analysed(first).story == analysed(second).story


def test_one_bad_article_stops_no_other() -> None:
    bad, good = take("north", "Bad", DAM), take("south", "Good", MORE)
    # A date from which no day can be subtracted, as a broken feed may claim it.
    Article.objects.filter(pk=bad.pk).update(published=datetime(1, 1, 1, tzinfo=UTC))
    assert Analyst(Inline()).work() == 2
    assert analysed(good).story is not None
    assert not analysed(good).pending
    assert not analysed(bad).pending


def test_a_version_that_comes_in_meanwhile_keeps_the_article_pending() -> None:
    article = take("north", "Bad", DAM)
    stale = list(analysis._pending())
    source = article.source
    content = Content("Bad", (), DAM + "It was later corrected.", None, "en")
    item = Delivered("Bad", key_of("Bad"), Work(article.url, NOW, None, content), (), digest(content))
    take_in(source, [item], feed=None, now=NOW)
    Analyst(Inline())._analyse(stale)
    assert analysed(article).pending


def test_a_lease_has_one_holder_and_lapses() -> None:
    alice, bob = Lease("analysis"), Lease("analysis")
    bob.holder = "another-host-1"
    assert alice.hold(NOW)
    assert not bob.hold(NOW + TERM / 2)
    assert alice.hold(NOW + TERM / 2)
    assert bob.hold(NOW + 2 * TERM)
    assert not alice.hold(NOW + 2 * TERM)
    bob.release()
    assert alice.hold(NOW + 2 * TERM)


def test_an_analyst_is_made_where_nothing_may_wait() -> None:
    async def made() -> Analyst:
        return Analyst(Inline())

    assert asyncio.run(made()).work() == 0
