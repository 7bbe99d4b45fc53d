"""What the commands on files share: reading each file, one answer a file, errors that name the file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from audiatur.errors import AudiaturError, InputError

files = click.argument("files", metavar="FILE...", nargs=-1, required=True)
as_json = click.option("--json", "as_json", is_flag=True, help="Answer as JSON on standard output, and nothing else.")

Answer = Mapping[str, object]


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun; ``many`` where an s does not make the plural."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def contents(file: str) -> bytes:
    """The bytes of a file, ``-`` being standard input; InputError where it cannot be read."""
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise InputError(
            "unreadable", f"cannot be read: {error.strerror}", place=file, remedy="check the name and the permissions"
        ) from error


def answer_each(
    names: Sequence[str], answer: Callable[[str, bytes], Answer], show: Callable[[Answer], str], *, json_wanted: bool
) -> None:
    """Answer for each file in order; one that fails is said so, the others go on, and the exit is 1."""
    failed = False
    for name in names:
        try:
            found = answer(name, contents(name))
        except AudiaturError as error:
            failed = True
            _complain(name, error, json_wanted=json_wanted)
            continue
        if json_wanted:
            _print({"file": name, **found}, several=len(names) > 1)
        else:
            click.echo(f"== {name}\n{show(found)}" if len(names) > 1 else show(found))
    if failed:
        raise click.exceptions.Exit(1)


def _complain(name: str, error: AudiaturError, *, json_wanted: bool) -> None:
    line = str(error) if str(error).startswith(name) else f"{name}: {error}"
    click.echo(f"audiatur: {line}", err=True)
    if json_wanted:
        _print({"file": name, "error": {"code": error.code, "message": str(error)}}, several=True)


def _print(document: Answer, *, several: bool) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=None if several else 2))
