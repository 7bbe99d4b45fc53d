"""The articles of a story in a column per side: which are shown, why each is there, and what the columns leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from audiatur.hub.articles.items import Item
from audiatur.hub.articles.models import Article
from audiatur.hub.sources.standing import SideMark, Standing, TopicMark
from audiatur.hub.stories import grounds
from audiatur.hub.stories.coverage import by_side
from audiatur.hub.stories.history import Hand, hands
from audiatur.hub.stories.kin import in_words
from audiatur.hub.stories.sided import Sided
from audiatur.hub.written import Written
from audiatur.provenance.values import Mode, Released
from audiatur.stories.words import words

# Articles of a column that stand on the page of a story; the others are on the page with everything.
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article is in the story: the article that it is most like, and the words that they share.

    ``words`` are only those that stand in what was released of both articles. ``nearest`` is None where that article is
    not on the page; then there are no words. ``began``: it was like no earlier article. ``likeness`` is in words, empty
    where it is not known; ``since`` is when it was put there, None likewise. ``hand`` is the editor's decision that put
    or keeps it there; ``evidence`` are the kinds of evidence that weighed most, in words.
    """

    nearest: Item | None
    words: tuple[str, ...]
    began: bool = False
    likeness: str = ""
    since: datetime | None = None
    hand: Hand | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """The story's articles that its page leaves out, by side: those that may not leave, and those that are too old."""

    withheld: Mapping[SideMark | None, int]
    older: Mapping[SideMark | None, int]

    @classmethod
    def of(cls, standing: Standing, topic: TopicMark | None, withheld: Iterable[int], older: Iterable[int]) -> Self:
        """Counted from the sources of the articles, one for each."""
        return cls(by_side(standing, topic, withheld), by_side(standing, topic, older))


@dataclass(frozen=True, slots=True)
class Panel(Sided):
    """A side's column; ``mark`` is None for the articles on no side. ``unread`` counts articles not compared.

    ``number`` counts columns from 1. ``withheld`` counts the articles of the side that may not leave, ``older`` those
    that were not loaded, ``more`` those that this page does not list.
    """

    number: int
    mark: SideMark | None
    articles: int
    outlets: int
    unread: int
    withheld: int
    older: int
    more: int

    @property
    def silent(self) -> bool:
        """Whether the hub holds no article of this side on the story, shown or not."""
        return not (self.articles or self.withheld or self.older)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a column. ``again`` is whether it stands in an earlier column too, since it is on two sides."""

    item: Item
    panel: Panel
    statements: int
    reason: Reason | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a story, and the articles in them in order of time."""

    panels: tuple[Panel, ...]
    entries: tuple[Entry, ...]


def columns(
    items: Sequence[Item],
    said: Mapping[int, Sequence[object]],
    topic: TopicMark | None,
    absent: Absent,
    *,
    whole: bool,
) -> Columns:
    """A column for each side, empty ones too, and one for the articles on no side where there are any.

    Of a column that has more than the page shows, the first article of each outlet goes first, then the earliest.
    """
    on = {item.pk: [mark for mark in item.sides if topic is not None and mark.topic == topic.slug] for item in items}
    marks: list[SideMark | None] = [*topic.sides] if topic else []
    if any(not found for found in on.values()) or absent.withheld.get(None) or absent.older.get(None):
        marks.append(None)
    reasons = reasons_of(items)
    panels: list[Panel] = []
    entries: list[Entry] = []
    for number, mark in enumerate(marks, start=1):
        here = [item for item in items if (mark in on[item.pk] if mark else not on[item.pk])]
        chosen = here if whole else _chosen(here)
        panel = _panel(number, mark, here, len(here) - len(chosen), absent)
        panels.append(panel)
        known = {entry.item.pk for entry in entries}
        entries += [
            Entry(item, panel, len(said[item.pk]), reasons.get(item.pk), again=item.pk in known) for item in chosen
        ]
    entries.sort(key=lambda entry: (entry.item.published, entry.item.pk))
    return Columns(tuple(panels), tuple(entries))


def _panel(number: int, mark: SideMark | None, here: Sequence[Item], more: int, absent: Absent) -> Panel:
    return Panel(
        number=number,
        mark=mark,
        articles=len(here),
        outlets=len({item.source for item in here}),
        unread=sum(item.released.mode is Mode.LINK for item in here),
        withheld=absent.withheld.get(mark, 0),
        older=absent.older.get(mark, 0),
        more=more,
    )


def _chosen(here: Sequence[Item]) -> list[Item]:
    heard: Counter[str] = Counter()
    ranked = []
    for place, item in enumerate(here):
        ranked.append((heard[item.source], place, item))
        heard[item.source] += 1
    best = sorted(ranked, key=lambda one: one[:2])[:SHOWN]
    return [item for _rank, _place, item in sorted(best, key=lambda one: one[1])]


_GROUPED: Written[tuple[int, str, str, list[str], float | None, datetime | None, list[str] | None]] = Written(
    lambda keys: (
        Article.objects.filter(pk__in=keys)
        .order_by()
        .values_list("pk", "uid", "story_nearest", "story_shared", "story_score", "story_at", "story_reason")
    )
)


def reasons_of(items: Sequence[Item]) -> dict[int, Reason]:
    """Why each article is in the story, and since when.

    Words are shown only where both articles are on the page and the words stand in what was released of each: else they
    would tell what stands in an article that may not leave.
    """
    by_uid = {item.uid: item for item in items}
    decided = hands(item.pk for item in items)
    reasons: dict[int, Reason] = {}
    spelt: dict[str, frozenset[str]] = {}
    for pk, uid, nearest, shared, score, since, evidence in _GROUPED.rows([item.pk for item in items]):
        if not nearest and since is None and pk not in decided:
            continue  # It was grouped before the hub kept this.
        for one in {uid, nearest} - spelt.keys():
            spelt[one] = _spelt(by_uid[one].released) if one in by_uid else frozenset()
        both = spelt[uid] & spelt[nearest]
        reasons[pk] = Reason(
            nearest=by_uid.get(nearest),
            words=tuple(term for term in shared if term in both),
            began=not nearest,
            likeness=in_words(score) if score is not None else "",
            since=since,
            hand=decided.get(pk),
            evidence=grounds.in_words(evidence or ()),
        )
    return reasons


def _spelt(released: Released) -> frozenset[str]:
    """The words of what was released of an article, spelt as grouping spells them."""
    return frozenset(words(f"{released.title or ''}\n{released.text}"))
