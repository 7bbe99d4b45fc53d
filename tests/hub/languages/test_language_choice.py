"""The language of an answer: by the address, the kept choice, the browser, the hub; and how a choice is kept."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

pytestmark = [pytest.mark.django_db, pytest.mark.db_any]


def language(client: Client, address: str = "/about/", *, asks: str = "", kept: str = "") -> str:
    """The language of the page at an address, as its root says it."""
    if kept:
        client.cookies["language"] = kept
    response = client.get(address, headers={"accept-language": asks} if asks else {})
    assert f'<html lang="{response["Content-Language"]}" dir="ltr">' in response.content.decode()
    return str(response["Content-Language"])


@pytest.mark.parametrize(
    ("address", "kept", "asks", "expected"),
    [
        ("/about/", "", "", "en"),
        ("/about/", "", "uk", "uk"),
        ("/about/", "", "uk-UA,uk;q=0.9,en;q=0.5", "uk"),
        ("/about/", "", "fr-FR,ru;q=0.7,en;q=0.5", "ru"),
        ("/about/", "", "fr-FR, de;q=0.5", "en"),
        ("/about/", "", "en-GB,ru;q=0.9", "en"),
        ("/about/", "ru", "uk", "ru"),
        ("/about/", "fr", "uk", "uk"),
        ("/about/", "../../etc", "*;q=x", "en"),
        ("/about/?lang=uk", "ru", "en", "uk"),
        ("/about/?lang=xx", "ru", "en", "ru"),
        ("/nothing/there/?lang=uk", "", "", "uk"),
    ],
)
def test_the_address_goes_first_then_the_choice_then_the_browser(
    client: Client, address: str, kept: str, asks: str, expected: str
) -> None:
    assert language(client, address, asks=asks, kept=kept) == expected


def test_the_hub_has_a_language_of_its_own(client: Client, settings: Settings) -> None:
    settings.LANGUAGE_CODE = "uk"
    assert language(client) == "uk"
    assert language(client, asks="de") == "uk"
    assert language(client, asks="en") == "en"


@pytest.mark.parametrize("address", ["/feeds/hub.rss", "/feeds/hub.json", "/sources.opml", "/robots.txt"])
def test_what_programs_read_is_in_the_hubs_language_unless_the_address_says_else(client: Client, address: str) -> None:
    client.cookies["language"] = "ru"
    response = client.get(address, headers={"accept-language": "uk"})
    assert response["Content-Language"] == "en"
    assert "Cookie" not in response.get("Vary", "")
    assert client.get(f"{address}?lang=uk")["Content-Language"] == "uk"


def test_no_cache_hands_a_page_to_a_reader_of_another_language(client: Client) -> None:
    tags = set()
    for code in ("en", "ru", "uk"):
        response = client.get("/about/", headers={"accept-language": code})
        assert {"Accept-Language", "Cookie"} <= set(response["Vary"].split(", "))
        tags.add(response["ETag"])
    assert len(tags) == 3


def test_a_choice_is_kept_in_two_letters_and_nothing_else(client: Client) -> None:
    response = client.post("/language/", {"lang": "uk", "next": "/stories/x/?topic=strait&lang=ru"})
    assert response.status_code == 302
    assert response["Location"] == "/stories/x/?topic=strait"
    assert list(response.cookies) == ["language"]
    kept = response.cookies["language"]
    assert (kept.value, kept["samesite"], kept["httponly"], kept["max-age"]) == ("uk", "Lax", True, 31536000)
    assert language(client) == "uk"


def test_an_address_that_asks_keeps_nothing(client: Client) -> None:
    assert language(client, "/about/?lang=ru") == "ru"
    assert not client.cookies
    assert language(client) == "en"


@pytest.mark.parametrize("told", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", "", "x"])
def test_a_choice_leads_nowhere_else(client: Client, told: str) -> None:
    assert client.post("/language/", {"lang": "ru", "next": told})["Location"] == "/"


def test_a_language_that_the_hub_lacks_is_refused(client: Client) -> None:
    response = client.post("/language/", {"lang": "xx"})
    assert response.status_code == 400
    assert not response.cookies
    assert client.get("/language/").status_code == 405


def test_a_page_names_its_addresses_in_each_language(client: Client) -> None:
    body = client.get("/about/?lang=ru").content.decode()
    assert '<link rel="canonical" href="http://127.0.0.1:8000/about/">' in body
    for code in ("en", "ru", "uk"):
        assert f'<link rel="alternate" hreflang="{code}" href="http://127.0.0.1:8000/about/?lang={code}">' in body
