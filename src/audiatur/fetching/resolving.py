"""Names to addresses, by the system's resolver, in threads of its own."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult

# A lookup can hang for as long as resolv.conf says (30 s is usual), and a censored name often does. asyncio's shared
# pool has 6 threads on 2 cores: a handful of dead names would stop all lookups, and with them everything else there.
_THREADS = 32


class SystemResolver(AbstractResolver):
    """``getaddrinfo`` for every connection anew: no cache of ours, so that evidence is of this attempt."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="audiatur-dns")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of ``host``, in the system's order; OSError (``gaierror``) where there are none."""
        loop = asyncio.get_running_loop()
        infos = await loop.run_in_executor(self._pool, _look_up, host, port, family)
        return [
            ResolveResult(
                hostname=host,
                host=_with_zone(where),
                port=int(where[1]),
                family=kind,
                proto=proto,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, proto, _, where in infos
        ]

    async def close(self) -> None:
        """Let go of the threads; one that hangs in a lookup ends when the system gives up."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _look_up(
    host: str, port: int, family: socket.AddressFamily
) -> list[tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[str, int] | tuple[str, int, int, int]]]:
    found = socket.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return [
        (kind, sort, proto, name, where)  # type: ignore[misc]  # (int, bytes) is for Pythons built without IPv6
        for kind, sort, proto, name, where in found
    ]


def _with_zone(where: tuple[str, int] | tuple[str, int, int, int]) -> str:
    """The address as text, with its zone: without it a link-local answer would look like any other."""
    if len(where) > 3 and where[3] and "%" not in where[0]:
        return f"{where[0]}%{where[3]}"
    return where[0]
