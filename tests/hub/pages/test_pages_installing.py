"""The hub as an application: what is installed, what a browser may keep, and when it must drop it."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client
from lxml import html
from pytest_django import Settings

from audiatur.hub.models import Policy
from audiatur.hub.pages.assets import load
from audiatur.provenance.values import Mode
from tests.hub.factories import make_article, make_source, make_story
from tests.invariants.sample import BARRED_IN, build_sample

pytestmark = pytest.mark.django_db


def terms(client: Client) -> str:
    return str(client.get("/terms.json").json()["terms"])


def test_the_manifest_names_the_hub_in_the_language_that_is_asked_for(client: Client, settings: Settings) -> None:
    settings.HUB_NAME = "Both Shores"
    told = json.loads(client.get("/site.webmanifest?lang=uk").content)
    assert (told["name"], told["lang"], told["dir"], told["start_url"]) == ("Both Shores", "uk", "ltr", "/")
    assert {one["sizes"] for one in told["icons"]} >= {"192x192", "512x512", "any"}
    assert any(one.get("purpose") == "maskable" for one in told["icons"])
    for one in told["icons"]:
        assert client.get(one["src"])["Content-Type"] == one["type"]


def test_a_page_leads_to_its_manifest_and_shows_no_picture_of_others(client: Client) -> None:
    page = client.get("/about/").content.decode()
    manifest = re.findall(r'rel="manifest" href="([^"]+)"', page)
    assert client.get(manifest[0])["Content-Type"] == "application/manifest+json"
    picture = re.findall(r'property="og:image" content="http://127.0.0.1:8000([^"]+)"', page)
    assert client.get(picture[0])["Content-Type"] == "image/png"


def test_a_preview_of_a_link_to_an_item_says_its_notice(client: Client) -> None:
    article = make_article(make_source("post"), "Harbour opens", "The harbour is open.")
    page = html.document_fromstring(client.get(f"/articles/{article.uid}/").content)
    told = {one.get("property"): str(one.get("content")) for one in page.iter("meta")}
    assert all(part in told["og:description"] for part in ("Owner:", "Country:", "Inclusion is not an endorsement"))
    assert told["og:image"].startswith("http://127.0.0.1:8000/assets/")
    assert told["og:type"] == "article"


def test_the_worker_is_served_at_the_root_and_asked_for_again(client: Client) -> None:
    answer = client.get("/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    hub = json.loads(answer.content.split(b"\n")[0].removeprefix(b"const HUB = ").removesuffix(b";"))
    for address in [*hub["assets"], hub["offline"], hub["terms"]]:
        assert client.get(address).status_code == 200
    assert hub["most_seconds"] <= 24 * 3600


def test_the_mark_that_the_worker_looks_for_is_in_the_pages_that_may_be_kept(client: Client) -> None:
    make_story("one", make_article(make_source("post"), "Harbour opens"))
    script = load("sw.js")
    assert script is not None
    mark = re.findall(r"MARK = '([^']+)'", script.bodies[""].decode())[0]
    kept = {path: mark in client.get(path).content.decode() for path in ("/", "/stories/one/", "/about/", "/sources/")}
    assert kept == {"/": True, "/stories/one/": True, "/about/": False, "/sources/": False}
    assert "<time></time>" in client.get("/").content.decode()


def test_an_editors_page_is_not_kept(admin_client: Client) -> None:
    make_story("one", make_article(make_source("post"), "Harbour opens"))
    assert 'class="offline"' not in admin_client.get("/stories/one/").content.decode()


@pytest.mark.parametrize("change", [{"mode": Mode.LINK}, {"mode": Mode.NONE}, {"excerpt_chars": 17}])
def test_the_terms_change_with_a_policy(client: Client, change: dict[str, object]) -> None:
    source = make_source("post")
    make_source("other")
    before = terms(client)
    assert terms(client) == before
    Policy.objects.filter(source=source).update(**change)
    assert terms(client) != before


def test_the_terms_are_those_of_the_readers_law_and_nobody_keeps_them(client: Client, settings: Settings) -> None:
    build_sample()
    before = terms(client)
    settings.JURISDICTION = BARRED_IN
    assert terms(client) != before
    assert client.get("/terms.json")["Cache-Control"] == "no-store"


def test_the_page_for_those_offline_shows_no_item(client: Client) -> None:
    make_story("one", make_article(make_source("post"), "Harbour opens"))
    assert "data-item" not in client.get("/offline/").content.decode()
