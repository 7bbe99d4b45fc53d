"""``audiatur run``: the hub: serves, polls and analyses in one process tree."""

from __future__ import annotations

import os
import socket
import sys
from ipaddress import ip_address

import click

from audiatur.cli.hub import open_hub
from audiatur.errors import SettingError

host_option = click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
port_option = click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on."
)
# The addresses that stand for every address of the machine, and under which a browser on it finds the hub.
_EVERY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared, not bound
_LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")  # as in the settings


@click.command("run", short_help="The hub: serves its pages, polls its feeds, analyses what comes in.")
@host_option
@port_option
def command(host: str, port: int) -> None:
    """Run the hub until Ctrl-C.

    On the first start it makes its database (a SQLite file in AUDIATUR_HOME, or the PostgreSQL of DATABASE_URL) and
    an editor's account, and says how to log in. Set AUDIATUR_CONTACT to an address where outlets can reach you.
    """
    must_be_free(host, port)
    be_known(host, port)
    open_hub(editor=True)
    raise click.exceptions.Exit(serve(host, port, worker=True))


def must_be_free(host: str, port: int) -> None:
    """SettingError where nobody can listen there, before anything is set up that would only be taken down again."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except OSError as error:
        raise SettingError(
            "cannot-listen",
            f"cannot listen there: {error.strerror or error}",
            place=address_of(host, port),
            remedy="end what listens there, or choose another --port or --host",
        ) from error


def be_known(host: str, port: int) -> None:
    """Have the settings follow where the hub listens, unless the operator set them; before Django reads them.

    Every link in pages and feeds, and the address at which to log in, is made of AUDIATUR_BASE_URL. What only the
    operator can know, the names by which others reach the machine, is said on standard error.
    """
    named = bool(os.environ.get("AUDIATUR_ALLOWED_HOSTS"))
    if not named:
        own = () if host in _EVERY else (_bracketed(host),)
        os.environ["AUDIATUR_ALLOWED_HOSTS"] = " ".join(dict.fromkeys([*_LOCAL_HOSTS, *own]))
    if not os.environ.get("AUDIATUR_BASE_URL"):
        os.environ["AUDIATUR_BASE_URL"] = address_of(host, port)
    if not named and not _is_loopback(host):
        known = os.environ["AUDIATUR_ALLOWED_HOSTS"].replace(" ", ", ")
        click.echo(
            f"audiatur: other machines can reach {host}, and the hub answers under {known} only; set "
            "AUDIATUR_ALLOWED_HOSTS to the names by which readers reach it, and AUDIATUR_BASE_URL to its address",
            err=True,
        )


def address_of(host: str, port: int) -> str:
    """The address under which a browser on this machine finds a hub that listens there."""
    shown = _bracketed(_EVERY.get(host, host))
    return f"http://{shown}" if port == 80 else f"http://{shown}:{port}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve(host: str, port: int, *, worker: bool) -> int:
    """Start the web server and, if wanted, the worker; the exit status once both have ended."""
    from audiatur.hub.processes import Tree

    tree = Tree(
        [sys.executable, "-m", "audiatur.hub.serving", host, str(port)],
        [sys.executable, "-m", "audiatur.hub.worker"] if worker else None,
    )
    return tree.run(ready=lambda: click.echo(f"The hub is on {address_of(host, port)} (Ctrl-C ends it)", err=True))
