"""What a page costs its reader: bytes on the way, requests, shifting, elements, and time in which nothing answers.

Measured at the width of a phone, on a connection of 1.6 Mbit/s with 150 ms to the hub, with nothing kept from before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, CDPSession, Page
from pytest_django.plugin import DjangoDbBlocker

from audiatur.hub.models import Source
from audiatur.hub.search.indexing import catch_up
from tests.browser.serving import PHONE, Served, browsing, served
from tests.hub.factories import (
    make_article,
    make_feed,
    make_source,
    make_speaker,
    make_statement,
    make_story,
    make_topic,
)

pytestmark = pytest.mark.browser
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
STORIES, OUTLETS = 30, 6
# The page, its style, its script, its icon and the manifest; whatever else a page asks for shows here.
REQUESTS = 5
# Bytes on the way, all requests together. A day of thirty stories, six articles each, is a full front page.
BYTES = {"front": 40_000, "story": 32_000, "article": 24_000, "search": 32_000}
ELEMENTS = {"front": 6_500, "story": 2_000, "article": 800, "search": 2_000}
# Chrome's bound for "good" is 0.1; without pictures and type from afar nothing has to move.
SHIFT = 0.02
# Chrome calls a task long from 50 ms; beyond that the tasks of a page may take this long together.
BLOCKED_MS = 600
WATCH = """
  window.seen = { shift: 0, blocked: 0 };
  new PerformanceObserver(list => { for (const one of list.getEntries()) seen.shift += one.value })
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver(list => { for (const one of list.getEntries()) seen.blocked += one.duration - 50 })
    .observe({ type: 'longtask', buffered: true });
"""
WORDS = (
    *("harbour", "pilot", "ferry", "strait", "cable", "beacon", "keeper", "current", "winter", "tender", "council"),
    *("treaty", "crossing", "coal", "engine", "signal", "repair", "delegation", "quay", "customs", "fog", "reef"),
    *("trawler", "inspection", "timetable", "lantern", "barrier", "dredger", "protest", "inquiry"),
)


@dataclass
class Cost:
    """What the loading of a page cost, as the browser's own protocol counts it."""

    bytes: int = 0
    requests: list[str] = field(default_factory=list)


def text(seed: int, sentences: int) -> str:
    """Sentences that differ from each other, so that compression finds no more in them than in news."""
    lines = []
    for number in range(sentences):
        at = [(seed * 7 + number * 13 + step * (seed % 5 + 3)) % len(WORDS) for step in range(9)]
        lines.append(f"The {' '.join(WORDS[one] for one in at)} of {seed * number % 97} {WORDS[at[0]]}s.".capitalize())
    return " ".join(lines)


def busy_day() -> dict[str, str]:
    """Fill a hub with a full front page; the paths of the pages that are measured."""
    _, sides = make_topic("strait", "east", "west", "others")
    outlets = [make_source(f"outlet-{number}", sides=[sides[number % 3]]) for number in range(OUTLETS)]
    for source in outlets:
        make_feed(source)
    for story in range(STORIES):
        told(outlets, story)
    catch_up()
    first = Source.objects.get(slug="outlet-0").articles.order_by("pk").first()
    assert first is not None
    return {"front": "/", "story": "/stories/s0/", "article": f"/articles/{first.uid}/", "search": "/search/?q=harbour"}


def told(outlets: list[Source], story: int) -> None:
    """A story that every outlet tells, with two statements in each article."""
    now = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0) - timedelta(days=1)
    speaker, articles = make_speaker(f"Ilka {WORDS[story].capitalize()}"), []
    for number, source in enumerate(outlets):
        seed = story * 31 + number
        body = f"{text(seed, 4)}\nThe harbour stays open until {seed}, she said.\n{text(seed + 5, 8)}"
        title = f"{text(seed, 1)[:60]} {seed}"
        article = make_article(source, title, body, published=now + timedelta(minutes=seed % 600))
        make_statement(article, f"The harbour stays open until {seed}", speaker=speaker)
        articles.append(article)
    make_story(f"s{story}", *articles)


@pytest.fixture(scope="module")
def hub(database: DjangoDbBlocker) -> Iterator[Served]:
    with served(database, busy_day) as filled:
        yield filled


def measured(page: Page, address: str) -> Cost:
    """Load a page on the slow line and count."""
    cost, line = Cost(), page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    count(line, cost)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(300)
    return cost


def count(line: CDPSession, cost: Cost) -> None:
    """Add to ``cost`` what the protocol tells."""

    def done(told: dict[str, float]) -> None:
        cost.bytes += int(told["encodedDataLength"])

    def asked(told: dict[str, dict[str, str]]) -> None:
        cost.requests.append(told["request"]["url"])

    line.on("Network.loadingFinished", done)
    line.on("Network.requestWillBeSent", asked)


@pytest.mark.parametrize("name", list(BYTES))
def test_a_page_keeps_to_its_budget(chromium: Browser, hub: Served, name: str) -> None:
    with browsing(chromium, PHONE) as page:
        cost = measured(page, hub.at(name))
        seen = page.evaluate("window.seen")
        elements = page.evaluate("document.querySelectorAll('*').length")
    print(f"{name}: {cost.bytes} bytes, {len(cost.requests)} requests, {elements} elements, {seen}")  # noqa: T201
    assert cost.bytes <= BYTES[name]
    assert len(cost.requests) <= REQUESTS, cost.requests
    assert elements <= ELEMENTS[name]
    assert seen["shift"] <= SHIFT
    assert seen["blocked"] <= BLOCKED_MS


def test_a_second_page_asks_for_the_page_alone(chromium: Browser, hub: Served) -> None:
    """Style and script stay in the browser: only the next page itself comes over the line."""
    with browsing(chromium, PHONE) as page:
        page.goto(hub.at("front"), wait_until="networkidle")
        cost = measured(page, hub.at("story"))
    fetched = [url for url in cost.requests if "/assets/" in url]
    assert cost.bytes <= BYTES["story"] - 10_000, (cost.bytes, fetched)
