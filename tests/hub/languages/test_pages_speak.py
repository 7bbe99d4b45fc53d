"""Every page speaks the language that is asked for: what the hub itself says is not left in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from lxml import etree, html

from audiatur.hub.languages.choice import for_programs
from audiatur.provenance.values import IndependenceClass
from tests.catalogs import LANGUAGES, read
from tests.invariants.sample import Sample, build_sample
from tests.invariants.ways_out import WAYS_OUT

pytestmark = pytest.mark.django_db
SHOWN_ATTRIBUTES = ("aria-label", "title", "alt", "placeholder")
# Of what Django's back office says, Django's own translators answer for it.
ROUTES = sorted(set(WAYS_OUT) - {"admin"})
# The code of a class is the same in every language; its meaning stands beside it.
CODES = {cls.value for cls in IndependenceClass}
# Addresses of each route: one answers, is refused, or shows an excerpt; each form of a page is among the first.
SAMPLE = 4


@pytest.fixture
def hub() -> Sample:
    return build_sample()


def said(page: etree._Element) -> Iterator[str]:
    """What a reader sees or hears of a page, text by text."""
    for element in page.iter(etree.Element):
        if element.tag in ("script", "style", "code"):
            continue
        yield from (element.get(name) or "" for name in SHOWN_ATTRIBUTES)
        yield element.text or ""
        yield from (child.tail or "" for child in element)


def pages(hub: Sample, client: Client, language: str) -> Iterator[tuple[str, etree._Element]]:
    """Pages of every route in a language, refusals among them; what programs read is passed over."""
    client.cookies["language"] = language
    for address in (address for route in ROUTES for address in WAYS_OUT[route](hub)[:SAMPLE]):
        response = client.get(address)
        if response["Content-Type"].startswith("text/html") and response.content and not for_programs(address):
            yield address, html.document_fromstring(response.content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_translated_stands_there_in_english(hub: Sample, admin_client: Client, language: str) -> None:
    translated = {message.text for message, texts in read(language).items() if message.text not in texts}
    translated -= CODES
    shown = list(pages(hub, admin_client, language))
    assert len(shown) > len(ROUTES) / 2
    assert {page.get("lang") for _, page in shown} == {language}
    left = {
        (address, words)
        for address, page in shown
        for told in said(page)
        if (words := " ".join(told.split())) in translated
    }
    assert not left
