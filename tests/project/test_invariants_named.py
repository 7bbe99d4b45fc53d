"""Each promise of the product is a named invariant in docs/architecture.md, with tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "architecture.md"
PROMISES = [
    "The notice travels",
    "One gate",
    "Extractive only",
    "Nothing is lost",
    "A permalink stays",
    "A correction survives",
    "A merge survives",
    "No verdict without evidence",
    "The same rule for every side",
]
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def promises() -> dict[str, list[tuple[str, str]]]:
    """The named invariants of the page, in order, each with the tests it names."""
    page = PAGE.read_text(encoding="utf-8")
    (section,) = re.findall(r"^## The named invariants\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    parts = re.split(r"^### (.+)$", section, flags=re.MULTILINE)
    return {name: _TEST.findall(text) for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def test_every_promise_is_there_with_a_test() -> None:
    assert list(promises()) == PROMISES
    assert all(promises().values())


@pytest.mark.parametrize(("file", "name"), sorted({test for tests in promises().values() for test in tests}))
def test_every_test_that_is_named_exists(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert name in functions
