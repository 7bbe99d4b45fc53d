"""Which language a text is in."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, cast

WIDELY_USED = (
    *("ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hu", "hy", "id", "it"),
    *("ja", "ka", "kk", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "th"),
    *("tr", "uk", "ur", "vi", "zh"),
)
"""The languages a text is judged among where the hub names none: fewer candidates make fewer mistakes on a headline."""

ENOUGH_LETTERS = 20
"""Fewer letters than this are no evidence of a language: a name or two fits many."""

SURE = 0.6
"""The probability from which a guess is taken where nothing is declared; below it the answer is None."""

SURE_AGAINST_DECLARED = 0.95
"""The probability from which the text overrules its feed, for many feeds declare the language of their software."""

LETTERS_AGAINST_DECLARED = 60
"""And the letters from which it may: a headline full of foreign names must not overrule its feed."""

READ_AT_MOST = 600
"""Code points read for a guess (130 us); more changes nothing but the time, 200 us a thousand."""

FIRST_WORDS = 60
"""Code points that are enough to agree with what is expected: a headline's worth."""

_ALIASES = {
    **{"ara": "ar", "deu": "de", "eng": "en", "fra": "fr", "fre": "fr", "ger": "de", "rus": "ru", "spa": "es"},
    **{"ukr": "uk", "zho": "zh", "in": "id", "iw": "he", "nb": "no", "nn": "no"},
}
"""Three-letter, withdrawn and narrower tags of languages that feeds name in more than one way."""

_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalpha()}
_WORDS = re.compile(r"[^\W\d_]+")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_LATIN_LETTER = re.compile("[A-Za-z\u00aa-\u024f]")
_CYRILLIC = frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "tg", "uk"})
_OTHER_SCRIPT = frozenset({"am", "ar", "el", "fa", "he", "hi", "hy", "ja", "ka", "ko", "sr", "th", "ur", "zh"})


class _Identifier(Protocol):
    """The part of py3langid's identifier that is used here."""

    nb_classes: Sequence[str]

    def set_languages(self, langs: list[str]) -> None: ...

    def classify(self, text: str) -> tuple[str, float]: ...


@lru_cache(maxsize=1)
def _everything() -> _Identifier:
    # Imported on first use: it brings numpy along, which a parse of a feed does not need.
    from py3langid import langid

    return cast(_Identifier, langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True))


@lru_cache(maxsize=32)
def _identifier(languages: tuple[str, ...]) -> _Identifier | None:
    """An identifier limited to ``languages``; None where its model knows none of them."""
    everything = _everything()
    known = sorted(set(languages) & set(everything.nb_classes))
    if not known:
        return None
    limited = copy.copy(everything)  # set_languages rebinds attributes, so the tables stay shared and whole
    limited.set_languages(known)
    return limited


def primary_subtag(tag: str | None) -> str | None:
    """The BCP 47 primary subtag of a language tag in lower case; None where it is no tag.

    >>> primary_subtag("uk-UA"), primary_subtag("EN_us"), primary_subtag("rus"), primary_subtag("")
    ('uk', 'en', 'ru', None)
    """
    if tag is None:
        return None
    first = tag.strip().replace("_", "-").split("-")[0].lower()
    if first in {"und", "mul", "zxx"} or not (2 <= len(first) <= 3 and first.isascii() and first.isalpha()):
        return None
    return _ALIASES.get(first, first)


def _letters(text: str) -> str:
    """The letters of a text; quick for ASCII, where most text is."""
    return text.translate(_NO_LETTERS) if text.isascii() else "".join(_WORDS.findall(text))


def _fits_script(language: str, letters: str) -> bool:
    """Whether most letters are of the script that ``language`` is written in; True for languages not listed here."""
    if language in _OTHER_SCRIPT:
        return True
    if letters.isascii():
        return language not in _CYRILLIC or not letters
    right = _CYRILLIC_LETTER if language in _CYRILLIC else _LATIN_LETTER
    return 2 * len(right.findall(letters)) >= len(letters)


@lru_cache(maxsize=256)
def _judge(languages: tuple[str, ...], stated: str | None) -> _Identifier | None:
    """The identifier for a hub's languages and the declared one; None where its model knows none of them."""
    candidates = tuple(tag for tag in map(primary_subtag, languages) if tag is not None) or WIDELY_USED
    return _identifier((*candidates, stated) if stated is not None else candidates)


def _agrees(first: str, expected: str, declared: str | None, languages: tuple[str, ...]) -> bool:
    """Whether the first words of a text are in the expected language, which is the declared one where one is."""
    identifier = _judge(languages, expected) if len(first) == FIRST_WORDS else None
    if identifier is None or (declared is not None and primary_subtag(declared) != expected):
        return False
    guess, probability = identifier.classify(first)
    return guess == expected and probability >= SURE and _fits_script(guess, _letters(first))


def language_of(
    text: str, *, declared: str | None = None, languages: Sequence[str] = (), expected: str | None = None
) -> str | None:
    """The language of ``text`` as a primary subtag, or None where it cannot be told.

    What the entry or its feed declares is believed unless the script contradicts it or the text is long and clearly in
    another language. Without a declaration the text is judged among ``languages`` (the hub's; none: ``WIDELY_USED``).
    Very short text is never judged: it has its declared language, or None. ``expected`` is what the text's neighbours
    are in, e.g. the entry before it: where the first words agree, the rest is not read.
    """
    if expected is not None and _agrees(text[:FIRST_WORDS], expected, declared, tuple(languages)):
        return expected
    sample = text[:READ_AT_MOST]
    letters = _letters(sample)
    stated = primary_subtag(declared)
    if stated is not None and not _fits_script(stated, letters):
        stated = None
    if len(letters) < ENOUGH_LETTERS or (stated is not None and len(letters) < LETTERS_AGAINST_DECLARED):
        return stated
    identifier = _judge(tuple(languages), stated)
    if identifier is None:
        return stated
    guess, probability = identifier.classify(sample)
    if stated is None:
        return guess if probability >= SURE and _fits_script(guess, letters) else None
    known = stated in identifier.nb_classes
    return guess if known and guess != stated and probability >= SURE_AGAINST_DECLARED else stated
