"""A statement has a page of its own, which stays when the reader or the outlet changes its mind."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from audiatur.hub.models import Article
from audiatur.hub.statements.deciding import correct, speaker_value
from audiatur.hub.statements.editorial import Field
from audiatur.provenance.values import Mode
from tests.hub.factories import add_version, hours, make_article, make_source
from tests.hub.statements.reading_hub import NOW, editor, read, said

pytestmark = pytest.mark.django_db
TEXT = (
    "A long day began in Brenn.\nAda Lund said the port of Brenn opens on Monday. Ivo Maro added that nobody was hurt."
)


def told(article: Article, text: str = TEXT) -> str:
    """Analyse it; the id of Ada Lund's statement."""
    rows = read(
        article,
        said(text, "the port of Brenn opens on Monday", name="Ada Lund", date="2025-05-04", place="Brenn"),
        said(text, "nobody was hurt", name="Ivo Maro", cue="added"),
    )
    return rows[0].uid


def body(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.fixture
def article(db: None) -> Article:
    return make_article(make_source("post"), "Port opens", TEXT)


def test_it_shows_the_words_in_context_with_evidence_and_notice(client: Client, article: Article) -> None:
    uid = told(article)
    page = body(client, f"/statements/{uid}/")
    for words in (
        "the port of Brenn opens on Monday",
        "Ada Lund",
        "reported, speech",
        "4 May 2025",
        "not an endorsement",
    ):
        assert words in page, words
    assert "A long day began" not in page
    start = f"Port opens\n{TEXT}".index("the port")
    assert f"{start}–{start + 33}" in page
    assert f'href="/statements/{uid}/report/"' in page


def test_the_article_leads_to_it(client: Client, article: Article) -> None:
    uid = told(article)
    page = body(client, f"/articles/{article.uid}/")
    assert f'class="ref" id="w1" href="/statements/{uid}/"' in page
    assert 'class="depth-1 form-indirect"' in page
    assert f'id="s-{uid}"' in page


def test_it_is_told_as_data(client: Client, article: Article) -> None:
    uid = told(article)
    line = json.loads(body(client, f"/statements/{uid}.json"))
    reading = f"Port opens\n{TEXT}"
    spans = [*line["content"], line["cue"], line["speaker"]["mention"], line["occasion"]["place"]]
    assert all(reading[span["start"] : span["end"]] == span["text"] for span in spans)
    assert (line["id"], line["source"], line["notice"]["source"]) == (uid, "post", "post")
    assert line["version"] == {"number": 1, "seen": "2025-05-04T12:00:00+00:00", "newest": True}


def test_what_the_reader_no_longer_finds_keeps_its_page(client: Client, article: Article) -> None:
    uid = told(article)
    (now,) = read(article, said(TEXT, "the port of Brenn opens", name="Ada Lund"))
    page = body(client, f"/statements/{uid}/")
    assert "no longer reads the passage so" in page
    assert f'href="/statements/{now.uid}/"' in page
    assert json.loads(body(client, f"/statements/{uid}.json"))["state"] == "withdrawn"
    assert uid not in body(client, f"/articles/{article.uid}/")


def test_what_the_outlet_dropped_keeps_its_page_and_its_words(client: Client, article: Article) -> None:
    uid = told(article)
    article.latest = add_version(article, "Port stays shut", "All quiet in Brenn.", seen=NOW + hours(1))
    article.save()
    read(article)
    page = body(client, f"/statements/{uid}/")
    assert "The outlet has changed the article since" in page
    assert "the port of Brenn opens on Monday" in page
    assert json.loads(body(client, f"/statements/{uid}.json"))["version"]["newest"] is False


def test_a_correction_is_said_with_the_original_beside_it(client: Client, article: Article) -> None:
    uid = told(article)
    from audiatur.hub.models import Statement

    row = Statement.objects.get(uid=uid)
    correct(row, Field.SPEAKER, speaker_value("Ivo Maro", "person"), editor(), "checked the recording")
    page = body(client, f"/statements/{uid}/")
    assert "Corrected by an editor" in page
    assert 'had found: <span dir="auto">Ada Lund</span>' in page
    assert "alice" not in page
    assert "checked the recording" not in page
    assert "corrected by an editor" in body(client, f"/articles/{article.uid}/")
    assert "corrected by an editor" in body(client, "/speakers/ivo-maro/")


def test_what_an_editor_rejected_says_so(client: Client, article: Article) -> None:
    from audiatur.hub.models import Statement

    uid = told(article)
    correct(Statement.objects.get(uid=uid), Field.REJECTED, {}, editor())
    assert "is not a statement" in body(client, f"/statements/{uid}/")
    assert client.get("/speakers/ada-lund/").status_code == 404


@pytest.mark.parametrize(
    ("policy", "status", "words"),
    [
        ({"mode": Mode.EXCERPT, "excerpt_chars": 30}, 403, "Beyond what is published"),
        ({"mode": Mode.LINK}, 403, "Beyond what is published"),
        ({"mode": Mode.NONE}, 403, "not published"),
    ],
)
def test_it_passes_the_gate(client: Client, policy: dict[str, object], status: int, words: str) -> None:
    article = make_article(make_source("shut", **policy), "Port opens", TEXT)  # type: ignore[arg-type]
    uid = told(article)
    for address in (f"/statements/{uid}/", f"/statements/{uid}/report/"):
        page = body(client, address, status)
        assert "Ada Lund" not in page
        assert 'data-notice="shut"' in page
    answer = json.loads(body(client, f"/statements/{uid}.json", status))
    assert answer["notice"]["source"] == "shut"
    assert set(answer) == {"error", "notice"}


def test_nested_statements_lead_to_each_other(client: Client, article: Article) -> None:
    from dataclasses import replace

    outer = said(TEXT, "the port of Brenn opens on Monday", name="Ada Lund")
    inner = replace(said(TEXT, "opens on Monday", name="Ivo Maro"), parent=0)
    one, other = read(article, outer, inner)
    assert f'href="/statements/{other.uid}/">a statement by Ivo Maro' in body(client, f"/statements/{one.uid}/")
    assert f'href="/statements/{one.uid}/">a statement by Ada Lund' in body(client, f"/statements/{other.uid}/")
    assert json.loads(body(client, f"/statements/{other.uid}.json"))["parent"] == one.uid


def test_an_address_that_never_was_is_not_found(client: Client) -> None:
    for address in ("/statements/nothing/", "/statements/nothing.json", "/statements/nothing/report/"):
        assert client.get(address).status_code == 404
