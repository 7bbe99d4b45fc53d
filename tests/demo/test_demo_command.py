"""``audiatur demo`` as a newcomer starts it: it fills a hub and says where to look first."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from audiatur.cli.demo import READERS, USUAL, _reader
from tests.cli.console import SCRIPT, Hub


def test_the_command_fills_a_hub_and_says_where_to_look(tmp_path: Path) -> None:
    command = [*SCRIPT, "demo", "--keep", str(tmp_path), "--fill-only", "--port", "8765"]
    environment = {**os.environ, "AUDIATUR_JURISDICTION": "xa"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "a reader in Kelmara (XA)" in done.stderr
    addresses = re.findall(r": http://127\.0\.0\.1:8765(/\w+/)\w+/$", done.stderr, re.MULTILINE)
    assert addresses == ["/stories/", "/articles/", *["/statements/"] * 3, "/articles/"]
    assert re.search(r"/stories/\w+/statements/$", done.stderr, re.MULTILINE)


def test_a_folder_without_a_filled_demo_is_named_with_the_remedy(tmp_path: Path) -> None:
    hub, register = Hub(tmp_path / "kept"), tmp_path / "register.yaml"
    register.write_text("sources:\n- name: Tarn Gazette\n")
    assert hub("sources", "import", str(register)).status == 0
    said = hub("demo", "--keep", str(hub.home), "--fill-only")
    assert (said.status, said.out) == (1, "")
    assert f"{hub.home}: there is no filled demo in this folder" in said.err
    assert "to start over in this one, delete it first" in said.err


@pytest.mark.parametrize(("wanted", "expected"), [("XC", "XC"), ("xa", "XA"), ("", USUAL), ("DE", USUAL)])
def test_a_reader_is_in_one_of_the_countries_of_the_demo(wanted: str, expected: str) -> None:
    assert _reader(wanted) == expected
    assert expected in READERS
