"""The same utterances in other stories: by the same rule as within a story, for words that a record has."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import F, Q

from audiatur.comparison.values import Told
from audiatur.hub.articles.items import items_of
from audiatur.hub.articles.models import Article
from audiatur.hub.records.models import QuotationTrace
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.models import Statement
from audiatur.hub.statements.queries import Quoted
from audiatur.hub.statements.shown import Shown
from audiatur.hub.stories.models import Story
from audiatur.hub.stories.telling import Material, utterances_of

DAY = timedelta(days=1)
# Articles of other stories that are read for it, the newest of those that may have the words.
ARTICLES = 40


def elsewhere(standing: Standing, story: Story, material: Material) -> dict[int, list[Quoted]]:
    """For the statements of a story that a record has, by key: the same utterances as other stories tell them.

    What may be the same is looked for among the quotations traced to the same records and among what the same speakers
    said on the same days; a fixed number of queries, none where nothing of the story was traced.
    """
    mine = {
        one.pk: (item.uid, one) for item in material.items for one in material.said[item.pk] if _recorded(material, one)
    }
    if not mine:
        return {}
    items, _ = items_of(standing, Article.objects.filter(pk__in=_articles(standing, story, material, mine)))
    theirs = Material.of(standing, items, material.topic)
    mine_of = {item.uid for item in material.items}
    kept = {(uid, str(one.number)) for uid, one in mine.values()}
    together = material.with_(theirs).tellings()
    # Their full names by their addresses, and bare surnames: another person of the name would leave these open.
    speaking = {one.speaker_path or "" for _, one in mine.values()} | {surname for _, surname, _ in _spoken(mine)}
    both = [_only(told, kept if told.id in mine_of else None, speaking) for told in together]
    by_key = {(item.uid, str(one.number)): (item, one) for item in theirs.items for one in theirs.said[item.pk]}
    numbers = {(uid, str(one.number)): pk for pk, (uid, one) in mine.items()}
    found: dict[int, list[Quoted]] = defaultdict(list)
    for row in utterances_of(tuple(both)):
        keys = [(wording.said.telling, wording.said.statement.key) for wording in row.wordings]
        others = [Quoted(*by_key[key]) for key in keys if key in by_key]
        for key in keys:
            if others and key in numbers:
                found[numbers[key]] += others
    return dict(found)


def _recorded(material: Material, one: Shown) -> bool:
    return any(trace.record for trace in material.traces.get(one.pk, ()))


def _articles(standing: Standing, story: Story, material: Material, mine: dict[int, tuple[str, Shown]]) -> list[int]:
    """Articles of other stories that may have the words: traced to the same records, or of the same speaker and day."""
    records = {trace.record for pk in mine for trace in material.traces[pk]}
    same = QuotationTrace.objects.filter(transcript__in=records).order_by().values("statement")
    spoken = Q(pk__in=same)
    for slug, surname, day in sorted(_spoken(mine)):
        moment = datetime.combine(day, time(), UTC)
        reported = Q(version__article__published__range=(moment, moment + 2 * DAY))
        who = Q(speaker__slug=slug) | Q(name=surname)
        spoken |= who & (Q(date=day.isoformat()) | (Q(date="") & reported))
    rows = Statement.objects.told().filter(spoken, version__article__latest=F("version"))
    rows = rows.exclude(version__article__story=story).exclude(version__article__source__in=standing.closed)
    articles = rows.order_by("version__article__published", "version__article").values_list(
        "version__article", flat=True
    )
    return list(dict.fromkeys(articles[: 4 * ARTICLES]))[:ARTICLES]


def _spoken(mine: dict[int, tuple[str, Shown]]) -> set[tuple[str, str, date]]:
    """Who spoke and when, as far as both are known: the speaker's part of an address, the surname, the day."""
    return {
        (
            one.speaker_path.rstrip("/").rpartition("/")[2],
            (one.speaker or "").rpartition(" ")[2],
            date.fromisoformat(one.date),
        )
        for _, one in mine.values()
        if one.speaker_path and len(one.date) == len("2022-04-12")
    }


def _only(told: Told, kept: set[tuple[str, str]] | None, speaking: set[str]) -> Told:
    """An article with the statements that are compared alone: those kept, else those of the same speakers."""
    return replace(
        told,
        statements=tuple(
            one
            for one in told.statements
            if (
                (told.id, one.key) in kept
                if kept is not None
                else one.speaker_key in speaking or one.speaker in speaking
            )
        ),
    )
