"""``audiatur reindex``: the search index brought up to date, or made anew."""

from __future__ import annotations

import json
import time

import click

from audiatur.cli.answers import counted
from audiatur.cli.hub import Progress, open_hub


@click.command("reindex", short_help="Bring the search index up to date, or make it anew.")
@click.option("--all", "anew", is_flag=True, help="Make the whole index anew.")
@click.option("--json", "as_json", is_flag=True, help="A summary as JSON on standard output.")
def command(*, anew: bool, as_json: bool) -> None:
    """Index the articles, statements and speakers that search does not find yet.

    The worker of a running hub does so by itself; this does it at once. After a change of AUDIATUR_LANGUAGES the words
    of all articles come to other stems: then make the index anew with --all. A hub may be running meanwhile.
    """
    started = time.monotonic()
    open_hub()
    from audiatur.hub.search.indexing import catch_up, rebuild

    indexing = Progress("indexed", None)
    done = rebuild(progress=indexing.step) if anew else catch_up(progress=indexing.step)
    indexing.end()
    seconds = round(time.monotonic() - started, 1)
    if as_json:
        click.echo(json.dumps({"articles": done, "seconds": seconds}))
    else:
        click.echo(f"{counted(done, 'article')} indexed in {seconds} s")
