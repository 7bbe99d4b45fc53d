"""``audiatur group``: articles in order of arrival to the story of each."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audiatur.errors import ArticleError, InputError

if TYPE_CHECKING:
    from audiatur.stories.embedding import Encoder
    from audiatur.stories.window import Window


@click.command("group", short_help="Which articles tell of the same event, as they arrive.")
@click.argument("file", metavar="FILE.jsonl")
@click.option("--final", is_flag=True, help="After the last article, also the final story of every id.")
@click.option("--pairs", is_flag=True, help='Lines are {"a": article, "b": article}; answer {"score"} for each.')
@click.option(
    "--encoder",
    type=click.Choice(["learned", "none"]),
    help="With the sentence encoder or by words alone; by default as AUDIATUR_ENCODER says.",
)
@click.option("--json", "as_json", is_flag=True, help="Accepted for symmetry: the answer is always JSON Lines.")
def command(file: str, *, final: bool, pairs: bool, encoder: str | None, as_json: bool) -> None:  # noqa: ARG001 - see --json
    """Group articles into stories, one JSON object a line, each answered before the next is read.

    \b
    In:  {"id", "title", "text", "published", "language", "outlet"}
    Out: {"id", "story"}, and "joined" where stories were merged

    text, published and outlet may be empty. `-` is standard input.
    """
    from audiatur.encoding import encoder_for
    from audiatur.grouping import open_window

    window = open_window(encoder=encoder)
    read = encoder_for(encoder)
    failed = False
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        try:
            answer = _pair(read, line, number) if pairs else _assign(window, line, number)
        except InputError as error:
            failed = True
            click.echo(f"audiatur: {file}: {error}", err=True)
            answer = {"file": file, "error": {"code": error.code, "message": str(error)}}
        click.echo(json.dumps(answer, ensure_ascii=False))
        sys.stdout.flush()
    if final and not pairs:
        window.settle()
        for id_, story in window.final().items():
            click.echo(json.dumps({"id": id_, "story": story}, ensure_ascii=False))
    if failed:
        raise click.exceptions.Exit(1)


def _assign(window: Window, line: str, number: int) -> Mapping[str, object]:
    from audiatur.stories.contract import assignment_as_json, telling_from_json

    return assignment_as_json(window.assign(telling_from_json(_object(line, number), number)))


def _pair(read: Encoder | None, line: str, number: int) -> Mapping[str, object]:
    from audiatur.stories.contract import pair_from_json
    from audiatur.stories.pairs import score_pair

    return {"score": round(score_pair(*pair_from_json(_object(line, number), number), encoder=read), 4)}


def _object(line: str, number: int) -> object:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise ArticleError(
            "not-json",
            f"no JSON: {error.msg}",
            place=f"line {number}, column {error.colno}",
            remedy="write one JSON object a line",
        ) from error


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        yield from sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8") as opened:
            yield from opened
    except OSError as error:
        raise InputError(
            "unreadable", f"cannot be read: {error.strerror}", place=file, remedy="check the name and the permissions"
        ) from error
    except UnicodeDecodeError as error:
        raise ArticleError("not-utf-8", "the file is not UTF-8", place=file, remedy="convert it to UTF-8") from error
