"""Fetching: the only room that opens outbound sockets.

``Client.fetch`` takes a ``Request`` and gives ``Fetched``, ``Unchanged``, ``Gone`` or ``Failed``, each with the
evidence of the attempt; ``fetch_once`` is the same for callers without an event loop.
"""

from audiatur.fetching.blocking import fetch_once
from audiatur.fetching.client import Client
from audiatur.fetching.values import (
    Accept,
    AnswerHeaders,
    Evidence,
    Failed,
    Fetched,
    Gone,
    Hop,
    Outcome,
    Request,
    Stage,
    Timings,
    TriedAddress,
    Unchanged,
)

__all__ = [
    "Accept",
    "AnswerHeaders",
    "Client",
    "Evidence",
    "Failed",
    "Fetched",
    "Gone",
    "Hop",
    "Outcome",
    "Request",
    "Stage",
    "Timings",
    "TriedAddress",
    "Unchanged",
    "fetch_once",
]
