"""Headlines in Russian and Ukrainian that report: "S: C", "C — S", "S — A: «C»", and a quotation by itself."""

from __future__ import annotations

import re
from collections.abc import Set

from audiatur.statements.cues_slavic import Said
from audiatur.statements.names_slavic import stem
from audiatur.statements.phrases_slavic import is_known
from audiatur.statements.surnames_slavic import is_surname
from audiatur.statements.toponyms_slavic import place_of
from audiatur.statements.values import StatementClass
from audiatur.statements.views_slavic import Phrase, View
from audiatur.statements.words_slavic import Language

_MAX_SOURCE = 8
_SHORT = 3  # a headline after a colon has at least so many words, or marks


def headline(view: View, language: Language, names: Set[str], text: str) -> Said | None:
    """The statement of one sentence of a headline; ``names`` are the stems of the article's names. None for none."""
    colon = next((k for k in range(len(view)) if view.word(k) == ":"), None)
    if colon is not None and 0 < colon <= _MAX_SOURCE:
        said = _colon(view, colon, language, names, text)
        if said is not None:
            return said
    dash = next((k for k in range(len(view) - 1, 1, -1) if view.is_dash(k)), None)
    if dash is None or dash >= len(view) - 1:
        return None
    source = view.trimmed(dash + 1, view.last)
    content = view.trimmed(0, dash - 1)
    if (
        source is None
        or content is None
        or source[1] - source[0] >= _MAX_SOURCE
        or content[1] - content[0] + 1 < _SHORT
    ):
        return None
    if view.word(source[0]) in language.prepositions or not _speaks(view, source, language, names):
        return None
    if any(view.word(k) in language.verbs for k in range(source[0], source[1] + 1)):
        return None
    return Said(source, (dash, dash), (content,), StatementClass.SPEECH, sure=False)


def _colon(view: View, colon: int, language: Language, names: Set[str], text: str) -> Said | None:
    dash = next((k for k in range(1, colon) if view.is_dash(k)), None)
    source = view.trimmed(0, (dash or colon) - 1)
    told = view.trimmed(dash + 1, colon - 1) if dash else None
    content = view.trimmed(colon + 1, view.last)
    if source is None or content is None or not _speaks(view, source, language, names):
        return None
    if source[0] == source[1] and view.is_word(source[0]) and _is_place(view.word(source[0]), text, language):
        return None  # "Долина: порт закрыт" is about the place
    if view.kind(source[0]) == "q" and text.count(view.tokens[source[0]].text) < 2:
        return None  # no name that the article has
    if view.kind(content[0]) != "q" and content[1] - content[0] + 1 < _SHORT:
        return None
    return Said(source, (colon, colon), (content,), StatementClass.SPEECH, told, sure=False)


def _is_place(word: str, text: str, language: Language) -> bool:
    """Whether a word is a listed place, ends as countries do, or the article has it after "in"."""
    if place_of(word, language) is not None:
        return True
    if is_surname(word, None, language):
        return False  # "у Маркова" is at his place
    return word.endswith(("ия", "ія")) or bool(re.search(rf"\b[ВвУу]о?\s{re.escape(stem(word).capitalize())}", text))


def _speaks(view: View, source: Phrase, language: Language, names: Set[str]) -> bool:
    """Whether the words are one who speaks: a listed office, body or group first, or a name of the article alone."""
    first, last = source
    if any(view.word(k) in language.prepositions or view.word(k) in language.stops for k in range(first, last + 1)):
        return False
    if any(view.word(k) in language.verbs or view.word(k) in language.times for k in range(first, last + 1)):
        return False
    if view.kind(first) == "q":
        return first == last and len(view.tokens[first].text.split()) < 4
    word = view.word(first)
    if is_known(word, language):
        return True
    if any(is_known(view.word(k), language) for k in range(first + 1, last + 1)) and word.endswith(
        ("ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "а", "е", "і")
    ):
        return True
    acronym = view.tokens[first].text.isupper() and len(word) > 1
    capitals = all(view.capital(k) for k in range(first, last + 1))
    return (
        last - first < 3
        and capitals
        and (
            acronym
            or all(stem(view.word(k)) in names for k in range(first, last + 1))
            or (first == last and is_surname(word, None, language))
        )
    )
