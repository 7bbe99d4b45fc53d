"""Reading offline: what the browser keeps, how it says when it is from, and that it drops what the hub may not show."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.plugin import DjangoDbBlocker

from audiatur.hub.models import Article, Policy, Story
from audiatur.hub.pages import installing
from tests.browser.conftest import fill
from tests.browser.serving import Served, browsing, served
from tests.hub.factories import make_story

pytestmark = pytest.mark.browser
KEPT = "caches.open('pages').then(held => held.keys()).then(all => all.map(one => new URL(one.url).pathname))"


@pytest.fixture
def hub(database: DjangoDbBlocker) -> Iterator[Served]:
    """A hub of its own for each test, for they end its server or change its policies."""
    with served(database, fill) as filled:
        yield filled


def installed(page: Page, hub: Served) -> None:
    """Wait until the worker has the page; what is read from now on passes it."""
    page.goto(hub.at("about"))
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def keeps(page: Page, *paths: str) -> None:
    """Wait until just these pages are kept, besides the terms."""
    page.wait_for_function(
        f"wanted => {KEPT}.then(all => all.filter(one => one !== '/terms.json').sort().join() === wanted)",
        arg=",".join(sorted(paths)),
    )


def test_what_was_read_is_shown_offline_with_its_moment(chromium: Browser, hub: Served) -> None:
    with browsing(chromium, keeping=True) as page:
        installed(page, hub)
        for name in ("front", "story", "article", "sources"):
            page.goto(hub.at(name))
            assert not page.locator(".offline").is_visible()
        keeps(page, hub.paths["front"], hub.paths["story"])
        page.context.set_offline(True)
        for name in ("front", "story"):
            page.goto(hub.at(name))
            assert page.locator(".offline").is_visible()
            assert page.locator(".offline time").get_attribute("datetime")
            assert page.locator("[data-item]").count() == page.locator("[data-item]:has(aside[role=note])").count() > 0
        page.goto(hub.at("article"))
        assert page.locator("h1").inner_text() == "You are offline"
        assert page.locator("[data-item]").count() == 0


def test_a_changed_policy_empties_what_is_kept(chromium: Browser, hub: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "ASK_SECONDS", 0)
    with browsing(chromium, keeping=True) as page:
        installed(page, hub)
        for name in ("front", "story"):
            page.goto(hub.at(name))
        keeps(page, hub.paths["front"], hub.paths["story"])
        Policy.objects.filter(source__slug="west-post").update(mode="none")
        page.goto(hub.at("about"))
        keeps(page)
        page.goto(hub.at("front"))
        keeps(page, hub.paths["front"])


def test_what_is_older_than_its_time_is_dropped(
    chromium: Browser, hub: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "MOST_SECONDS", 0)
    with browsing(chromium, keeping=True) as page:
        installed(page, hub)
        page.goto(hub.at("front"))
        page.context.set_offline(True)
        page.goto(hub.at("front"))
        assert page.locator("h1").inner_text() == "You are offline"


def test_a_story_that_went_elsewhere_is_no_longer_kept(chromium: Browser, hub: Served) -> None:
    with browsing(chromium, keeping=True) as page:
        installed(page, hub)
        page.goto(hub.at("story"))
        keeps(page, hub.paths["story"])
        other = make_story("two", *Article.objects.filter(story__uid="one"))
        Story.objects.filter(uid="one").update(redirect_to=other)
        page.goto(hub.at("story"))
        keeps(page, "/stories/two/")
