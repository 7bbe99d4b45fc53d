"""Turns: how many at once, how far apart, and that nobody who waits can lock another."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from itertools import pairwise

import pytest

from audiatur.fetching import Fetched, Request
from audiatur.fetching.turns import Turns
from tests.fetching.servers import poller, reply, serving


def running(turns: Turns, hosts: list[str], hold: float) -> tuple[list[float], int]:
    """When each of ``hosts`` had its turn, in seconds from the start, and how many ran at once at most."""
    begun: list[float] = []
    now = most = 0

    async def one(host: str, zero: float) -> None:
        nonlocal now, most
        await turns.take(host)
        begun.append(time.perf_counter() - zero)
        now += 1
        most = max(most, now)
        await asyncio.sleep(hold)
        now -= 1
        turns.give_back(host)

    async def scene() -> None:
        zero = time.perf_counter()
        await asyncio.gather(*(one(host, zero) for host in hosts))

    asyncio.run(scene())
    return begun, most


def test_starts_at_one_host_are_a_gap_apart() -> None:
    begun, _ = running(Turns(at_once=9, per_host=9, gap=0.1), ["a"] * 4, 0)
    gaps = [later - earlier for earlier, later in pairwise(begun)]
    assert all(gap > 0.09 for gap in gaps)


def test_other_hosts_do_not_wait() -> None:
    begun, _ = running(Turns(at_once=99, per_host=1, gap=5), [str(n) for n in range(50)], 0)
    assert max(begun) < 0.5


@pytest.mark.parametrize(
    ("turns", "hosts", "most"),
    [
        (lambda: Turns(at_once=9, per_host=2, gap=0), ["a"] * 6, 2),
        (lambda: Turns(at_once=3, per_host=2, gap=0), list("abcdef"), 3),
    ],
)
def test_no_more_at_once_than_said(turns: Callable[[], Turns], hosts: list[str], most: int) -> None:
    assert running(turns(), hosts, 0.02)[1] == most


def test_who_is_cancelled_while_waiting_holds_nothing() -> None:
    async def scene() -> None:
        turns = Turns(at_once=1, per_host=1, gap=0.05)
        await turns.take("a")
        waiting = [asyncio.create_task(turns.take(host)) for host in ("a", "a", "b")]
        await asyncio.sleep(0.01)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        turns.give_back("a")
        for host in ("a", "b", "a"):
            await asyncio.wait_for(turns.take(host), 1)
            turns.give_back(host)

    asyncio.run(scene())


def test_hosts_at_rest_are_forgotten() -> None:
    async def scene() -> int:
        turns = Turns(at_once=9, per_host=1, gap=0)
        for number in range(10_000):
            await turns.take(f"h{number}")
            turns.give_back(f"h{number}")
        return len(turns._hosts)

    assert asyncio.run(scene()) <= 4097


def crossing() -> Coroutine[None, None, list[bool]]:
    async def scene() -> list[bool]:
        targets: dict[str, str] = {}

        async def onward(head: str, writer: asyncio.StreamWriter) -> None:
            await asyncio.sleep(0.01)
            path = head.split(maxsplit=2)[1]
            host = head.partition("Host: ")[2].split(":", 1)[0]
            moved = reply("302 Found", Location=targets[host])
            writer.write(moved if path == "/start" else reply(body=b"x"))

        async with serving(onward) as one, serving(onward, "127.0.0.2") as two, poller(per_host=1) as client:
            targets |= {"127.0.0.1": two.at("/end"), "127.0.0.2": one.at("/end")}
            fetches = [client.fetch(Request(each.at("/start"))) for each in (one, two) * 5]
            return [isinstance(each, Fetched) for each in await asyncio.wait_for(asyncio.gather(*fetches), 5)]

    return scene()


def test_two_hosts_that_redirect_to_each_other_do_not_lock() -> None:
    assert asyncio.run(crossing()) == [True] * 10


def test_the_gap_holds_for_the_client() -> None:
    async def scene() -> float:
        async def at_once(head: str, writer: asyncio.StreamWriter) -> None:
            writer.write(reply(body=b"x"))

        async with serving(at_once) as served, poller(host_gap=0.1) as client:
            begun = time.perf_counter()
            await asyncio.gather(*(client.fetch(Request(served.url)) for _ in range(4)))
            return time.perf_counter() - begun

    assert asyncio.run(scene()) > 0.29
