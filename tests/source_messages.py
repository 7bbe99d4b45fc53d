"""Every string of the interface that the sources mark for translation, read as the program itself reads them.

Templates are parsed by Django, so that a string here is, to the letter, the one that is looked up when a page is made;
Python is parsed by Python. Neither needs GNU gettext.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from django.template import Context, Node, Template, engines
from django.template.base import FilterExpression
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

ROOT: Final = Path(__file__).parents[1]
SOURCES: Final = ROOT / "src" / "audiatur"
TEMPLATES: Final = SOURCES / "hub" / "templates"

# How many leading arguments are texts, and whether the first is a context.
_CALLS: Final = {
    "gettext": (1, False),
    "gettext_lazy": (1, False),
    "gettext_noop": (1, False),
    "ngettext": (2, False),
    "ngettext_lazy": (2, False),
    "pgettext": (1, True),
    "pgettext_lazy": (1, True),
    "npgettext": (2, True),
    "npgettext_lazy": (2, True),
}
_IN_EXPRESSION: Final = re.compile(r"""_\((["'])(.*?)\1\)""")


class Message(NamedTuple):
    """A string to translate: its context (empty: none), the text, the text for several (empty: it counts nothing)."""

    context: str
    text: str
    plural: str = ""


def source_messages() -> dict[Message, list[str]]:
    """Each message of the sources with the files that it stands in, in the order of the files."""
    found: dict[Message, list[str]] = {}
    for path in sorted([*SOURCES.rglob("*.py"), *TEMPLATES.rglob("*.html")]):
        place = path.relative_to(ROOT).as_posix()
        for message in of_template(path.read_text()) if path.suffix == ".html" else of_python(path.read_text()):
            places = found.setdefault(message, [])
            if place not in places:
                places.append(place)
    return found


def of_python(source: str) -> Iterator[Message]:
    """The messages of a Python module. A text that is not written out in the call is a ValueError: nobody finds it."""
    tree = ast.parse(source)
    called = {
        alias.asname or alias.name: _CALLS[alias.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in _CALLS
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in called:
            texts, has_context = called[node.func.id]
            given = [_written(argument) for argument in node.args[: texts + has_context]]
            yield Message(*given) if has_context else Message("", *given)


def _written(argument: ast.expr) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise ValueError(f"line {argument.lineno}: a text for translation must be written out, not computed")


def of_template(source: str) -> Iterator[Message]:
    """The messages of a template: of its tags, and those written ``_("...")`` in expressions."""
    template = Template(source, engine=engines["django"].engine)  # type: ignore[attr-defined]
    for node in template.nodelist.get_nodes_by_type(Node):
        if isinstance(node, TranslateNode):
            yield Message(_told(node.message_context), _told(node.filter_expression).replace("%", "%%"))
        elif isinstance(node, BlockTranslateNode):
            several = node.render_token_list(node.plural)[0] if node.plural else ""
            yield Message(_told(node.message_context), node.render_token_list(node.singular)[0], several)
    for _, text in _IN_EXPRESSION.findall(source):
        yield Message("", text.replace("%", "%%"))


def _told(expression: FilterExpression | None) -> str:
    """The text that stands in a tag as it is; nothing for no expression."""
    if expression is None:
        return ""
    literal = expression.var if isinstance(expression.var, str) else expression.var.literal
    return str(literal) if literal is not None else str(expression.resolve(Context({})))
