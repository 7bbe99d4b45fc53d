"""Many outlets at once: a server on loopback that answers as forty outlets, each at an address of its own."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# An answer takes up to this many seconds, so that a kill finds requests under way.
SLOWEST = 0.2


@dataclass(slots=True)
class Newsstand:
    """The outlets. Each feed has ``entries`` entries now, the same ones and more after ``publish``."""

    outlets: int
    entries: int
    port: int = 0
    asked: int = 0
    delays: random.Random = field(default_factory=lambda: random.Random(2026))  # noqa: S311 - no secret

    def url(self, outlet: int) -> str:
        return f"http://127.0.7.{outlet + 1}:{self.port}/feed.xml"

    def publish(self) -> None:
        """Every outlet publishes one more article."""
        self.entries += 1

    def expected(self) -> set[tuple[str, str, str]]:
        """Source, id and title of everything that was ever published."""
        return {
            (f"outlet-{outlet}", f"{outlet}-{number}", title(outlet, number))
            for outlet in range(self.outlets)
            for number in range(self.entries)
        }

    def feed(self, outlet: int) -> bytes:
        items = "".join(item(outlet, number) for number in range(self.entries))
        return f"<rss version='2.0'><channel><title>Outlet {outlet}</title>{items}</channel></rss>".encode()


def title(outlet: int, number: int) -> str:
    return f"Harbour {outlet} counts ship {number}"


def item(outlet: int, number: int) -> str:
    text = (
        f"The harbour master of port {outlet}, Ada Venn, said on Monday that ship {number} had come in. "
        f"“We counted {number} ships,” she told reporters. The crew of {outlet} men slept on board."
    )
    return (
        f"<item><guid isPermaLink='false'>{outlet}-{number}</guid><title>{title(outlet, number)}</title>"
        f"<description>{text}</description><pubDate>Mon, 02 Mar 2026 {number % 24:02}:00:00 GMT</pubDate></item>"
    )


@contextmanager
def newsstand(outlets: int, entries: int) -> Iterator[Newsstand]:
    """A running newsstand."""
    stand = Newsstand(outlets, entries)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            stand.asked += 1
            time.sleep(stand.delays.uniform(0, SLOWEST))
            address = str(self.connection.getsockname()[0])
            body = stand.feed(int(address.rpartition(".")[2]) - 1)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
            return

        def handle(self) -> None:
            # Whoever asked may have been killed before the answer came.
            try:
                super().handle()
            except OSError:
                return

    server = ThreadingHTTPServer(("", 0), Handler)
    stand.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield stand
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
