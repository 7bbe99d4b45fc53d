"""``audiatur worker``: only a worker, for hubs of more than one process or machine."""

from __future__ import annotations

import os
import sys

import click

from audiatur.cli.hub import open_hub


@click.command("worker", short_help="Only a worker of a hub: polls and analyses.")
def command() -> None:
    """Poll and analyse without serving pages; any number can run over one PostgreSQL."""
    os.environ.setdefault("AUDIATUR_LOG", "INFO")
    open_hub()
    os.execv(sys.executable, [sys.executable, "-m", "audiatur.hub.worker"])  # noqa: S606 - our own module
