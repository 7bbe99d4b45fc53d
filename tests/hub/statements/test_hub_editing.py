"""The pages on which editors correct: Alice edits, Bob may look, Charlie is sent to the login."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from audiatur.hub.models import Article, Correction, Decision, Speaker, Statement
from tests.hub.factories import make_article, make_source
from tests.hub.statements.reading_hub import editor, read, said

pytestmark = pytest.mark.django_db
TEXT = "Ada Lund said the port of Brenn opens on Monday. Ivo Maro added that nobody was hurt."


@pytest.fixture
def row(db: None) -> Statement:
    article = make_article(make_source("post"), "Port opens", TEXT)
    return read(article, said(TEXT, "the port of Brenn opens on Monday", name="Ada Lund"))[0]


@pytest.fixture
def alice(db: None, client: Client) -> Client:
    client.force_login(editor().user)
    return client


def pages(row: Statement) -> list[str]:
    article = row.version.article.uid
    return [f"/editors/statements/{row.uid}/", f"/editors/articles/{article}/", "/editors/speakers/ada-lund/"]


def test_alice_edits_bob_is_refused_and_charlie_logs_in(row: Statement, alice: Client) -> None:
    bob, charlie = Client(), Client()
    bob.force_login(User.objects.create_user("bob", is_staff=True))
    for address in pages(row):
        assert alice.get(address).status_code == 200
        assert bob.get(address).status_code == bob.post(address, {"field": "rejected"}).status_code == 403
        assert charlie.get(address)["Location"] == f"/admin/login/?next={address}"
        assert charlie.post(address).status_code == 302
    assert not Correction.objects.exists()


SENT: list[tuple[dict[str, str], str, object]] = [
    ({"field": "speaker", "speaker-name": "Ivo Maro", "speaker-type": "person"}, "name", "Ivo Maro"),
    ({"field": "speaker", "speaker-name": ""}, "name", ""),
    ({"field": "class", "class-class_": "attitude"}, "class_name", "attitude"),
    ({"field": "date", "date-date": "2025-05", "date-date_text": "on Monday"}, "date", "2025-05"),
    ({"field": "rejected"}, "state", "rejected"),
]


@pytest.mark.parametrize(("sent", "column", "expected"), SENT)
def test_each_field_is_corrected_and_taken_back(
    row: Statement, alice: Client, sent: dict[str, str], column: str, expected: object
) -> None:
    former = getattr(row, column)
    address = pages(row)[0]
    assert alice.post(address, sent).status_code == 302
    row.refresh_from_db()
    assert getattr(row, column) == expected
    alice.post(address, {"undo": str(Correction.objects.get().pk)})
    row.refresh_from_db()
    assert getattr(row, column) == former


@pytest.mark.parametrize("given", ["the port of Brenn opens", "24-48"])
def test_words_are_chosen_as_places_of_the_text(row: Statement, alice: Client, given: str) -> None:
    alice.post(pages(row)[0], {"field": "content", "content-content": given})
    row.refresh_from_db()
    (span,) = row.content
    assert row.version.reading[span["start"] : span["end"]] == span["text"]
    assert "port of Brenn opens" in span["text"]


@pytest.mark.parametrize(
    "sent",
    [
        {"field": "content", "content-content": "the port of Tarn opens"},
        {"field": "content", "content-content": "5-100000"},
        {"field": "content", "content-content": "24-40\n30-50"},
        {"field": "content", "content-content": ""},
        {"field": "place", "place-place": "Tarn"},
        {"field": "date", "date-date": "2025-02-30"},
    ],
)
def test_what_does_not_stand_in_the_text_is_refused(row: Statement, alice: Client, sent: dict[str, str]) -> None:
    answer = alice.post(pages(row)[0], sent)
    assert (answer.status_code, Correction.objects.count()) == (200, 0)
    assert "errorlist" in answer.content.decode()


def test_a_statement_is_added_and_shown(row: Statement, alice: Client) -> None:
    sent = {"content": "nobody was hurt", "mention": "Ivo Maro", "cue": "added", "name": "Ivo Maro", "class_": "speech"}
    assert alice.post(pages(row)[1], sent | {"type": "person"}).status_code == 302
    article = Article.objects.get()
    page = alice.get(f"/articles/{article.uid}/").content.decode()
    assert page.count('class="statement"') == 2
    assert "corrected by an editor" in page
    assert "already" in alice.post(pages(row)[1], sent | {"type": "person"}).content.decode()


def test_speakers_are_merged_split_and_renamed(row: Statement, alice: Client) -> None:
    other = make_article(make_source("herald"), "", TEXT)
    read(other, said(TEXT, "nobody was hurt", name="Ivo Maro", cue="added"))
    address = "/editors/speakers/ada-lund/"
    alice.post("/editors/speakers/ivo-maro/", {"act": "merge", "other": "Ada Lund"})
    assert Speaker.objects.get(slug="ivo-maro").merged_into == Speaker.objects.get(slug="ada-lund")
    alice.post(address, {"act": "names", "name": ["Ivo Maro"], "other": ""})
    assert Statement.objects.get(name="Ivo Maro").speaker == Speaker.objects.get(slug="ivo-maro-2")
    alice.post(address, {"act": "statements", "statement": [str(row.pk)], "other": "ivo-maro-2"})
    alice.post(address, {"act": "rename", "name": "Ada Lund of Brenn"})
    assert [one.act for one in Decision.objects.all()] == ["rename", "statements", "names", "merge"]


@pytest.mark.parametrize("sent", [{"act": "merge", "other": "Nobody"}, {"act": "names"}, {"act": "statements"}])
def test_what_cannot_be_decided_is_told(row: Statement, alice: Client, sent: dict[str, str]) -> None:
    page = alice.post(pages(row)[2], sent, follow=True).content.decode()
    assert "standing" in page
    assert not Decision.objects.exists()


def test_the_back_office_merges_what_is_chosen(row: Statement, alice: Client) -> None:
    other = make_article(make_source("herald"), "", TEXT)
    read(other, said(TEXT, "nobody was hurt", name="Ivo Maro", cue="added"))
    keys = [str(pk) for pk in Speaker.objects.values_list("pk", flat=True)]
    alice.post("/admin/hub/speaker/", {"action": "merge", "_selected_action": keys})
    assert Speaker.objects.filter(merged_into__isnull=False).count() == 1
