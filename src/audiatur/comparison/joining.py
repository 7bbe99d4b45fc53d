"""Which statements are one utterance: by their place in a record, by alike words, by near words of one day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audiatur.comparison.alignment import ALIKE, EXCERPT, LONG, SHARED, UNNAMED, Utterance, likeness, verbatim
from audiatur.comparison.laid import Tie
from audiatur.comparison.values import RecordPlace

SAME_DAY = 0.58
"""Likeness from which two statements of one speaker and one day are one utterance."""

OTHER_DAY = 0.9
"""Likeness that is asked of statements dated more than ``ZONE`` days apart: what is said again in other words is said
twice, while a sentence word for word is more often misdated."""

ZONE = 1
"""Days by which two reports of one utterance may differ: outlets date by their own clocks."""

SUBJECT, SUBJECT_LEAST = 0.1, 8
"""A term in so large a share of the story's statements, and in so many, is the story's subject: to share it is to
speak of the same thing, not to say the same."""

PLAIN = 0.8
"""Likeness from which two statements are one though all that they share is the story's subject."""

OVERLAP = 0.5
"""Share of the shorter of two places in a record that the other must cover."""

COMMON = 60
"""A word in more statements than this is no lead, and a place is compared with so many neighbours: both bound the pairs
that are looked at."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement made ready for joining.

    ``day`` is None where unknown. ``recorded`` is the statement with the record's words in place of its quotations, so
    that "returned to a deadlock", whose record has "a dead end", meets "at a dead end"; None where it has no trace.
    ``telling`` is its article.
    """

    utterance: Utterance
    day: date | None
    traced: tuple[RecordPlace, ...]
    recorded: Utterance | None = None
    telling: str = ""

    @property
    def readings(self) -> tuple[Utterance, ...]:
        """Its words, and its words as the record has them."""
        return (self.utterance,) if self.recorded is None else (self.utterance, self.recorded)

    @property
    def terms(self) -> frozenset[str]:
        """The terms of all its readings."""
        return frozenset().union(*(reading.whole.terms for reading in self.readings))


@dataclass(frozen=True, slots=True)
class Joined:
    """Statements that are one utterance, as numbers in order, and what ties them: the weakest evidence needed."""

    numbers: tuple[int, ...]
    tie: Tie


@dataclass(frozen=True, slots=True)
class _Evidence:
    score: float
    tie: Tie


def join(spoken: Sequence[Spoken]) -> list[Joined]:
    """Every statement in one utterance, alone where nothing ties it to another; in the order of their first statements.

    ``spoken`` are numbered by their position. A statement enters an utterance where it is tied to at least half of it
    and contradicts none of it: two places of one record that do not overlap are two utterances.
    """
    tied = _tied(spoken)
    earlier: dict[int, list[int]] = defaultdict(list)
    for first, second in tied:
        earlier[second].append(first)
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    for one in range(len(spoken)):
        likely = sorted({group_of[other] for other in earlier[one]})
        best = max(
            (_fit(spoken, tied, groups[number], one, number) for number in likely), default=(0.0, 0), key=lambda f: f
        )
        number = -best[1] if best[0] else len(groups)
        if number == len(groups):
            groups.append([])
        groups[number].append(one)
        group_of[one] = number
    return [Joined(tuple(group), _tie(tied, group)) for group in groups]


def _fit(
    spoken: Sequence[Spoken], tied: Mapping[Pair, _Evidence], group: Sequence[int], one: int, number: int
) -> tuple[float, int]:
    """How well a statement fits a group, 0 where it does not; with the group's number, earlier groups being more."""
    found = [tied[other, one].score for other in group if (other, one) in tied]
    if len(found) * 2 < len(group) or any(_apart(spoken[other], spoken[one]) for other in group):
        return 0.0, -number
    return sum(found) / len(group), -number


def _tie(tied: Mapping[Pair, _Evidence], group: Sequence[int]) -> Tie:
    """What ties a group: the record where every statement is tied to another by it, else alike words, else the day."""
    if len(group) < 2:
        return Tie.ALONE
    ties: dict[int, set[Tie]] = defaultdict(set)
    for i, first in enumerate(group):
        for second in group[i + 1 :]:
            if (first, second) in tied:
                ties[first].add(tied[first, second].tie)
                ties[second].add(tied[first, second].tie)
    for tie in (Tie.RECORD, Tie.WORDS):
        if all(tie in ties[number] for number in group):
            return tie
    return Tie.DAY if all(Tie.DAY in ties[number] for number in group) else Tie.WORDS


def _tied(spoken: Sequence[Spoken]) -> Mapping[Pair, _Evidence]:
    """The pairs that are one utterance, lower number first."""
    subject = _subject(spoken)
    pairs = _candidates(spoken)
    found = {pair: evidence for pair in pairs if (evidence := _by_words(spoken, pair, subject)) is not None}
    for pair in _overlapping(spoken):
        found[pair] = _Evidence(1.0, Tie.RECORD)
    return found


def _subject(spoken: Sequence[Spoken]) -> frozenset[str]:
    """The terms that any statement of the story may have because it is about the story."""
    counts = Counter(term for one in spoken for term in one.terms)
    least = max(SUBJECT_LEAST, SUBJECT * len(spoken))
    return frozenset(term for term, count in counts.items() if count >= least)


def _candidates(spoken: Sequence[Spoken]) -> Iterator[Pair]:
    """Pairs that share enough words, of speakers that may be one, or of two who are given one long quotation."""
    by_term: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(spoken):
        for term in one.terms:
            by_term[term].append(number)
    for number, one in enumerate(spoken):
        shared: dict[int, int] = defaultdict(int)
        for term in one.terms:
            sharing = by_term[term]
            if len(sharing) <= COMMON:
                for other in sharing:
                    if other < number:
                        shared[other] += 1
        for other in sorted(shared):
            if not _two_speakers(one, spoken[other]) or shared[other] * 2 >= LONG:
                yield other, number


def _two_speakers(first: Spoken, second: Spoken) -> bool:
    """Whether both are named and are not one."""
    one, other = first.utterance.speaker, second.utterance.speaker
    return one is not None and other is not None and one != other


def _by_words(spoken: Sequence[Spoken], pair: Pair, subject: frozenset[str]) -> _Evidence | None:
    """The evidence that the words of two statements give, as they stand or as the record has them; None: not enough."""
    first, second = (spoken[number] for number in pair)
    if _two_speakers(first, second):
        # Within one article it is somebody's report of another's words.
        score = verbatim(first.utterance, second.utterance) if first.telling != second.telling else 0.0
        return _Evidence(score, Tie.WORDS) if score else None
    if _other_numbers(first, second):
        return None
    score = _likeness(first.utterance, second.utterance, subject)
    bar = _bar(first, second)
    if score >= bar:
        return _Evidence(score, Tie.WORDS if score >= ALIKE else Tie.DAY)
    readings = [(one, other) for one in first.readings for other in second.readings]
    recorded = max((_likeness(one, other, subject) for one, other in readings[1:]), default=0.0)
    return _Evidence(recorded, Tie.RECORD) if recorded >= max(bar, ALIKE) else None


def _other_numbers(first: Spoken, second: Spoken) -> bool:
    """Whether two statements, not known to be of one day, give only different numbers: a toll told again later."""
    if first.day is not None and first.day == second.day:
        return False
    mine, theirs = first.utterance.whole.numbers, second.utterance.whole.numbers
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _bar(first: Spoken, second: Spoken) -> float:
    """The likeness that two statements must have."""
    if first.day is not None and second.day is not None and abs((first.day - second.day).days) > ZONE:
        return OTHER_DAY
    if first.utterance.speaker is None or second.utterance.speaker is None:
        return UNNAMED
    return SAME_DAY if first.day is not None and first.day == second.day else ALIKE


def _likeness(one: Utterance, other: Utterance, subject: frozenset[str]) -> float:
    """How alike two readings are; 0 where they share too few words, or only what the whole story is about."""
    shared = one.whole.terms & other.whole.terms
    named = one.speaker is not None and other.speaker is not None
    if len(shared) < SHARED and not _excerpt(one, other, least=1 if named else EXCERPT):
        return 0.0
    score = likeness(one, other)
    return score if score >= PLAIN or not shared <= subject else 0.0


def _excerpt(one: Utterance, other: Utterance, *, least: int) -> bool:
    """Whether one is the other, of so many words at least, or ``EXCERPT`` words of it in a row."""
    short, long = sorted((one.whole.words, other.whole.words), key=len)
    length = short.count(" ") + 1
    return (short == long and length >= least) or (length >= EXCERPT and f" {short} " in f" {long} ")


def _overlapping(spoken: Sequence[Spoken]) -> Iterator[Pair]:
    """Pairs whose places in one record overlap."""
    places: dict[str, list[tuple[RecordPlace, int]]] = defaultdict(list)
    for number, one in enumerate(spoken):
        for place in one.traced:
            places[place.record].append((place, number))
    for record in sorted(places):
        inside = sorted(places[record], key=lambda found: (found[0].start, found[0].end, found[1]))
        for at, (place, number) in enumerate(inside):
            for other, their_number in inside[at + 1 : at + 1 + COMMON]:
                if other.start >= place.end:
                    break
                if number != their_number and _covering(place, other):
                    yield min(number, their_number), max(number, their_number)


def _covering(one: RecordPlace, other: RecordPlace) -> bool:
    shorter = min(one.end - one.start, other.end - other.start)
    return min(one.end, other.end) - max(one.start, other.start) >= OVERLAP * max(shorter, 1)


def _apart(one: Spoken, other: Spoken) -> bool:
    """Whether the record says that two statements are two utterances: it has both, at places that do not meet."""
    shared = {place.record for place in one.traced} & {place.record for place in other.traced}
    return bool(shared) and not any(
        mine.record == theirs.record and mine.start < theirs.end and theirs.start < mine.end
        for mine in one.traced
        for theirs in other.traced
    )
