"""What an unchanged poll costs: our client beside bare aiohttp, in one run.

2,000 feeds, each on a loopback address of its own, all unchanged (304 by ETag). The server runs in a process of its
own; what is measured is the CPU time, user and system, of the process that polls. Both poll the same addresses with the
same number at once, taking turns, and the ratio is that of the medians.

    ./run.sh bench polling
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

import aiohttp

from audiatur.fetching import Client, Request, Unchanged

NOW = datetime(2026, 3, 3, tzinfo=UTC)
AT_ONCE = 100
ETAG = '"unchanged"'
LIMIT = 2.5  # times bare aiohttp's CPU a poll


@dataclass(frozen=True, slots=True)
class Polling:
    """Milliseconds of CPU a poll, medians over the rounds, and their ratio."""

    feeds: int
    rounds: int
    ours_ms: float
    bare_ms: float
    ratio: float
    hub_ms: float
    hub_ratio: float


_SERVER = """
import asyncio, sys
ANSWER = b'HTTP/1.1 304 Not Modified\\r\\nETag: "unchanged"\\r\\nCache-Control: max-age=300\\r\\n\\r\\n'
CHANGED = b"HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n"
class Answering(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.seen = transport, b""
    def data_received(self, data):
        self.seen += data
        if self.seen.endswith(b"\\r\\n\\r\\n"):
            self.transport.write(ANSWER if b'"unchanged"' in self.seen else CHANGED)
            if b"connection: close" in self.seen.lower():
                self.transport.close()
            self.seen = b""
async def main():
    server = await asyncio.get_running_loop().create_server(Answering, "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
asyncio.run(main())
"""


def addresses(count: int, port: int) -> list[str]:
    """One URL a feed, each with a loopback address of its own."""
    return [f"http://127.{1 + n // 62_500}.{n // 250 % 250}.{1 + n % 250}:{port}/feed.xml" for n in range(count)]


async def poll_ours(urls: list[str]) -> None:
    """Poll each through our client, as a worker does."""
    async with Client("bench@hub.example", allow_private=True, at_once=AT_ONCE) as client:
        found = await asyncio.gather(*(client.fetch(Request(url, etag=ETAG)) for url in urls))
    assert all(isinstance(outcome, Unchanged) for outcome in found)


async def poll_bare(urls: list[str]) -> None:
    """Poll each with aiohttp alone: a session, a semaphore, the header that makes it conditional."""
    free = asyncio.Semaphore(AT_ONCE)

    async def poll(session: aiohttp.ClientSession, url: str) -> int:
        async with free, session.get(url, headers={"If-None-Match": ETAG}) as answer:
            await answer.read()
            return answer.status

    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        found = await asyncio.gather(*(poll(session, url) for url in urls))
    assert set(found) == {304}


def cpu_seconds() -> float:
    """User and system time of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def hub_of(urls: list[str]) -> None:
    """A hub in a new SQLite file with a feed at each address, as it is after a first poll."""
    import django

    django.setup()
    from django.core.management import call_command

    from audiatur.hub.models import Feed, Source

    call_command("migrate", verbosity=0)
    for number, url in enumerate(urls):
        source = Source.objects.create(slug=f"s-{number}", name=f"Source {number}", created=NOW)
        Feed.objects.create(source=source, url=url, etag=ETAG, next_poll=NOW)


async def poll_hub(turn: int) -> None:
    """Poll every feed of the hub as its worker does: claim, fetch, schedule, keep the evidence."""
    from audiatur.hub.worker.engine import Inline
    from audiatur.hub.worker.polling import Poller

    polled = 0
    async with Client("bench@hub.example", allow_private=True, at_once=AT_ONCE) as client:
        while done := (await Poller(client, Inline()).round(now=NOW + timedelta(days=2 * turn))).polled:
            polled += done
    assert polled > 0


def run(feeds: int = 2000, rounds: int = 5) -> bool:
    """Print the figures; whether the bound holds for the whole poll, bookkeeping included."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "AUDIATUR_HOME": home, "DJANGO_SETTINGS_MODULE": "audiatur.hub.settings"}
        environment.pop("DATABASE_URL", None)
        command = [sys.executable, "-m", "benchmarks.polling", str(feeds), str(rounds)]
        done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    result = Polling(**json.loads(done.stdout.splitlines()[-1]))
    print(
        f"polling {feeds} unchanged feeds, CPU ms a poll: bare aiohttp {result.bare_ms}, our client {result.ours_ms} "
        f"(ratio {result.ratio}), the whole poll with claims, schedule and evidence {result.hub_ms} "
        f"(ratio {result.hub_ratio}, bound {LIMIT})"
    )
    return result.hub_ratio <= LIMIT


def measure(feeds: int, rounds: int) -> Polling:
    """Measure in this process; one round that is not counted warms all up."""
    server = subprocess.Popen([sys.executable, "-c", _SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdin is not None
    assert server.stdout is not None
    costs: dict[str, list[float]] = {"ours": [], "bare": [], "hub": []}
    try:
        urls = addresses(feeds, int(server.stdout.readline()))
        hub_of(urls)
        for turn in range(rounds + 1):
            for candidate in sorted(costs, reverse=bool(turn % 2)):
                before = cpu_seconds()
                passes = {"ours": poll_ours, "bare": poll_bare}
                asyncio.run(poll_hub(turn) if candidate == "hub" else passes[candidate](urls))
                if turn:
                    costs[candidate].append((cpu_seconds() - before) / feeds * 1000)
    finally:
        server.stdin.close()
        server.wait(timeout=10)
    ours, bare, hub = (round(median(costs[name]), 4) for name in ("ours", "bare", "hub"))
    return Polling(feeds, rounds, ours, bare, round(ours / bare, 3), hub, round(hub / bare, 3))


if __name__ == "__main__":
    print(json.dumps(asdict(measure(*map(int, sys.argv[1:3])))))
