"""A feed's recorded past, replayed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from audiatur.hub.articles.corpus import source_named
from audiatur.hub.articles.models import Version
from audiatur.hub.sources.claiming import due
from audiatur.hub.sources.models import Feed, FeedState, Source
from audiatur.hub.sources.writing import write_register, written_opml
from audiatur.hub.worker.history import Snapshot, replay
from audiatur.provenance.values import Mode
from tests.hub.outlet import rss

NOW = datetime(2026, 3, 3, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def past(*titles: str) -> list[Snapshot]:
    return [
        Snapshot(NOW + timedelta(hours=hour), rss(("1", title, "words")), f"line {hour}")
        for hour, title in enumerate(titles)
    ]


def outlet() -> Source:
    return source_named("The Outlet", mode=Mode.LINK, now=NOW)


def told() -> list[str]:
    return list(Version.objects.order_by("number").values_list("title", flat=True))


def test_a_b_a_is_three_versions_and_replaying_again_adds_none() -> None:
    for _ in range(2):
        done = replay(outlet(), past("A", "B", "A"), now=NOW)
    assert told() == ["A", "B", "A"]
    assert (done.snapshots, done.earlier) == (0, 3)


def test_a_longer_recording_goes_on_where_the_shorter_ended() -> None:
    replay(outlet(), past("A", "B"), now=NOW)
    done = replay(outlet(), past("A", "B", "C"), now=NOW)
    assert told() == ["A", "B", "C"]
    assert (done.snapshots, done.earlier) == (1, 2)


def test_a_document_that_is_no_feed_stops_no_other() -> None:
    snapshots = past("A", "B")
    snapshots.insert(1, Snapshot(NOW + timedelta(minutes=1), b"<html>", "line 9"))
    done = replay(outlet(), snapshots, now=NOW)
    assert told() == ["A", "B"]
    assert [line.startswith("line 9: ") for line in done.skipped] == [True]


def test_a_recording_is_no_address_for_others_and_is_not_polled() -> None:
    replay(outlet(), past("A"), now=NOW)
    feed = Feed.objects.get()
    assert feed.state == FeedState.RECORDED
    assert not due(NOW + timedelta(days=9)).exists()
    assert feed.url not in str(write_register())
    assert feed.url not in written_opml().decode()
