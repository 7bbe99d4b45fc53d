"""Where CPU work is done: a pool of processes that is rebuilt when one of them dies, or this process."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar

from audiatur.errors import SettingError

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)

# An errand that kills its process twice is at fault itself; the third try would only kill another.
TRIES = 3


def begin() -> None:
    """Begin a process of the pool: it ends with the process that it works for, even one that was killed."""
    spare_collector()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def spare_collector() -> None:
    """Have the garbage collector look less often.

    Feeds become many small objects that all die young and in no circles; at Python's threshold of 700 the collector
    walks them again and again (benchmarks/storing.py shows what it costs).
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


class Pool(Executor):
    """A pool of processes; a killed process costs a retry of what it was doing, not the work.

    Forkserver, because a fork of a process with threads hung one time in five.
    """

    def __init__(self, processes: int | None = None) -> None:
        self.processes = processes or max(1, os.cpu_count() or 1)
        self._pool = self._new()

    def _new(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("forkserver")
        return ProcessPoolExecutor(self.processes, mp_context=context, initializer=begin)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Schedule a call; the future holds BrokenProcessPool only after ``TRIES`` pools broke under it."""
        answer: Future[T] = Future()
        self._try(answer, 1, fn, *args, **kwargs)
        return answer

    def _try(self, answer: Future[T], number: int, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> None:
        pool = self._pool

        def settle(done: Future[T]) -> None:
            error = done.exception()
            if isinstance(error, BrokenProcessPool) and number < TRIES:
                self._renew(pool)
                self._try(answer, number + 1, fn, *args, **kwargs)
            elif error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(done.result())

        try:
            pool.submit(fn, *args, **kwargs).add_done_callback(settle)
        except BrokenProcessPool as error:
            if number >= TRIES:
                answer.set_exception(error)
                return
            self._renew(pool)
            self._try(answer, number + 1, fn, *args, **kwargs)

    def _renew(self, broken: ProcessPoolExecutor) -> None:
        """Replace a broken pool, once for all who saw it break."""
        if self._pool is broken:
            log.warning("a process of the pool died; starting a new pool")
            self._pool = self._new()
            broken.shutdown(wait=False, cancel_futures=True)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes."""
        self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


class Inline(Executor):
    """No other process: each call is done at once, here."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do the call; the future is already settled."""
        answer: Future[T] = Future()
        try:
            answer.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it travels in the future, as in any executor
            answer.set_exception(error)
        return answer


def engine(setting: str, *, processes: int | None = None) -> Executor:
    """The executor that a setting names: ``pool`` or ``inline``; SettingError for anything else."""
    engines: dict[str, Callable[[], Executor]] = {"pool": lambda: Pool(processes), "inline": Inline}
    if setting not in engines:
        raise SettingError("engine", f"{setting!r} is no engine", place="AUDIATUR_ENGINE", remedy="use pool or inline")
    return engines[setting]()


def split(items: list[T], parts: int) -> list[list[T]]:
    """Divide into up to ``parts`` runs of nearly equal length, in order, none of them empty."""
    size = max(1, -(-len(items) // max(1, parts)))
    return [items[start : start + size] for start in range(0, len(items), size)]
