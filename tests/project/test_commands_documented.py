"""Every command, argument and option is in docs/reference/commands.md, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from audiatur.cli.main import cli

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"
_OPTION = re.compile(r"^\| `([^`]+)`(?: [^|]*)? \|", re.MULTILINE)


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """The command and all below it, each with its full name; groups themselves are left out."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for word in command.list_commands(context):
        below = command.get_command(context, word)
        assert below is not None
        yield from commands(below, f"{name} {word}")


def sections() -> dict[str, str]:
    """The page's sections by the command that heads them."""
    parts = re.split(r"^## `(audiatur [a-z ]+)`$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


ALL = dict(commands(cli, "audiatur"))


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert list(sections()) == list(ALL)


@pytest.mark.parametrize("name", ALL)
def test_every_option_is_described_and_no_other(name: str) -> None:
    options = [one for one in ALL[name].params if isinstance(one, click.Option)]
    assert _OPTION.findall(sections()[name]) == [max(one.opts, key=len) for one in options]


@pytest.mark.parametrize("name", ALL)
def test_how_it_is_called_is_shown(name: str) -> None:
    arguments = [one for one in ALL[name].params if isinstance(one, click.Argument)]
    called = " ".join([name, *(str(one.metavar or one.human_readable_name) for one in arguments)])
    assert f"    {called}" in sections()[name].splitlines()


@pytest.mark.parametrize("name", ALL)
def test_help_says_what_it_does(name: str) -> None:
    assert (ALL[name].help or "").strip()


@pytest.mark.parametrize("name", ALL)
def test_help_says_what_each_option_does(name: str) -> None:
    options = [one for one in ALL[name].params if isinstance(one, click.Option)]
    assert [one.name for one in options if not (one.help or "").strip()] == []
