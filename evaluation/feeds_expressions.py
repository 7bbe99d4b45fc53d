"""feedparser's ``Expect`` expressions, read as data: which path is to hold which value. Nothing is evaluated."""

from __future__ import annotations

import ast
from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Expectation:
    """``path`` is expected to equal ``value``; ``of_length`` where the length of what is there is meant."""

    path: Path
    value: object
    of_length: bool = False


def expectations(expression: str) -> list[Expectation]:
    """The equalities that an expression asserts together; empty where it is no Python or asserts none.

    Understood: ``and`` of comparisons by ``==`` or ``is``, one side a path of names, keys and positions or the
    ``len()`` of one, the other a literal. Whatever else is joined by ``and`` (``not bozo``) is passed over.
    """
    try:
        tree = ast.parse(expression.strip(), mode="eval")
    except (SyntaxError, ValueError):
        return []
    found = []
    for part in _conjuncts(tree.body):
        if isinstance(part, ast.Compare):
            found += _equalities(part)
    return found


def _conjuncts(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        return [part for value in node.values for part in _conjuncts(value)]
    return [node]


def _equalities(node: ast.Compare) -> list[Expectation]:
    if not all(isinstance(operator, ast.Eq | ast.Is) for operator in node.ops):
        return []
    sides = [node.left, *node.comparators]
    values = [literal for side in sides if (literal := _literal(side)) is not None]
    if len(values) != 1:
        return []
    found = []
    for side in sides:
        counted = _counted(side)
        path = _path(side if counted is None else counted)
        if path is not None:
            found.append(Expectation(path, values[0][0], counted is not None))
    return found


def _counted(node: ast.expr) -> ast.expr | None:
    """The argument of a ``len()`` call; None where the node is none."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len" and len(node.args) == 1:
        return node.args[0]
    return None


def _literal(node: ast.expr) -> tuple[object] | None:
    """A literal's value in a tuple of its own, since None is a value too; None where the node is no literal."""
    try:
        return (ast.literal_eval(node),)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def _path(node: ast.expr) -> Path | None:
    """``feed['a'].b[0]`` as ``("feed", "a", "b", 0)``; None where the node is no such path."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        before = _path(node.value)
        return None if before is None else (*before, node.attr)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        before = _path(node.value)
        key = node.slice.value
        return None if before is None or not isinstance(key, str | int) else (*before, key)
    return None
