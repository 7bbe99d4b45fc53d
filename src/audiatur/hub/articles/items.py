"""Articles as pages show them: what the gate released, with the labels of its source. Never a raw row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info

from audiatur.hub.articles.models import Article
from audiatur.hub.gate import ready
from audiatur.hub.sources.standing import SideMark, Standing
from audiatur.provenance.values import Mode, Released
from audiatur.publishing.notice import notice_html

MODE_LABELS = {
    Mode.FULL: "full text",
    Mode.EXCERPT: "excerpt",
    Mode.LINK: "link only",
    Mode.NONE: "not republished",
}
# Scripts written from right to left, by the language codes that use them.
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
# Characters of a lede in lists: about three lines.
LEDE = 220


def direction(language: str | None) -> str:
    """The ``dir`` of a text in a language: ``auto`` where the language is not known."""
    if not language:
        return "auto"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a page: only ``released`` holds anything of its content."""

    pk: int
    uid: str
    source_pk: int
    story_pk: int | None
    released: Released
    sides: tuple[SideMark, ...]
    copy: str = ""

    @property
    def path(self) -> str:
        """Its page in the hub."""
        return reverse("article", args=[self.uid])

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
        return reverse("source", args=[self.source])

    @property
    def title(self) -> str:
        """Its title; words that say so where the outlet gave none."""
        return self.released.title or "Untitled item"

    @property
    def published(self) -> datetime:
        """When it appeared."""
        return self.released.published

    @property
    def direction(self) -> str:
        """The ``dir`` of its words."""
        return direction(self.released.language)

    @property
    def language(self) -> str:
        """The name of its language in English, its code where it has none here; empty where it is not known."""
        code = self.released.language or ""
        try:
            return str(get_language_info(code)["name"]) if code else ""
        except KeyError:
            return code

    @property
    def mode(self) -> str:
        """How much of it is shown, in words; an excerpt that fits whole is still no more than the excerpt."""
        return MODE_LABELS[self.released.mode]

    @property
    def lede(self) -> str:
        """The beginning of what was released, cut between words; empty where nothing but the link was."""
        words = " ".join(self.released.text[: LEDE * 2].split())
        return words if len(words) <= LEDE else words[:LEDE].rsplit(" ", 1)[0].rstrip(" .,;:-\u2013\u2014") + "\u2026"

    @property
    def notice(self) -> SafeString:
        """The notice that travels with it, as HTML made by ``publishing``, which escapes every value."""
        return mark_safe(notice_html(self.released.notice))  # noqa: S308

    @property
    def notice_line(self) -> str:
        """The notice's class and country on one line, for the closed notice in a list."""
        notice = self.released.notice
        return f"class {notice.independence} · {notice.country or 'country unknown'}"


def item_of(standing: Standing, article: Article, released: Released) -> Item:
    """The item of an article that the gate let out."""
    return Item(
        pk=article.pk,
        uid=article.uid,
        source_pk=article.source_id,
        story_pk=article.story_id,
        released=released,
        sides=standing.sides(article.source_id),
        copy=article.copy_kind,
    )


def items_of(standing: Standing, articles: QuerySet[Article]) -> tuple[list[Item], int]:
    """What the gate lets out of the articles, in their order, and how many it kept back. Each needs a version."""
    passed, withheld = standing.gate.sift(ready(articles))
    return [item_of(standing, article, released) for article, released in passed], withheld


def newest(standing: Standing, sources: Iterable[int], most: int) -> tuple[list[Item], int]:
    """The newest items of some sources, and how many of the articles as new as these were kept back.

    Sources of which nothing may leave are counted, not loaded.
    """
    wanted = list(sources)
    held = Article.objects.filter(source__in=wanted, latest__isnull=False)
    items, withheld = items_of(standing, held.exclude(source__in=standing.closed)[:most])
    closed = held.filter(source__in=standing.closed)
    if len(items) + withheld == most and items:
        closed = closed.filter(published__gte=items[-1].published)
    return items, withheld + closed.count()
