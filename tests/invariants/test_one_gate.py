"""One gate: no way out shows more of an item than policy, window and jurisdiction let out."""

from __future__ import annotations

import pytest
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import Settings

from tests.invariants.sample import ALLOWED, BARRED_IN, Sample, build_sample, leaks, marker
from tests.invariants.ways_out import FORMATS, OF_VERSIONS, WAYS_OUT, addresses, route_names

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> Sample:
    return build_sample()


def told(response: HttpResponseBase) -> str:
    """Everything that an answer says, headers too."""
    body = b"".join(response) if response.streaming else getattr(response, "content", b"")
    return body.decode(errors="replace") + "\n".join(f"{name}: {value}" for name, value in response.items())


def test_every_route_is_in_the_table() -> None:
    assert set(route_names()) == set(WAYS_OUT)


@pytest.mark.parametrize("jurisdiction", ["", BARRED_IN])
@pytest.mark.parametrize("route", sorted(WAYS_OUT))
def test_nothing_leaves_that_may_not(
    hub: Sample, client: Client, settings: Settings, route: str, jurisdiction: str
) -> None:
    settings.JURISDICTION = jurisdiction
    for address in WAYS_OUT[route](hub):
        body = told(client.get(address))
        assert leaks(body, jurisdiction, versions=route in OF_VERSIONS) == set(), address


@pytest.mark.parametrize("source", sorted(ALLOWED))
def test_what_may_leave_does(hub: Sample, client: Client, source: str) -> None:
    article = told(client.get(f"/articles/{hub.articles[source].uid}/")).casefold()
    feed = told(client.get(f"/sources/{source}.atom")).casefold()
    for kind in ALLOWED[source]:
        assert marker(kind, source) in article
        assert marker(kind, source) in feed


def test_the_search_for_leaks_finds_one() -> None:
    assert leaks("... DeepZZlinksource ...", "") == {"deepzzlinksource"}
    assert leaks("titlezzbarredsource", BARRED_IN) == {"titlezzbarredsource"}
    assert leaks("titlezzbarredsource", "") == set()


@pytest.mark.parametrize(
    ("source", "jurisdiction", "status"),
    [
        ("fullsource", "", 200),
        ("linksource", "", 200),
        ("nonesource", "", 403),
        ("pastsource", "", 403),
        ("pastlinksource", "", 200),
        ("barredsource", "", 200),
        ("barredsource", BARRED_IN, 451),
    ],
)
def test_the_address_of_an_item_answers_by_its_policy(
    hub: Sample, client: Client, settings: Settings, source: str, jurisdiction: str, status: int
) -> None:
    settings.JURISDICTION = jurisdiction
    response = client.get(f"/articles/{hub.articles[source].uid}/")
    assert response.status_code == status
    assert ('rel="blocked-by"' in response.get("Link", "")) is (status == 451)
    assert ("no-store" in response.get("Cache-Control", "")) is (status != 200)


def test_a_451_names_the_law_who_demands_it_and_whom_it_binds(hub: Sample, client: Client, settings: Settings) -> None:
    settings.JURISDICTION = BARRED_IN
    page = told(client.get(f"/articles/{hub.articles['barredsource'].uid}/"))
    assert all(words in page for words in ("Court of Tavania", "Act 7", "everyone in Tavania"))


# What shows nothing of any item, or is for editors: one answer for every reader.
THE_SAME_FOR_ALL = (
    *("/admin", "/editors", "/robots", "/healthz", "/assets/"),
    *("/opensearch.xml", "/site.webmanifest", "/sw.js"),
)


@pytest.mark.parametrize("jurisdiction", ["", BARRED_IN])
def test_lists_count_what_they_leave_out(hub: Sample, client: Client, settings: Settings, jurisdiction: str) -> None:
    settings.JURISDICTION = jurisdiction
    withheld = 3 if jurisdiction else 2
    assert f"{withheld} articles are not shown" in told(client.get("/stories/onestory/"))
    for form in FORMATS:
        assert f"{withheld} items are withheld" in told(client.get(f"/stories/onestory.{form}"))


@pytest.mark.parametrize("jurisdiction", ["", BARRED_IN])
def test_reasons_tell_no_words_of_what_may_not_leave(
    hub: Sample, client: Client, settings: Settings, jurisdiction: str
) -> None:
    settings.JURISDICTION = jurisdiction
    # The page of a story lists the first articles of each outlet; all of them stand on the page to print.
    page = told(client.get("/stories/onestory/whole/")).casefold()
    whole = {source for source, kinds in ALLOWED.items() if "deep" in kinds}
    open_to_reader = whole - ({"barredsource"} if jurisdiction == BARRED_IN else set())
    assert {source for source in ALLOWED if marker("shared", source) in page} == open_to_reader


def test_a_trusted_header_is_believed_and_told_to_caches(hub: Sample, client: Client, settings: Settings) -> None:
    settings.JURISDICTION_HEADER = "X-Country"
    for route, address in addresses(hub):
        response = client.get(address, headers={"X-Country": BARRED_IN})
        assert leaks(told(response), BARRED_IN, versions=route in OF_VERSIONS) == set(), address
        if response.status_code == 200 and not address.startswith(THE_SAME_FOR_ALL):
            assert "x-country" in response["Vary"].lower(), address
