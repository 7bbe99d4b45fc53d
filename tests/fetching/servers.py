"""Real servers on loopback that say what a test tells them to, byte by byte."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiohttp.abc import AbstractResolver, ResolveResult

from audiatur.fetching import Client, Outcome, Request

NOW = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
Answer = Callable[[str], bytes]
Script = Callable[[str, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Served:
    """A running server and what it has seen."""

    host: str
    port: int
    scheme: str = "http"
    heads: list[str] = field(default_factory=list)
    connections: int = 0

    @property
    def url(self) -> str:
        return self.at("/feed.xml")

    def at(self, path: str, host: str | None = None) -> str:
        return f"{self.scheme}://{host or self.host}:{self.port}{path}"

    def header(self, name: str, place: int = -1) -> str | None:
        """The value of a header that request ``place`` carried; None where it had none."""
        for line in self.heads[place].splitlines()[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None


def reply(status: str = "200 OK", body: bytes = b"", **headers: str) -> bytes:
    """An answer as bytes; underscores in names stand for hyphens."""
    fields = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    length = "" if status.startswith("304") else f"Content-Length: {len(body)}\r\n"
    return f"HTTP/1.1 {status}\r\n{fields}{length}\r\n".encode() + body


def always(answer: bytes) -> Answer:
    return lambda _head: answer


def written(answer: Answer) -> Script:
    async def script(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(head))
        await writer.drain()

    return script


@asynccontextmanager
async def serving(
    script: Script, host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Served]:
    """A server on ``host`` that runs ``script`` for each request and then closes."""
    tasks: set[asyncio.Task[None]] = set()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.connections += 1
        with suppress(OSError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            served.heads.append(head)
            await script(head, writer)
        writer.close()

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(talk(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(begin, host, port, ssl=tls)
    served = Served(host, server.sockets[0].getsockname()[1], "https" if tls else "http")
    try:
        yield served
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def poller(**settings: object) -> Client:
    """A client for tests: loopback allowed, no gap, a fixed clock, five seconds in all; each can be set otherwise."""
    chosen: dict[str, object] = {"allow_private": True, "host_gap": 0.0, "clock": lambda: NOW, "total_deadline": 5.0}
    return Client("tests@hub.example", **(chosen | settings))  # type: ignore[arg-type]


def fetched(
    script: Script | bytes, make: Callable[[Served], Request] | None = None, **settings: object
) -> tuple[Outcome, Served]:
    """The outcome of one request to a server with that script, and the server."""

    async def scene() -> tuple[Outcome, Served]:
        told = written(always(script)) if isinstance(script, bytes) else script
        async with serving(told) as served, poller(**settings) as client:
            return await client.fetch(make(served) if make else Request(served.url)), served

    return asyncio.run(scene())


class Names(AbstractResolver):
    """A resolver that knows what it is told; a name with several answers gives the next one at each question."""

    def __init__(self, answers: dict[str, list[list[str]]]) -> None:
        self.answers = {name: list(each) for name, each in answers.items()}
        self.asked: list[str] = []

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # part of the interface
    ) -> list[ResolveResult]:
        self.asked.append(host)
        if host not in self.answers:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        left = self.answers[host]
        addresses = left.pop(0) if len(left) > 1 else left[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=0,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        self.answers.clear()
