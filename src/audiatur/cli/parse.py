"""``audiatur parse``: a feed document to the feed and its entries."""

from __future__ import annotations

from typing import cast

import click

from audiatur.cli.answers import Answer, answer_each, as_json, files


@click.command("parse", short_help="What a feed document says: RSS, RDF, Atom or JSON Feed.")
@files
@click.option(
    "--url", metavar="BASE", help="Where the document comes from; relative addresses are resolved against it."
)
@click.option("--content-type", metavar="CT", help="The Content-Type it was served with; its charset counts.")
@as_json
def command(files: tuple[str, ...], url: str | None, content_type: str | None, *, as_json: bool) -> None:
    """Parse feed documents (RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed) into feed and entries.

    A broken document yields what can be had, with warnings. `-` is standard input.

    \b
    Example:
      audiatur parse feed.xml --url https://outlet.example/feed.xml --json
    """

    def answer(_: str, data: bytes) -> Answer:
        from audiatur.feeds import parse
        from audiatur.feeds.contract import as_json as contract

        return contract(parse(data, url=url, content_type=content_type))

    answer_each(files, answer, _shown, json_wanted=as_json)


def _shown(found: Answer) -> str:
    feed = cast(dict[str, str | None], found["feed"])
    entries = cast(list[dict[str, str | None]], found["entries"])
    warnings = cast(list[dict[str, str]], found["warnings"])
    lines = [f"{feed['title'] or '(no title)'} - {feed['format']}, {len(entries)} entries"]
    lines += [
        f"  {entry['published'] or '(no date)':25}  {entry['title'] or entry['url'] or entry['id']}"
        for entry in entries
    ]
    lines += [f"  warning {warning['code']}: {warning['message']}" for warning in warnings]
    return "\n".join(lines)
