"""``python -m audiatur.hub.serving HOST PORT``: the web server process."""

from __future__ import annotations

import os
import sys

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from audiatur.hub.processes import die_with_parent

# Making a page is one thread's work at a time in each process; a second process lets readers use a second core, also
# while the worker is busy, which gives way to them. More are more memory, some 100 MB each.
PROCESSES = 2
# Seconds that a serving process gets to finish its answers; told to end while it began, one never hears of it.
PATIENCE = 5


def main() -> None:
    """Serve the WSGI application in up to two processes of a few threads each."""
    die_with_parent()
    host, port = sys.argv[1], int(sys.argv[2])
    Granian(
        "audiatur.hub.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=min(PROCESSES, os.cpu_count() or 1),
        blocking_threads=4,
        workers_kill_timeout=PATIENCE,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main()
