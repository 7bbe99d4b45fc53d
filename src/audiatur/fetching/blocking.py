"""One fetch for callers that have no event loop, such as commands."""

from __future__ import annotations

import asyncio

from audiatur.fetching.client import MAX_BYTES, TOTAL_DEADLINE, Client
from audiatur.fetching.values import Outcome, Request


def fetch_once(
    request: Request,
    *,
    contact: str,
    version: str = "0.1",
    allow_private: bool = False,
    total_deadline: float = TOTAL_DEADLINE,
    max_bytes: int = MAX_BYTES,
) -> Outcome:
    """Fetch one document in an event loop of its own; the arguments as of ``Client``.

    Not for use inside a running event loop (RuntimeError).

    Raises:
        SettingError: where ``contact`` is empty or cannot be sent.
    """

    async def run() -> Outcome:
        async with Client(
            contact, version, allow_private=allow_private, total_deadline=total_deadline, max_bytes=max_bytes
        ) as client:
            return await client.fetch(request)

    return asyncio.run(run())
