"""The console for tests: the real console script, in this process or in one of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from unittest.mock import patch

from click.testing import CliRunner

from audiatur.cli.main import main

# What the console script in the environment's bin folder does.
SCRIPT = (sys.executable, "-c", "from audiatur.cli.main import main; main()")
# A command that is not done by then is stuck.
PATIENCE = 120

Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Document:
        """Standard output as one JSON document; fails where there is anything else in it."""
        return cast(Document, json.loads(self.out))

    @property
    def lines(self) -> list[Document]:
        """Standard output as JSON Lines; fails where there is anything else in it."""
        return [cast(Document, json.loads(line)) for line in self.out.splitlines()]


def call(*arguments: str, stdin: bytes = b"") -> Said:
    """Run a command that needs no hub, in this process, through the console script's own entry."""
    status = 0
    with CliRunner().isolation(input=stdin) as (out, err, _), patch.object(sys, "argv", ["audiatur", *arguments]):
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
        sys.stdout.flush()
        sys.stderr.flush()
        return Said(status, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"))


def environment(home: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of a hub of its own: SQLite in ``home``, loopback allowed, nothing from the surroundings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AUDIATUR_", "DATABASE_URL"))}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {**kept, "AUDIATUR_HOME": str(home), "AUDIATUR_ALLOW_PRIVATE": "1", "AUDIATUR_ENGINE": "inline", **settings}


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub in a folder, used from outside as its operator does."""

    home: Path

    def __call__(self, *arguments: str, stdin: bytes = b"", **settings: str) -> Said:
        """Run a command to its end."""
        done = subprocess.run(
            [*SCRIPT, *arguments],
            env=environment(self.home, settings),
            input=stdin,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    @contextmanager
    def running(self, *command: str, log: Path, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
        """Start a process on this hub; its messages go to ``log``; whatever is left of its group is killed."""
        with log.open("ab") as messages:
            process = subprocess.Popen(
                command,
                env=environment(self.home, settings),
                stdin=subprocess.DEVNULL,
                stdout=messages,
                stderr=messages,
                start_new_session=True,
            )
            try:
                yield process
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
