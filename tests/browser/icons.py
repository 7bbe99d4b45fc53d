"""Renders the hub's icons and its picture for previews of links from the one drawing, static/hub/icon.svg.

.venv/bin/python -m tests.browser.icons
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).parents[2] / "src" / "audiatur" / "hub" / "static" / "hub"
# Name, width, height, and how much of the height the drawing takes: an icon that a device cuts to its own shape fills
# the whole square and keeps the marks in the middle, which every shape leaves.
DRAWN = (
    ("icon-180.png", 180, 180, 1.0),
    ("icon-192.png", 192, 192, 1.0),
    ("icon-512.png", 512, 512, 1.0),
    ("icon-mask.png", 512, 512, 0.8),
    ("preview.png", 1200, 630, 0.7),
)


def drawing() -> str:
    """The drawing as it is kept."""
    return (FOLDER / "icon.svg").read_text()


def render(browser: Browser, name: str, width: int, height: int, share: float) -> None:
    """One picture: the drawing alone, or in the middle of its own ground."""
    svg = drawing()
    ground = re.findall(r'fill="(#\w+)"', svg)[0] if share < 1 else "transparent"
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(
        f'<body style="margin:0;height:100vh;display:grid;place-items:center;background:{ground}">'
        f'<div style="height:{share * 100}vh;aspect-ratio:1">{svg}</div>'
    )
    page.screenshot(path=FOLDER / name, omit_background=share == 1)
    page.close()


def main() -> None:
    """Render them all."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for drawn in DRAWN:
            render(browser, *drawn)
        browser.close()


if __name__ == "__main__":
    main()
