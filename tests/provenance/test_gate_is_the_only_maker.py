"""One gate: no other module makes, copies or forges what may leave."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "audiatur"
GATE = SRC / "provenance" / "gate.py"
# What widens an item if it is changed in a copy; looked for only where ``Released`` is known.
GUARDED = {"text", "html", "reach", "complete", "mode", "notice"}


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def makers(source: str) -> list[int]:
    """The lines on which a ``Released`` is made, by its name, an alias of it, or ``replace`` on a copy."""
    tree = ast.parse(source)
    names = {"Released"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names |= {alias.asname for alias in node.names if alias.name == "Released" and alias.asname}
        if isinstance(node, ast.Assign) and _last(node.value) in names:
            names |= {_last(target) for target in node.targets}
    knows = "Released" in source
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            _last(node.func) in names
            or (knows and _last(node.func) == "replace" and GUARDED & {str(word.arg) for word in node.keywords})
        )
    ]


@pytest.mark.parametrize(
    "source",
    [
        "Released(id='x')",
        "values.Released(id='x')",
        "from audiatur.provenance.values import Released as R\nR(id='x')",
        "Made = Released\nMade(id='x')",
        "from dataclasses import replace\ndef f(out: Released): return replace(out, reach=99)",
    ],
)
def test_the_scan_finds_a_maker(source: str) -> None:
    assert makers(source)


def test_the_scan_lets_readers_pass() -> None:
    assert makers("def f(out: Released) -> str: return out.text.replace('a', 'b')") == []


def test_only_the_gate_makes_what_may_leave() -> None:
    found = {
        f"{path.relative_to(SRC)}:{line}"
        for path in sorted(SRC.rglob("*.py"))
        if path != GATE
        for line in makers(path.read_text(encoding="utf-8"))
    }
    assert found == set()
    assert makers(GATE.read_text(encoding="utf-8"))
