"""The process tree of ``audiatur run``: a web server and a worker under one parent that watches both."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

log = logging.getLogger(__name__)

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
# Seconds that a child gets to finish what it has in hand before it is killed.
GRACE = 15.0
# Seconds before a worker that died is started again; doubled each time it dies within a minute.
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0


def die_with_parent() -> None:
    """Have the kernel end this process when its parent dies, however that happens (Linux; elsewhere nothing)."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        # The parent may have died before the kernel was asked.
        parent = os.environ.get("AUDIATUR_PARENT")
        if parent is not None and os.getppid() != int(parent):
            sys.exit(0)


class Tree:
    """The children of a running hub."""

    def __init__(self, web: Sequence[str], worker: Sequence[str] | None) -> None:
        self._commands = {"web": list(web)} | ({"worker": list(worker)} if worker else {})
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self._stopping = False

    def run(self, *, ready: Callable[[], None] | None = None) -> int:
        """Run until a signal comes or the web server ends; the exit status of the web server, 0 after a signal."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        for name in self._commands:
            self._start(name)
        if ready is not None:
            ready()
        try:
            return self._watch()
        finally:
            self._end()

    def _start(self, name: str) -> None:
        environment = {**os.environ, "AUDIATUR_PARENT": str(os.getpid())}
        # A session of its own: a Ctrl-C reaches the parent alone, which ends its children in order.
        self._children[name] = subprocess.Popen(  # noqa: S603 - our own commands
            self._commands[name], env=environment, start_new_session=True
        )

    def _stop(self, *_: object) -> None:
        self._stopping = True

    def _watch(self) -> int:
        pause, started = FIRST_PAUSE, time.monotonic()
        while not self._stopping:
            time.sleep(0.2)
            web = self._children["web"].poll()
            if web is not None:
                return web or 1
            worker = self._children.get("worker")
            if worker is not None and worker.poll() is not None and not self._stopping:
                pause = min(LONGEST_PAUSE, pause * 2) if time.monotonic() - started < 60 else FIRST_PAUSE
                log.warning("the worker ended with status %s; starting it again in %g s", worker.returncode, pause)
                time.sleep(pause)
                self._start("worker")
                started = time.monotonic()
        return 0

    def _end(self) -> None:
        for child in self._children.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + GRACE
        for child in self._children.values():
            try:
                child.wait(timeout=max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                # Its whole session: what it started would outlive it.
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
