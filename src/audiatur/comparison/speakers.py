"""Which names are one speaker, within one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from audiatur.stories.words import bare

SPELLING = 84
"""Likeness (of 100) from which two surnames are one name in two romanisations: Zelensky, Zelenskyy, Zelenskiy."""

GIVEN = 72
"""The same for given names where the surname agrees: Aleksandr and Alexander."""

_SHORT = 4
"""Names of so few letters must be equal: Khan and Kahn are two."""


def fullest_names(names: Iterable[str]) -> Mapping[str, str]:
    """For each name given, the fullest name in ``names`` that it stands for; itself where nothing fuller fits.

    A bare surname stands for the one person with it; where two people share it, it stays apart. Given names are one
    where equal, one the initial of the other, or spelled alike. Names in different scripts are never joined.

    >>> dict(fullest_names(["Ivo Marat", "Marat"]))
    {'Ivo Marat': 'Ivo Marat', 'Marat': 'Ivo Marat'}
    """
    counts = Counter(names)
    parts = {name: _parts(name) for name in counts}
    order = sorted(counts, key=lambda name: (_fullness(parts[name]), -counts[name], name))
    heads: list[str] = []
    found: dict[str, str] = {}
    for name in order:
        fitting = [head for head in heads if _same(parts[head], parts[name])]
        if len(fitting) == 1:
            found[name] = fitting[0]
        else:
            found[name] = name
            heads.append(name)
    return found


def speaker_ids(named: Iterable[tuple[str | None, str]]) -> list[str | None]:
    """Whose words statements are, by (name, key), in their order: a key, else a name; None where neither is given.

    A shorter name goes with the one key that its fullest form has in the story. Equal names with different keys stay
    apart, for whoever gave the keys holds them to be two.
    """
    given = list(named)
    fullest = fullest_names(name for name, _ in given if name)
    keys: dict[str, set[str]] = {}
    for name, key in given:
        if name and key and fullest[name] == name:
            keys.setdefault(name, set()).add(key)
    found: list[str | None] = []
    for name, key in given:
        full = fullest[name] if name else ""
        fitting = keys.get(full, set())
        shorter = name != full or not key
        found.append(next(iter(fitting)) if shorter and len(fitting) == 1 else key or full or None)
    return found


def _fullness(parts: list[str]) -> tuple[int, int]:
    """Sorts fuller names first: those with more parts written out, then those with more parts."""
    return -sum(len(part) > 1 for part in parts), -len(parts)


def _parts(name: str) -> list[str]:
    return [bare(part.strip(".")) for part in name.replace("-", " ").split() if part.strip(".")]


def _same(full: list[str], short: list[str]) -> bool:
    """Whether ``short`` may be another form of ``full``, which has at least as many parts."""
    if not full or not short or not _alike(full[-1], short[-1]):
        return False
    if len(short) == 1:
        return True
    given, other = full[0], short[0]
    if len(given) == 1 or len(other) == 1:
        return given[0] == other[0]
    return _alike(given, other, GIVEN)


def _alike(one: str, other: str, bar: int = SPELLING) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) > _SHORT and fuzz.ratio(one, other) >= bar
