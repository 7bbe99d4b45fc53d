"""Names found in a sentence: what is office, what is name, what is neither."""

from __future__ import annotations

import pytest

from audiatur.statements import read_statements
from audiatur.statements.names import find_names
from audiatur.statements.sentences import tokenize


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Harbour spokesperson Ivan Marek spoke", [("Harbour", None), ("Ivan Marek", "Harbour spokesperson")]),
        ("Bordurian Prime Minister Lena von der Orlova spoke", [("Lena von der Orlova", "Bordurian Prime Minister")]),
        ("The Prime Minister spoke", []),
        ("The General Staff spoke", [("General Staff", None)]),
        ("The Ministry of Justice spoke", [("Ministry of Justice", None)]),
        ("Secretary-General Ivan Marek spoke", [("Ivan Marek", "Secretary-General")]),
        ("Mrs. Orlova met Sen. Ivan Marek", [("Orlova", None), ("Ivan Marek", "Sen.")]),
        ("However the rain came on Monday", []),
        ("A Russian ship sank", []),
    ],
)
def test_office_and_name(text: str, names: list[tuple[str, str | None]]) -> None:
    found = find_names(tokenize(text, 0, len(text)))
    assert [(n.text, text[slice(*n.role)] if n.role else None) for n in found] == names


@pytest.mark.parametrize(
    "text",
    [
        "“" * 20_000,
        "“a " * 20_000,
        "' a " * 20_000,
        "according to " * 10_000,
        "Orlova, a " * 10_000 + "said it.",
        "Marek, who said it, " * 5_000,
        "He said it rained. " * 3_000,
        "Lena Orlova said it rained.\n“I know it is so very well,” he said.\n" * 1_500,
    ],
    ids=lambda text: text[:12],
)
def test_long_and_hostile_texts_are_read_in_about_linear_time(text: str) -> None:
    """Each took minutes where a look-up was quadratic; the run's own time limit is what would fail it."""
    for statement in read_statements(text, language="en", published=None):
        assert statement.content
