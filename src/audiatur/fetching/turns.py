"""Whose turn it is: how many requests run at once, in all and to one host, and how far apart they start."""

from __future__ import annotations

import asyncio

_KEPT = 4096  # hosts remembered before those at rest are forgotten: one a feed of a large hub, some 1 MB


class _Host:
    """A host's turn: how many run, and when the next may start."""

    __slots__ = ("free", "next_start", "users")

    def __init__(self, at_once: int) -> None:
        self.free = asyncio.Semaphore(at_once)
        self.next_start = 0.0
        self.users = 0


class Turns:
    """Gives out turns, first come first served within a host.

    Args:
        at_once: requests that run at once, in all.
        per_host: requests that run at once to one host.
        gap: seconds between the starts of two requests to one host.
    """

    def __init__(self, *, at_once: int, per_host: int, gap: float) -> None:
        self._all = asyncio.Semaphore(at_once)
        self._per_host = per_host
        self._gap = gap
        self._hosts: dict[str, _Host] = {}

    async def take(self, host: str) -> None:
        """Wait for a turn at ``host``. Nobody who waits for a host holds a turn elsewhere, so none can lock another.

        Cancelled while it waits, it holds nothing.
        """
        state = self._hosts.get(host)
        if state is None:
            self._forget_idle()
            state = self._hosts[host] = _Host(self._per_host)
        state.users += 1
        try:
            await state.free.acquire()
            try:
                await self._keep_gap(state)
                await self._all.acquire()
            except BaseException:
                state.free.release()
                raise
        except BaseException:
            state.users -= 1
            raise

    def give_back(self, host: str) -> None:
        """End a turn that ``take`` gave."""
        state = self._hosts[host]
        state.users -= 1
        state.free.release()
        self._all.release()

    async def _keep_gap(self, state: _Host) -> None:
        now = asyncio.get_running_loop().time()
        start = max(now, state.next_start)
        state.next_start = start + self._gap
        if start > now:
            await asyncio.sleep(start - now)

    def _forget_idle(self) -> None:
        if len(self._hosts) < _KEPT:
            return
        now = asyncio.get_running_loop().time()
        self._hosts = {name: host for name, host in self._hosts.items() if host.users or host.next_start > now}
