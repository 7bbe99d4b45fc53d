"""Loading and replaying real data, by the functions behind the commands, without the analysis that follows."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from itertools import groupby

import pytest
from django.conf import settings
from django.utils import timezone

from audiatur.hub.articles.corpus import load, read_corpus, source_named
from audiatur.hub.articles.models import Article, Entry, Version
from audiatur.hub.worker.history import read_history, replay
from audiatur.provenance.values import Mode
from tests.corpora import corpora

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.django_db,
    pytest.mark.skipif("sqlite" not in str(settings.DATABASES["default"]["ENGINE"]), reason="once is enough: minutes"),
]

Titles = dict[str, list[str]]


def test_every_item_of_a_month_is_taken_in_and_those_without_words_are_links() -> None:
    items, skipped = read_corpus([str(corpora("news", "two-sided-2022", "april-2022.jsonl.gz"))], now=timezone.now())
    loaded = load(items, mode=Mode.LINK, now=timezone.now())
    assert (len(items), skipped, loaded.repeated) == (3058, [], [])
    assert (loaded.taken.new, loaded.taken.changed, len(loaded.bare)) == (3058, 0, 30)
    bare = Article.objects.filter(latest__title="", latest__text="")
    assert (Article.objects.count(), bare.count()) == (3058, 30)
    assert not bare.filter(url="").exists()


def without_repeats(titles: list[str]) -> list[str]:
    return [title for title, _ in groupby(titles)]


def recorded_changes() -> Titles:
    """The titles of every entry whose title changed, in order, as the corpus tells them; white space folded."""
    path = corpora("news", "rss-wsj-world", "wsj_world.title_changes.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        changes = [json.loads(line) for line in file]
    return {
        change["key"]: without_repeats([" ".join(title.split()) for _, title in change["history"]])
        for change in changes
    }


def held_titles() -> Titles:
    rows = Version.objects.order_by("article__entry__guid", "number").values_list("article__entry__guid", "title")
    titles: Titles = defaultdict(list)
    for guid, title in rows:
        titles[guid].append(title)
    return {guid: without_repeats(history) for guid, history in titles.items()}


def test_a_feeds_past_is_replayed_with_every_title_it_ever_had() -> None:
    snapshots, skipped = read_history(str(corpora("news", "rss-wsj-world", "wsj_world.jsonl.gz")))
    done = replay(source_named("WSJ", mode=Mode.LINK, now=timezone.now()), snapshots, now=timezone.now())
    assert (done.snapshots, skipped, done.skipped) == (1244, [], [])
    assert (done.taken.new, Entry.objects.count()) == (3540, 3540)
    changed = {guid: titles for guid, titles in held_titles().items() if len(titles) > 1}
    assert changed == recorded_changes()
    assert (len(changed), sum(len(titles) - 1 for titles in changed.values())) == (304, 360)
    assert sum(len(set(titles)) < len(titles) for titles in changed.values()) == 1  # A, B, A: kept as three
