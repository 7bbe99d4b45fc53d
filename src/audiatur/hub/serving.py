"""``python -m audiatur.hub.serving HOST PORT``: the web server process."""

from __future__ import annotations

import sys

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from audiatur.hub.processes import die_with_parent


def main() -> None:
    """Serve the WSGI application; one process, a few threads."""
    die_with_parent()
    host, port = sys.argv[1], int(sys.argv[2])
    Granian(
        "audiatur.hub.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main()
