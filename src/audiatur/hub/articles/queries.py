"""What the page of an article shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from audiatur.hub.articles.items import Item, item_of, items_of
from audiatur.hub.articles.marks import Mark, Paragraph, Role, paragraphs
from audiatur.hub.articles.models import Anatomy, Article, Version
from audiatur.hub.gate import changes, ready
from audiatur.hub.records.queries import ShownTrace, traces_of
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.models import Statement
from audiatur.hub.statements.shown import Shown, View, shown
from audiatur.provenance.values import Claim, Released, Withheld

# A wire report is carried by dozens; more are on the page of the story.
COPIES = 20
# States of an article on a page of its changes: each is compared with the one before, at a millisecond or so.
STATES_ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """A version of the article: when it was first seen, and which of its parts differ from the one before.

    ``full`` is whether it is the first reading of the full page, after the feed's summary: no change by the outlet.
    ``page`` is the page of the article's changes on which it stands.
    """

    number: int
    seen: datetime
    changed: tuple[str, ...]
    full: bool = False
    page: int = 1

    @property
    def edit(self) -> bool:
        """Whether the outlet changed something."""
        return self.number > 1 and not self.full


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as its page shows it. ``left_out`` counts the pieces of page furniture that are not in ``paragraphs``.

    ``original`` is the outlet that the text names as its origin, empty where it names none or those
    words were not released. ``traces`` are the places of quotations in records, by the statement's key. ``withheld``
    counts copies that may not leave, ``others`` the other articles of the story.
    """

    item: Item
    paragraphs: tuple[Paragraph, ...]
    statements: tuple[Shown, ...]
    original: str
    versions: tuple[Seen, ...]
    copies: tuple[Item, ...]
    withheld: int
    story: str | None
    others: int
    first_seen: datetime
    left_out: int = 0
    traces: Mapping[int, Sequence[ShownTrace]] = field(default_factory=dict)

    @property
    def released(self) -> Released:
        """What the gate let out."""
        return self.item.released

    @property
    def edits(self) -> int:
        """How often the outlet changed it, as far as the hub saw."""
        return sum(one.edit for one in self.versions)

    @property
    def evidence(self) -> tuple[Claim, ...]:
        """The claims that the notice rests on."""
        return self.released.notice.evidence


def find(uid: str) -> Article | None:
    """The article of this address, with what the gate asks for; None where there is none."""
    return ready(Article.objects.filter(uid=uid, latest__isnull=False)).select_related("story").first()


def reading_of(standing: Standing, article: Article) -> Reading | Withheld:
    """The article as its page shows it, or that it may not leave."""
    released = standing.gate.release(article)
    if isinstance(released, Withheld):
        return released
    rows = Statement.objects.told().filter(version=article.latest_id).select_related("speaker")
    statements = tuple(shown(standing, released, rows.prefetch_related("speaker__sides")))
    item = item_of(standing, article, released)
    copies, withheld = _copies(standing, article)
    others = Article.objects.filter(story=article.story_id).exclude(pk=article.pk).count() if article.story_id else 0
    return Reading(
        item=item,
        paragraphs=laid_out(item, [mark for statement in statements for mark in statement.marks]),
        statements=statements,
        original=_original(released, getattr(article.latest, "anatomy", None)),
        versions=versions_of(article),
        copies=tuple(copies),
        withheld=withheld,
        story=article.story.uid if article.story else None,
        others=others,
        first_seen=article.first_seen,
        left_out=len(item.furniture),
        traces=traces_of(standing, [statement.pk for statement in statements]),
    )


def laid_out(item: Item, marks: Iterable[Mark]) -> tuple[Paragraph, ...]:
    """The released text in paragraphs with its marks, a republisher's notice set apart, page furniture left out."""
    found = paragraphs(item.released.text, marks, item.apart)
    return tuple(part for part in found if part.role is not Role.FURNITURE)


def _original(released: Released, anatomy: Anatomy | None) -> str:
    """The outlet that the text names as its origin; empty where it names none or those words were not released."""
    found = anatomy.original_source if anatomy is not None else None
    return str(found["name"]) if found and View(released).holds(found["evidence"]) else ""


def versions_of(article: Article) -> tuple[Seen, ...]:
    """The states in which the hub saw an article, the first first; two queries."""
    rows = Version.objects.filter(article=article).values_list("pk", "number", "seen", "changed").order_by("-number")
    edited = set(changes().filter(article=article).values_list("pk", flat=True))
    newest_first = [
        Seen(
            number,
            seen,
            _parts(changed),
            full=number > 1 and pk not in edited,
            page=place // STATES_ON_A_PAGE + 1,
        )
        for place, (pk, number, seen, changed) in enumerate(rows)
    ]
    return tuple(reversed(newest_first))


def _parts(changed: Iterable[str]) -> tuple[str, ...]:
    """The parts of an article in words."""
    words = {"title": _("title"), "byline": _("byline"), "body": _("body")}
    return tuple(words.get(part, part) for part in changed)


def _copies(standing: Standing, article: Article) -> tuple[list[Item], int]:
    """Articles that repeat this one, that it repeats, or that repeat the same one; the earliest first."""
    same = Q(copy_of=article.pk)
    if article.copy_of_id is not None:
        same |= Q(pk=article.copy_of_id) | Q(copy_of=article.copy_of_id)
    related = Article.objects.filter(same, latest__isnull=False).exclude(pk=article.pk)
    return items_of(standing, related.order_by("published", "pk")[:COPIES])
