"""``audiatur read``: an article to its notice, its furniture, its source and its statements."""

from __future__ import annotations

from typing import cast

import click

from audiatur.cli.answers import Answer, answer_each, as_json, files
from audiatur.cli.articles import article_of, day_of


@click.command("read", short_help="Who said what in an article, and what of it is not the article.")
@files
@click.option("--title", metavar="T", help="The headline; it is read as a first line of its own.")
@click.option(
    "--published", metavar="DATE", help="The day of publication (YYYY-MM-DD): 'last Thursday' counts from it."
)
@click.option("--url", metavar="URL", help="Where the article comes from.")
@click.option("--language", metavar="LL", help="ISO 639-1 code; found out from the text by default.")
@click.option(
    "--tagger",
    type=click.Choice(["learned", "rules"]),
    help="How statements are found in English articles; by default as AUDIATUR_TAGGER says.",
)
@click.option(
    "--format", "format_", type=click.Choice(["text", "html"]), help="By default: .html, or what looks like it."
)
@as_json
def command(
    files: tuple[str, ...],
    title: str | None,
    published: str | None,
    url: str | None,
    language: str | None,
    tagger: str | None,
    format_: str | None,
    *,
    as_json: bool,
) -> None:
    """Read articles: each statement with its speaker, words, date and place, as exact spans of the text.

    FILE is text, a paragraph a line, or HTML. Where the article does not settle who speaks, the answer says so.

    \b
    Example:
      audiatur read talks.txt --published 2022-04-12 --json
    """
    day = day_of(published)

    def answer(name: str, data: bytes) -> Answer:
        from audiatur.reading import read

        text, head, lang, when = article_of(name, data, url, format_)
        reading = read(text, title=title or head, published=day or when, language=language or lang, tagger=tagger)
        return reading.as_json()

    answer_each(files, answer, _shown, json_wanted=as_json)


def _shown(found: Answer) -> str:
    statements = cast(list[dict[str, object]], found["statements"])
    lines = []
    for statement in statements:
        speaker = cast(dict[str, str | None], statement["speaker"])["name"] or "(speaker not settled)"
        words = " … ".join(span["text"] for span in cast(list[dict[str, str]], statement["content"]))
        when = cast(dict[str, str | None], statement["occasion"])["date"] or ""
        lines.append(f"{speaker} [{statement['kind']} {statement['class']}] {when}\n    {words}")
    if found["notice"]:
        lines.append(f"notice: {cast(dict[str, str], found['notice'])['text']}")
    if found["original_source"]:
        lines.append(f"original source: {cast(dict[str, str], found['original_source'])['name']}")
    lines += [f"furniture: {span['text']}" for span in cast(list[dict[str, str]], found["furniture"])]
    return "\n".join(lines) or "(no statements found)"
