"""Nothing is lost: taking in adds versions and never overwrites one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from audiatur.articles.values import Article as Work
from audiatur.articles.values import Content
from audiatur.articles.versions import digest
from audiatur.hub.articles.delivery import Delivered, key_of
from audiatur.hub.articles.intake import Taken, take_in
from audiatur.hub.articles.models import Article, Entry, Origin, Version
from audiatur.hub.sources.models import Feed, Source

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def item(guid: str, title: str, text: str = "") -> Delivered:
    content = Content(title, (), text, None, "en")
    return Delivered(guid, key_of(guid), Work(f"https://o.example/{guid}", NOW, None, content), (), digest(content))


def source(slug: str = "the-outlet") -> Source:
    return Source.objects.create(slug=slug, name=slug, created=NOW)


def feed(of: Source, path: str) -> Feed:
    return Feed.objects.create(source=of, url=f"https://o.example/{path}", next_poll=NOW)


def titles(guid: str) -> list[str]:
    return list(Version.objects.filter(article__entry__guid=guid).order_by("number").values_list("title", flat=True))


@pytest.mark.django_db
def test_new_then_known_then_changed() -> None:
    outlet = source()
    assert take_in(outlet, [item("1", "A"), item("2", "B")], feed=None, now=NOW) == Taken(2, 0, 2)
    assert take_in(outlet, [item("1", "A"), item("2", "B")], feed=None, now=NOW) == Taken(0, 0, 2)
    assert take_in(outlet, [item("1", "A"), item("2", "C")], feed=None, now=NOW) == Taken(0, 1, 2)
    assert titles("1") == ["A"]
    assert titles("2") == ["B", "C"]
    assert Article.objects.get(entry__guid="2").latest == Version.objects.get(title="C")


@pytest.mark.django_db
def test_an_entry_that_left_the_feed_stays() -> None:
    outlet = source()
    take_in(outlet, [item("1", "A")], feed=None, now=NOW)
    later = NOW + timedelta(hours=1)
    take_in(outlet, [item("2", "B")], feed=None, now=later)
    assert Entry.objects.get(guid="1").last_seen == NOW
    assert titles("1") == ["A"]


@pytest.mark.django_db
def test_two_feeds_that_differ_make_no_endless_versions() -> None:
    outlet = source()
    full, short = feed(outlet, "full"), feed(outlet, "short")
    for _ in range(3):
        take_in(outlet, [item("1", "A", "the whole text")], feed=full, now=NOW)
        take_in(outlet, [item("1", "A", "the whole")], feed=short, now=NOW)
    texts = Version.objects.order_by("number").values_list("text", flat=True)
    assert list(texts) == ["the whole text", "the whole"]


@pytest.mark.django_db
def test_a_mirror_delivers_the_same_entry() -> None:
    outlet = source()
    take_in(outlet, [item("1", "A")], feed=feed(outlet, "own"), now=NOW)
    assert take_in(outlet, [item("1", "A")], feed=feed(outlet, "mirror"), now=NOW) == Taken(0, 0, 1)


@pytest.mark.django_db
def test_the_same_id_of_two_sources_is_two_articles() -> None:
    take_in(source("one"), [item("1", "A")], feed=None, now=NOW)
    take_in(source("two"), [item("1", "B")], feed=None, now=NOW)
    assert len(set(Article.objects.values_list("uid", flat=True))) == 2


@pytest.mark.django_db
def test_what_databases_cannot_store_is_stored_without_it() -> None:
    take_in(source(), [item("a\x00b", "Nul \x00 here", "lone \ud800 surrogate")], feed=None, now=NOW)
    version = Version.objects.get()
    assert (version.title, version.text) == ("Nul  here", "lone ? surrogate")


class EveryHistory(TestCase):
    """For every history of titles, the versions are that history without its repeats."""

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.sampled_from("ABC"), min_size=1, max_size=8))
    def test_a_b_a_is_kept_as_three(self, history: list[str]) -> None:
        outlet = source()
        for title in history:
            take_in(outlet, [item("1", title)], feed=None, now=NOW)
        expected = [title for place, title in enumerate(history) if place == 0 or history[place - 1] != title]
        assert titles("1") == expected


@pytest.mark.django_db
def test_loading_again_tells_no_new_history() -> None:
    outlet = source()
    for _ in range(2):
        for title in ("A", "B"):
            take_in(outlet, [item("1", title)], feed=None, now=NOW, origin=Origin.FILE)
    assert titles("1") == ["A", "B"]
