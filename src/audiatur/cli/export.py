"""``audiatur export``: what the hub may give out, as data."""

from __future__ import annotations

import json

import click

from audiatur.cli.hub import open_hub


@click.group("export", short_help="What the hub may give out, as data: statements.")
def command() -> None:
    """Give out what the policies let out, each line with its notice."""


@command.command("statements")
@click.option("--story", metavar="ID", help="Only those of a story: the part of its address after /stories/.")
@click.option("--speaker", metavar="NAME", help="Only those of a speaker: a name, or the part after /speakers/.")
@click.option("--source", metavar="NAME", help="Only those in the articles of a source: its name or slug.")
@click.option("--since", metavar="DAY", help="Only those in articles published on this day or later: 2022-04-12.")
@click.option(
    "--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="How it is written."
)
def statements(story: str | None, speaker: str | None, source: str | None, since: str | None, form: str) -> None:
    """Write the statements of the newest versions of all articles, one JSON object a line, the newest article first.

    It passes the same gate as the pages, for a reader under the law that AUDIATUR_JURISDICTION names; each line has
    the notice of its source. What may not leave is left out, and said on standard error.

    \b
    Example:
      audiatur export statements --speaker "Ada Lund" --since 2026-01-01 > lund.jsonl
    """
    del form  # there is one so far; it is an option so that scripts can say it
    open_hub()
    from django.conf import settings
    from django.utils import timezone

    from audiatur.hub.gate import Gate, Viewer
    from audiatur.hub.sources.standing import Standing
    from audiatur.hub.statements.exporting import chosen
    from audiatur.hub.statements.ledger import Ledger

    scope, asked = chosen(story=story, speaker=speaker, source=source, since=since)
    standing = Standing.load(Gate(Viewer(now=timezone.now(), jurisdiction=settings.JURISDICTION or None)))
    ledger = Ledger(standing, scope, asked)
    written = 0
    for line in ledger.lines():
        click.echo(json.dumps(line, ensure_ascii=False))
        written += 1
    told = ledger.held() - written
    click.echo(f"{written} statements written; {told} left out, by policy or for legal reasons", err=True)
