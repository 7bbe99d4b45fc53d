"""The worker: polls, fetches pages and analyses until it is told to stop; it can be killed at any moment."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import suppress

from asgiref.sync import sync_to_async
from django.conf import settings
from django.utils import timezone

from audiatur import __version__
from audiatur.fetching import Client
from audiatur.hub.worker.analysis import Analyst
from audiatur.hub.worker.engine import engine
from audiatur.hub.worker.lease import Lease
from audiatur.hub.worker.pages import Reader
from audiatur.hub.worker.polling import Poller

log = logging.getLogger(__name__)

# Seconds between looks at what is due; the gap between polls of one feed is never under five minutes.
PAUSE = 5.0
# Articles analysed before the worker looks at its feeds again.
SITTING = 100


class Worker:
    """One worker process: three loops that end when ``stop`` is set."""

    def __init__(self) -> None:
        self.stop = asyncio.Event()
        self.executor = engine(settings.ENGINE)
        self.lease = Lease("analysis")

    async def run(self) -> None:
        """Work until told to stop. What is in hand is finished, the rest waits in the store."""
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self.stop.set)
        async with client() as opened:
            log.info("the worker is polling")
            await asyncio.gather(
                self._loop(Poller(opened, self.executor)), self._pages(Reader(opened, self.executor)), self._analyse()
            )
        self.executor.shutdown(cancel_futures=True)
        await sync_to_async(self.lease.release)()
        log.info("the worker has stopped")

    async def _loop(self, poller: Poller) -> None:
        while not self.stop.is_set():
            with _reported("polling"):
                done = await poller.round(now=timezone.now())
                if done.polled:
                    log.info(
                        "polled %d feeds: %d new, %d changed, %d failed",
                        done.polled,
                        done.taken.new,
                        done.taken.changed,
                        done.failed,
                    )
                    continue
            await self._rest()

    async def _pages(self, reader: Reader) -> None:
        while not self.stop.is_set():
            with _reported("fetching pages"):
                await reader.round(now=timezone.now())
            await self._rest()

    async def _analyse(self) -> None:
        analyst = Analyst(self.executor)
        while not self.stop.is_set():
            with _reported("analysis"):
                if not await sync_to_async(self.lease.hold)(timezone.now()):
                    analyst = Analyst(self.executor)
                elif await sync_to_async(analyst.work)(most=SITTING):
                    continue
            await self._rest()

    async def _rest(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.stop.wait(), PAUSE)


class _reported:  # noqa: N801 - used as a statement
    """Whatever goes wrong in one turn is logged and does not end the worker."""

    def __init__(self, doing: str) -> None:
        self.doing = doing

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if kind is None or not issubclass(kind, Exception):
            return False
        log.error("%s went wrong; the worker goes on", self.doing, exc_info=error)
        return True


def client() -> Client:
    """The client as the operator's settings want it."""
    return Client(settings.CONTACT or settings.BASE_URL, version=__version__, allow_private=settings.ALLOW_PRIVATE)
