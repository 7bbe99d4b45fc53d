"""Readers: requests at a steady rate whatever the answers take, and what the server's processes spend on them."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp

HEADERS = {"Accept-Encoding": "gzip", "Accept-Language": "en"}
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: the kind of page, seconds since it should have been asked for, its status, its size on the wire."""

    kind: str
    seconds: float
    status: int
    size: int

    @property
    def good(self) -> bool:
        """Whether it was the page that was asked for, or the refusal of an article that may not leave."""
        return self.status in {200, 403}


async def asked(session: aiohttp.ClientSession, kind: str, address: str, since: float) -> Answer:
    """One page; ``since`` is when it should have been asked for. Status 0 where no answer came."""
    try:
        async with session.get(address, allow_redirects=False) as answer:
            size = len(await answer.read())
            return Answer(kind, time.perf_counter() - since, answer.status, size)
    except (aiohttp.ClientError, TimeoutError):
        return Answer(kind, time.perf_counter() - since, 0, 0)


def opened() -> aiohttp.ClientSession:
    """A session without limits, that leaves bodies as they come."""
    connector = aiohttp.TCPConnector(limit=0)
    timeout = aiohttp.ClientTimeout(total=30)
    return aiohttp.ClientSession(connector=connector, auto_decompress=False, headers=HEADERS, timeout=timeout)


async def steady(base: str, places: dict[str, list[str]], rate: float, seconds: float, seed: int = 3) -> list[Answer]:
    """Ask at a rate, each kind as often as the others, without waiting for answers.

    What an answer took counts from when its turn was, so that a server that falls behind is not spared.
    """
    drawn = random.Random(seed)  # noqa: S311 - to be repeatable
    kinds = list(places)
    turns = [(kind, drawn.choice(places[kind])) for kind in (drawn.choice(kinds) for _ in range(int(rate * seconds)))]
    async with opened() as session:
        begun = time.perf_counter()
        asking = []
        for number, (kind, place) in enumerate(turns):
            turn = begun + number / rate
            await asyncio.sleep(max(0.0, turn - time.perf_counter()))
            asking.append(asyncio.create_task(asked(session, kind, base + place, turn)))
        return list(await asyncio.gather(*asking))


async def one_by_one(base: str, kind: str, places: Sequence[str]) -> list[Answer]:
    """Ask for each in turn."""
    async with opened() as session:
        return [await asked(session, kind, base + place, time.perf_counter()) for place in places]


async def at_once(base: str, place: str, readers: int, seconds: float) -> float:
    """Pages a second where so many readers ask again as soon as they have their answer."""
    async with opened() as session:
        until = time.perf_counter() + seconds

        async def reader() -> int:
            count = 0
            while time.perf_counter() < until:
                count += (await asked(session, "bare", base + place, time.perf_counter())).good
            return count

        return sum(await asyncio.gather(*(reader() for _ in range(readers)))) / seconds


def cpu_of(pid: int) -> float:
    """Seconds of processor time, user and system, that a process and its children have used so far."""
    used = 0.0
    for one in (pid, *_children(pid)):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        used += (int(fields[11]) + int(fields[12])) / _TICKS
    return used


def _children(pid: int) -> list[int]:
    found = [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [*found, *(below for one in found for below in _children(one))]


def quantile(answers: Sequence[Answer], share: float) -> float:
    """The milliseconds below which this share of the answers stay."""
    ordered = sorted(answer.seconds for answer in answers)
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]
