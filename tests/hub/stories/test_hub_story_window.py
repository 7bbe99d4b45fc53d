"""What the window learns is stored, so that it is rebuilt as it was; what a look back puts right is stored too."""

from __future__ import annotations

from datetime import timedelta

import pytest

from audiatur.encoding import encoder_for
from audiatur.hub.models import Article, Kinship, Meaning, Story
from audiatur.hub.stories.kin import note_kin, note_links
from audiatur.hub.worker import grouping
from audiatur.hub.worker.grouping import MEMORY, mend, restored
from audiatur.stories.values import Mended, StoryId
from tests.hub.factories import NOON, hours, make_article, make_source, make_story
from tests.hub.stories.port_hub import NOW, analyse, chess, dam, grouped, story_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def port() -> list[Article]:
    """Three articles on a dam and one on a chess title."""
    made = [dam("post", 1), dam("herald", 2, after=1), chess("post", 3, after=2), dam("radio", 4, after=3)]
    analyse()
    return made


def test_a_rebuilt_window_has_every_article_in_its_story(port: list[Article]) -> None:
    window = restored(NOW - MEMORY, NOW + MEMORY)
    assert dict(window.final()) == {article.uid: story_of(article).uid for article in port}


def test_vectors_are_stored_and_made_again_where_they_are_missing(port: list[Article]) -> None:
    if encoder_for() is None:
        pytest.skip("no sentence encoder here")
    stored = {row.article_id: bytes(row.vector) for row in Meaning.objects.all()}
    assert stored.keys() == {article.pk for article in port}
    Meaning.objects.all().delete()
    restored(NOW - MEMORY, NOW + MEMORY)
    assert {row.article_id: bytes(row.vector) for row in Meaning.objects.all()} == stored


def test_an_article_with_a_sketch_is_not_read_again(port: list[Article]) -> None:
    if encoder_for() is None:
        pytest.skip("no sentence encoder here")
    assert Meaning.objects.filter(sketch__isnull=False).count() == len(port)
    Meaning.objects.filter(article=port[0]).update(sketch=None)
    read = {telling.id for telling, _ in grouping._told(NOW - MEMORY, NOW + MEMORY) if telling.text}
    assert read == {port[0].uid}
    assert dict(restored(NOW - MEMORY, NOW + MEMORY).final()) == {row.uid: story_of(row).uid for row in port}


def test_without_an_encoder_the_hub_groups_by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIATUR_ENCODER", "none")
    made = [dam("post", 1), chess("post", 2, after=1), dam("herald", 3, after=2)]
    analyse()
    assert grouped(*made) == [0, 1, 0]
    assert not Meaning.objects.exists()


def test_a_look_back_is_stored() -> None:
    source = make_source("post")
    articles = [make_article(source, f"Ferry {number}", published=NOW + hours(number)) for number in range(4)]
    make_story("one", articles[0], articles[1])
    make_story("two", articles[2], articles[3])
    window = restored(NOW - MEMORY, NOW + MEMORY)
    merged = ((StoryId("two"), StoryId("one")), (StoryId("never-stored"), StoryId("one")))
    touched = mend(Mended(merged, ((articles[1].uid, StoryId("three")),)), window)
    one, three = Story.objects.get(uid="one"), Story.objects.get(uid="three")
    assert [story_of(article) for article in articles] == [one, three, one, one]
    assert Story.objects.get(uid="two").redirect_to == one
    assert {one.pk, three.pk} <= touched


def test_the_text_is_read_as_far_as_grouping_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "OPENING", 40)
    article = make_article(make_source("post"), "Ferry aground", "Word " * 50, published=NOW)
    make_story("one", article)
    ((telling, story),) = grouping._told(NOW - MEMORY, NOW + MEMORY)
    assert (telling.id, telling.title, len(telling.text), story) == (article.uid, "Ferry aground", 40, "one")


def test_stories_in_two_languages_name_each_other() -> None:
    source = make_source("post")
    texts = {
        "en": ("Zorkin and Belova sign pact in Kyiv", "Zorkin and Belova signed the pact in Kyiv; 4718 crews return."),
        "ru": ("Зоркин и Белова подписали пакт в Киеве", "Зоркин и Белова подписали пакт в Киеве; 4718 экипажей."),
    }
    stories = [
        make_story(language, make_article(source, title, text, published=NOON, language=language))
        for language, (title, text) in texts.items()
    ]
    lone = make_story("lone", make_article(source, "Бабочки вернулись", "Бабочки вернулись в сад.", language="ru"))
    note_links()
    row = Kinship.objects.get()
    assert {row.story, row.other} == set(stories)
    assert row.kind == "link"
    note_kin(restored(NOON - MEMORY, NOON + MEMORY), [stories[0].pk, lone.pk])
    note_links()
    assert Kinship.objects.filter(kind="link").count() == 1


def test_after_a_long_absence_all_days_that_came_are_looked_at() -> None:
    source = make_source("post")
    for day in (0, 9, 30):
        for language, name in (("en", "Zorkin"), ("ru", "Зоркин")):
            words = f"{name} {4718 + day} {name}"
            article = make_article(source, words, words, published=NOON + timedelta(days=day), language=language)
            make_story(f"{language}-{day}", article)
    note_links()
    assert Kinship.objects.count() == 1
    note_links(NOON + timedelta(days=8))
    assert {row.story.uid[3:] for row in Kinship.objects.all()} == {"9", "30"}
    note_links(NOON)
    assert Kinship.objects.count() == 3
