"""``python -m audiatur.hub.worker``: one worker process."""

from __future__ import annotations

import asyncio
import os

import django

from audiatur.hub.processes import die_with_parent

# Of Linux' 0 to 19; at 10 a process gets a tenth of a core that another one wants.
NICE = 10


def main() -> None:
    """Set Django up and work."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "audiatur.hub.settings")
    # Readers go first: what is polled and analysed a second later is no loss, a page a second later is.
    os.nice(NICE)
    die_with_parent()
    django.setup()
    from audiatur.hub.worker.engine import spare_collector
    from audiatur.hub.worker.main import Worker

    spare_collector()

    async def work() -> None:
        await Worker().run()

    asyncio.run(work())


if __name__ == "__main__":
    main()
