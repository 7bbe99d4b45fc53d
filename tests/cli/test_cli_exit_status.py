"""The exit status: 0 done, 1 the input is at fault, 2 wrong usage; in a process of its own, as a shell sees it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.console import PATIENCE, SCRIPT, Hub

GOOD = '<rss version="2.0"><channel><title>T</title></channel></rss>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.xml").write_text(GOOD)
    (tmp_path / "bad.xml").write_text("hello")
    (tmp_path / "bad.jsonl").write_text("hello\n")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("--version", 0),
        ("parse good.xml", 0),
        ("parse good.xml --json", 0),
        ("parse bad.xml good.xml --json", 1),
        ("parse bad.xml", 1),
        ("parse missing.xml", 1),
        ("extract bad.xml --json", 1),
        ("read missing.txt --json", 1),
        ("group bad.jsonl", 1),
        ("group missing.jsonl", 1),
        ("parse", 2),
        ("parse good.xml --nonsense", 2),
        ("nonsense", 2),
    ],
)
def test_on_files(folder: Path, arguments: str, status: int) -> None:
    done = subprocess.run([*SCRIPT, *arguments.split()], cwd=folder, capture_output=True, timeout=PATIENCE, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (status, False)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("load bad.jsonl", 1),
        ("load bad.jsonl --mode everything", 2),
        ("replay bad.jsonl --source Gazette", 1),
        ("replay bad.jsonl", 2),
        ("sources show nobody", 1),
        ("sources import bad.jsonl", 1),
        ("sources add http://127.0.0.1:9/", 1),
    ],
)
def test_on_the_hub(folder: Path, arguments: str, status: int) -> None:
    words = [str(folder / word) if word.startswith("bad.") else word for word in arguments.split()]
    said = Hub(folder / "hub")(*words)
    assert (said.status, "Traceback" in said.err) == (status, False)


def test_a_wrong_setting_is_one_line_with_its_remedy(folder: Path) -> None:
    said = Hub(folder / "hub")("sources", "list", AUDIATUR_ALLOW_PRIVATE="perhaps")
    assert said.status == 1
    assert said.err == "audiatur: AUDIATUR_ALLOW_PRIVATE: 'perhaps' is neither yes nor no (use 1 or 0)\n"
