"""The walk of docs/guide/reading.md, followed by a reader who has never been here, without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import DESK, PHONE, Served, browsing

pytestmark = pytest.mark.browser
MOST_CLICKS = 3


def follow(page: Page, name: str, within: str = "main") -> None:
    """Click the first link of that name in a part of the page."""
    page.locator(within).get_by_role("link", name=name).first.click()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_three_clicks_lead_from_the_front_page_to_the_place_of_the_other_sides_words(
    chromium: Browser, hub: Served, width: int
) -> None:
    with browsing(chromium, width, scripts=False) as page:
        clicks: list[str] = []
        page.on("framenavigated", lambda frame: clicks.append(frame.url))
        page.goto(hub.at("front"))
        follow(page, "Side by side:", ".card-foot")
        row = page.locator(".utterance").first
        told = row.locator(".cell:has(figure)")
        assert {"East", "West"} <= {words.strip() for words in told.locator(".cell-name").all_inner_texts()}
        other = told.filter(has_text="West").locator("figcaption a").first
        other.click()
        assert page.locator("#context").is_visible()
        assert page.locator("main mark").first.inner_text().strip()
        follow(page, "The whole article as published here")
        assert "#s" in page.url
        assert len(clicks) - 1 <= MOST_CLICKS
