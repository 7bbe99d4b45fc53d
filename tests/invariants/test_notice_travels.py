"""The notice travels: no page and no feed shows an item without its notice."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from lxml import etree, html
from pytest_django import Settings

from audiatur.publishing.namespaces import ATOM, NOTICE
from tests.invariants.sample import ALLOWED, BARRED_IN, Sample, build_sample, marker
from tests.invariants.ways_out import WAYS_OUT

pytestmark = pytest.mark.django_db
TOLD = ("Owner: Owner of", "Funder: unknown", "Country: Tavania", "Independence class:", "Why it is included:")
DISCLAIMER = "not an endorsement"


@pytest.fixture
def hub() -> Sample:
    return build_sample()


def says_all(words: str) -> bool:
    """Whether a notice says all that it must."""
    return all(part in words for part in TOLD) and DISCLAIMER in words


def elements(root: etree._Element, xpath: str) -> list[etree._Element]:
    """The elements that an XPath finds."""
    found = root.xpath(xpath)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, etree._Element)]


def words_of(element: etree._Element) -> str:
    """All the text in an element."""
    return "".join(map(str, element.itertext()))


def notices(element: etree._Element, source: str) -> list[etree._Element]:
    """The complete notices of a source in an element."""
    return [
        aside
        for aside in elements(element, f".//aside[@role='note'][@data-notice='{source}']")
        if says_all(words_of(aside)) and elements(aside, f".//a[contains(@href, '/sources/{source}/')]")
    ]


@pytest.mark.parametrize("jurisdiction", ["", BARRED_IN])
@pytest.mark.parametrize("route", sorted(WAYS_OUT))
def test_every_item_of_a_page_has_its_notice(
    hub: Sample, client: Client, settings: Settings, route: str, jurisdiction: str
) -> None:
    settings.JURISDICTION = jurisdiction
    for address in WAYS_OUT[route](hub):
        response = client.get(address)
        if response.status_code != 200 or not response["Content-Type"].startswith("text/html"):
            continue
        page = html.document_fromstring(response.content)
        for item in elements(page, "//*[@data-item]"):
            assert notices(item, str(item.get("data-item"))), (address, words_of(item)[:200])
        for source in ALLOWED:
            if marker("title", source) in words_of(elements(page, "//body")[0]).casefold():
                assert elements(page, f"//*[@data-item='{source}']"), (address, source)


def test_pages_that_show_items_mark_them(hub: Sample, client: Client) -> None:
    for address in ("/", "/stories/onestory/", "/sources/fullsource/", "/topics/strait/sides/east/"):
        assert b"data-item" in client.get(address).content, address


@pytest.mark.parametrize("status", [403, 451])
def test_a_refusal_carries_the_notice(hub: Sample, client: Client, settings: Settings, status: int) -> None:
    settings.JURISDICTION = BARRED_IN
    source = "barredsource" if status == 451 else "nonesource"
    response = client.get(f"/articles/{hub.articles[source].uid}/")
    assert response.status_code == status
    assert notices(html.document_fromstring(response.content), source)


FEEDS = (
    *("hub_feed", "topic_feed", "side_feed", "source_feed", "story_feed"),
    *("search_feed", "story_ledger_feed", "topic_ledger_feed"),
)


def feeds(hub: Sample, form: str) -> list[str]:
    return [address for route in FEEDS for address in WAYS_OUT[route](hub) if address.partition("?")[0].endswith(form)]


@pytest.mark.parametrize(("form", "item"), [("rss", "item"), ("atom", f"{{{ATOM}}}entry")])
def test_every_item_of_an_xml_feed_has_its_notice(hub: Sample, client: Client, form: str, item: str) -> None:
    items = [
        element for address in feeds(hub, form) for element in etree.fromstring(client.get(address).content).iter(item)
    ]
    assert len(items) > len(ALLOWED)
    for element in items:
        notice = element.find(f"{{{NOTICE}}}notice")
        assert notice is not None
        content = words_of(element)
        assert f'data-notice="{notice.get("source")}"' in content
        assert says_all(content)


def test_every_item_of_a_json_feed_has_its_notice(hub: Sample, client: Client) -> None:
    items = [item for address in feeds(hub, "json") for item in json.loads(client.get(address).content)["items"]]
    assert len(items) > len(ALLOWED)
    for item in items:
        notice = item["_audiatur"]["notice"]
        assert notice["owner"].startswith("Owner of")
        assert notice["country"] == "Tavania"
        assert f'data-notice="{notice["source"]}"' in item["content_html"]
        assert says_all(item["content_html"])
