"""Text as the terms that search counts: words in their stem, without accents; Chinese, Japanese and Korean in pairs.

Both databases are given terms that were made here and cut nothing themselves, so both find the same.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

import Stemmer

from audiatur.hub.search.ukrainian import stem as ukrainian_stem

LONGEST = 60
"""Letters of a term that count. PostgreSQL takes 2,046 bytes; nothing longer than this is a word."""

# The languages that have a stemmer here, by ISO 639-1; for any other the whole word counts.
_SNOWBALL = frozenset(
    "ar ca cs da de el en es et eu fi fr hi hu hy id it lt nl no pl pt ro ru sr sv ta tr yi".split()  # noqa: SIM905
)
# Marks that stand within words: accents written apart, Hebrew and Arabic points, the signs of Indic scripts and Thai.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0d7f\u0e31-\u0e4e"
)
_PAIRED = "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_UNIT = re.compile(
    rf"(?P<paired>[{_PAIRED}]+)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    rf"|(?P<word>(?:(?![{_PAIRED}])[^\W\d_])(?:(?![{_PAIRED}])[^\W_]|[{_MARKS}]|['’ʼ`](?=[^\W\d_]))*)"
)
_ACCENTED = re.compile(r"[a-zà-ɏ'’ʼ`]*[à-ɏ][a-zà-ɏ'’ʼ`]*", re.IGNORECASE)
_APOSTROPHE = re.compile("['’ʼ`]")
# What French, Italian and Catalan write before an apostrophe: the word comes after it.
_ELIDED = frozenset("l d qu n s j m t c jusqu lorsqu puisqu dell nell all sull un".split())  # noqa: SIM905
_KEPT_MARKS = "йї"
"""Letters whose mark is no accent: without it they'd be other letters of the same alphabet."""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_BY_SCRIPT: dict[bool, frozenset[str]] = {
    True: frozenset({"ru", "uk", "sr"}),
    False: _SNOWBALL - {"ru", "sr"},
}
# Readers leave these accents out, and the stemmer of the language knows the ending only with it.
_RESTORED = ((re.compile("(?<=[cs]i)on$"), "ón", "es"), (re.compile("cao$"), "ção", "pt"))


class _Stemmers(threading.local):
    """Stemmers keep a state, so each thread has its own."""

    def __init__(self) -> None:
        self.known: dict[str, Callable[[str], str]] = {}

    def of(self, language: str) -> Callable[[str], str]:
        if language not in self.known:
            self.known[language] = Stemmer.Stemmer(language).stemWord
        return self.known[language]


_STEMMERS = _Stemmers()


def folded(word: str) -> str:
    """A word in lower case without accents; й and ї stay what they are.

    >>> folded("Négociations"), folded("Київ")
    ('negociations', 'київ')
    """
    lower = word.casefold()
    if lower.isascii():
        return lower
    letters = (
        c if c in _KEPT_MARKS else unicodedata.normalize("NFKD", c)[0] for c in unicodedata.normalize("NFKC", lower)
    )
    return "".join(c for c in letters if unicodedata.category(c) != "Mn")


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The term of a word in a language (ISO 639-1); the folded word where the language has no stemmer here.

    >>> [stem(word, "ru") for word in ("переговоры", "Переговорах")]
    ['переговор', 'переговор']
    """
    lower = unicodedata.normalize("NFC", word.casefold())
    if language == "uk":
        return ukrainian_stem(folded(lower))[:LONGEST]
    found = _STEMMERS.of(language)(lower) if language in _SNOWBALL else lower
    return (folded(found) or folded(lower))[:LONGEST]


def places(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """The terms of a text in order, each with its place ``[start, end)``.

    Pairs of characters overlap; the last character of such a run is a term of its own, so that any character can be
    found as the beginning of a term.
    """
    for unit in _UNIT.finditer(text):
        start, end = unit.span()
        written, kind = unit.group(), unit.lastgroup
        if kind == "word" and written.isalnum() and "ʼ" not in written:  # which is a letter to Unicode
            yield start, end, stem(written, language)
        elif kind == "word":
            for begin, part in parts(written):
                yield start + begin, start + begin + len(part), stem(_APOSTROPHE.sub("", part), language)
        elif kind == "number":
            yield start, end, number(written)
        else:
            for index in range(len(written)):
                pair = written[index : index + 2]
                yield start + index, start + index + len(pair), folded(pair)


def terms(text: str, language: str) -> list[str]:
    """The terms of a text in order.

    >>> terms("L'accord : 1,200 tonnes", "fr")
    ['l', 'accord', '1200', 'ton']
    """
    return [term for _, _, term in places(text, language) if term]


def unaccented(text: str, language: str) -> list[str]:
    """The terms by which words with accents are found without them, where these are others: each once, in order.

    A stemmer takes "élysée" and "elysee" for two words.

    >>> terms("l'Élysée", "fr"), unaccented("l'Élysée", "fr")
    (['l', 'elys'], ['elyse'])
    """
    found: dict[str, None] = {}
    for written in dict.fromkeys(_ACCENTED.findall(text)):
        for _, word in parts(written):
            if not word.isascii() and (other := stem(folded(word), language)) != stem(word, language):
                found[other] = None
    return list(found)


def parts(word: str) -> list[tuple[int, str]]:
    """The words in what is written as one, each with where it begins: what is elided, and no possessive ending."""
    bare = re.sub("['’ʼ`]s$", "", word, flags=re.IGNORECASE)
    mark = _APOSTROPHE.search(bare)
    if mark is not None and bare[: mark.start()].casefold() in _ELIDED:
        return [(0, bare[: mark.start()]), (mark.end(), bare[mark.end() :])]
    return [(0, bare)]


def number(digits: str) -> str:
    """A number in one spelling: thousands separators dropped, the decimal point written as a letter.

    >>> number("1,200"), number("3,5"), number("1.234,5")
    ('1200', '3d5', '1234d5')
    """
    whole, _, rest = digits.replace(",", ".").rpartition(".")
    if not whole or len(rest) == 3:
        return digits.replace(",", "").replace(".", "")[:LONGEST]
    return f"{whole.replace('.', '')}d{rest}"[:LONGEST]


def wordings(typed: str, languages: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """How a word or phrase that a reader typed may stand in the index: in each of the languages, and unstemmed.

    Words stand next to each other in each. A language whose script is another is passed over.
    """
    told = dict.fromkeys([_joined(typed, "")])
    script = _CYRILLIC.search(typed) is not None
    for language in languages:
        if language not in _BY_SCRIPT[script]:
            continue
        told[_joined(typed, language)] = None
        for ending, restored, spoken in _RESTORED:
            if spoken == language:
                told[_joined(" ".join(ending.sub(restored, word) for word in typed.split()), language)] = None
    return tuple(wording for wording in told if wording)


def _joined(text: str, language: str) -> tuple[str, ...]:
    """The terms of a query's words; of a run of several pairs only whole pairs, for the last character is in one."""
    found: list[str] = []
    before = 0
    for start, end, term in places(text, language):
        if start < before and end == before:
            continue
        before = max(before, end)
        found.append(term)
    return tuple(term for term in found if term)
