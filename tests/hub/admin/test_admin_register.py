"""What editors write: sources with claims, credentials, policies and feeds; topics; speakers."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audiatur.hub.editors.words import class_of
from audiatur.hub.models import Attempt, Claim, Feed, FeedState, Policy, Source
from audiatur.provenance.values import ClaimField, IndependenceClass
from tests.hub.admin.conftest import People
from tests.hub.admin.forms import filled, told
from tests.hub.admin.samples import Register, make_register
from tests.hub.admin.test_admin_access import TABLES
from tests.hub.factories import (
    NOON,
    make_article,
    make_feed,
    make_source,
    make_speaker,
    make_story,
    make_topic,
)

CITED = "https://registry.example/ormland-post"


@pytest.fixture
def register(db: None) -> Register:
    return make_register()


def claim(number: int, field: ClaimField, value: str, source_url: str = CITED) -> dict[str, object]:
    """The fields of a row of the table of claims."""
    facts = {"field": field.value, "value": value, "source_url": source_url, "asserted_by": "alice"}
    return {f"claims-{number}-{name}": text for name, text in facts.items()}


QUESTIONS = (ClaimField.MAINLY_STATE_FUNDED, ClaimField.STATE_GOVERNS, ClaimField.STATE_CONTROLS_EDITORIALLY)


def test_a_source_is_added_with_claims_policy_and_feed(people: People) -> None:
    rows = {name: value for n, field in enumerate(QUESTIONS) for name, value in claim(n, field, "yes").items()}
    sent = filled(people.alice, "/admin/hub/source/add/", name="Ormland Post", slug="ormland-post", **rows)
    sent |= {"claims-TOTAL_FORMS": 3, "policy-TOTAL_FORMS": 1, "feeds-TOTAL_FORMS": 1}
    sent |= {"policy-0-mode": "excerpt", "policy-0-excerpt_chars": 120, "policy-0-outside": "none"}
    sent |= {"feeds-0-url": "https://ormland-post.example/rss", "feeds-0-kind": "primary"}
    answer = people.alice.post("/admin/hub/source/add/", sent, follow=True)
    assert "was added successfully" in told(answer)
    source = Source.objects.get(slug="ormland-post")
    assert class_of(source) is IndependenceClass.SC
    assert (source.policy.mode, source.policy.excerpt_chars) == ("excerpt", 120)
    assert source.feeds.get().next_poll is not None


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([claim(0, ClaimField.STATE_GOVERNS, "maybe")], "The answer to this question is yes or no."),
        ([claim(0, ClaimField.OWNER, "A"), claim(1, ClaimField.OWNER, "A")], "Please correct the duplicate data"),
    ],
)
def test_claims_that_cannot_be_are_refused_in_words(people: People, rows: list[dict[str, object]], fault: str) -> None:
    path = f"/admin/hub/source/{make_source('tavania-today').pk}/change/"
    kept = filled(people.alice, path)
    for number, row in enumerate(rows, start=2):
        kept |= {name.replace(name.split("-")[1], str(number), 1): value for name, value in row.items()}
    answer = people.alice.post(path, {**kept, "claims-TOTAL_FORMS": 2 + len(rows)})
    assert (answer.status_code, fault in answer.content.decode()) == (200, True)
    assert Claim.objects.count() == 2


def test_a_claim_without_citation_is_kept_and_told(people: People) -> None:
    path = f"/admin/hub/source/{make_source('tavania-today').pk}/change/"
    sent = filled(people.alice, path) | claim(2, ClaimField.FUNDER, "The crown", "") | {"claims-TOTAL_FORMS": 3}
    assert "1 claim has no citation and decides nothing: funder: The crown" in told(
        people.alice.post(path, sent, follow=True)
    )
    assert Claim.objects.filter(value="The crown").exists()


@pytest.mark.parametrize(
    ("changed", "password", "headers"),
    [
        ({}, "kept-secret", {"X-Key": "kept-key"}),
        ({"new_password": "fresh"}, "fresh", {"X-Key": "kept-key"}),
        ({"new_headers": '{"X-Other": "fresh"}'}, "kept-secret", {"X-Other": "fresh"}),
        ({"forget": "on"}, "", {}),
    ],
)
def test_credentials_are_written_and_never_shown(
    people: People, changed: dict[str, str], password: str, headers: dict[str, str]
) -> None:
    source = make_source("tavania-today")
    Source.objects.update(username="hub", password="kept-secret", request_headers={"X-Key": "kept-key"})
    path = f"/admin/hub/source/{source.pk}/change/"
    people.alice.post(path, filled(people.alice, path, **changed))
    source.refresh_from_db()
    assert (source.password, source.request_headers, source.username) == (password, headers, "hub")
    for browser in (people.alice, people.bob):
        for page in (path, "/admin/hub/source/", f"/admin/hub/source/{source.pk}/history/"):
            assert not {"kept-secret", "kept-key", "fresh"} & set(browser.get(page).content.decode().split('"'))
    assert "new_password" not in people.bob.get(path).content.decode()


@pytest.mark.parametrize("headers", ["[1]", '{"X Key": "a"}', '{"X-Key": "a\\r\\nHost: b"}', '{"X-Key": 1}', "{"])
def test_headers_that_cannot_be_sent_are_refused(people: People, headers: str) -> None:
    path = f"/admin/hub/source/{make_source('tavania-today').pk}/change/"
    answer = people.alice.post(path, filled(people.alice, path, new_headers=headers))
    assert (answer.status_code, Source.objects.get().request_headers) == (200, {})


def test_the_address_of_a_source_stays(people: People, register: Register) -> None:
    path = f"/admin/hub/source/{register.source.pk}/change/"
    people.alice.post(path, filled(people.alice, path, slug="another", name="Renamed"))
    register.source.refresh_from_db()
    assert (register.source.name, register.source.slug) == ("Renamed", "tavania-today")


@pytest.mark.parametrize("url", ["ftp://tavania.example/rss", "https://hub:secret@tavania.example/rss", "rss"])
def test_feeds_that_cannot_be_polled_are_refused(people: People, url: str) -> None:
    source = make_source("tavania-today")
    sent = {"source": source.pk, "url": url, "kind": "primary"}
    assert people.alice.post("/admin/hub/feed/add/", sent).status_code == 200
    assert not Feed.objects.exists()


def test_a_feed_that_is_gone_can_be_polled_again(people: People) -> None:
    feed = make_feed(make_source("tavania-today"))
    Feed.objects.update(state=FeedState.GONE)
    sent = {"action": "poll_now", "_selected_action": [feed.pk]}
    assert people.bob.post("/admin/hub/feed/", sent).status_code in {200, 302}
    assert Feed.objects.get().state == FeedState.GONE
    people.alice.post("/admin/hub/feed/", sent)
    assert Feed.objects.get().state == FeedState.ACTIVE


def test_a_window_that_ends_before_it_starts_is_refused_in_words(people: People, register: Register) -> None:
    path = f"/admin/hub/policy/{register.source.policy.pk}/change/"
    window = {"starts_0": "2031-05-05", "starts_1": "00:00", "ends_0": "2031-05-04", "ends_1": "00:00"}
    answer = people.alice.post(path, filled(people.alice, path, **window))
    assert "The window must start before it ends." in answer.content.decode()
    assert Policy.objects.get().starts is None


def test_sources_can_be_narrowed_by_class_and_feeds(people: People, register: Register) -> None:
    make_source("ormland-post")
    narrowed = {"class=unknown": 2, "class=SC": 0, "feeds=none": 1, "feeds=failing": 0, "policy__mode=full": 2}
    for query, number in narrowed.items():
        context = people.alice.get(f"/admin/hub/source/?{query}").context
        assert context["cl"].result_count == number, query


def test_a_feed_that_was_polled_keeps_its_address(people: People, register: Register) -> None:
    Feed.objects.update(last_polled=NOON)
    path = f"/admin/hub/source/{register.source.pk}/change/"
    people.alice.post(path, filled(people.alice, path, **{"feeds-0-url": "https://other.example/", "name": "Saved"}))
    assert (Source.objects.get().name, Feed.objects.get().url) == ("Saved", register.feed.url)


@pytest.mark.parametrize("table", TABLES)
def test_a_list_costs_the_same_however_long(people: People, register: Register, table: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as counted:
            assert people.alice.get(f"/admin/hub/{table}/").status_code == 200
        return len(counted)

    before = queries()
    for number in range(5):
        _, sides = make_topic(f"topic-{number}", "here", "there")
        source = make_source(f"outlet-{number}", barred="OR", sides=sides)
        feed, article = make_feed(source), make_article(source)
        make_story(f"story-{number}", article)
        Attempt.objects.create(feed=feed, source=source, url=feed.url, started=NOON, outcome="failed")
        make_speaker(f"Speaker {number}").sides.set(sides)
    assert queries() == before
