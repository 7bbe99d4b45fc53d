"""``audiatur load``: a corpus of articles into the hub, as if polled."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import click

from audiatur.cli.answers import counted
from audiatur.cli.hub import Progress, open_hub
from audiatur.errors import RegisterError


@click.command("load", short_help="Take a corpus of articles into the hub, as if polled.")
@click.argument("files", metavar="FILE.jsonl[.gz]...", nargs=-1, required=True)
@click.option("--topic", "topic_file", metavar="FILE.yaml", help="Maps outlets to the sides of a topic.")
@click.option(
    "--mode",
    type=click.Choice(["full", "excerpt", "link"]),
    default="link",
    show_default=True,
    help="What may leave of sources that the hub does not know yet.",
)
@click.option("--json", "as_json", is_flag=True, help="A summary as JSON on standard output.")
def command(files: tuple[str, ...], topic_file: str | None, mode: str, *, as_json: bool) -> None:
    """Take articles into the hub in date order, group them and read their statements.

    One JSON object a line: {"outlet", "url", "date", "title", "summary", "text"}; what is missing may be left out.
    Loading the same file again changes nothing.

    \b
    A topic file:
      name: The harbour dispute
      sides:
        - name: Northland
          outlets: [Northland Times, North Radio]
        - name: Southland
          outlets: [The Southlander]
    """
    started = time.monotonic()
    document = _yaml(topic_file) if topic_file else None
    open_hub()
    from django.conf import settings
    from django.utils import timezone

    from audiatur.hub.articles.corpus import load, read_corpus, take_topic
    from audiatur.hub.worker.analysis import Analyst
    from audiatur.hub.worker.engine import engine
    from audiatur.provenance.values import Mode

    now = timezone.now()
    items, skipped = read_corpus(files, now=now)
    if document is not None:
        take_topic(document, mode=Mode(mode), now=now)
    storing = Progress("stored", len(items))
    loaded = load(items, mode=Mode(mode), now=now, progress=storing.step)
    storing.end()
    reading = Progress("grouped and read", loaded.taken.new + loaded.taken.changed)
    executor = engine(settings.ENGINE)
    Analyst(executor).work(progress=reading.step)
    executor.shutdown()
    reading.end()
    summary = {
        "items": len(items),
        "new": loaded.taken.new,
        "changed": loaded.taken.changed,
        "repeated": loaded.repeated,
        "kept_as_links": loaded.bare,
        "skipped": skipped,
        "sources": sorted(loaded.sources),
        "seconds": round(time.monotonic() - started, 1),
        "peak_memory_mb": peak_memory(),
    }
    _report(summary, as_json=as_json)
    if skipped:
        raise click.exceptions.Exit(1)


def peak_memory() -> int:
    """The largest memory in MB that this process and, each by itself, its children had."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) // unit


def _yaml(file: str) -> Mapping[str, object]:
    from audiatur.cli.documents import read_yaml

    document = read_yaml(Path(file))
    if not isinstance(document, Mapping):
        raise RegisterError("not-a-mapping", "holds no topic", place=file, remedy="see audiatur load --help")
    return document


def _report(summary: Mapping[str, object], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(summary, ensure_ascii=False, indent=2))
        for line in cast(list[str], summary["skipped"]):
            click.echo(f"audiatur: skipped: {line}", err=True)
        return
    click.echo(
        f"{counted(cast(int, summary['items']), 'item')}: {summary['new']} new, {summary['changed']} changed; "
        f"{summary['seconds']} s, {summary['peak_memory_mb']} MB at most in one process"
    )
    labels = {
        "kept_as_links": "no title, summary or text; kept as a link",
        "repeated": "has the address of an earlier line",
        "skipped": "skipped",
    }
    for key, label in labels.items():
        names = summary[key]
        if isinstance(names, list):
            for name in names:
                click.echo(f"  {label}: {name}", err=True)
