"""What the page of a story shows: its articles in a column per side, and how they compare."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audiatur.comparison import compare
from audiatur.comparison.values import SideLabel, Told, ToldStatement
from audiatur.hub.articles.items import Item, items_of
from audiatur.hub.articles.marks import Role
from audiatur.hub.articles.models import Article
from audiatur.hub.articles.queries import laid_out
from audiatur.hub.sources.standing import SideMark, Standing, TopicMark
from audiatur.hub.statements.models import Statement
from audiatur.hub.statements.shown import Shown, shown
from audiatur.hub.stories.coverage import Coverage, coverage, only_side
from audiatur.hub.stories.history import History, hands, history
from audiatur.hub.stories.kin import Relative, in_words, relatives
from audiatur.hub.stories.models import Story
from audiatur.hub.stories.panels import Absent, Aligned, Page, Panel, Reason
from audiatur.provenance.values import Mode, Released
from audiatur.stories.words import words

# What a reader can lay side by side; of a longer story the newest are shown. A page of 86 articles takes half a
# second of CPU time, most of it for the comparison.
MOST = 120


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The whole page of a story. ``items`` are all that it shows, the earliest first; ``more`` were not loaded.

    ``same`` are stories that may be the same, ``near`` the others that are near.
    """

    story: Story
    topic: TopicMark | None
    topics: tuple[TopicMark, ...]
    items: tuple[Item, ...]
    panels: tuple[Panel, ...]
    aligned: tuple[Aligned, ...]
    coverage: Coverage
    only: SideMark | None
    withheld: int
    more: int
    same: tuple[Relative, ...]
    near: tuple[Relative, ...]
    history: History


def side_by_side(standing: Standing, story: Story, topic: str | None) -> SideBySide:
    """The story for one viewer. ``topic`` is the slug of the topic that the reader chose, None for the fitting one."""
    sources = list(Article.objects.filter(story=story, latest__isnull=False).values_list("source_id", flat=True))
    told = (standing.topic(topic) if topic else None) or standing.topic_of(sources)
    readable = Article.objects.filter(story=story, latest__isnull=False).exclude(source__in=standing.closed)
    newest = list(readable.values_list("pk", flat=True)[: MOST + 1])
    rows = Article.objects.filter(pk__in=newest[:MOST]).order_by("published", "pk")
    items, barred = items_of(standing, rows)
    said = _statements(standing, items)
    closed = [source for source in sources if not standing.is_open(source)]
    shown_of = [item.source_pk for item in items]
    older = list((Counter(sources) - Counter(closed) - Counter(shown_of)).elements())
    compared = compare(_tellings(items, said, told), _labels(told))
    page = Page(items, said, _reasons(items), told, Absent.of(standing, told, closed, older))
    kin = relatives(standing, story)
    return SideBySide(
        story=story,
        topic=told,
        topics=tuple(one for one in standing.topics if any(standing.sides(source, one.slug) for source in sources)),
        items=tuple(items),
        panels=page.panels(compared),
        aligned=page.aligned(compared),
        coverage=coverage(standing, told, [(item.original, item.source_pk) for item in items], closed),
        only=only_side(standing, told, sources),
        withheld=len(closed) + barred,
        more=len(sources) - len(closed) - len(items) - barred,
        same=tuple(one for one in kin if one.same),
        near=tuple(one for one in kin if not one.same),
        history=history(story),
    )


def _statements(standing: Standing, items: Sequence[Item]) -> dict[int, list[Shown]]:
    """The visible statements of each article."""
    latest = Article.objects.filter(pk__in=[item.pk for item in items]).values("latest")
    rows = Statement.objects.told().filter(version__in=latest).select_related("speaker", "version")
    rows = rows.defer("version__text", "version__html")
    by_article: dict[int, list[Statement]] = defaultdict(list)
    for row in rows.prefetch_related("speaker__sides").order_by("version", "index"):
        by_article[row.version.article_id].append(row)
    return {item.pk: shown(standing, item.released, by_article[item.pk]) for item in items}


def _labels(topic: TopicMark | None) -> list[SideLabel]:
    return [SideLabel(mark.slug, mark.name) for mark in topic.sides] if topic else []


def _tellings(items: Sequence[Item], said: Mapping[int, Sequence[Shown]], topic: TopicMark | None) -> list[Told]:
    return [_told(item, said[item.pk], topic) for item in items]


def _told(item: Item, said: Sequence[Shown], topic: TopicMark | None) -> Told:
    """An article as the comparison sees it: nothing that was not released, and of the text the article alone."""
    article = [part for part in laid_out(item, ()) if part.role is Role.ARTICLE]
    return Told(
        id=item.uid,
        sides=tuple(mark.slug for mark in item.sides if topic is not None and mark.topic == topic.slug),
        outlet=item.outlet,
        title=item.title,
        published=item.published,
        url=item.released.origin,
        language=item.released.language,
        text="\n".join("".join(piece.text for piece in part.pieces) for part in article),
        statements=tuple(ToldStatement(str(one.number), one.speaker, one.words) for one in said),
        visible=item.released.mode is not Mode.LINK,
    )


def _reasons(items: Sequence[Item]) -> dict[int, Reason]:
    """Why each article is in the story, and since when.

    Words are shown only where both articles are on the page and the words stand in what was released of each: else they
    would tell what stands in an article that may not leave.
    """
    by_uid = {item.uid: item for item in items}
    rows = Article.objects.filter(pk__in=[item.pk for item in items])
    decided = hands(item.pk for item in items)
    reasons: dict[int, Reason] = {}
    spelt: dict[str, frozenset[str]] = {}
    columns = ("pk", "uid", "story_nearest", "story_shared", "story_score", "story_at", "story_reason")
    for pk, uid, nearest, shared, score, since, evidence in rows.values_list(*columns):
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
            evidence=tuple(evidence or ()),
        )
    return reasons


def _spelt(released: Released) -> frozenset[str]:
    """The words of what was released of an article, spelt as grouping spells them."""
    return frozenset(words(f"{released.title or ''}\n{released.text}"))
