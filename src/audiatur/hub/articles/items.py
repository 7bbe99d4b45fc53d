"""Articles as pages show them: what the gate released, with the labels of its source. Never a raw row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audiatur.hub.addressing import path_to
from audiatur.hub.articles.marks import Region, Role
from audiatur.hub.articles.models import Anatomy, Article
from audiatur.hub.articles.rows import Light, Place, light, light_by_key, wordings
from audiatur.hub.gate import Wording, held_as
from audiatur.hub.languages.names import language_label
from audiatur.hub.shelf import Shelf
from audiatur.hub.sources.models import Source
from audiatur.hub.sources.standing import SideMark, Standing
from audiatur.hub.statements.shown import View
from audiatur.provenance.excerpts import excerpt_end
from audiatur.provenance.values import IndependenceClass, Mode, Released, Withheld
from audiatur.provenance.wordings import wording
from audiatur.publishing.furniture import cut
from audiatur.publishing.notice import notice_html
from audiatur.spans import Span

MODE_LABELS = {
    Mode.FULL: _("full text"),
    Mode.EXCERPT: _("excerpt"),
    Mode.LINK: _("link only"),
    Mode.NONE: _("not republished"),
}
# Scripts written from right to left, by the language codes that use them.
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
# Characters of a lede in lists: about three lines; and of the words that stand for a title: about one.
LEDE, OPENING = 220, 80
# Characters of articles, with their HTML, that are kept with what was made of them: 30 to 60 MB a process.
KEPT = 32_000_000
# The end of a sentence, with the marks that close after it: nothing is left out of it, so no ellipsis follows.
_ENDED = re.compile(r"[.!?\u2026\u3002\uff01\uff1f][\"'\u201d\u2019\u00bb)\]]*\Z")


def direction(language: str | None) -> str:
    """The ``dir`` of a text in a language: ``auto`` where the language is not known."""
    if not language:
        return "auto"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def beginning(text: str, most: int) -> str:
    """The beginning of a text, cut between words, with an ellipsis where it stops within a sentence.

    >>> beginning("The light is out, they say", 18)
    'The light is out\u2026'
    """
    cut = text[: excerpt_end(text, most) or most]
    return cut if cut == text or _ENDED.search(cut) else cut.rstrip(" ,;:-\u2013\u2014") + "\u2026"


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a page: only ``released`` holds anything of its content.

    ``apart`` are the places of ``released.text`` that are not the article: furniture of the outlet's page, which is
    shown nowhere, and a republisher's notice.
    """

    pk: int
    uid: str
    source_pk: int
    story_pk: int | None
    released: Released
    sides: tuple[SideMark, ...]
    copy: str = ""
    copy_of: int | None = None
    apart: tuple[Region, ...] = ()

    def __hash__(self) -> int:
        """From what tells items apart; all of an item is compared where two have the same."""
        return hash((self.uid, self.released.version, self.released.mode))

    @property
    def original(self) -> int:
        """The key of the article whose words it has: the one that it is a copy of, else its own."""
        return self.copy_of or self.pk

    @property
    def furniture(self) -> tuple[Span, ...]:
        """The places of ``released.text`` that are furniture."""
        regions = (region for region in self.apart if region.role is Role.FURNITURE)
        return tuple(Span.of(self.released.text, region.start, region.end) for region in regions)

    @property
    def text(self) -> str:
        """The text that was released, without furniture."""
        return cut(self.released.text, self.furniture)

    @property
    def path(self) -> str:
        """Its page in the hub."""
        return path_to("article", self.uid)

    @property
    def source(self) -> str:
        """The slug of its source."""
        return self.released.notice.source_id

    @property
    def outlet(self) -> str:
        """The name of its source."""
        return self.released.notice.source_name

    @property
    def source_path(self) -> str:
        """The page of its source."""
        return path_to("source", self.source)

    @property
    def title(self) -> str:
        """Its title; where the outlet gave none, the first words of what was released, in quotation marks."""
        return self.released.title or (f"\u201c{self._opening}\u201d" if self._opening else gettext("Untitled item"))

    @property
    def _opening(self) -> str:
        """The first words of the first line that was released; empty where nothing but the link was."""
        return beginning(self.text.lstrip().partition("\n")[0].rstrip(), OPENING)

    @property
    def published(self) -> datetime:
        """When it appeared."""
        return self.released.published

    @property
    def edited(self) -> datetime | None:
        """When a change by the outlet was last seen; None where none was."""
        return self.released.updated if self.released.updated != self.released.published else None

    @property
    def edits_path(self) -> str:
        """The page of what the outlet changed in it."""
        return path_to("article_changes", self.uid)

    @property
    def direction(self) -> str:
        """The ``dir`` of its words."""
        return direction(self.released.language)

    @property
    def language(self) -> str:
        """Its language, named in that of the page; its code where it has no name here, empty where it is not known."""
        return language_label(self.released.language or "")

    @property
    def mode(self) -> str:
        """How much of it is shown, in words; an excerpt that fits whole is still no more than the excerpt."""
        return str(MODE_LABELS[self.released.mode])

    @property
    def lede(self) -> str:
        """The beginning of what was released; empty where only the link was, or it stands for the title."""
        words = beginning(" ".join(self.text[: LEDE * 2].split()), LEDE)
        return "" if not self.released.title and words == self._opening else words

    @property
    def notice(self) -> SafeString:
        """The notice that travels with it, as HTML made by ``publishing``, which escapes every value."""
        return mark_safe(notice_html(self.released.notice))  # noqa: S308

    @property
    def notice_line(self) -> str:
        """The class, in the first words that the notice has for it, and the country: for the notice that is closed."""
        notice = self.released.notice
        unknown = notice.independence is IndependenceClass.UNKNOWN
        told = wording(notice.language).classes[notice.independence].partition(":")[0]
        return f"{gettext('class unknown') if unknown else told} · {notice.country or gettext('country unknown')}"


def item_of(standing: Standing, article: Article, released: Released) -> Item:
    """The item of an article that the gate let out."""
    found: Anatomy | None = getattr(article.latest, "anatomy", None)
    return Item(
        pk=article.pk,
        uid=article.uid,
        source_pk=article.source_id,
        story_pk=article.story_id,
        released=released,
        sides=standing.sides(article.source_id),
        copy=article.copy_kind,
        copy_of=article.copy_of_id,
        apart=_apart(released, found.furniture, found.notice) if found is not None else (),
    )


def _apart(released: Released, furniture: Iterable[Place], notice: Place | None) -> tuple[Region, ...]:
    """What is not the article, as places of the released text; the anatomy counts from the title, as statements do.

    What does not say where it points the words that stand there is passed over: nothing is left out by mistake.
    """
    view = View(released)
    spans = [(span, Role.FURNITURE) for span in furniture]
    spans += [(notice, Role.NOTICE)] if notice else []
    regions = []
    for span, role in spans:
        start, end = int(span["start"]), min(int(span["end"]), len(view.reading))
        if view.offset <= start < end and str(span["text"]).startswith(view.reading[start:end]):
            regions.append(Region(start - view.offset, end - view.offset, role))
    return tuple(regions)


def items_of(standing: Standing, articles: QuerySet[Article]) -> tuple[list[Item], int]:
    """What the gate lets out of the articles, in their order, and how many it kept back. Each needs a version."""
    rows = light(articles)
    found = _let_out(standing, rows)
    items = [found[row.pk] for row in rows if row.pk in found]
    return items, len(rows) - len(items)


def items_by_key(standing: Standing, keys: Iterable[int]) -> tuple[dict[int, Item], int]:
    """The same for articles given by their keys, the items by these."""
    rows = light_by_key(keys)
    found = _let_out(standing, rows)
    return found, len(rows) - len(found)


_kept: Shelf[Item] = Shelf(KEPT)


def _let_out(standing: Standing, rows: Sequence[Light]) -> dict[int, Item]:
    """The items of what the gate lets out, by the articles' keys: those that are kept, and the others made."""
    terms = {source: standing.terms(source) for source in {row.source for row in rows}}
    found: dict[int, Item] = {}
    others: list[tuple[Light, int]] = []
    for row in rows:
        if row.latest is None:
            raise ValueError(f"article {row.uid} has no version")
        kept = _kept.take((terms[row.source], row)) if terms[row.source] is not None else None
        if kept is None:
            others.append((row, row.latest))
        else:
            found[row.pk] = kept
    words = wordings(latest for _, latest in others) if others else {}
    for row, latest in others:
        made = _made(standing, row, words[latest])
        if made is not None:
            found[row.pk] = made
            if terms[row.source] is not None:
                _kept.put((terms[row.source], row), made, len(words[latest].text) + len(words[latest].html))
    return found


def _made(standing: Standing, row: Light, latest: Wording) -> Item | None:
    """The item of an article; None where it may not leave."""
    # One of a source that came meanwhile asks for it.
    source = standing.sources.get(row.source) or Source.objects.get(pk=row.source)
    released = standing.gate.release_held(source, held_as(row.uid, row.url, row.published, latest, latest.changed))
    if isinstance(released, Withheld):
        return None
    return Item(
        pk=row.pk,
        uid=row.uid,
        source_pk=row.source,
        story_pk=row.story,
        released=released,
        sides=standing.sides(row.source),
        copy=row.copy_kind,
        copy_of=row.copy_of,
        apart=_apart(released, row.furniture_places, row.notice_place),
    )


def newest(standing: Standing, sources: Iterable[int], most: int) -> tuple[list[Item], int]:
    """The newest items of some sources, and how many of the articles as new as these were kept back.

    Sources of which nothing may leave are counted, not loaded.
    """
    wanted = set(sources)
    held = Article.objects.filter(latest__isnull=False)
    shown = held.filter(source__in=wanted - standing.closed)
    since = reaching(wanted - standing.closed, most)
    items, withheld = items_of(standing, (shown if since is None else shown.filter(published__gte=since))[:most])
    closed = held.filter(source__in=wanted & standing.closed)
    if len(items) + withheld == most and items:
        closed = closed.filter(published__gte=items[-1].published)
    return items, withheld + (closed.count() if wanted & standing.closed else 0)


def reaching(sources: Iterable[int], most: int) -> datetime | None:
    """A moment since which the sources have the newest ``most`` of their articles, and few more; None: since ever.

    Asked for by "the newest of these sources", a database sorts all that they ever published. The newest of each source
    stand side by side in its index: the ``most``-th newest of any one source bounds the newest of all.
    """
    dates = Article.objects.filter(source=OuterRef("pk")).order_by("-published").values("published")
    rows = Source.objects.filter(pk__in=list(sources)).order_by()
    found: datetime | None = rows.annotate(reached=Subquery(dates[most - 1 : most])).aggregate(at=Max("reached"))["at"]
    return found
