"""Names and numbers in released texts, as exact spans, and which of them one column alone has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from audiatur.comparison.values import Mention, Place, Told
from audiatur.spans import Span
from audiatur.stories.background import stop_words
from audiatur.stories.words import bare, words

_NUMBER = re.compile(r"(?<![\w.,:/-])\d+(?:[.,\u00a0\u202f]\d+)*(?:\s?%)?(?![\w:/-])")
_YEAR_OR_DATE = re.compile(r"(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}")
_CLOCK_OR_DAY = 2
"""Numbers of so few digits are mostly days, hours and counts of little weight, unless a percent sign follows."""

LONGEST = 5
"""Words of a name at most: longer runs of capitals are headlines, or text whose line breaks were lost."""

_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital, where a capital says nothing."""


def numbers(told: Told) -> Iterator[tuple[str, Span]]:
    """The numbers of a text, each with a key that is equal for equal numbers; no years, days or hours."""
    for match in _NUMBER.finditer(told.text):
        digits = re.sub(r"\D", "", match.group())
        percent = match.group().endswith("%")
        if (len(digits) > _CLOCK_OR_DAY or percent) and not _YEAR_OR_DATE.fullmatch(match.group()):
            yield _number_key(match.group()), Span(match.start(), match.end(), match.group())


def names(told: Told) -> Iterator[tuple[str, Span]]:
    """Names of two words or more in a text, by their capitals, each with a key that is equal for equal names.

    A stop word at the start ("The", "In") is left out. Languages that capitalise every noun, and scripts without
    capitals, have none.
    """
    if told.language in _NOUNS_IN_CAPITALS:
        return
    stop = stop_words(told.language or "latin")
    run: list[re.Match[str]] = []
    for match in re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", told.text):
        joined = bool(run) and told.text[run[-1].end() : match.start()] in {" ", "\u00a0"}
        if not joined:
            yield from _name(told.text, run)
            run = []
        if match.group()[0].isupper() and not (not run and bare(match.group()) in stop):
            run.append(match)
        else:
            yield from _name(told.text, run)
            run = []
    yield from _name(told.text, run)


def only_in(mine: Sequence[Told], others: Sequence[Told], *, kind: str) -> tuple[Mention, ...]:
    """The ``"numbers"`` or ``"names"`` of ``mine`` whose words are in no title or text of ``others``.

    A name counts as present elsewhere where its last word is: "Marat" there answers for "Ivo Marat" here. Most often
    reported first, then by the words. Articles whose words may not leave have their titles read, on the side of
    ``others`` only.
    """
    find = numbers if kind == "numbers" else names
    elsewhere = _vocabulary(others) if kind == "names" else _numbers_of(others)
    found: dict[str, list[Place]] = defaultdict(list)
    for told in mine:
        if told.visible:
            for key, span in find(told):
                found[key].append(Place(told.id, span))
    alone = {key: places for key, places in found.items() if _last(key, kind) not in elsewhere}
    return _ordered(alone)


def terms_only_in(mine: Sequence[Told], others: Sequence[Told]) -> tuple[Mention, ...]:
    """The key terms of ``mine`` that are neither key terms of ``others`` nor in their titles or texts."""
    elsewhere = {bare(term) for told in others if told.visible for term in told.key_terms}
    spoken = f" {' '.join(word for text in _read(others) for word in _words_of(text))} "
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for told in mine:
        if told.visible:
            for term in told.key_terms:
                found[bare(term)].append((term, told.id))
    alone = [
        Mention(uses[0][0], tuple(dict.fromkeys(telling for _, telling in uses)))
        for key, uses in found.items()
        if key not in elsewhere and f" {' '.join(words(uses[0][0]))} " not in spoken
    ]
    return tuple(sorted(alone, key=lambda mention: (-len(mention.tellings), mention.words)))


def _name(text: str, run: list[re.Match[str]]) -> Iterator[tuple[str, Span]]:
    if 1 < len(run) <= LONGEST:
        start, end = run[0].start(), run[-1].end()
        yield " ".join(words(text[start:end])), Span(start, end, text[start:end])


def _number_key(written: str) -> str:
    return (words(re.sub(r"[\u00a0\u202f\s]", "", written)) or [written])[0] + ("%" if written.endswith("%") else "")


def _last(key: str, kind: str) -> str:
    return key.rpartition(" ")[2] if kind == "names" else key


def _read(tellings: Iterable[Told]) -> Iterator[str]:
    for told in tellings:
        yield told.title
        if told.visible:
            yield told.text


def _vocabulary(tellings: Iterable[Told]) -> frozenset[str]:
    return frozenset(word for text in _read(tellings) for word in _words_of(text))


@lru_cache(maxsize=512)
def _words_of(text: str) -> tuple[str, ...]:
    """The words of a text, kept: a comparison of three columns asks for those of every article some six times."""
    return tuple(words(text))


def _numbers_of(tellings: Iterable[Told]) -> frozenset[str]:
    return frozenset(_number_key(match.group()) for text in _read(tellings) for match in _NUMBER.finditer(text))


def _ordered(found: Mapping[str, list[Place]]) -> tuple[Mention, ...]:
    mentions = [
        Mention(places[0].span.text, tuple(dict.fromkeys(place.telling for place in places)), tuple(places))
        for places in found.values()
    ]
    return tuple(sorted(mentions, key=lambda mention: (-len(mention.tellings), -len(mention.places), mention.words)))
