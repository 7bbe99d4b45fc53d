"""The console script: finds the command, and turns every error into one clear line and an exit status."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from audiatur import __version__
from audiatur.errors import AudiaturError

# In the order of the help: what works on one file, then what works on the hub.
COMMANDS = (
    *("parse", "extract", "read", "group", "trace"),
    *("demo", "run", "web", "worker", "sources", "load", "replay", "export", "reindex", "doctor"),
)


class _Commands(click.Group):
    """Loads a command's module only when it is asked for: ``parse`` does not wait for Django."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"audiatur.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"audiatur.cli.{cmd_name}.command is no command")
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="audiatur")
def cli() -> None:
    """A news hub for conflicts that lets the other side be heard too.

    The first five commands work on files and need neither a database nor a network; the others work on the
    hub in the folder that AUDIATUR_HOME names (by default var/). `audiatur demo` shows a filled hub.
    """


def main() -> None:
    """Run; exit 0 done, 1 the input is at fault, 2 wrong usage."""
    try:
        # Without its standalone mode click returns the status of an Exit instead of raising it.
        sys.exit(cli(standalone_mode=False) or 0)
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except AudiaturError as error:
        click.echo(f"audiatur: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        sys.stderr.close()
        sys.exit(0)
