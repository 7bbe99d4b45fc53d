"""``audiatur web``: only the web server, for hubs of more than one process or machine."""

from __future__ import annotations

import click

from audiatur.cli.hub import open_hub
from audiatur.cli.run import be_known, host_option, must_be_free, port_option, serve


@click.command("web", short_help="Only the web server of a hub.")
@host_option
@port_option
def command(host: str, port: int) -> None:
    """Serve the hub's pages without polling; any number can run over one PostgreSQL.

    Where nobody can log in yet, it makes an editor's account and says how to log in.
    """
    must_be_free(host, port)
    be_known(host, port)
    open_hub(editor=True)
    raise click.exceptions.Exit(serve(host, port, worker=False))
