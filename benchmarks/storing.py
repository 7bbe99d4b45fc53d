"""How fast changed feeds become stored articles, beside lemon24's ``reader`` on the same server, in one run.

400 feeds of 30 entries are served on loopback by a process of their own. Each candidate, in a new process and into a
new SQLite file, fetches, parses, sanitises and stores them twice: first every entry is new, then every entry was
edited. The candidates take turns; the figures are seconds a pass and the ratio of the medians. ``reader`` sanitises
too (through feedparser) and is given as many workers as it likes best.

    python -m benchmarks.storing [feeds] [turns]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

ENTRIES = 30
FLOOR = 5.0  # times reader's rate
PARAGRAPH = (
    "<p>The harbour council of <a href='/towns/{feed}'>town {feed}</a> met for the {edition}. time on <em>report "
    "{entry}</em> and heard three speakers; &ldquo;nothing is settled&rdquo;, one of them said.</p>"
)


def document(feed: int, edition: int) -> bytes:
    """A feed of 30 entries with some 1,200 characters of HTML each; every entry differs between editions."""
    items = "".join(
        f"<item><guid isPermaLink='false'>{feed}-{entry}</guid><title>Report {entry} of town {feed}, {edition}</title>"
        f"<link>https://town{feed}.example/reports/{entry}</link>"
        f"<pubDate>Mon, 02 Mar 2026 {entry % 24:02}:00:00 GMT</pubDate>"
        f"<description><![CDATA[{PARAGRAPH.format(feed=feed, entry=entry, edition=edition) * 6}]]></description></item>"
        for entry in range(ENTRIES)
    )
    return f"<rss version='2.0'><channel><title>Town {feed}</title>{items}</channel></rss>".encode()


def serve(feeds: int) -> None:
    """Serve ``/FEED`` until killed, a new edition at each request; prints the port once all is made."""
    made = {(feed, edition): document(feed, edition) for feed in range(feeds) for edition in (1, 2)}
    asked: Counter[int] = Counter()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            feed = int(self.path[1:])
            asked[feed] += 1
            body = made[feed, asked[feed]]
            head = f"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: {len(body)}\r\n\r\n"
            self.wfile.write(head.encode() + body)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(server.server_port, flush=True)
    server.serve_forever()


def audiatur_passes(base: str, feeds: int) -> list[float]:
    """Seconds of each pass through our poller, as the worker runs it."""
    import asyncio
    from datetime import UTC, datetime, timedelta

    import django

    django.setup()
    from django.core.management import call_command

    from audiatur.fetching import Client
    from audiatur.hub.articles.delivery import Errand, unpack
    from audiatur.hub.models import Feed, Source, Version
    from audiatur.hub.worker.engine import engine, spare_collector
    from audiatur.hub.worker.polling import Poller

    call_command("migrate", verbosity=0)
    now = datetime(2026, 3, 3, tzinfo=UTC)
    for feed in range(feeds):
        source = Source.objects.create(slug=f"town-{feed}", name=f"Town {feed}", created=now)
        Feed.objects.create(source=source, url=f"{base}/{feed}", next_poll=now)
    spare_collector()  # as the worker's process does when it begins
    executor = engine("pool")
    # A worker lives for weeks: its processes have long been started, as reader's modules have been imported.
    warm = Errand(document(0, 1), base, None, None, ("en", "ru", "uk"))
    for errand in [executor.submit(unpack, warm) for _ in range(20)]:
        errand.result()

    async def poll(at: datetime) -> float:
        async with Client("bench@hub.example", allow_private=True, host_gap=0, per_host=20) as client:
            poller = Poller(client, executor)
            started = time.perf_counter()
            while (await poller.round(now=at)).polled:
                pass
            return time.perf_counter() - started

    seconds = [asyncio.run(poll(now + timedelta(days=day))) for day in (0, 2)]
    executor.shutdown()
    if Version.objects.count() != 2 * feeds * ENTRIES:
        raise SystemExit(f"stored {Version.objects.count()} versions, not {2 * feeds * ENTRIES}")
    return seconds


def reader_passes(base: str, feeds: int, workers: int) -> list[float]:
    """Seconds of each pass through ``reader``."""
    import feedparser_sgmllib

    # The feedparser that reader carries asks for this package by the name of its predecessor.
    sys.modules["sgmllib"] = feedparser_sgmllib
    from reader import make_reader

    reader = make_reader(str(Path(os.environ["AUDIATUR_HOME"]) / "reader.sqlite"))
    for feed in range(feeds):
        reader.add_feed(f"{base}/{feed}")
    seconds = []
    for _ in range(2):
        started = time.perf_counter()
        reader.update_feeds(scheduled=False, workers=workers)
        seconds.append(time.perf_counter() - started)
    if reader.get_entry_counts().total != feeds * ENTRIES:
        raise SystemExit(f"reader stored {reader.get_entry_counts().total} entries, not {feeds * ENTRIES}")
    return seconds


def _pass(candidate: str, feeds: int) -> list[float]:
    """One candidate in a new process, against a new server, in a new folder."""
    command = [sys.executable, "-m", "benchmarks.storing"]
    with (
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen([*command, "serve", str(feeds)], stdout=subprocess.PIPE, text=True) as server,
    ):
        try:
            base = f"http://127.0.0.1:{server.stdout.readline().strip() if server.stdout else ''}"
            environment = {**os.environ, "AUDIATUR_HOME": home, "DJANGO_SETTINGS_MODULE": "audiatur.hub.settings"}
            environment.pop("DATABASE_URL", None)
            done = subprocess.run(
                [*command, candidate, base, str(feeds)], env=environment, check=True, stdout=subprocess.PIPE, text=True
            )
            return [float(seconds) for seconds in json.loads(done.stdout.splitlines()[-1])]
        finally:
            server.kill()


def run(feeds: int = 400, turns: int = 3) -> bool:
    """Print the figures; whether the floor holds in both passes."""
    candidates = ("audiatur", "reader-1", "reader-4")
    times: dict[str, list[list[float]]] = {candidate: [] for candidate in candidates}
    for _ in range(turns):
        for candidate in candidates:
            times[candidate].append(_pass(candidate, feeds))
    holds = True
    for number, what in enumerate(("new", "edited")):
        ours, *peers = (median(turn[number] for turn in times[candidate]) for candidate in candidates)
        ratio = min(peers) / ours
        holds = holds and ratio >= FLOOR
        print(
            f"storing {feeds} feeds of {ENTRIES} {what} entries: {feeds / ours:.0f} feeds/s, reader "
            f"{feeds / min(peers):.0f} (best of 1 and 4 workers), ratio {ratio:.1f} (floor {FLOOR})"
        )
    return holds


def main(arguments: list[str]) -> None:
    """The benchmark, or one of its processes."""
    match arguments:
        case ["serve", feeds]:
            serve(int(feeds))
        case ["audiatur", base, feeds]:
            print(json.dumps(audiatur_passes(base, int(feeds))))
        case [reader, base, feeds] if reader.startswith("reader-"):
            print(json.dumps(reader_passes(base, int(feeds), int(reader.removeprefix("reader-")))))
        case _:
            sys.exit(not run(*map(int, arguments)))


if __name__ == "__main__":
    main(sys.argv[1:])
