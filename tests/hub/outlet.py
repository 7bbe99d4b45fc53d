"""An outlet for tests: a real HTTP server on loopback whose answers a test sets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Answer:
    """What an address answers; with an ETag, a request that has it gets 304."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Outlet:
    """The server: set ``answers`` by path, read ``asked`` and ``headers`` for what was requested."""

    base: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return self.base + path

    def feed(self, path: str, *entries: tuple[str, str, str], etag: str | None = None) -> None:
        """Serve an RSS feed of (id, title, text)."""
        self.answers[path] = Answer(rss(*entries), headers={"ETag": etag} if etag else {})


def rss(*entries: tuple[str, str, str]) -> bytes:
    """A feed of (id, title, text), an hour apart."""
    items = "".join(
        f"<item><guid isPermaLink='false'>{guid}</guid><title>{title}</title><description>{text}</description>"
        f"<link>https://outlet.example/{guid}</link><pubDate>Mon, 02 Mar 2026 {hour % 24:02}:00:00 GMT</pubDate></item>"
        for hour, (guid, title, text) in enumerate(entries)
    )
    return f"<rss version='2.0'><channel><title>The Outlet</title>{items}</channel></rss>".encode()


@contextmanager
def outlet() -> Iterator[Outlet]:
    """A running outlet."""
    state = Outlet("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            state.asked.append(self.path)
            state.headers.append(dict(self.headers))
            answer = state.answers.get(self.path, Answer(b"nothing here", 404))
            known = self.headers.get("If-None-Match")
            same = known is not None and known == answer.headers.get("ETag")
            body = b"" if same else answer.body
            self.send_response(304 if same else answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if not same:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
