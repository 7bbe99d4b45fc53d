"""``audiatur run``: the hub: serves, polls and analyses in one process tree."""

from __future__ import annotations

import sys

import click

from audiatur.cli.hub import open_hub

host_option = click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
port_option = click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))


@click.command("run", short_help="The hub: serves its pages, polls its feeds, analyses what comes in.")
@host_option
@port_option
def command(host: str, port: int) -> None:
    """Run the hub until Ctrl-C.

    On the first start it makes its database (a SQLite file in AUDIATUR_HOME, or the PostgreSQL of DATABASE_URL) and
    an editor's account, and says how to log in. Set AUDIATUR_CONTACT to an address where outlets can reach you.
    """
    open_hub()
    raise click.exceptions.Exit(serve(host, port, worker=True))


def serve(host: str, port: int, *, worker: bool) -> int:
    """Start the web server and, if wanted, the worker; the exit status once both have ended."""
    from audiatur.hub.processes import Tree

    tree = Tree(
        [sys.executable, "-m", "audiatur.hub.serving", host, str(port)],
        [sys.executable, "-m", "audiatur.hub.worker"] if worker else None,
    )
    shown = f"[{host}]" if ":" in host else host
    return tree.run(ready=lambda: click.echo(f"The hub is on http://{shown}:{port} (Ctrl-C ends it)", err=True))
