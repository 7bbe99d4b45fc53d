"""A story laid out by sides, as values: coverage, utterances, numbers and words, each with its places.

Every word in them was given, and stands where the value says. Lists of sides are in the editor's order; ``None`` in
place of a side is the articles on no side.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from audiatur.comparison.values import Place, RecordPlace, Said, SideLabel
from audiatur.spans import Span

Edit = tuple[Literal["=", "-", "+"], str]
"""Words that the reference and this wording share, that only the reference has, that only this wording has."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch in which a side reported nothing and another did.

    Attributes:
        since, until: when it began and ended; ``until`` is None where it lasts.
        hours: its length; up to ``now`` where it lasts.
        after: the side's last article before it, None where it had none yet.
        before: the side's first article after it, None where it lasts.
        meanwhile: the articles of others that appeared in it, the earliest first.
    """

    since: datetime
    until: datetime | None
    hours: float
    after: str | None
    before: str | None
    meanwhile: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideCoverage:
    """How one side covers the story. A side without articles has only zeros and None.

    Attributes:
        outlets: names of the outlets, in the order of their first article.
        tellings: its articles, the earliest first, undated last.
        voices: how many texts they are, copies of one text counted once.
        copies: those of ``tellings`` that repeat an earlier one of the same side.
        first, first_at: the side's first dated article and its date.
        hours_behind: from the first report anywhere to the side's first; 0 for who reported first; None where
            one of the two is dated by its day alone, unless days lie between them.
        silences: the longest stretches without a report while others reported, the longest first.
        silent_since: when the side last reported, if others have reported since; None if it had the last word.
    """

    side: SideLabel | None
    outlets: tuple[str, ...]
    tellings: tuple[str, ...]
    voices: int
    copies: tuple[str, ...]
    first: str | None
    first_at: datetime | None
    hours_behind: float | None
    silences: tuple[Silence, ...]
    silent_since: datetime | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """All sides' coverage. ``first`` is the article that reported first, None where dates leave that open."""

    sides: tuple[SideCoverage, ...]
    first: str | None
    first_at: datetime | None


class Tie(StrEnum):
    """Why wordings are one utterance: the record, alike words, or near words of one speaker on one day."""

    ALONE = "alone"
    RECORD = "record"
    WORDS = "words"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class RowWording:
    """One article's words for an utterance.

    Attributes:
        said: the statement in its article.
        sides: the sides that the article is on; ``(None,)`` for none.
        voice: the text that it is of: equal for copies.
        again: whether an earlier wording of the row is of the same voice.
        edits: this wording against the reference, word by word, both as written; empty where it is the reference.
        same: whether it has the reference's words, case and punctuation aside; true of the reference itself.
        elses: whether its article names another speaker than the row's.
    """

    said: Said
    sides: tuple[SideLabel | None, ...]
    voice: str
    again: bool
    edits: tuple[Edit, ...]
    same: bool
    elses: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One utterance, with every article's exact words for it.

    Attributes:
        speaker: the fullest name that any article gives, None where none names one; of two speakers, to whom articles
            give the same words, the one whom most of them name.
        speaker_key: the speaker's key (the name where there is no key), None where nobody is named.
        speaker_sides: ids of the sides that the speaker is on.
        wordings: the earliest first.
        sides: the sides whose articles carry it.
        tie: why they are one; ``ALONE`` for a single wording.
        reference: the record's words, where there are some to show; else None, and the earliest wording is it.
    """

    speaker: str | None
    speaker_key: str | None
    speaker_sides: tuple[str, ...]
    wordings: tuple[RowWording, ...]
    sides: tuple[SideLabel | None, ...]
    tie: Tie
    reference: RecordPlace | None

    @property
    def voices(self) -> int:
        """How many texts carry it, copies counted once."""
        return len({wording.voice for wording in self.wordings})


@dataclass(frozen=True, slots=True)
class OneSided:
    """Utterances that articles of one side alone carry, by whose words they are.

    Attributes:
        own: of speakers on this side.
        others: of speakers on another side and not on this one.
        unplaced: of named speakers on no side.
        unnamed: of speakers that no article names.
    """

    side: SideLabel | None
    own: tuple[Row, ...]
    others: tuple[Row, ...]
    unplaced: tuple[Row, ...]
    unnamed: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All of them."""
        return (*self.own, *self.others, *self.unplaced, *self.unnamed)


class Quantity(StrEnum):
    """What kind of number it is."""

    CASUALTIES = "casualties"
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"


class Bound(StrEnum):
    """How a number is limited by the words before it, which are part of its span."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    UP_TO = "up to"
    LESS_THAN = "less than"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class NumberUse:
    """A number in a text.

    Attributes:
        place: the article and the number with the words that limit it, as written.
        noun: what is counted, as written; what happened where no noun is there; the number where neither is.
        event: the word for what happened, None where none is near.
        sentence: the sentence around it.
        low, high: its value; two values for a range, else equal.
        bound: how it is limited.
        said: the innermost statement whose words hold it; None: the outlet says it itself.
        sides: those of the article.
        voice: the text it is of, equal for copies.
    """

    place: Place
    noun: Span
    event: Span | None
    sentence: Span
    low: Decimal
    high: Decimal
    bound: Bound
    said: Said | None
    sides: tuple[SideLabel | None, ...]
    voice: str


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """Numbers for one quantity that are not all the same.

    Attributes:
        quantity: the kind.
        about: what is counted, in the words of the first use.
        unit: currency or measure, as a code; empty for counts.
        uses: the earliest first.
        across: whether articles of two sides give different values.
    """

    quantity: Quantity
    about: str
    unit: str
    uses: tuple[NumberUse, ...]
    across: bool


@dataclass(frozen=True, slots=True)
class DistinctiveWord:
    """A word that a side uses more than the others do.

    Attributes:
        word: as it is most often written.
        z: the z-score of the log-odds ratio.
        here, elsewhere: how often the side and the others use it.
        voices: how many of the side's texts use it, copies counted once.
        examples: places of it in reading order; fewer than ``here`` where it is used often.
    """

    word: str
    z: float
    here: int
    elsewhere: int
    voices: int
    examples: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class DistinctiveWords:
    """A side's distinctive words in one language, the most distinctive first.

    ``words_here`` and ``words_elsewhere`` are how many words were counted, for the shares.
    """

    side: SideLabel | None
    language: str
    words: tuple[DistinctiveWord, ...]
    words_here: int
    words_elsewhere: int


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A story laid out by sides."""

    coverage: Coverage
    rows: tuple[Row, ...]
    one_sided: tuple[OneSided, ...]
    numbers: tuple[NumberGroup, ...]
    distinctive: tuple[DistinctiveWords, ...]
