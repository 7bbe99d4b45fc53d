"""Which articles tell what stands in a record, and how little chance there is of that.

A speech is one event of which each outlet picks another sentence; the record holds them all. An article whose title
lets a speaker of the record speak is looked for in it, sentence by sentence: what its words share with the best two
pieces of the record is weighed in bits, less what the best of so many pieces has by chance.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from audiatur.stories.spoken import Spoken, Unit, pack_spoken, unpack_spoken
from audiatur.stories.voices import name_key

REACH = timedelta(days=1.5)
"""Time between a record and an article that tells it, either way: records are often the last to come."""
LEAST = 8.0
"""Bits that a sentence must have to be looked for at all; a shorter one says nothing either way."""
USUAL = 60
"""Pieces of the stream that stand beside a record's own where it is asked how common a word is."""
MOST, AGAINST = 12.0, -3.0
"""Bits that the title, the sentences, the quotations and the occasion each give at most, and at least: one long
quotation that outlets like to repeat must not settle it alone."""
BAR = 10.0
"""Bits in all from which an article is told in a record. Of April 2022, 66 pairs of an article whose title lets a
speaker speak and a record of that speaker within ``REACH`` have so many; of as many pairs further apart 6."""
LATEST = 300
"""Articles in which one speaker speaks that are looked through when a record comes, the latest."""
RECORDS = 12
"""Records of one speaker that an article is looked for in, the latest."""
KNOWN = 3
"""Times that a name must stand behind an office before the one is taken for the other."""

Share = Callable[[str], float]
"""The share of stories that have a term."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article is told in a record: both by number, the bits beyond chance, and the terms that it rests on."""

    record: int
    bits: float
    terms: Unit


class _Record:
    """A record made searchable: in which pairs of pieces each term is. ``keys`` are those of its speakers."""

    __slots__ = ("_places", "_size", "_title", "keys", "moment", "tongue")

    def __init__(self, spoken: Spoken, keys: frozenset[str], tongue: str, moment: datetime | None) -> None:
        self.keys = keys
        self.tongue = tongue
        self.moment = moment
        self._title = frozenset(spoken.title)
        self._size = max(len(spoken.units), 1)
        places: dict[str, list[int]] = {}
        for number, piece in enumerate(spoken.units):
            for term in piece:
                found = places.setdefault(term, [])
                if number and (not found or found[-1] < number - 1):
                    found.append(number - 1)
                found.append(number)
        self._places: dict[str, NDArray[np.int32]] = {term: np.array(at, np.int32) for term, at in places.items()}

    def told(self, report: Spoken, share: Share) -> tuple[float, Unit]:
        """The bits by which a report is told here beyond chance, and the terms that it rests on most."""
        kinds = [self._best((report.title,), share), self._best(report.units, share), self._best(report.quoted, share)]
        opening = set(report.title).union(*report.units)
        named = [term for term in sorted(self._title & opening) if name_key(term) not in self.keys]
        occasion = math.fsum(-math.log2(share(term)) for term in named)
        bits = sum(max(AGAINST, min(MOST, found)) for found, _ in kinds) + min(MOST, occasion)
        return bits, max(kinds, key=lambda found: found[0])[1]

    def _best(self, units: Iterable[Unit], share: Share) -> tuple[float, Unit]:
        return max((self._found(unit, share) for unit in units), key=lambda found: found[0], default=(0.0, ()))

    def _found(self, unit: Unit, share: Share) -> tuple[float, Unit]:
        """The bits that the best place has of a unit beyond chance, and the terms there; the speaker's name apart."""
        weights = {term: self._bits(term, share) for term in unit if name_key(term) not in self.keys}
        whole = math.fsum(weights.values())
        if whole < LEAST:
            return 0.0, ()
        shared = np.zeros(self._size)
        for term, weight in weights.items():
            if (at := self._places.get(term)) is not None:
                shared[at] += weight
        best = int(np.argmax(shared))
        terms = tuple(term for term in weights if (at := self._places.get(term)) is not None and best in at)
        return float(shared[best]) ** 2 / whole - math.log2(self._size), terms

    def _bits(self, term: str, share: Share) -> float:
        """How rare a term is in speech and stream together."""
        at = self._places.get(term)
        own = 0.0 if at is None else len(at) / 2
        return -math.log2(min(1.0, (own + USUAL * share(term)) / (self._size + USUAL)))


class _Report(NamedTuple):
    """What is kept of an article whose title lets somebody speak."""

    spoken: bytes
    tongue: str
    moment: datetime | None


class Anchors:
    """The records of a window and the articles that tell them."""

    def __init__(self) -> None:
        self._records: dict[int, _Record] = {}
        self._reports: dict[int, _Report] = {}
        self._by_key: dict[str, dict[int, None]] = {}
        self._records_by_key: dict[str, dict[int, None]] = {}
        self._names: dict[str, Counter[str]] = {}
        self._told: dict[int, dict[int, Told]] = {}
        self._tellers: dict[int, dict[int, None]] = {}

    @property
    def any(self) -> bool:
        """Whether there is a record."""
        return bool(self._records)

    @property
    def records(self) -> tuple[int, ...]:
        """The numbers of the records, in order of arrival."""
        return tuple(self._records)

    def __contains__(self, number: int) -> bool:
        """Whether an article is a record."""
        return number in self._records

    def add(self, number: int, spoken: Spoken, tongue: str, moment: datetime | None, share: Share) -> tuple[int, ...]:
        """Take an article in; where it is a record, the earlier articles of its language that are told in it."""
        for office, name in spoken.holders:
            self._names.setdefault(office, Counter())[name] += 1
        if spoken.record:
            return self._add_record(number, spoken, tongue, moment, share)
        report = self._reports[number] = _Report(pack_spoken(spoken), tongue, moment)
        for key in sorted(spoken.speakers):
            self._by_key.setdefault(key, {})[number] = None
        for record in self._near(spoken.speakers):
            self._compare(number, report, spoken, record, share)
        return ()

    def remove(self, number: int) -> None:
        """Forget an article; one that is not here is no error."""
        record = self._records.pop(number, None)
        if record is not None:
            _forget(self._records_by_key, record.keys, number)
            for teller in self._tellers.pop(number, {}):
                self._told[teller].pop(number)
        report = self._reports.pop(number, None)
        if report is not None:
            _forget(self._by_key, unpack_spoken(report.spoken).speakers, number)
            for told in self._told.pop(number, {}):
                self._tellers[told].pop(number)

    def told(self, number: int) -> tuple[Told, ...]:
        """The records in which an article is told, the surest first."""
        found = self._told.get(number, {})
        return tuple(sorted(found.values(), key=lambda one: (-one.bits, one.record)))

    def tellers(self, record: int) -> tuple[int, ...]:
        """The articles that are told in a record, in order of arrival or, before it came, as they were found."""
        return tuple(self._tellers.get(record, ()))

    def _add_record(
        self, number: int, spoken: Spoken, tongue: str, moment: datetime | None, share: Share
    ) -> tuple[int, ...]:
        record = _Record(spoken, self._known(spoken.speakers), tongue, moment)
        self._records[number] = record
        for key in sorted(record.keys):
            self._records_by_key.setdefault(key, {})[number] = None
        having: dict[int, None] = {}
        for key in sorted(record.keys):
            having |= dict.fromkeys(list(self._by_key.get(key, ()))[-LATEST:])
        stored = {one: self._reports[one] for one in having}
        return tuple(
            one
            for one, report in stored.items()
            if self._compare(one, report, unpack_spoken(report.spoken), number, share)
        )

    def _known(self, speakers: frozenset[str]) -> frozenset[str]:
        """Speakers with the names of those who hold the offices among them."""
        names = set()
        for office in sorted(speakers):
            counts = self._names.get(office)
            if counts:
                name, n = counts.most_common(1)[0]
                if n >= KNOWN and 2 * n > counts.total():
                    names.add(name)
        return speakers | names

    def _near(self, keys: Iterable[str]) -> list[int]:
        found: dict[int, None] = {}
        for key in sorted(keys):
            found |= dict.fromkeys(list(self._records_by_key.get(key, ()))[-RECORDS:])
        return list(found)

    def _compare(self, number: int, report: _Report, spoken: Spoken, record: int, share: Share) -> bool:
        """Note how well a report is told in a record; whether it is told there at all."""
        one = self._records[record]
        if report.tongue != one.tongue:
            return False
        if report.moment is not None and one.moment is not None and abs(report.moment - one.moment) > REACH:
            return False
        bits, terms = one.told(spoken, share)
        if bits < BAR:
            return False
        self._told.setdefault(number, {})[record] = Told(record, bits, terms)
        self._tellers.setdefault(record, {})[number] = None
        return True


def _forget(where: dict[str, dict[int, None]], keys: Iterable[str], number: int) -> None:
    for key in keys:
        held = where.get(key)
        if held is not None:
            held.pop(number, None)
            if not held:
                del where[key]
