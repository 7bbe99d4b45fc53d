"""Keys, colours and the menu: what the one script adds, how it is turned off, and what works without it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import DESK, PHONE, Served, browsing

pytestmark = pytest.mark.browser
FOCUSED = "document.activeElement.textContent.trim()"


def titles(page: Page) -> list[str]:
    """The titles of the items that are in sight, in order."""
    found = page.locator("main :is(.headline, .line-title) a:visible").all_text_contents()
    return [words.strip() for words in found]


def test_j_and_k_go_from_item_to_item_and_o_opens(chromium: Browser, hub: Served) -> None:
    with browsing(chromium) as page:
        page.goto(hub.at("front"))
        told = titles(page)
        seen = []
        for key in "jjk":
            page.keyboard.press(key)
            seen.append(page.evaluate(FOCUSED))
        assert seen == [told[0], told[1], told[0]]
        page.keyboard.press("o")
        page.wait_for_url("**/stories/one/")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_j_goes_down_the_page_as_it_is_seen(chromium: Browser, hub: Served, width: int) -> None:
    with browsing(chromium, width) as page:
        page.goto(hub.at("story"))
        page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
        place = "(one => Math.round(one.getBoundingClientRect().top + scrollY))(document.activeElement)"
        seen = []
        for _ in titles(page):
            page.keyboard.press("j")
            seen.append(page.evaluate(place))
        assert seen == sorted(seen)
        assert len(set(seen)) > 1


def test_the_keys_lie_where_they_do_on_a_cyrillic_layout(chromium: Browser, hub: Served) -> None:
    with browsing(chromium) as page:
        page.goto(hub.at("front"))
        page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true }))")
        assert page.evaluate(FOCUSED) == titles(page)[0]


def test_n_opens_and_closes_the_notice_of_the_item(chromium: Browser, hub: Served) -> None:
    with browsing(chromium) as page:
        page.goto(hub.at("front"))
        note = page.locator("aside[role=note]").first
        for visible in (True, False):
            page.keyboard.press("j" if visible else "n")
            page.keyboard.press("n" if visible else "F2")
            assert note.is_visible() is visible


@pytest.mark.parametrize(("keys", "name"), [("gs", "sources"), ("gp", "speakers"), ("gm", "method"), ("gt", "topic")])
def test_g_and_a_letter_lead_to_a_page(chromium: Browser, hub: Served, keys: str, name: str) -> None:
    with browsing(chromium) as page:
        page.goto(hub.at("about"))
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_url(hub.at(name))


def test_help_opens_and_closes_and_turns_the_keys_off(chromium: Browser, hub: Served) -> None:
    with browsing(chromium) as page:
        page.goto(hub.at("front"))
        page.keyboard.press("?")
        assert page.locator("#keys").is_visible()
        page.get_by_label("Use single keys on these pages").uncheck()
        page.keyboard.press("Escape")
        assert not page.locator("#keys").is_visible()
        for _ in range(2):
            page.keyboard.press("j")
            assert page.evaluate("document.activeElement.closest('main .headline')") is None
            page.goto(hub.at("front"))
        page.locator("[data-help]").click()
        assert not page.get_by_label("Use single keys on these pages").is_checked()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_stroke_leads_to_the_search_and_keys_rest_while_one_writes(
    chromium: Browser, hub: Served, width: int
) -> None:
    with browsing(chromium, width) as page:
        page.goto(hub.at("front"))
        page.keyboard.press("/")
        page.keyboard.type("jk?gs/")
        assert page.locator("#find").input_value() == "jk?gs/"
        assert page.url == hub.at("front")
        assert not page.locator("#keys").is_visible()


@pytest.mark.parametrize("chosen", ["dark", "light"])
def test_the_choice_of_colours_stays_in_the_browser(chromium: Browser, hub: Served, chosen: str) -> None:
    given = "light" if chosen == "dark" else "dark"
    with browsing(chromium, scheme="light" if given == "light" else "dark") as page:
        page.goto(hub.at("front"))
        ground = "getComputedStyle(document.body).backgroundColor"
        before = page.evaluate(ground)
        page.get_by_label("Colours").select_option(chosen)
        after = page.evaluate(ground)
        page.goto(hub.at("about"))
        assert page.evaluate(ground) == after != before
        assert page.context.cookies() == []
        page.get_by_label("Colours").select_option("")
        assert page.evaluate(ground) == before


def test_the_menu_opens_on_a_phone_without_scripts(chromium: Browser, hub: Served) -> None:
    with browsing(chromium, PHONE, scripts=False) as page:
        page.goto(hub.at("front"))
        assert not page.get_by_role("link", name="Sources", exact=True).is_visible()
        page.locator(".menu > summary").click()
        page.get_by_role("link", name="Sources", exact=True).click()
        page.wait_for_url(hub.at("sources"))


def test_the_menu_is_open_on_a_desk_without_scripts(chromium: Browser, hub: Served) -> None:
    with browsing(chromium, DESK, scripts=False) as page:
        page.goto(hub.at("front"))
        assert not page.locator(".menu > summary").is_visible()
        assert page.locator("[data-scripted]").first.is_hidden()
        page.get_by_role("link", name="Sources", exact=True).click()
        page.wait_for_url(hub.at("sources"))


def test_on_paper_each_item_has_its_notice_and_links_their_address(chromium: Browser, hub: Served) -> None:
    with browsing(chromium) as page:
        page.goto(hub.at("front"))
        page.emulate_media(media="print")
        assert not page.locator(".menu-panel").is_visible()
        assert all(note.is_visible() for note in page.locator(".card-lead aside[role=note]").all())
        link = page.locator("aside[role=note] a").first
        assert link.evaluate("one => getComputedStyle(one, '::after').content").startswith('" <')
        assert page.locator(".in-print").is_visible()
