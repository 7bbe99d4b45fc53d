"""``audiatur extract``: an HTML page to the article on it."""

from __future__ import annotations

from typing import cast

import click

from audiatur.cli.answers import Answer, answer_each, as_json, files


@click.command("extract", short_help="The article on an HTML page.")
@files
@click.option("--url", metavar="URL", help="Where the page comes from; relative addresses are resolved against it.")
@as_json
def command(files: tuple[str, ...], url: str | None, *, as_json: bool) -> None:
    """Extract the article from HTML pages: title, text, paragraphs, authors, dates, language.

    A page that holds no article is an error. `-` is standard input.

    \b
    Example:
      audiatur extract page.html --url https://outlet.example/2022/04/talks --json
    """

    def answer(_: str, data: bytes) -> Answer:
        from audiatur.articles.contract import as_json as contract
        from audiatur.articles.pages import extract

        return contract(extract(data, url=url))

    answer_each(files, answer, _shown, json_wanted=as_json)


def _shown(found: Answer) -> str:
    authors = ", ".join(cast(list[str], found["authors"]))
    head = [str(found["title"] or "(no title)")]
    head += [str(found[key]) for key in ("site_name", "published", "language", "canonical_url") if found[key]]
    return "\n".join([*head, *([authors] if authors else []), "", str(found["text"])])
