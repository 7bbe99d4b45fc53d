"""The demo's outlets on loopback: feeds, pages, an outage and a mirror, at a virtual time that can be set."""

from __future__ import annotations

import hashlib
import socket
import struct
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from audiatur.demo.render import feed_bytes, feed_type, front_html, page_html
from audiatur.demo.standing import is_deleted
from audiatur.demo.values import DemoHub, DemoSource, OutageKind

_HTML = "text/html; charset=utf-8"
_PLAIN = "text/plain; charset=utf-8"
# SO_LINGER on, zero seconds: closing the socket then resets the connection, as a filter on the way does.
_RESET = struct.pack("ii", 1, 0)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What to send; status None: nothing, the connection is cut."""

    status: HTTPStatus | None
    type: str = _PLAIN
    body: bytes = b""


class DemoServer:
    """Serves the demo's outlets from a thread, on 127.0.0.1; a context manager.

    ``at`` is the virtual time: what is shown, edited, deleted or unreachable follows from it alone. It may be set at
    any moment. The server opens no connection and writes nothing.

    Args:
        hub: what ``load`` gave.
        at: the virtual time to begin with.
        port: 0 for any free one. OSError where a given one is taken.
    """

    def __init__(self, hub: DemoHub, *, at: datetime, port: int = 0) -> None:
        self.at = at
        self.hub = hub
        self._sources = {source.slug: source for source in hub.sources}
        self._http = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self._http.daemon_threads = True
        self._thread = Thread(target=self._http.serve_forever, name="demo-outlets", daemon=True)

    @property
    def base_url(self) -> str:
        """The address that all paths stand under, without a slash at its end."""
        return f"http://127.0.0.1:{self._http.server_port}"

    def feed_urls(self, source: DemoSource) -> tuple[str, str | None]:
        """The addresses of the source's feed and of its mirror; None where it has no mirror."""
        mirror = source.mirror_path
        return self.base_url + source.path, None if mirror is None else self.base_url + mirror

    def start(self) -> None:
        """Begin to serve, in a thread that ends with the process."""
        self._thread.start()

    def stop(self) -> None:
        """End serving and free the port. Once stopped it cannot be started again."""
        if self._thread.is_alive():
            self._http.shutdown()
            self._thread.join()
        self._http.server_close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _answer(self, path: str) -> _Answer:
        """What stands at a path at the virtual time."""
        at, parts = self.at, [part for part in path.split("/") if part]
        mirrored = parts[:1] == ["mirror"]
        slug, _, rest = "/".join(parts[1:] if mirrored else parts).partition("/")
        source = self._sources.get(slug)
        if source is None or (mirrored and not source.mirror):
            return _Answer(HTTPStatus.NOT_FOUND)
        if not mirrored and source.outage is not None and at >= source.outage.starts:
            cut = source.outage.kind is OutageKind.RESET
            return _Answer(None if cut else HTTPStatus.SERVICE_UNAVAILABLE)
        if path.endswith(source.path):
            return _Answer(HTTPStatus.OK, feed_type(source), feed_bytes(source, at=at, base_url=self.base_url))
        return self._page(source, rest, at)

    def _page(self, source: DemoSource, rest: str, at: datetime) -> _Answer:
        if not rest.endswith(".html"):  # the front page, and what the furniture links to
            return _Answer(HTTPStatus.OK, _HTML, front_html(source, at=at, base_url=self.base_url).encode())
        key = rest.removesuffix(".html")
        article = next((article for article in source.articles if article.key == key), None)
        if article is not None and is_deleted(article, at):
            return _Answer(HTTPStatus.GONE)
        page = None if article is None else page_html(source, article, at=at, base_url=self.base_url)
        return _Answer(HTTPStatus.NOT_FOUND) if page is None else _Answer(HTTPStatus.OK, _HTML, page.encode())

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            """One request; conditional requests are answered by the body's hash."""

            protocol_version = "HTTP/1.1"
            timeout = 30  # seconds for an idle connection, so that threads end

            def do_GET(self) -> None:
                """Answer with a body."""
                self._send(site._answer(urlsplit(self.path).path))

            def do_HEAD(self) -> None:
                """Answer without a body."""
                self._send(site._answer(urlsplit(self.path).path), body=False)

            def _send(self, answer: _Answer, *, body: bool = True) -> None:
                if answer.status is None:
                    self.close_connection = True
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                    # Closed here, before the base class shuts it down in order, which would be no reset.
                    self.connection.close()
                    return
                etag = f'"{hashlib.sha256(answer.body).hexdigest()[:24]}"'
                known = answer.status is HTTPStatus.OK and self.headers.get("If-None-Match") == etag
                self.send_response(HTTPStatus.NOT_MODIFIED if known else answer.status)
                if answer.status is HTTPStatus.OK:
                    self.send_header("ETag", etag)
                    self.send_header("Cache-Control", "max-age=300")
                if not known:
                    self.send_header("Content-Type", answer.type)
                    self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                if body and not known:
                    self.wfile.write(answer.body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002, the base class's name
                """Say nothing: the poller keeps its own record."""

        return Handler
