"""What the commands on the hub share: Django set up, the database brought up to date, progress on standard error."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import click

from audiatur.errors import SettingError


def open_hub(*, prepare: bool = True, editor: bool = False) -> None:
    """Set Django up for the hub in AUDIATUR_HOME; with ``prepare`` make or bring up to date its database.

    With ``editor``, where nobody can log in yet, an account is made and shown: only those who start the hub should see
    its password, and not whoever looks at the log of an import. SettingError where the database cannot be opened.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "audiatur.hub.settings")
    os.environ.setdefault("AUDIATUR_LOG", "WARNING")
    home = Path(os.environ.get("AUDIATUR_HOME", "var")).absolute()
    if prepare:
        from audiatur.hub.home import make_home

        make_home(home)
    import django
    from django.db import OperationalError

    django.setup()
    if not prepare:
        return
    from audiatur.hub.editors import operations

    try:
        operations.prepare()
        login = operations.first_editor() if editor else None
    except OperationalError as error:
        raise SettingError(
            "database",
            f"the database cannot be opened: {str(error).strip()}",
            place="DATABASE_URL" if "DATABASE_URL" in os.environ else str(home),
            remedy="check that it exists and may be written",
        ) from error
    if login is not None:
        click.echo(
            f"Nobody could log in to this hub yet. Log in at {login.address} as {login.name!r} with the password\n"
            f"    {login.password}\n"
            "It is shown only now; change it there. (audiatur doctor says how to make a new one.)",
            err=True,
        )


class Progress:
    """Progress of long work: one line on standard error, kept up to date on a terminal, now and then elsewhere."""

    def __init__(self, doing: str, total: int | None) -> None:
        self.doing = doing
        self.total = total
        self.done = 0
        self._live = sys.stderr.isatty()
        self._shown = time.monotonic()

    def step(self, count: int = 1) -> None:
        """So many more are done."""
        self.done += count
        # Ten times a second is smooth on a terminal; a log wants a line every ten seconds.
        if time.monotonic() - self._shown >= (0.1 if self._live else 10):
            self._show("\r" if self._live else "")

    def end(self) -> None:
        """The last word."""
        self._show("\r" if self._live else "")
        if self._live:
            click.echo(err=True)

    def _show(self, start: str) -> None:
        self._shown = time.monotonic()
        of = f" of {self.total:,}" if self.total is not None else ""
        click.echo(f"{start}{self.doing}: {self.done:,}{of}", err=True, nl=not self._live)
