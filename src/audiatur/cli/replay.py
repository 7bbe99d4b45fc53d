"""``audiatur replay``: a feed's recorded snapshots through the poller, in time order."""

from __future__ import annotations

import json
import time

import click

from audiatur.cli.answers import counted
from audiatur.cli.hub import Progress, open_hub
from audiatur.cli.load import peak_memory
from audiatur.errors import InputError


@click.command("replay", short_help="Feed one feed's recorded snapshots through the poller, in time order.")
@click.argument("file", metavar="FILE.jsonl[.gz]")
@click.option("--source", "name", metavar="NAME", required=True, help="The source they belong to; made if unknown.")
@click.option("--json", "as_json", is_flag=True, help="A summary as JSON on standard output.")
def command(file: str, name: str, *, as_json: bool) -> None:
    """Replay the history of a feed: lines of {"fetched": time, "xml": document}.

    Each snapshot is taken in as it would have been at its time: new entries become articles, changed ones new
    versions. Replaying the same file into an empty hub always gives the same versions, replaying it again adds none.
    """
    started = time.monotonic()
    open_hub()
    from django.conf import settings
    from django.utils import timezone

    from audiatur.hub.articles.corpus import source_named
    from audiatur.hub.worker.analysis import Analyst
    from audiatur.hub.worker.engine import engine
    from audiatur.hub.worker.history import read_history, replay
    from audiatur.provenance.values import Mode

    now = timezone.now()
    snapshots, skipped = read_history(file)
    if not snapshots:
        first = f"; the first line that is none: {skipped[0]}" if skipped else ""
        raise InputError("no-snapshot", f"holds no snapshot{first}", place=file, remedy="see audiatur replay --help")
    source = source_named(name, mode=Mode.LINK, now=now)
    polling = Progress("polled", len(snapshots))
    done = replay(source, snapshots, now=now, progress=polling.step)
    polling.end()
    reading = Progress("grouped and read", None)
    executor = engine(settings.ENGINE)
    Analyst(executor).work(progress=reading.step)
    executor.shutdown()
    reading.end()
    skipped += done.skipped
    summary = {
        "source": source.slug,
        "snapshots": done.snapshots,
        "earlier": done.earlier,
        "entries": done.taken.new,
        "new_versions": done.taken.changed,
        "skipped": skipped,
        "seconds": round(time.monotonic() - started, 1),
        "peak_memory_mb": peak_memory(),
    }
    if as_json:
        click.echo(json.dumps(summary, ensure_ascii=False, indent=2))
    else:
        click.echo(
            f"{counted(done.snapshots, 'snapshot')}: {counted(done.taken.new, 'entry', 'entries')}, "
            f"{counted(done.taken.changed, 'further version')}; "
            f"{summary['seconds']} s, {summary['peak_memory_mb']} MB at most in one process"
        )
        if done.earlier:
            click.echo(f"  {done.earlier} snapshots are no newer than what was replayed before; left out", err=True)
    for line in skipped:
        click.echo(f"audiatur: skipped: {line}", err=True)
    if skipped:
        raise click.exceptions.Exit(1)
