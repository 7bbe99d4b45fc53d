"""The outlets of the benchmark of pages: a server on loopback whose feeds have new items, and the feeds made due."""

from __future__ import annotations

import sys
from datetime import timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

from benchmarks.pages_hub import END, Drawn, written

# Articles that each answer brings: with a feed due every 0.4 seconds the worker is never without work.
NEW, GAP = 2, 0.4


def serve() -> None:
    """Answer any path with a feed of articles that nobody has seen; prints the port, runs until killed."""
    drawn, numbers = Drawn.of(1), count()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            items = "".join(self._item(next(numbers)) for _ in range(NEW))
            body = f"<rss version='2.0'><channel><title>Outlet</title>{items}</channel></rss>".encode()
            head = f"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: {len(body)}\r\n\r\n"
            self.wfile.write(head.encode() + body)

        def _item(self, number: int) -> str:
            told = written(drawn)
            text = "".join(f"<p>{line}</p>" for line in told.text.split("\n"))
            date = format_datetime(END - timedelta(minutes=1 + number % 600))
            return (
                f"<item><guid isPermaLink='false'>n{number}</guid><title>{told.title}</title>"
                f"<link>http://outlet.example/n{number}</link><pubDate>{date}</pubDate>"
                f"<description><![CDATA[{text}]]></description></item>"
            )

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(server.server_port, flush=True)
    server.serve_forever()


def make_due(base: str) -> None:
    """Have every feed of the hub lead to the server, one due after another from now on."""
    import django

    django.setup()
    from django.utils import timezone

    from audiatur.hub.models import Feed

    now = timezone.now()
    rows = list(Feed.objects.order_by("pk"))
    for number, feed in enumerate(rows):
        feed.url = f"{base}/{feed.pk}"
        feed.next_poll = now + timedelta(seconds=GAP * number)
    Feed.objects.bulk_update(rows, ["url", "next_poll"])


def main(arguments: list[str]) -> None:
    """One of the two."""
    match arguments:
        case ["serve"]:
            serve()
        case ["due", base]:
            make_due(base)
        case _:
            raise SystemExit("usage: python -m benchmarks.pages_feeds serve | due ADDRESS")


if __name__ == "__main__":
    main(sys.argv[1:])
