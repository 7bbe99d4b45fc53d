"""Every check of the doctor is in the operators' guide, under its number, and no other is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_NUMBER = re.compile(r"[A-E]\d+")


def numbered() -> set[str]:
    """The numbers that stand in the checks as strings of their own."""
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "src/audiatur/hub/health").glob("*.py"))
    constants = (
        node.value for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)
    )
    return {value for value in constants if isinstance(value, str) and _NUMBER.fullmatch(value)}


def test_every_check_is_described_once() -> None:
    page = (ROOT / "docs/guide/operators.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| ([A-Z]\d+) \|", page, re.MULTILINE) == sorted(numbered())
