"""``audiatur demo``: a filled sample hub in a temporary place."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audiatur.cli.hub import Progress, open_hub
from audiatur.cli.run import address_of, be_known, host_option, port_option, serve
from audiatur.errors import InputError

if TYPE_CHECKING:
    from audiatur.demo.server import DemoServer
    from audiatur.demo.values import DemoHub

# The sample hub's readers are in one of its invented countries, so that one source is answered with 451: in Dorvenia,
# unless AUDIATUR_JURISDICTION names another of them.
READERS = {"XA": "Kelmara", "XB": "Dorvenia", "XC": "Alviera"}
USUAL = "XB"


@click.command("demo", short_help="A filled sample hub on http://127.0.0.1:8000, no network needed.")
@host_option
@port_option
@click.option("--keep", metavar="FOLDER", help="Keep the hub in this folder, and go on from there next time.")
@click.option("--fill-only", is_flag=True, help="Fill the hub and exit, without serving it (for use with --keep).")
def command(host: str, port: int, keep: str | None, *, fill_only: bool) -> None:
    """Show a hub about an invented conflict: three sides, two weeks, several languages.

    Its outlets are served on loopback and polled by the real poller, over two weeks of virtual time. Everything is
    gone when it ends, unless you --keep it.
    """
    if keep is not None:
        _show(Path(keep), host, port, fill_only=fill_only)
        return
    with tempfile.TemporaryDirectory(prefix="audiatur-demo-") as folder:
        _show(Path(folder), host, port, fill_only=fill_only)


def _show(home: Path, host: str, port: int, *, fill_only: bool) -> None:
    from audiatur.demo import load
    from audiatur.demo.server import DemoServer

    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    hub = load(today - timedelta(days=14))
    reader = _reader(os.environ.get("AUDIATUR_JURISDICTION", ""))
    os.environ.update(
        {
            "AUDIATUR_HOME": str(home),
            "AUDIATUR_NAME": hub.title,
            "AUDIATUR_JURISDICTION": reader,
            "AUDIATUR_ALLOW_PRIVATE": "1",
            "AUDIATUR_CONTACT": "editor@hub.example",
        }
    )
    # A sample hub stands for itself, whatever hub the surroundings are set up for.
    for name in ("DATABASE_URL", "AUDIATUR_BASE_URL", "AUDIATUR_ALLOWED_HOSTS"):
        os.environ.pop(name, None)
    be_known(host, port)
    open_hub(editor=not fill_only)
    with DemoServer(hub, at=hub.starts) as server:
        _fill(hub, server)
        _show_around(address_of(host, port), reader)
        if not fill_only:
            raise click.exceptions.Exit(serve(host, port, worker=True))


def _fill(hub: DemoHub, server: DemoServer) -> None:
    from django.conf import settings

    from audiatur.hub.demo import ENCODER, MIDWAY, live_through, register, steps_until
    from audiatur.hub.demo_desk import done, work
    from audiatur.hub.models import Article, Source
    from audiatur.hub.worker.analysis import Analyst
    from audiatur.hub.worker.engine import engine

    if done():
        return
    if Source.objects.exists():
        raise InputError(
            "half-filled",
            "there is no filled demo in this folder: it was stopped while it was filled, or the hub is another",
            place=str(settings.HOME),
            remedy="name another folder with --keep; to start over in this one, delete it first",
        )
    register(hub, server)
    executor = engine(settings.ENGINE)
    analyst = Analyst(executor, encoder=ENCODER)
    since = hub.starts
    for part, until in (("the first half", hub.starts + MIDWAY), ("the second half", hub.ends)):
        steps = steps_until(hub, until) - steps_until(hub, since)
        polling = Progress(f"polling {part} of the fortnight, step", steps)
        live_through(hub, server, since=since, until=until, progress=polling.step)
        polling.end()
        reading = Progress(f"grouping and reading {part}, articles", Article.objects.filter(pending=True).count())
        analyst.work(progress=reading.step)
        reading.end()
        since = until
    executor.shutdown()
    work(hub.ends)


def _reader(wanted: str) -> str:
    """The country to read from: the one that is wanted where it is one of the demo's, else the usual one."""
    return wanted.upper() if wanted.upper() in READERS else USUAL


def _show_around(base: str, reader: str) -> None:
    """Say on standard error as whose reader the demo treats you, and where to look first."""
    from audiatur.hub.demo import tour

    click.echo(f"The demo treats you as a reader in {READERS[reader]} ({reader}). Where to look first:", err=True)
    for sight in tour(reader):
        click.echo(f"    {sight.what}: {base}{sight.path}", err=True)
