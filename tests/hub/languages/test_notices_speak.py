"""Notices and refusals follow the language of the answer, on pages and in feeds, and say the same."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from lxml import etree, html
from pytest_django import Settings

from audiatur.provenance.wordings import WORDINGS, wording
from tests.invariants.sample import BARRED_IN, Sample, build_sample

pytestmark = [pytest.mark.django_db, pytest.mark.db_any]
EACH = pytest.mark.parametrize("language", sorted(WORDINGS))


@pytest.fixture
def hub() -> Sample:
    return build_sample()


def says_all(told: str, language: str) -> bool:
    """Whether a notice says all that it must, in a language."""
    words = wording(language)
    labels = (words.owner, words.funder, words.country, words.independence, words.why)
    return all(f"{label}: " in told for label in labels) and words.disclaimer in told and words.more in told


def words_of(element: etree._Element) -> str:
    """All the text in an element."""
    return "".join(map(str, element.itertext()))


@EACH
def test_every_notice_of_a_page_speaks_its_language(hub: Sample, client: Client, language: str) -> None:
    article = f"/articles/{hub.articles['fullsource'].uid}/"
    for address in ("/", "/stories/onestory/", article, "/sources/fullsource/", "/topics/strait/statements/"):
        page = html.document_fromstring(client.get(address, {"lang": language}).content)
        notices = [words_of(aside) for aside in page.iter("aside") if aside.get("data-notice")]
        assert notices, address
        assert all(says_all(told, language) for told in notices), address


@EACH
@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_a_feed_speaks_the_language_of_its_address_alone(hub: Sample, client: Client, language: str, form: str) -> None:
    client.cookies["language"] = language
    for address, expected in ((f"/feeds/hub.{form}", "en"), (f"/feeds/hub.{form}?lang={language}", language)):
        response = client.get(address, headers={"accept-language": language})
        body = response.content.decode()
        assert wording(expected).disclaimer in body
        assert all(words.disclaimer not in body for code, words in WORDINGS.items() if code != expected)
        assert response["Content-Language"] == expected


def test_a_feed_in_a_language_names_itself_so(hub: Sample, client: Client) -> None:
    told = json.loads(client.get("/sources/fullsource.json?lang=uk").content)
    assert told["feed_url"].endswith("/sources/fullsource.json?lang=uk")
    plain = json.loads(client.get("/sources/fullsource.json").content)
    assert [item["id"] for item in told["items"]] == [item["id"] for item in plain["items"]]
    assert plain["feed_url"].endswith("/sources/fullsource.json")


@EACH
@pytest.mark.parametrize("source", ["barredsource", "nonesource", "pastsource"])
def test_a_refusal_speaks_the_language(
    hub: Sample, client: Client, settings: Settings, language: str, source: str
) -> None:
    settings.JURISDICTION = BARRED_IN
    response = client.get(f"/articles/{hub.articles[source].uid}/", {"lang": language})
    page = html.document_fromstring(response.content)
    assert response.status_code == (451 if source == "barredsource" else 403)
    assert page.findtext(".//h1") in wording(language).titles.values()
    assert says_all(words_of(page), language)
