"""Every code that an error, a failed attempt or a warning can carry is in docs/reference/errors.md, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from audiatur import errors

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "audiatur"
_CODE = re.compile(r"^\| `([a-z0-9_-]+)` \|", re.MULTILINE)
_RAISED = {
    name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, errors.AudiaturError)
}
_FAILURE = re.compile(r"[a-z]+(_[a-z0-9]+)+")
_CAUTION = re.compile(r"[a-z]+(-[a-z]+)+")


def trees(*folders: str) -> Iterator[ast.AST]:
    for folder in folders:
        for path in sorted((SOURCE / folder).rglob("*.py")):
            yield ast.parse(path.read_text(encoding="utf-8"))


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def first_word(arguments: list[ast.expr]) -> str | None:
    found = arguments[0].value if arguments and isinstance(arguments[0], ast.Constant) else None
    return found if isinstance(found, str) else None


def raised(tree: ast.AST) -> set[str]:
    """The first argument of every error that is made with a word of its own."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) in _RAISED)
    return {word for call in calls if (word := first_word(call.args)) is not None}


def failures() -> set[str]:
    """The words for failed attempts: every such string in the module that chooses them, attribute names aside."""
    tree = ast.parse((SOURCE / "fetching" / "failures.py").read_text(encoding="utf-8"))
    looked_up = {node.args[1] for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) == "getattr"}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in looked_up)
    return {one.value for one in constants if isinstance(one.value, str) and _FAILURE.fullmatch(one.value)}


def cautions() -> set[str]:
    """The codes of warnings: given to ``caution``, or first in a pair of code and message."""
    found = set()
    for tree in trees("feeds", "markup"):
        for node in ast.walk(tree):
            pair = isinstance(node, ast.Tuple) and len(node.elts) == 2
            call = isinstance(node, ast.Call) and name_of(node) == "caution"
            arguments = node.elts if pair and isinstance(node, ast.Tuple) else node.args if call else []  # type: ignore[attr-defined]
            word = first_word(arguments)
            if word is not None and _CAUTION.fullmatch(word):
                found.add(word)
    return found


def described(heading: str) -> list[str]:
    page = (ROOT / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")
    (section,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return _CODE.findall(section)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("raise FeedError('empty', 'x')", {"empty"}),
        ("raise errors.FetchError('eof_error', 'x', stage=s)", {"eof_error"}),
        ("raise FetchError(failure, 'x')", set()),
        ("raise ValueError('empty')", set()),
    ],
)
def test_the_scan_finds_codes(source: str, found: set[str]) -> None:
    assert raised(ast.parse(source)) == found


def test_every_code_of_an_error_is_described() -> None:
    assert described("Codes") == sorted({word for tree in trees("") for word in raised(tree)})


def test_every_failure_is_described() -> None:
    assert described("Failed attempts") == sorted(failures())


def test_every_warning_is_described() -> None:
    assert described("Warnings") == sorted(cautions())
