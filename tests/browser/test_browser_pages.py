"""The pages in a real browser: accessible, light and dark, on a phone and on a desk, by keyboard, without scripts."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser

from tests.browser.serving import DESK, PHONE, Scheme, Served, browsing

pytestmark = pytest.mark.browser
# WCAG 2.2 at level AA, and what axe holds to be good practice beside it.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize(("width", "hinted"), [(PHONE, True), (DESK, False)])
def test_a_table_wider_than_the_screen_says_so_and_scrolls_by_keyboard(
    chromium: Browser, hub: Served, width: int, hinted: bool
) -> None:
    with browsing(chromium, width) as page:
        page.goto(hub.at("story"))
        assert page.locator(".scroll-hint").first.is_visible() is hinted
        table = page.locator(".scroll").first
        assert (table.evaluate("one => one.scrollWidth > one.clientWidth")) is hinted
        table.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        assert (table.evaluate("one => one.scrollLeft") > 0) is hinted


@pytest.mark.parametrize(("width", "rows"), [(PHONE, True), (DESK, False)])
@pytest.mark.parametrize("name", ["sources", "source", "article", "statement"])
def test_a_table_without_room_becomes_rows_with_the_names_of_the_columns(
    chromium: Browser, hub: Served, name: str, width: int, rows: bool
) -> None:
    with browsing(chromium, width) as page:
        page.goto(hub.at(name))
        cell = page.locator(".fits td").first
        named = cell.evaluate("one => getComputedStyle(one, '::before').content")
        assert (named == f'"{cell.get_attribute("data-label")}"') is rows
        assert page.locator(".fits thead").first.bounding_box()["height"] > 1 or rows  # type: ignore[index]
        wide = page.locator(".fits table").first.evaluate("one => one.scrollWidth - one.parentElement.clientWidth")
        assert wide <= 0


def test_no_line_of_a_notice_begins_outside_of_it(chromium: Browser, hub: Served) -> None:
    with browsing(chromium, PHONE) as page:
        page.goto(hub.at("refused"))
        edge = page.locator("[role=note] p").first.bounding_box()
        first = page.locator("[role=note] li").first.evaluate(
            "one => { const range = document.createRange(); range.selectNodeContents(one);"
            " return range.getBoundingClientRect().left }"
        )
        assert edge is not None
        assert first >= edge["x"] - 1


def test_the_keyboard_skips_to_the_content(chromium: Browser, hub: Served) -> None:
    with browsing(chromium, DESK) as page:
        page.goto(hub.at("story"))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_pages_work_without_scripts(chromium: Browser, hub: Served) -> None:
    with browsing(chromium, DESK, scripts=False) as page:
        page.goto(hub.at("front"))
        page.locator("h3 a").first.click()
        assert page.url.endswith(hub.paths["story"])
        note = page.locator("aside[role=note]").first
        assert not note.is_visible()
        page.locator(".fold > summary").first.click()
        assert note.is_visible()
        page.locator(".entry .line-title a").first.click()
        assert page.locator(".reading-notice aside[role=note]").is_visible()


def test_a_statement_leads_to_its_place_in_the_text(chromium: Browser, hub: Served) -> None:
    with browsing(chromium, PHONE) as page:
        page.goto(hub.at("article"))
        page.locator("#s1 .facts a").last.click()
        assert page.url.endswith("#w1")
        assert page.locator("#w1").is_visible()


def test_a_day_is_chosen_without_moving_what_is_on_the_page(chromium: Browser, hub: Served) -> None:
    with browsing(chromium, DESK, scripts=False) as page:
        page.goto(hub.at("front"))
        before = page.locator("main section").first.bounding_box()
        page.get_by_text("Another day").click()
        assert page.locator(".calendar table").is_visible()
        assert page.locator("main section").first.bounding_box() == before


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_one_click_leads_from_an_edited_article_to_what_changed(chromium: Browser, hub: Served, width: int) -> None:
    with browsing(chromium, width, scripts=False) as page:
        page.goto(hub.at("article"))
        page.get_by_role("link", name="edited once").click()
        assert page.url.endswith("/changes/")
        assert page.locator("#v2 h2").is_visible()


def test_a_mark_leads_to_the_statement_by_keyboard_and_a_report_is_sent_without_scripts(
    chromium: Browser, hub: Served
) -> None:
    with browsing(chromium, PHONE, scripts=False) as page:
        page.goto(hub.at("article"))
        page.locator("#w1").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/statements/*/")
        page.get_by_role("link", name="Report an error").click()
        page.get_by_label("Someone else said it").check()
        page.get_by_role("button", name="Send to the editors").click()
        assert page.get_by_role("status").inner_text().startswith("Your report was received")


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_the_pages_of_editors(
    chromium: Browser, hub: Served, width: int, scheme: Scheme
) -> None:
    visitor = Client()
    visitor.force_login(User.objects.get(username="alice"))
    uid, article = hub.paths["statement"].split("/")[2], hub.paths["article"].split("/")[2]
    told = []
    with browsing(chromium, width, scheme) as page:
        cookie = visitor.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": hub.url}])
        for address in (f"statements/{uid}", f"articles/{article}", "speakers/ilka-maro"):
            page.goto(f"{hub.url}/editors/{address}/")
            assert page.locator("h1").count() == 1
            assert page.evaluate("document.documentElement.scrollWidth") == width, address
            for fold in page.locator("details").all():
                fold.evaluate("fold => { fold.open = true }")
            found = Axe().run(page, options=RULES)
            told += [f"{address}: {found.generate_report()}"] if found.violations_count else []
    assert not told, "\n".join(told)
