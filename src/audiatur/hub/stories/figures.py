"""Numbers that differ and words that are distinctive, as the page of a story shows them: each at its exact place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from audiatur.comparison.laid import DistinctiveWord, LaidOut, NumberGroup, NumberUse, Quantity
from audiatur.comparison.values import Place, SideLabel
from audiatur.hub.articles.items import Item
from audiatur.hub.languages.names import language_label
from audiatur.hub.records.queries import fragment
from audiatur.hub.sources.standing import SideMark
from audiatur.hub.statements.shown import Shown
from audiatur.hub.stories.sided import Sided
from audiatur.hub.stories.telling import Material
from audiatur.spans import Span

# Characters of the text on each side of a word that is shown as an example.
AROUND = 60


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Exact words of an article with what stands around them, and the address that leads to the place."""

    item: Item
    before: str
    words: str
    after: str
    path: str

    @property
    def sentence(self) -> tuple[str]:
        """The words with what stands around them, as one piece."""
        return (f"{self.before}{self.words}{self.after}",)


@dataclass(frozen=True, slots=True)
class ShownUse:
    """A number in its sentence. ``statement`` is who says it; None where the outlet says it itself.

    ``since`` is when the article appeared, or when the sentence was first seen in it, where that was later. ``value``
    are the ends of the range that it gives, equal for a single number.
    """

    excerpt: Excerpt
    statement: Shown | None
    since: datetime
    value: tuple[Decimal, Decimal]
    copies: int = 0

    @property
    def later(self) -> bool:
        """Whether it is of a time at which the hub saw the words come."""
        return self.since != self.excerpt.item.published


@dataclass(frozen=True, slots=True)
class NumberCell(Sided):
    """A side's numbers for one quantity."""

    mark: SideMark | None
    uses: tuple[ShownUse, ...]


@dataclass(frozen=True, slots=True)
class ShownNumbers:
    """Numbers for one quantity that are not all the same. ``across``: two sides give different ones."""

    kind: str
    about: str
    unit: str
    language: str
    cells: tuple[NumberCell, ...]
    across: bool


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A word that a side uses more than the others, with how often, and places of it."""

    word: str
    here: int
    elsewhere: int
    voices: int
    examples: tuple[Excerpt, ...]

    @property
    def more(self) -> bool:
        """Whether it stands in more places than are shown."""
        return len(self.examples) < self.here


@dataclass(frozen=True, slots=True)
class ShownWords(Sided):
    """A side's distinctive words in one language, none where it has none, with how many words were counted."""

    mark: SideMark | None
    language: str
    code: str
    words: tuple[ShownWord, ...]
    here: int
    elsewhere: int


class Figures:
    """The numbers and the distinctive words of a story, made ready for its page."""

    def __init__(self, material: Material, laid: LaidOut) -> None:
        self.material = material
        self.laid = laid
        self._items = material.by_uid
        self._marks = material.marks

    def numbers(self) -> tuple[ShownNumbers, ...]:
        """The numbers that differ, those that differ between sides first."""
        return tuple(self._group(group) for group in sorted(self.laid.numbers, key=lambda group: not group.across))

    def words(self, most: int) -> tuple[ShownWords, ...]:
        """The distinctive words of each side and language, at most so many of each.

        Where one side has some in a language, the others are told of too, with theirs or with none.
        """
        told = {found.language for found in self.laid.distinctive if found.words}
        return tuple(
            ShownWords(
                self._mark(found.side),
                language_label(found.language),
                found.language,
                tuple(self._word(word) for word in found.words[:most]),
                found.words_here,
                found.words_elsewhere,
            )
            for found in self.laid.distinctive
            if found.language in told
        )

    def first_values(self) -> Iterator[tuple[str, ShownUse]]:
        """Each value of the numbers that differ between sides, with its kind, where it was first seen to be given.

        That is by when the hub saw the sentence come: an article that was there earlier and took the number in later
        gave it later. The day of an utterance is no such time: it says when words were spoken, not when anybody could
        read them.
        """
        for group in self.laid.numbers:
            first: dict[tuple[Decimal, Decimal], ShownUse] = {}
            for use in map(self._use, group.uses) if group.across else ():
                known = first.get(use.value)
                first[use.value] = use if known is None or use.since < known.since else known
            yield from ((_kind(group.quantity), use) for use in first.values())

    def _mark(self, label: SideLabel | None) -> SideMark | None:
        return self._marks[label.id] if label is not None else None

    def _group(self, group: NumberGroup) -> ShownNumbers:
        first = self._items[group.uses[0].place.telling]
        labels = [covered.side for covered in self.laid.coverage.sides]
        cells = [NumberCell(self._mark(label), self._uses(group.uses, label)) for label in labels]
        kind = _kind(group.quantity)
        return ShownNumbers(kind, group.about, group.unit, first.released.language or "", tuple(cells), group.across)

    def _uses(self, uses: Sequence[NumberUse], label: SideLabel | None) -> tuple[ShownUse, ...]:
        """The uses of a side, one for each voice and wording; copies of one text are counted, not repeated."""
        found: dict[tuple[str, str, str], ShownUse] = {}
        for use in uses:
            if label in use.sides:
                key = (use.voice, use.place.span.text, use.sentence.text)
                known = found.get(key)
                found[key] = self._use(use) if known is None else replace(known, copies=known.copies + 1)
        return tuple(found.values())

    def _use(self, use: NumberUse) -> ShownUse:
        item = self._items[use.place.telling]
        said = self.material.said[item.pk][int(use.said.statement.key) - 1] if use.said is not None else None
        excerpt = _in_sentence(item, use.place.span, use.sentence)
        return ShownUse(excerpt, said, self.material.since.of(item, excerpt.sentence), (use.low, use.high))

    def _word(self, word: DistinctiveWord) -> ShownWord:
        examples = tuple(self._example(place) for place in word.examples)
        return ShownWord(word.word, word.here, word.elsewhere, word.voices, examples)

    def _example(self, place: Place) -> Excerpt:
        item = self._items[place.telling]
        text, span = item.released.text, place.span
        start, end = _beginning(text, span.start), _end(text, span.end)
        around = text[start:end]
        return Excerpt(item, text[start : span.start], span.text, text[span.end : end], item.path + fragment(around))


def _in_sentence(item: Item, span: Span, sentence: Span) -> Excerpt:
    before, after = sentence.text[: span.start - sentence.start], sentence.text[span.end - sentence.start :]
    return Excerpt(item, before, span.text, after, item.path + fragment(sentence.text))


def _beginning(text: str, at: int) -> int:
    """Where the words around a place begin: within its line, between two words."""
    least = max(text.rfind("\n", 0, at) + 1, at - AROUND)
    gap = text.find(" ", least, at)
    return least if least == 0 or text[least - 1] in " \n" or gap < 0 else gap + 1


def _end(text: str, at: int) -> int:
    line = text.find("\n", at)
    most = min(len(text) if line < 0 else line, at + AROUND)
    gap = text.rfind(" ", at, most)
    return most if most == len(text) or text[most] in " \n" or gap < 0 else gap


def _kind(quantity: Quantity) -> str:
    return {
        Quantity.CASUALTIES: _("Casualties"),
        Quantity.COUNT: _("Count"),
        Quantity.MONEY: _("Money"),
        Quantity.PERCENT: _("Share"),
    }[quantity]
