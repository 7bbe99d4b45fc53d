"""Nothing that was stored is changed or deleted in the back office, and who tries is told why."""

from __future__ import annotations

import pytest
from django.db.models import Model

from audiatur.hub.models import Article, Attempt, Correction, Decision, Feed, Policy, Source, Speaker, Story, Topic
from tests.hub.admin.conftest import People
from tests.hub.admin.forms import told
from tests.hub.admin.samples import Register, make_register
from tests.hub.factories import make_feed, make_source

SEEN: dict[str, type[Model]] = {
    **{"article": Article, "story": Story, "attempt": Attempt},
    **{"correction": Correction, "decision": Decision},
}


@pytest.fixture
def register(db: None) -> Register:
    return make_register()


@pytest.mark.parametrize("table", SEEN)
def test_what_was_stored_is_only_looked_at(people: People, register: Register, table: str) -> None:
    path = f"/admin/hub/{table}/{register.pages[table]}"
    page = people.alice.get(f"{path}/change/").content.decode()
    assert 'class="deletelink"' not in page
    assert 'name="_save"' not in page
    assert people.alice.post(f"{path}/delete/", {"post": "yes"}).status_code == 403
    assert people.alice.post(f"{path}/change/", {"uid": "other"}).status_code == 403
    assert people.alice.get(f"/admin/hub/{table}/add/").status_code == 403
    assert SEEN[table]._default_manager.filter(pk=register.pages[table]).exists()


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("source", "The hub holds 1 article of it"),
        ("policy", "A policy is changed, not deleted"),
        ("feed", "evidence of 1 attempt to reach it"),
        ("speaker", "1 statement of stored articles"),
    ],
)
def test_what_something_rests_on_stays(people: People, register: Register, table: str, why: str) -> None:
    models: dict[str, type[Model]] = {"source": Source, "policy": Policy, "feed": Feed, "speaker": Speaker}
    path = f"/admin/hub/{table}/{register.pages[table]}"
    assert 'class="deletelink"' not in people.alice.get(f"{path}/change/").content.decode()
    for sent in (people.alice.get, people.alice.post):
        answer = sent(f"{path}/delete/", {"post": "yes"}, follow=True)
        assert (answer.status_code, why in told(answer)) == (200, True)
    assert models[table]._default_manager.filter(pk=register.pages[table]).exists()


def test_bob_and_charlie_delete_nothing(people: People, register: Register) -> None:
    for table in ("source", "feed", "topic", "speaker", "policy"):
        path = f"/admin/hub/{table}/{register.pages[table]}/delete/"
        assert people.bob.post(path, {"post": "yes"}).status_code == 403
        assert people.charlie.post(path, {"post": "yes"}).status_code == 302
    assert Topic.objects.count() == 1


def test_nothing_is_deleted_in_bulk(people: People, register: Register) -> None:
    for table, pk in register.pages.items():
        answer = people.alice.post(
            f"/admin/hub/{table}/", {"action": "delete_selected", "_selected_action": [pk], "post": "yes"}, follow=True
        )
        assert answer.status_code == 200
        assert 'value="delete_selected"' not in answer.content.decode()
    assert [Source.objects.count(), Article.objects.count(), Topic.objects.count()] == [1, 1, 1]


def test_a_mistake_on_the_register_can_be_taken_back(people: People, db: None) -> None:
    source = make_source("typo-times")
    feed = make_feed(source)
    path = f"/admin/hub/source/{source.pk}/delete/"
    assert "First delete its 1 feed." in told(people.alice.post(path, {"post": "yes"}, follow=True))
    people.alice.post(f"/admin/hub/feed/{feed.pk}/delete/", {"post": "yes"})
    people.alice.post(path, {"post": "yes"})
    assert not Source.objects.exists()


def test_the_versions_of_an_article_are_shown(people: People, register: Register) -> None:
    page = people.bob.get(f"/admin/hub/article/{register.article.pk}/change/").content.decode()
    assert "Ilka Maro said the ferry talks resume on Monday." in page
