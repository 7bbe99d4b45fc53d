"""``audiatur demo`` as a newcomer starts it: it fills a hub and says where to look first."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from audiatur.cli.demo import READERS, USUAL, _reader
from tests.cli.console import SCRIPT


def test_the_command_fills_a_hub_and_says_where_to_look(tmp_path: Path) -> None:
    command = [*SCRIPT, "demo", "--keep", str(tmp_path), "--fill-only", "--port", "8765"]
    environment = {**os.environ, "AUDIATUR_JURISDICTION": "xa"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "a reader in Kelmara (XA)" in done.stderr
    addresses = re.findall(r": http://127\.0\.0\.1:8765(/\w+/)\w+/$", done.stderr, re.MULTILINE)
    assert addresses == ["/stories/", "/articles/", *["/statements/"] * 3, "/articles/"]
    assert re.search(r"/stories/\w+/statements/$", done.stderr, re.MULTILINE)


@pytest.mark.parametrize(("wanted", "expected"), [("XC", "XC"), ("xa", "XA"), ("", USUAL), ("DE", USUAL)])
def test_a_reader_is_in_one_of_the_countries_of_the_demo(wanted: str, expected: str) -> None:
    assert _reader(wanted) == expected
    assert expected in READERS
