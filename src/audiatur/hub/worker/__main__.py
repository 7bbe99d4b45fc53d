"""``python -m audiatur.hub.worker``: one worker process."""

from __future__ import annotations

import asyncio
import os

import django

from audiatur.hub.processes import die_with_parent


def main() -> None:
    """Set Django up and work."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "audiatur.hub.settings")
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
