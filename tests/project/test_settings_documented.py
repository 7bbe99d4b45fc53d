"""Every variable of the environment that the code reads is described for operators, and no other is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "settings.md"
_VARIABLE = re.compile(r"AUDIATUR_[A-Z_]+|DATABASE_URL")
# A heading or a first cell of a table: a mention in passing describes nothing.
_DESCRIBED = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)


def variables(source: str) -> set[str]:
    """The names of variables that stand in a module as strings of their own."""
    constants = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str) and _VARIABLE.fullmatch(value)}


def read_somewhere() -> set[str]:
    return {name for path in (ROOT / "src").rglob("*.py") for name in variables(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("os.environ.get('AUDIATUR_NAME', 'x')", {"AUDIATUR_NAME"}),
        ("flag('AUDIATUR_ALLOW_PRIVATE')", {"AUDIATUR_ALLOW_PRIVATE"}),
        ("os.environ['DATABASE_URL']", {"DATABASE_URL"}),
        ("click.option('--x', envvar='AUDIATUR_X')", {"AUDIATUR_X"}),
        ('"""Told in AUDIATUR_NAME only."""', set()),
    ],
)
def test_the_scan_finds_variables(source: str, found: set[str]) -> None:
    assert variables(source) == found


def test_every_variable_is_described_once() -> None:
    described = _DESCRIBED.findall(PAGE.read_text(encoding="utf-8"))
    assert sorted(described) == sorted(read_somewhere())
