"""Parts of lists that are kept follow what they show: nothing is seen that the gate or an editor has changed since."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client
from pytest_django import Settings

from audiatur.hub.models import Anatomy, Article, Bar, Claim, Policy, Source, Version
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, add_version, make_article, make_source, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    found = make_article(make_source("harbour-post"), "Ferry talks", "The ferry talks resume on Monday. " * 4)
    make_story("s", found, make_article(make_source("coast-post"), "Talks of ferries"))
    return found


def body(client: Client, address: str = "/") -> str:
    return client.get(address).content.decode()


def test_a_policy_holds_at_once(client: Client, article: Article) -> None:
    assert "The ferry talks resume" in body(client)
    Policy.objects.filter(source=article.source).update(mode=Mode.LINK)
    page = body(client)
    assert "Ferry talks" in page
    assert "The ferry talks resume" not in page
    Policy.objects.filter(source=article.source).update(mode=Mode.NONE)
    assert "Ferry talks" not in body(client)


def test_a_notice_changes_with_its_evidence(client: Client, article: Article) -> None:
    assert "Owner of Harbour Post" in body(client)
    Claim.objects.filter(source=article.source, field="owner").update(value="Somebody else")
    page = body(client)
    assert "Somebody else" in page
    assert "Owner of Harbour Post" not in page


def test_a_new_version_is_shown(client: Client, article: Article) -> None:
    body(client)
    article.latest = add_version(article, "Ferry talks end", "They ended.", seen=NOON)
    article.save()
    assert "Ferry talks end" in body(client)


@pytest.mark.parametrize("address", ["/", "/stories/s/", "/sources/harbour-post/"])
def test_words_that_are_taken_away_are_gone_at_once(client: Client, article: Article, address: str) -> None:
    assert "Ferry talks" in body(client, address)
    Version.objects.filter(article=article).update(title="Untold", text="", html="")
    page = body(client, address)
    assert "Ferry talks" not in page
    assert "Monday. The ferry talks resume" not in page


def test_what_is_found_to_be_furniture_is_left_out_at_once(client: Client, article: Article) -> None:
    assert "The ferry talks resume" in body(client)
    start = len("Ferry talks\n")
    words = "The ferry talks resume on Monday."
    span = {"start": start, "end": start + len(words), "text": words}
    Anatomy.objects.update_or_create(version=article.latest, defaults={"furniture": [span]})
    once = body(client).count("The ferry talks resume")
    Anatomy.objects.update(furniture=[])
    assert body(client).count("The ferry talks resume") == once + 1


@pytest.mark.usefixtures("article")
def test_a_kept_page_is_the_same_packed_and_unpacked(client: Client) -> None:
    made = body(client)
    packed = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content).decode() == made == body(client)
    assert "Accept-Encoding" in packed["Vary"]


@pytest.mark.usefixtures("article")
def test_a_kept_page_is_not_shown_under_another_law(client: Client, settings: Settings) -> None:
    settings.JURISDICTION_HEADER = "X-Country"
    Bar.objects.create(
        policy=Policy.objects.get(source__slug="harbour-post"), jurisdictions="XA", authority="A", law="L", binds="all"
    )
    assert "Ferry talks" in body(client)
    assert "Ferry talks" not in client.get("/", headers={"X-Country": "XA"}).content.decode()
    assert "Ferry talks" in body(client)


@pytest.mark.usefixtures("article")
def test_each_language_has_its_own(client: Client) -> None:
    english, russian = body(client, "/?lang=en"), body(client, "/?lang=ru")
    assert "Articles by side" in english
    assert 'lang="ru"' in russian
    assert body(client, "/?lang=en") == english


def test_a_renamed_source_is_shown_by_its_name(client: Client, article: Article) -> None:
    body(client, f"/sources/{article.source.slug}/")
    Source.objects.filter(pk=article.source_id).update(name="Harbour Herald")
    assert "Harbour Herald" in body(client)
    assert "Harbour Post" not in body(client).replace("Owner of Harbour Post", "")
