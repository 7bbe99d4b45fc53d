"""A hub on loopback for a whole module of tests: filled once, served while they run, emptied after them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from django.core.management import call_command
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

Scheme = Literal["light", "dark"]
PHONE, TABLET, DESK = WIDTHS = (390, 820, 1280)
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Served:
    """A filled hub: where it is, the paths of its pages by what they are, and its server, for tests that end it."""

    url: str
    paths: dict[str, str]
    server: LiveServer

    def at(self, name: str) -> str:
        """The address of a page."""
        return self.url + self.paths[name]


@contextmanager
def served(blocker: DjangoDbBlocker, fill: Callable[[], dict[str, str]]) -> Iterator[Served]:
    """Fill the database of the tests and serve it; in the end no row is left."""
    with blocker.unblock():
        server = LiveServer("localhost")
        try:
            yield Served(server.url, fill(), server)
        finally:
            server.stop()
            call_command("flush", interactive=False, verbosity=0)


@contextmanager
def browsing(
    chromium: Browser, width: int = DESK, scheme: Scheme = "light", *, scripts: bool = True, keeping: bool = False
) -> Iterator[Page]:
    """A page in a browser of its own; ``keeping`` is whether the hub may keep pages there for reading offline."""
    context: BrowserContext = chromium.new_context(
        viewport={"width": width, "height": 844},
        color_scheme=scheme,
        java_script_enabled=scripts,
        service_workers="allow" if keeping else "block",
    )
    context.set_default_timeout(15_000)
    try:
        yield context.new_page()
    finally:
        context.close()
