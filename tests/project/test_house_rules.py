"""Rules of the house that no other tool checks: sizes, a pure core, no trace of a machine."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORE = ("articles", "comparison", "feeds", "markup", "provenance", "publishing", "records", "statements", "stories")
LONGEST_FILE, LONGEST_FUNCTION = 500, 80
# Data, generated code and what tools write have no style.
_NO_STYLE = re.compile(r"/migrations/|^lock/|/content/")
# Folders of somebody's machine, and hosts from which packages come: neither belongs in a project that others clone.
_MACHINE = re.compile(
    r"/(?:home|Users|root)/\w|/wor[k]/|(?:pypi|pythonhosted|npmjs|docker)\.(?:org|com|io)|artifactory|\bnexus\b"
)
# What a core that reads no clock, file or chance must not call.
_IMPURE = re.compile(
    r"(^|\.)(open|input|print|now|today|utcnow|time|monotonic|perf_counter|random|urandom|urlopen|getenv)$"
)
# A method of this name on a value is no clock: ``moment.time()`` is the time of day of a date that was given.
_VALUE_METHODS = {"moment.time"}


def tracked(pattern: str = "") -> list[Path]:
    """The files of the project: those that git knows, in a copy without git those that are there."""
    listed = subprocess.run(["git", "ls-files", pattern or "."], cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.split("\n") if listed.returncode == 0 else [str(p.relative_to(ROOT)) for p in ROOT.rglob("*")]
    paths = [ROOT / name for name in names if name and name.endswith(pattern.lstrip("*"))]
    return [path for path in paths if path.is_file() and not any(part.startswith(".venv") for part in path.parts)]


def python_files() -> list[Path]:
    return [path for path in tracked("*.py") if not _NO_STYLE.search(str(path.relative_to(ROOT)))]


def core_files() -> list[Path]:
    return sorted(path for room in CORE for path in (ROOT / "src" / "audiatur" / room).rglob("*.py"))


def impure_calls(tree: ast.AST) -> set[str]:
    """Calls that reach out of the arguments, as they are written."""
    written = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return {call for call in written if _IMPURE.search(call)} - _VALUE_METHODS


def test_no_file_is_too_long_and_most_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert [str(path) for path, length in lengths.items() if length > LONGEST_FILE] == []
    assert statistics.median(lengths.values()) <= 150


def test_functions_are_short() -> None:
    lengths = {}
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lengths[f"{path.relative_to(ROOT)}:{node.name}"] = (node.end_lineno or node.lineno) - node.lineno + 1
    assert [name for name, length in lengths.items() if length > LONGEST_FUNCTION] == []
    assert sum(length <= 35 for length in lengths.values()) >= 0.95 * len(lengths)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("datetime.now(UTC)", {"datetime.now"}),
        ("open('x')", {"open"}),
        ("time.monotonic()", {"time.monotonic"}),
        ("Path(x).open()", {"Path(x).open"}),
        ("moment.time()", set()),
        ("reopen(x); known(now)", set()),
    ],
)
def test_the_scan_finds_impure_calls(source: str, found: set[str]) -> None:
    assert impure_calls(ast.parse(source)) == found


def test_the_core_reads_no_clock_no_file_and_draws_no_chance() -> None:
    found = {
        str(path.relative_to(ROOT)): calls
        for path in core_files()
        if (calls := impure_calls(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_no_file_names_a_machine_or_a_package_registry() -> None:
    found = []
    for path in tracked():
        if path == Path(__file__):
            continue  # it has to name what it looks for
        if path.name.endswith("tokenizer.json"):
            continue  # a vocabulary: half the words of English, one of them the name of a registry
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
        found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in _MACHINE.finditer(text)]
    assert found == []
