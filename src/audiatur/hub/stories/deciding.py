"""What editors do to stories: merge, split, move, pin, undo. Each is a row that every later grouping respects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import F, Q

from audiatur.errors import InputError
from audiatur.hub.articles.models import Article
from audiatur.hub.statements.deciding import Hand
from audiatur.hub.statements.surnames import settle_surnames
from audiatur.hub.stories.decided import holds, lock
from audiatur.hub.stories.editorial import Placement, StoryAct, StoryDecision
from audiatur.hub.stories.following import current, currents, lead, span
from audiatur.hub.stories.models import Story
from audiatur.hub.stories.naming import part_name

# Decisions that keep an article where it is because an editor wants it there.
PINS = (StoryAct.PIN, StoryAct.FIX)


@transaction.atomic
def merge(one: Story, other: Story, hand: Hand, note: str = "") -> Story:
    """Make two stories one: the larger keeps its address (of equals the older), the other's leads there; that one."""
    lock()
    first, second = _fresh(one), _fresh(other)
    if first.pk == second.pk:
        raise InputError("same-story", "the two are one story already", place=first.uid)
    keep, gone = sorted((first, second), key=lambda story: (-story.articles.count(), story.pk))
    made = _record(StoryAct.MERGE, keep, gone, hand, note)
    _place(made, Article.objects.filter(story__in=(keep, gone)), keep)
    lead(gone, keep, hand.now, made)
    _settle(keep.pk)
    return keep


@transaction.atomic
def split(story: Story, articles: Sequence[Article], hand: Hand, note: str = "") -> Story:
    """Take articles out of a story into a new one, which is returned; the two never become one by themselves."""
    lock()
    source = _fresh(story)
    chosen = _members(source, articles)
    if source.articles.count() == len(chosen):
        raise InputError("nothing-left", "all articles were chosen, so there is nothing to split", place=source.uid)
    made = _record(StoryAct.SPLIT, source, None, hand, note)
    first = min(chosen, key=lambda row: (row.published, row.pk))
    part = Story.objects.create(
        uid=part_name(first.uid, made.pk),
        created=hand.now,
        first_published=first.published,
        last_published=first.published,
        language=source.language,
    )
    made.story, made.other = part, source
    made.save(update_fields=["story", "other"])
    # Those that stay are held as well: else a later run could put them beside the ones that were taken out.
    _place(made, source.articles.exclude(pk__in=[row.pk for row in chosen]), source)
    _place(made, chosen, part)
    _settle(source.pk, part.pk)
    return part


@transaction.atomic
def move(article: Article, to: Story, hand: Hand, note: str = "") -> Story:
    """Move an article to another story, which is returned; a story that it leaves empty leads there."""
    lock()
    article.refresh_from_db(fields=["story"])
    if article.story is None:
        raise InputError("not-grouped", "the article has not been grouped yet", place=article.uid)
    source, target = _fresh(article.story), _fresh(to)
    if source.pk == target.pk:
        raise InputError("same-story", "the article is in that story already", place=article.uid)
    made = _record(StoryAct.MOVE, target, source, hand, note)
    _place(made, [article], target)
    if not source.articles.exists():
        lead(source, target, hand.now, made)
    _settle(source.pk, target.pk)
    return target


@transaction.atomic
def pin(article: Article, hand: Hand, note: str = "") -> StoryDecision:
    """Keep an article in the story in which it is."""
    lock()
    article.refresh_from_db(fields=["story"])
    if article.story is None:
        raise InputError("not-grouped", "the article has not been grouped yet", place=article.uid)
    made = _record(StoryAct.PIN, article.story, None, hand, note)
    _place(made, [article], article.story)
    return made


@transaction.atomic
def fix(story: Story, hand: Hand, note: str = "") -> StoryDecision:
    """Keep a story as it is: its articles stay, none comes in and nothing is merged with it but by an editor."""
    lock()
    kept = _fresh(story)
    known = StoryDecision.objects.filter(story=kept, act=StoryAct.FIX, undone__isnull=True).first()
    if known is not None:
        return known
    made = _record(StoryAct.FIX, kept, None, hand, note)
    _place(made, kept.articles.all(), kept)
    return made


@transaction.atomic
def undo(decision: StoryDecision, hand: Hand) -> None:
    """Take a decision back: articles return to where they were, unless another decision holds them elsewhere.

    One that was undone before stays so. The addresses that it made lead to where the articles went.
    """
    lock()
    decision.refresh_from_db()
    if decision.undone is not None:
        return
    decision.undone, decision.undone_by = hand.now, hand.user.get_username()
    decision.save(update_fields=["undone", "undone_by"])
    freed = list(Story.objects.filter(merged_by=decision).select_related("redirect_to"))
    Story.objects.filter(merged_by=decision).update(redirect_to=None, merged=None, merged_by=None)
    touched = _put_back(decision)
    _close(decision, freed, hand)
    _settle(*touched)


def _put_back(decision: StoryDecision) -> set[int]:
    """Return the articles that a decision had moved to where they were; the stories that changed.

    A later decision that moved or pinned an article holds it where it is. One that only let it stay does not: it lets
    it stay where it goes now.
    """
    moved = [row for row in decision.placements.select_related("article") if row.story_id != row.before_id]
    mine = [row.article_id for row in moved]
    held = holds(mine, before=decision.pk)
    later = Placement.objects.filter(article__in=mine, decision__gt=decision.pk, decision__undone__isnull=True)
    firm = set(later.filter(~Q(story=F("before")) | Q(decision__act__in=PINS)).values_list("article", flat=True))
    now = currents({row.before_id for row in moved} | set(held.values()))
    touched = {decision.story_id}
    for row in moved:
        if row.article_id not in firm:
            target = now[held.get(row.article_id, row.before_id)]
            touched |= {target, row.article.story_id or target}
            Article.objects.filter(pk=row.article_id).update(story=target)
            later.filter(article=row.article_id).update(story=target, before=target)
    return touched


def _close(decision: StoryDecision, freed: Iterable[Story], hand: Hand) -> None:
    """No story stays empty: where a part was split off, what came into it goes back with it; addresses lead on."""
    part, whole = _fresh(decision.story), _fresh(decision.other) if decision.other else None
    if decision.act == StoryAct.SPLIT and whole is not None and part.pk not in {whole.pk, whole.redirect_to_id}:
        held = holds(part.articles.values_list("pk", flat=True))
        part.articles.exclude(pk__in=held).update(story=whole)
        if not part.articles.exists():
            lead(part, whole, hand.now, decision)
    for story in freed:
        if story.redirect_to is not None and not story.articles.exists():
            lead(story, story.redirect_to, hand.now, decision)


def _fresh(story: Story) -> Story:
    """The story as it is now, merges followed."""
    return current(Story.objects.select_related("redirect_to").get(pk=story.pk))


def _members(story: Story, articles: Sequence[Article]) -> list[Article]:
    chosen = list(story.articles.filter(pk__in=[row.pk for row in articles]))
    if not chosen or len(chosen) != len({row.pk for row in articles}):
        raise InputError("not-its-article", "not all of these are articles of the story", place=story.uid)
    return chosen


def _record(act: StoryAct, story: Story, other: Story | None, hand: Hand, note: str) -> StoryDecision:
    return StoryDecision.objects.create(
        act=act,
        story=story,
        other=other,
        note=note,
        by=hand.user,
        by_name=hand.user.get_username(),
        made=hand.now,
    )


def _place(decision: StoryDecision, articles: Iterable[Article], story: Story) -> None:
    """Hold articles in a story, and put them there."""
    rows = [
        Placement(decision=decision, article=article, story=story, before_id=article.story_id)
        for article in articles
        if article.story_id is not None
    ]
    Placement.objects.bulk_create(rows, batch_size=500)
    Article.objects.filter(placements__decision=decision, placements__story=story).update(story=story)


def _settle(*stories: int) -> None:
    """What rests on who is in a story: its dates, and bare surnames."""
    span(stories)
    settle_surnames(stories)
