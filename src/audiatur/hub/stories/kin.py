"""Stories that are near each other: noted while articles are grouped, shown to readers, one click for editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Substr
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audiatur.hub.articles.items import Item, items_by_key
from audiatur.hub.articles.models import Article
from audiatur.hub.sources.standing import Standing
from audiatur.hub.stories.editorial import Kind, Kinship
from audiatur.hub.stories.following import currents
from audiatur.hub.stories.models import Story
from audiatur.hub.written import Written
from audiatur.stories.linking import links
from audiatur.stories.values import StoryId, Telling
from audiatur.stories.window import Window

# Neighbours kept for a story; those with nothing in common are none. With the encoder likeness is the chance that two
# stories are one event, which is near 0 for most that are worth a look; by words alone it is the share of words.
NEIGHBOURS = 5
LEAST = 0.001
# From here two stories may be the same: the hub merges them at one half.
POSSIBLY = 0.25
# Stories in which links across languages are looked for, how far back, and what of each is read.
LINKED, ACROSS, FIRST, READ = 600, timedelta(days=3), 3, 4000
# Stretches of days that are looked at after a long absence, half a stretch apart: some six weeks.
STRETCHES = 30
# Named on a page; each story that has this one among its neighbours counts too.
NAMED = 8
# Likeness in words, from the highest down: on pages it is no number, for it compares nothing but the words.
WORDS = (
    (0.5, _("very much alike")),
    (0.25, _("much alike")),
    (0.05, _("alike")),
    (0.0, _("somewhat alike")),
)


@dataclass(frozen=True, slots=True)
class Relative:
    """A story near another, headed by the earliest of its articles that may be shown. ``likeness`` is in words."""

    uid: str
    lead: Item
    likeness: str
    same: bool

    @property
    def path(self) -> str:
        """Its page."""
        return reverse("story", args=[self.uid])


def in_words(likeness: float) -> str:
    """How alike two texts or stories are.

    >>> in_words(0.45)
    'much alike'
    """
    return str(next(words for least, words in WORDS if likeness >= least))


def note_kin(window: Window, stories: Iterable[int]) -> None:
    """Note the neighbours of some stories as the window sees them now; what was noted of these before goes."""
    rows = dict(Story.objects.filter(pk__in=list(stories)).values_list("uid", "pk"))
    near = {uid: window.neighbours(StoryId(uid), NEIGHBOURS) for uid in rows}
    others = {name for found in near.values() for name, likeness in found if likeness >= LEAST}
    known = rows | dict(Story.objects.filter(uid__in=others - rows.keys()).values_list("uid", "pk"))
    Kinship.objects.filter(story__in=rows.values()).exclude(kind=Kind.LINK).delete()
    Kinship.objects.bulk_create(
        Kinship(
            story_id=rows[uid],
            other_id=known[name],
            kind=Kind.SAME if likeness >= POSSIBLY else Kind.NEAR,
            likeness=min(1.0, likeness),
        )
        for uid, found in near.items()
        for name, likeness in found
        if likeness >= LEAST and name in known and known[name] != rows[uid]
    )


def note_links(since: datetime | None = None) -> None:
    """Note which of the newest stories tell the same event in different languages, so far as names and numbers show it.

    The stories of the last days before the newest, at most so many that the look takes about a second; what was noted
    of these before goes. ``since`` is when the earliest article appeared that came meanwhile: where that is longer ago,
    as after an outage, the days from then on are looked at too, in stretches of as many days.
    """
    newest = _living().aggregate(last=Max("last_published"))["last"]
    if newest is None:
        return
    ends, stretches = newest, 0
    while stretches == 0 or (since is not None and ends > since and stretches < STRETCHES):
        _note_links(ends)
        ends, stretches = ends - ACROSS / 2, stretches + 1


def _living() -> QuerySet[Story]:
    return Story.objects.filter(redirect_to__isnull=True, articles__isnull=False)


def _note_links(ends: datetime) -> None:
    """Note the links among the stories of the days before a moment."""
    recent = _living().filter(last_published__gt=ends - ACROSS, last_published__lte=ends)
    rows = dict(recent.order_by("-last_published", "-pk").distinct().values_list("uid", "pk")[:LINKED])
    found = links(_tellings(rows))
    Kinship.objects.filter(kind=Kind.LINK, story__in=rows.values(), other__in=rows.values()).delete()
    Kinship.objects.bulk_create(
        (
            Kinship(story_id=rows[one], other_id=rows[other], kind=Kind.LINK, likeness=likeness)
            for one, other, likeness in found
        ),
        ignore_conflicts=True,
    )


def _tellings(stories: Mapping[str, int]) -> dict[StoryId, list[Telling]]:
    """The first articles of each story, as far as they are read for links."""
    held = Article.objects.filter(story__in=stories.values(), latest__isnull=False).order_by("published", "pk")
    columns = held.values_list(
        "story__uid", "uid", "latest__title", Substr("latest__text", 1, READ), "published", "latest__language"
    )
    told: dict[StoryId, list[Telling]] = {}
    for story, uid, title, text, published, language in columns.iterator(2000):
        tellings = told.setdefault(StoryId(story), [])
        if len(tellings) < FIRST:
            tellings.append(Telling(uid, title, text, published, language or None))
    return told


_NOTED: Written[tuple[int, int, str, float]] = Written(
    lambda one, other: (
        Kinship.objects.filter(Q(story=one) | Q(other=other))
        .order_by("-likeness", "pk")
        .values_list("story", "other", "kind", "likeness")[: 3 * NAMED]
    )
)
_OF_STORY: QuerySet[Article] = Article.objects.filter(latest__isnull=False, story=OuterRef("pk"))
_LEADS: Written[tuple[int, str, int | None]] = Written(
    lambda keys, closed: (
        Story.objects.filter(pk__in=keys)
        .annotate(lead=Subquery(_OF_STORY.exclude(source__in=closed).order_by("published", "pk").values("pk")[:1]))
        .values_list("pk", "uid", "lead")
    )
)


def relatives(standing: Standing, story: Story) -> tuple[Relative, ...]:
    """The stories near one, the most alike first; those of which nothing may be shown are left out."""
    best = _nearest(story)
    rows = _LEADS.rows(list(best), sorted(standing.closed) or [0])
    found = {lead: (pk, uid) for pk, uid, lead in rows if lead is not None}
    items, _ = items_by_key(standing, found)
    told = {found[lead][0]: (found[lead][1], item) for lead, item in items.items()}
    return tuple(
        Relative(*told[pk], likeness=in_words(likeness), same=same)
        for pk, (same, likeness) in sorted(best.items(), key=lambda pair: (-pair[1][0], -pair[1][1], pair[0]))
        if pk in told
    )


def _nearest(story: Story) -> Mapping[int, tuple[bool, float]]:
    """The stories near one by their keys, merges followed: whether it may be the same, and how alike they are."""
    rows = _NOTED.rows(story.pk, story.pk)
    pairs = [(other if one == story.pk else one, kind, likeness) for one, other, kind, likeness in rows]
    now = currents(pk for pk, _, _ in pairs)
    best: dict[int, tuple[bool, float]] = {}
    for pk, kind, likeness in pairs:
        if now[pk] != story.pk and (now[pk] in best or len(best) < NAMED):
            best[now[pk]] = max(best.get(now[pk], (False, 0.0)), (kind != Kind.NEAR, likeness))
    return best
