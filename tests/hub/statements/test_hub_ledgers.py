"""Ledgers hold what fits, count every choice, pass the gate, and cost a fixed number of queries."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

from audiatur.hub.models import Speaker
from audiatur.hub.statements import people
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, hours, make_article, make_source, make_story, make_topic
from tests.hub.statements.reading_hub import editor, latest, read, said

pytestmark = pytest.mark.django_db
LINE = "{name} said {words}. Ivo Maro added that all is well in town."


@pytest.fixture
def hub(db: None) -> None:
    """Two outlets on two sides, an excerpt and a shut one, one story; three articles are told of."""
    _, (east, west) = make_topic("strait", "east", "west")
    outlets = [
        make_source("east-post", sides=[east]),
        make_source("west-post", sides=[west]),
        make_source("short-post", mode=Mode.EXCERPT, excerpt_chars=30),
        make_source("shut-post", mode=Mode.NONE),
    ]
    articles = []
    for number, source in enumerate(outlets):
        text = LINE.format(name="Ada Lund", words=f"port {number} opens")
        article = make_article(source, f"Port {number}", text, published=NOON + hours(24 * number))
        date = ("2025-05-04", "2025-04", "", "2025")[number]
        one = said(text, f"port {number} opens", name="Ada Lund", date=date or None)
        read(article, one, said(text, "all is well in town", name="Ivo Maro", cue="added"))
        articles.append(article)
    make_story("one", *articles)


def body(response: HttpResponseBase) -> str:
    assert response.status_code == 200
    return b"".join(response).decode() if response.streaming else getattr(response, "content").decode()  # noqa: B009


def words(client: Client, query: str, scope: str = "/stories/one") -> list[str]:
    """The words of the statements of a ledger, as its lines have them."""
    lines = body(client.get(f"{scope}/statements.jsonl{query}")).splitlines()
    return [" ".join(span["text"] for span in json.loads(line)["content"]) for line in lines]


PORT0, PORT1, WELL = "port 0 opens", "port 1 opens", "all is well in town"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["port 2 opens", PORT1, WELL, PORT0, WELL]),
        ("?side=strait/east", [PORT0, WELL]),
        ("?source=west-post", [PORT1, WELL]),
        ("?country=Tavania&speaker=ada-lund", ["port 2 opens", PORT1, PORT0]),
        ("?country=Ormland", []),
        ("?speaker=ivo-maro&from=2025-05-05", [WELL]),
        ("?speaker=ada-lund&to=2025-05-04", [PORT0]),
        ("?said_from=2025-04-20", [PORT1, PORT0]),
        ("?said_from=2025-05-01&said_to=2025-05-31", [PORT0]),
        ("?said_to=2025-04-30", [PORT1]),
        ("?speaker=ada-lund&order=said", [PORT0, PORT1, "port 2 opens"]),
        ("?class=attitude", []),
        ("?kind=indirect&language=en&nested=no&source=east-post", [PORT0, WELL]),
        ("?quoted=yes", []),
        ("?nested=yes", []),
    ],
)
def test_filters_leave_what_fits(hub: None, client: Client, query: str, found: list[str]) -> None:
    assert words(client, query) == found


@pytest.mark.parametrize("query", ["?from=yesterday", "?to=2025-02-30", "?kind=loud", "?order=up", "?said_to=9999"])
def test_what_is_no_choice_is_not_found(hub: None, client: Client, query: str) -> None:
    assert client.get(f"/stories/one/statements/{query}").status_code == 404


@pytest.mark.parametrize("scope", ["/speakers/ada-lund", "/topics/strait", "/stories/one"])
def test_every_scope_has_its_ledger(hub: None, client: Client, scope: str) -> None:
    page = body(client.get(f"{scope}/statements/"))
    assert PORT0 in page
    assert "port 3" not in page
    assert f"{scope}/statements.jsonl" in page
    assert PORT1 in words(client, "", scope)


def test_every_choice_is_counted_with_the_other_filters_applied(hub: None, client: Client) -> None:
    page = body(client.get("/stories/one/statements/?side=strait/east"))
    for option in ("East (2)", "West (2)", "East Post (2)", "Ada Lund (1)", "reported (2)", "stands alone (2)"):
        assert option in page, option
    assert "West Post (" not in page
    assert '<option value="strait/east" selected>' in page


def test_lists_count_what_they_leave_out(hub: None, client: Client) -> None:
    assert "1 article is not shown" in body(client.get("/stories/one/statements/"))
    assert client.get("/stories/one/statements.jsonl")["Audiatur-Withheld"] == "1"


def test_each_line_has_spans_and_notice(hub: None, client: Client) -> None:
    lines = [json.loads(line) for line in body(client.get("/stories/one/statements.jsonl")).splitlines()]
    assert {line["notice"]["source"] for line in lines} == {"east-post", "west-post", "short-post"}
    for line in lines:
        assert datetime.fromisoformat(line["article"]["published"]).tzinfo is not None
        assert all(span["end"] - span["start"] == len(span["text"]) for span in line["content"])


def cost(client: Client) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get("/stories/one/statements/")
    return len(asked)


def test_no_query_per_row(hub: None, client: Client) -> None:
    before = cost(client)
    source = make_source("more-post")
    articles = []
    for number in range(12):
        text = LINE.format(name=f"Tarn Ilk{'abcdefghijkl'[number]}", words="the gate is shut")
        article = make_article(source, f"Gate {number}", text)
        read(article, said(text, "the gate is shut", name=text.partition(" said")[0]))
        articles.append(article)
    from audiatur.hub.models import Article, Story

    Article.objects.filter(pk__in=[one.pk for one in articles]).update(story=Story.objects.get())
    assert latest(articles[0]).statements.count() == 1
    assert cost(client) <= before + 1


def test_pages_follow_each_other(hub: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audiatur.hub.statements.ledger_views.ON_A_PAGE", 2)
    first = body(client.get("/stories/one/statements/?speaker=ada-lund"))
    assert "?speaker=ada-lund&amp;page=2" in first
    assert PORT0 in body(client.get("/stories/one/statements/?speaker=ada-lund&page=2"))


def test_a_merged_speaker_leads_to_the_other(hub: None, client: Client) -> None:
    people.merge(Speaker.objects.get(slug="ivo-maro"), Speaker.objects.get(slug="ada-lund"), editor())
    for end in ("", "statements/", "statements.jsonl"):
        response = client.get(f"/speakers/ivo-maro/{end}")
        assert (response.status_code, response["Location"]) == (301, f"/speakers/ada-lund/{end}")
    assert "Also written Ivo Maro" in body(client.get("/speakers/ada-lund/"))


def test_a_name_that_stands_only_where_nothing_leaves_is_not_shown(client: Client) -> None:
    for slug, name, mode in (("shut", "Volodymyr Marchenko", Mode.NONE), ("open", "Vladimir Marchenko", Mode.FULL)):
        text = LINE.format(name=name, words="it rains")
        read(make_article(make_source(slug, mode=mode), "Rain", text), said(text, "it rains", name=name))
    assert Speaker.objects.filter(name="Volodymyr Marchenko").exists()
    for address in ("/speakers/", "/speakers/volodymyr-marchenko/", "/speakers/volodymyr-marchenko/statements/"):
        page = body(client.get(address))
        assert "Vladimir Marchenko" in page
        assert "Volodymyr Marchenko" not in page
