"""Page furniture: the words of a page that belong to the page and not to the article on it.

Precision comes first. A line is furniture only if *all* of it is a known call ("Read more"), a label with its teaser
("READ MORE: ..."), an advertisement mark, a share or follow bar, or a plea to subscribe. Anything that could be a
sentence of the article stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from audiatur.articles.furniture_words import CALLS, LABELS, PLEAS, UPPER_LABELS
from audiatur.articles.passages import sentences
from audiatur.spans import Span

_LONGEST_TEASER = 220
"""Code points of the longest label with its teaser: a headline, never a paragraph."""

_LONGEST_PLEA = 320
"""Code points of the longest plea, which may run over two sentences."""

_LONE_PARAGRAPH = 400
"""A text of few lines whose line is longer than this has lost its line breaks, and is searched sentence by sentence."""

_EDGE = r"[\s>»›→▶►▼•*|\[\](){}#_=~.…:!-]*"


def _whole(alternatives: Sequence[str]) -> re.Pattern[str]:
    return re.compile(f"{_EDGE}(?:{'|'.join(alternatives)}){_EDGE}", re.IGNORECASE)


_CALL = _whole(CALLS)
_PLEA = re.compile(f"{_EDGE}(?:{'|'.join(PLEAS)})", re.IGNORECASE)
_LABEL = re.compile(f"[\\s>»›→▶►•*\\[(]*(?:{'|'.join(LABELS)})\\s*[:：|—–>»]\\s*\\S.*", re.IGNORECASE)
_UPPER_LABEL = re.compile(f"(?:{'|'.join(UPPER_LABELS)})\\s*:?\\s+\\S.*")


def is_furniture(line: str) -> bool:
    """Whether the whole line, a paragraph without line breaks, is page furniture.

    >>> is_furniture("Read more"), is_furniture("Read more than one book")
    (True, False)
    """
    if not any(character.isalpha() for character in line):
        return False
    if len(line) <= _LONGEST_TEASER and (
        _CALL.fullmatch(line) or _LABEL.fullmatch(line) or _UPPER_LABEL.fullmatch(line)
    ):
        return True
    return len(line) <= _LONGEST_PLEA and _PLEA.fullmatch(line) is not None


def _is_furniture_sentence(sentence: str) -> bool:
    """The same for a sentence inside a paragraph: no labels, whose teaser would have no certain end there."""
    return len(sentence) <= _LONGEST_PLEA and (
        (_CALL.fullmatch(sentence) is not None and len(sentence.split()) > 1) or _PLEA.fullmatch(sentence) is not None
    )


def furniture(text: str, lines: Sequence[Span]) -> tuple[Span, ...]:
    """The furniture among ``lines``, the paragraphs of ``text``, in order.

    Where the text has lost its line breaks, single sentences of it.
    """
    found = [line for line in lines if is_furniture(line.text)]
    if len(lines) <= 2:
        for line in lines:
            if len(line.text) > _LONE_PARAGRAPH:
                found += [span for span in sentences(text, line) if _is_furniture_sentence(span.text)]
    return tuple(sorted(found))
