"""How the sides of a topic cover a story: counts and where they stand in a bar. No judgement, only numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audiatur.hub.sources.standing import SideMark, Standing, TopicMark
from audiatur.hub.stories.sided import Sided

# An article as counting sees it: the key of the article whose words it has (its own where it is no copy), its source.
Voice = tuple[int, int]
# The width of a bar in its own units; the picture is stretched to the page.
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Share(Sided):
    """A side's part of a bar. ``mark`` is None for the articles on no side. ``x`` and ``width`` are in bar units.

    ``count`` and ``width`` are of what is shown, copies of one text within a side counted once; ``copies`` counts those
    that add nothing, ``withheld`` the articles of the side that may not leave.
    """

    mark: SideMark | None
    count: int
    x: float
    width: float
    withheld: int = 0
    copies: int = 0

    @property
    def name(self) -> str:
        """The side's name for readers."""
        return self.mark.name if self.mark else _("on no side")

    @property
    def remark(self) -> str:
        """What follows the number where copies are not counted, or articles are withheld: it is not all there is."""
        told = []
        if self.copies:
            told.append(ngettext("%(count)s copy", "%(count)s copies", self.copies) % {"count": self.copies})
        if self.withheld:
            words = ngettext("%(count)s not shown", "%(count)s not shown", self.withheld)
            told.append(words % {"count": self.withheld})
        return f" ({', '.join(told)})" if told else ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The shares of a story by side, in the editor's order, every side of the topic named, also with 0."""

    shares: tuple[Share, ...]

    @property
    def words(self) -> str:
        """The same in words, for those who do not see the bar."""
        return ", ".join(f"{share.name} {share.count}{share.remark}" for share in self.shares)


def coverage(
    standing: Standing,
    topic: TopicMark | None,
    voices: Iterable[Voice],
    withheld: Iterable[int] = (),
) -> Coverage:
    """Count articles by side. An article on two sides counts for both; copies within a side are one voice.

    ``voices`` are the articles that are shown, ``withheld`` the sources of those that may not leave, one for each.
    """
    told = list(voices)
    copies = copies_of(standing, topic, told)
    shown = by_side(standing, topic, (source for _, source in told)) - copies
    hidden = by_side(standing, topic, withheld)
    marks: list[SideMark | None] = [*topic.sides] if topic else []
    if shown[None] or hidden[None]:
        marks.append(None)
    whole = sum(shown.values()) or 1
    shares, x = [], 0.0
    for mark in marks:
        width = WIDTH * shown[mark] / whole
        shares.append(Share(mark, shown[mark], round(x, 2), round(width, 2), hidden[mark], copies[mark]))
        x += width
    return Coverage(tuple(shares))


def by_side(standing: Standing, topic: TopicMark | None, sources: Iterable[int]) -> Counter[SideMark | None]:
    """How many articles each side has, None being no side, where ``sources`` are one for each article."""
    counts: Counter[SideMark | None] = Counter()
    for source in sources:
        counts.update(standing.sides(source, topic.slug) if topic is not None else ())
        counts[None] += not (topic is not None and standing.sides(source, topic.slug))
    return counts


def copies_of(standing: Standing, topic: TopicMark | None, voices: Iterable[Voice]) -> Counter[SideMark | None]:
    """How many articles of each side say again what another of the same side does: a wire report is one voice."""
    told: dict[int, list[int]] = {}
    for original, source in voices:
        told.setdefault(original, []).append(source)
    again: Counter[SideMark | None] = Counter()
    for sources in told.values():
        again.update({mark: count - 1 for mark, count in by_side(standing, topic, sources).items() if count > 1})
    return again


def only_side(standing: Standing, topic: TopicMark | None, sources: Iterable[int]) -> SideMark | None:
    """The one side on which all of the sources are; None where there is none, or one of them is on another or on none.

    Asked with all sources that the hub holds on a story, also those of which nothing may leave: otherwise a policy of
    the hub would make it look as if one side were silent.
    """
    if topic is None:
        return None
    placed = [standing.sides(source, topic.slug) for source in sources]
    if not placed or any(len(found) != 1 for found in placed):
        return None
    first = placed[0][0]
    return first if all(found[0] == first for found in placed) else None
