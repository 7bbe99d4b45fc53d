"""``audiatur trace``: an article and transcripts to each quotation's place in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from audiatur.cli.answers import Answer, answer_each, as_json, contents
from audiatur.cli.articles import article_of, contents_of, day_of
from audiatur.errors import ArticleError, AudiaturError, InputError

if TYPE_CHECKING:
    from audiatur.records.values import Record


@click.command("trace", short_help="An article's quotations in the transcripts they come from.")
@click.argument("article", metavar="ARTICLE")
@click.argument("records", metavar="RECORD...", nargs=-1, required=True)
@click.option("--title", metavar="T", help="The article's headline; it is read as a first line of its own.")
@click.option(
    "--published", metavar="DATE", help="The article's day of publication (YYYY-MM-DD): 'last Thursday' counts from it."
)
@click.option("--url", metavar="URL", help="Where the article comes from.")
@click.option("--language", metavar="LL", help="The article's ISO 639-1 code; found out from the text by default.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "html"]),
    help="What the article is. By default: .html, or what looks like it.",
)
@as_json
def command(
    article: str,
    records: tuple[str, ...],
    title: str | None,
    published: str | None,
    url: str | None,
    language: str | None,
    format_: str | None,
    *,
    as_json: bool,
) -> None:
    """Find an article's quotations in transcripts: verbatim, reworded or not there, with both wordings.

    ARTICLE and RECORD are text or HTML. Speaker turns of a transcript are recognised. Nothing is judged: a translated
    quotation is expected to differ from the record. A RECORD that cannot be read is an error: without it "not found"
    would say too much.

    \b
    Example:
      audiatur trace talks.txt transcript.txt --published 2022-04-12 --json
    """
    day = day_of(published)
    if [article, *records].count("-") > 1:
        raise click.UsageError("standard input (-) can be only one of the files")

    def answer(name: str, data: bytes) -> Answer:
        from audiatur.tracing import trace

        text, head, lang, when = article_of(name, data, url, format_)
        held = [_record(record) for record in dict.fromkeys(records)]
        tracing = trace(text, held, title=title or head, published=day or when, language=language or lang)
        return tracing.as_json()

    answer_each((article,), answer, _shown, json_wanted=as_json)


def _record(name: str) -> Record:
    """A transcript from a file; InputError that names the file."""
    from audiatur.articles.languages import language_of
    from audiatur.records.making import record_of

    try:
        text, _, language, day = contents_of(name, contents(name), None, None)
    except InputError as error:
        place = error.place if error.place == name else " ".join(filter(None, [name, error.place]))
        raise _again(error, place) from error
    return record_of(name, text, language=language_of(text, declared=language), day=day)


def _again(error: InputError, place: str) -> AudiaturError:
    """The error with the record's name in its place, since the answer is about the article."""
    kind = ArticleError if isinstance(error, ArticleError) else InputError
    return kind(error.code, f"the record {error.message}", place=place, remedy=error.remedy)


def _shown(found: Answer) -> str:
    lines = []
    for one in cast(list[dict[str, object]], found["quotations"]):
        quotation = cast(dict[str, object], one["quotation"])
        lines.append(f"“{quotation['text']}”\n    {one['agreement']}{_where(one)}")
        words = cast(list[list[str]], one["words"])
        if one["agreement"] == "rewording":
            lines.append("    " + " ".join(text if sign == "=" else f"[{sign}{text}]" for sign, text in words))
    return "\n".join(lines) or "(no quotations found)"


def _where(one: dict[str, object]) -> str:
    if one["place"] is None:
        return ""
    place = cast(dict[str, object], one["place"])
    speaker = f", {one['speaker_in_record']}" if one["speaker_in_record"] else ""
    return f", {one['record']} {place['start']}-{place['end']}{speaker}, score {one['score']}: “{place['text']}”"
