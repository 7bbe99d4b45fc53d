"""Every page of the hub in a real browser, on a phone, a tablet and a desk, light and dark, with and without scripts.

The pages are those of the table of all addresses, so a page that is added is swept without another list to write it in.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.plugin import DjangoDbBlocker

from tests.browser.serving import SCHEMES, WIDTHS, Scheme, Served, browsing, served
from tests.invariants.sample import build_sample
from tests.invariants.ways_out import WAYS_OUT

pytestmark = pytest.mark.browser
# WCAG 2.2 at level AA, and what axe holds to be good practice beside it.
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": LEVELS, "resultTypes": ["violations"]}
# As many addresses of a route as show it with much and with little on it.
SAMPLES, TRIED = 2, 8
REFUSED = {403, 451}
# What is no fault of a page: that it was refused or is missing is meant, and so is that nothing is kept in this sweep.
MEANT = ("the server responded with a status of 4", "Service Worker registration blocked")
OPEN = "for (const one of document.querySelectorAll('main details')) one.open = true"
# What every page must have at once: one heading, no sideways scrolling, each item with the notice of its source.
LOOK = """() => ({
  headings: document.querySelectorAll('h1').length,
  over: document.documentElement.scrollWidth - innerWidth,
  bare: [...document.querySelectorAll('[data-item]')]
    .filter(item => !item.querySelector(`aside[role=note][data-notice="${CSS.escape(item.dataset.item)}"]`))
    .map(item => item.outerHTML.slice(0, 120)),
})"""


def pages() -> dict[str, str]:
    """Addresses of every route that answers with a page, by route and number; and of each kind of refusal."""
    hub, visitor = build_sample(), Client()
    found = {"404": "/nothing/"}
    for route, sample in WAYS_OUT.items():
        for address in sample(hub)[:TRIED]:
            answer = visitor.get(address)
            number = sum(one.startswith(f"{route} ") for one in found)
            if not answer.get("Content-Type", "").startswith("text/html") or number == SAMPLES:
                continue
            found |= {f"{route} {number}": address} if answer.status_code == 200 else {}
            found |= {str(answer.status_code): address} if answer.status_code in REFUSED else {}
    return found


@pytest.fixture(scope="module")
def hub(database: DjangoDbBlocker) -> Iterator[Served]:
    with served(database, pages) as filled:
        yield filled


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_is_silent_asks_nobody_else_and_axe_finds_nothing(
    chromium: Browser, hub: Served, width: int, scheme: Scheme, scripts: bool
) -> None:
    with browsing(chromium, width, scheme, scripts=scripts) as page:
        told = heard(page, hub)
        for name, address in hub.paths.items():
            page.goto(hub.url + address)
            seen = page.evaluate(LOOK)
            told += [f"{name}: {seen}"] if seen != {"headings": 1, "over": 0, "bare": []} else []
            told += violations(page, name) if scripts else []
        assert not told, "\n".join(told)


def violations(page: Page, name: str) -> list[str]:
    """What axe finds on a page with all that is folded opened; axe is itself a script."""
    page.evaluate(OPEN)
    found = Axe().run(page, options=RULES)
    return [f"{name}: {found.generate_report()}"] if found.violations_count else []


def heard(page: Page, hub: Served) -> list[str]:
    """A list that fills with each error of a page and each request that leaves the hub."""
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    page.on("request", lambda one: told.append(one.url) if not one.url.startswith(hub.url) else None)
    page.on(
        "console",
        lambda one: (
            told.append(f"{page.url}: {one.text}")
            if one.type in {"error", "warning"} and not any(words in one.text for words in MEANT)
            else None
        ),
    )
    return told


@pytest.mark.parametrize("code", [code for code, _ in settings.LANGUAGES])
def test_every_page_fits_a_phone_in_every_language_of_the_interface(chromium: Browser, hub: Served, code: str) -> None:
    told = []
    with browsing(chromium, WIDTHS[0]) as page:
        page.context.set_extra_http_headers({"Accept-Language": code})
        for name, address in hub.paths.items():
            page.goto(hub.url + address)
            assert page.evaluate("document.documentElement.lang") == code
            over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            told += [f"{name}: {over} px too wide"] if over else []
    assert not told, "\n".join(told)


@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[2]])
def test_every_page_is_mirrored_without_a_break(chromium: Browser, hub: Served, width: int) -> None:
    """In a language from right to left the frame begins at the right and nothing is wider than the window."""
    told = []
    with browsing(chromium, width) as page:
        for name, address in hub.paths.items():
            page.goto(hub.url + address)
            page.evaluate("document.documentElement.dir = 'rtl'")
            name_ends = page.locator(".hub-name").evaluate("one => one.getBoundingClientRect().right")
            over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            told += [f"{name}: {over} px too wide"] if over else []
            assert name_ends > width / 2
    assert not told, "\n".join(told)
