"""What an unchanged poll costs: our client beside bare aiohttp, in one run.

2,000 feeds, each on a loopback address of its own, all unchanged (304 by ETag). The server runs in a process of its
own; what is measured is the CPU time, user and system, of the process that polls. Both poll the same addresses with the
same number at once, taking turns, and the ratio is that of the medians.

    python -m benchmarks.polling [feeds] [rounds]
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
from dataclasses import asdict, dataclass
from statistics import median

import aiohttp

from audiatur.fetching import Client, Request, Unchanged

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


def run(feeds: int = 2000, rounds: int = 5) -> Polling:
    """Measure; one round that is not counted warms both up."""
    server = subprocess.Popen([sys.executable, "-c", _SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdin is not None
    assert server.stdout is not None
    costs: dict[bool, list[float]] = {True: [], False: []}
    try:
        urls = addresses(feeds, int(server.stdout.readline()))
        for turn in range(rounds + 1):
            for ours in (True, False) if turn % 2 else (False, True):
                before = cpu_seconds()
                asyncio.run(poll_ours(urls) if ours else poll_bare(urls))
                if turn:
                    costs[ours].append((cpu_seconds() - before) / feeds * 1000)
    finally:
        server.stdin.close()
        server.wait(timeout=10)
    ours_ms, bare_ms = median(costs[True]), median(costs[False])
    return Polling(feeds, rounds, round(ours_ms, 4), round(bare_ms, 4), round(ours_ms / bare_ms, 3))


if __name__ == "__main__":
    result = run(*map(int, sys.argv[1:3]))
    print(json.dumps(asdict(result)))
    sys.exit(0 if result.ratio <= LIMIT else 1)
