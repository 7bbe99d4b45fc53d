"""No template shows readers words that are not marked for translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_messages import TEMPLATES

# The back office is Django's, in the reader's language as far as Django has it; what this hub adds there is in English.
READ = sorted(path for path in TEMPLATES.rglob("*.html") if "admin" not in path.relative_to(TEMPLATES).parts)
# Names of formats and of keys, which are the same in every language.
NAMES = frozenset(
    {"JSON", "JSON Lines", "RSS", "Atom", "OPML", "BibTeX", "RIS", "CSL-JSON", "Enter", "OR", "Esc", "UTC"}
)

_COMMENT = re.compile(r"{%\s*comment.*?%}.*?{%\s*endcomment\s*%}|{#.*?#}", re.DOTALL)
_BLOCK = re.compile(r"{%\s*blocktrans.*?%}.*?{%\s*endblocktrans\w*\s*%}", re.DOTALL)
_TEMPLATE = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
_CODE = re.compile(r"<(code|style|script)\b.*?</\1>", re.DOTALL)
_SHOWN_ATTRIBUTE = re.compile(r'\s(?:aria-label|title|alt|placeholder|label)="([^"]*)"')
_UNSEEN = re.compile(r"""/[a-z/]*/|\b(?:lang|dir)="[a-z]*\"""")
_WORD = re.compile(r"[A-Za-z]{2,}")


def bare_words(template: str) -> Iterator[str]:
    """The words of a template that a reader sees, or hears, in English whatever the language of the page."""
    told = _COMMENT.sub("", template)
    told = _TEMPLATE.sub("", _BLOCK.sub("", told))
    told = _CODE.sub("", told)
    shown = [*_SHOWN_ATTRIBUTE.findall(told), *re.sub(r"<[^>]*>", "\n", told).split("\n")]
    for words in map(str.strip, shown):
        if _WORD.search(_UNSEEN.sub("", words)) and words not in NAMES:
            yield words


@pytest.mark.parametrize("path", READ, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_every_word_is_marked(path: Path) -> None:
    assert list(bare_words(path.read_text())) == []


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('<p>{% translate "Seen" %}</p>', []),
        ("<p>Seen</p>", ["Seen"]),
        ('<p aria-label="Days of {{ month }}">{{ day }}</p>', ["Days of"]),
        ("{% if a %}two articles{% endif %}", ["two articles"]),
        ("{% blocktranslate %}Seen{% endblocktranslate %} in {{ x }}", ["in"]),
        ('{# a comment #}<code>audiatur run</code> <a href="/about/">RSS</a>', []),
        ('<p class="meta" data-item="{{ x }}"><span lang="">→</span></p>', []),
    ],
)
def test_the_scan_finds_what_is_bare(template: str, expected: list[str]) -> None:
    assert list(bare_words(template)) == expected
