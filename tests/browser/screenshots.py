"""The screenshots in docs/screenshots: the main pages of the demo at two widths, light and dark.

./run.sh screenshots
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.pictures import save

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
SOURCE = "/sources/dorvenia-telegraph/"
SPEAKER = "/speakers/milena-orsak/"
TOPIC = "/topics/strait-of-halm/"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read(address: str) -> str:
    """The body of an answer from loopback."""
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - our own loopback server
        return str(answer.read().decode())


def wait(base: str) -> None:
    """Wait until the demo serves and everything is analysed; TimeoutError after three minutes."""
    for _ in range(360):
        try:
            if json.loads(read(f"{base}/healthz"))["pending"] == 0:
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise TimeoutError(f"no filled hub on {base}")


def broadest_story(base: str) -> tuple[str, str]:
    """The address of the story that most articles tell, over all days, and of its longest article."""
    days = set(re.findall(r'href="\?day=(\d{4}-\d\d-\d\d)"', read(base)))
    stories = {found for day in days for found in re.findall(r'href="(/stories/\w+/)"', read(f"{base}/?day={day}"))}
    pages = {story: read(base + story) for story in sorted(stories)}
    story = max(pages, key=lambda address: len(set(re.findall(r'href="(/articles/\w+/)"', pages[address]))))
    articles = sorted(set(re.findall(r'href="(/articles/\w+/)"', pages[story])))
    return story, max(articles, key=lambda address: read(base + address).count("<mark"))


def edited(base: str, story: str) -> str:
    """The page of what was changed in the article of a story, or of its outlets, that has most to tell."""
    outlets = sorted(set(re.findall(r'href="(/sources/[\w-]+/)"', read(base + story))))
    pages = [read(base + address) for address in (story, *outlets)]
    found: set[str] = {address for page in pages for address in re.findall(r"/articles/\w+/changes/", page)}
    return max(sorted(found), key=lambda address: read(base + address).count("<ins>"))


def told_in(base: str, ledger: str) -> tuple[str, str]:
    """Of a ledger: a statement whose quotation a record has in other words, and one without a trace."""
    pages = {
        one: read(base + one) for one in sorted(set(re.findall(r'href="(/statements/\w+/)"', read(base + ledger))))
    }
    traced = [one for one, page in pages.items() if "In other words in the record" in page]
    plain = [one for one, page in pages.items() if 'class="trace"' not in page]
    return (traced or list(pages))[0], (plain or list(pages))[0]


def shoot(browser: Browser, base: str, pages: dict[str, str]) -> None:
    """Take every page at every size in both schemes."""
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
            )
            page, decoder = context.new_page(), context.new_page()
            for name, address in pages.items():
                page.goto(base + address)
                save(page.screenshot(), decoder, FOLDER / f"{name}-{size}-{scheme}.png")
            context.close()


def main() -> None:
    """Fill a demo, photograph it, end it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    command = "from audiatur.cli.main import main; main()"
    demo = subprocess.Popen([sys.executable, "-c", command, "demo", "--port", str(port)])
    try:
        wait(base)
        story, article = broadest_story(base)
        traced, statement = told_in(base, f"{SPEAKER}statements/?source=dorvenia-international")
        pages = {"front": "/", "story": story, "article": article, "source": SOURCE}
        pages |= {"changes": edited(base, story)}
        pages |= {"search": "/search/?q=lighthouse", "topic": TOPIC}
        pages |= {"ledger": f"{story}statements/", "statement": statement, "speaker": SPEAKER, "trace": traced}
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            shoot(browser, base, pages)
            browser.close()
    finally:
        demo.terminate()
        demo.wait(timeout=30)


if __name__ == "__main__":
    main()
