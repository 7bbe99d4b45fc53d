"""What an outlet changed in an article after the hub first saw it: each change with its time, and word by word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from audiatur.articles.edits import Passage, edits
from audiatur.hub.articles.items import Item, item_of
from audiatur.hub.articles.models import Article, Version
from audiatur.hub.articles.queries import STATES_ON_A_PAGE, Seen, versions_of
from audiatur.hub.sources.standing import Standing
from audiatur.provenance.values import Mode, Withheld


@dataclass(frozen=True, slots=True)
class Step:
    """A state of the article and how it differs from the one before; what is empty did not change or is not shown."""

    seen: Seen
    title: tuple[Passage, ...] = ()
    byline: tuple[Passage, ...] = ()
    text: tuple[Passage, ...] = ()

    @property
    def told(self) -> bool:
        """Whether any word of the change is shown."""
        return bool(self.title or self.byline or self.text)


@dataclass(frozen=True, slots=True)
class History:
    """An article with its states on one page, the newest first, and how often the outlet changed it in all.

    ``whole`` is whether former words are shown: they are where the whole text is, for what an excerpt or a title said
    before may be what the outlet took back.
    """

    item: Item
    steps: tuple[Step, ...]
    edits: int
    whole: bool
    sheet: Page[Seen]


def history_of(standing: Standing, article: Article, page: str | None) -> History | Withheld:
    """The changes of an article as their page shows them, or that the article may not leave. Four queries."""
    released = standing.gate.release(article)
    if isinstance(released, Withheld):
        return released
    item = item_of(standing, article, released)
    seen = versions_of(article)
    sheet = Paginator(seen[::-1], STATES_ON_A_PAGE).get_page(page)
    whole = released.mode is Mode.FULL
    states = _states(standing, article, list(sheet)) if whole else {}
    steps = tuple(_step(one, states) for one in sheet)
    return History(item, steps, sum(one.edit for one in seen), whole, sheet)


def _states(standing: Standing, article: Article, wanted: Sequence[Seen]) -> Mapping[int, Item]:
    """The article in each wanted state and in the one before the first, by number; the gate decides on each."""
    numbers = [one.number for one in wanted]
    rows = Version.objects.filter(article=article, number__gte=min(numbers) - 1, number__lte=max(numbers))
    states = {}
    for version in rows.select_related("anatomy"):
        article.latest = version
        released = standing.gate.release(article)
        if not isinstance(released, Withheld):
            states[version.number] = item_of(standing, article, released)
    return states


def _step(seen: Seen, states: Mapping[int, Item]) -> Step:
    old, new = states.get(seen.number - 1), states.get(seen.number)
    if not seen.edit or old is None or new is None:
        return Step(seen)
    return Step(
        seen,
        edits(old.released.title or "", new.released.title or ""),
        edits(", ".join(old.released.byline), ", ".join(new.released.byline)),
        edits(old.text, new.text),
    )
