"""The same utterances in other stories: by the same rule as within a story, for words that a record has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import F, Q, QuerySet

from audiatur.comparison.values import Told
from audiatur.hub.articles.items import items_of
from audiatur.hub.articles.models import Article
from audiatur.hub.records.models import QuotationTrace
from audiatur.hub.records.queries import ShownTrace
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.models import Statement
from audiatur.hub.statements.queries import Quoted
from audiatur.hub.statements.shown import Shown
from audiatur.hub.stories.models import Story
from audiatur.hub.stories.telling import Material, utterances_of

DAY = timedelta(days=1)
# Articles of other stories that are read for it, the earliest of those that may have the words.
ARTICLES = 40
# Bare surnames of a story by which speakers of others are looked for.
SURNAMES = 6

Mine = Mapping[int, tuple[str, Shown]]
"""Statements of the story by their keys, each with its article's id."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """For statements of a story, by key: the same as other stories tell it; and the places in records of those."""

    quoted: Mapping[int, Sequence[Quoted]] = field(default_factory=dict)
    traces: Mapping[int, Sequence[ShownTrace]] = field(default_factory=dict)


def elsewhere(standing: Standing, story: Story, material: Material) -> Elsewhere:
    """What other stories have of the utterances that a record has, here or there; a fixed number of queries.

    For what was traced here it is looked for among the quotations traced to the same records and among what the same
    speakers said on the same days; for all else among what was traced elsewhere of the same speakers in these days.
    """
    said = {one.pk: (item.uid, one) for item in material.items for one in material.said[item.pk] if one.speaker}
    mine = {pk: told for pk, told in said.items() if any(trace.record for trace in material.traces.get(pk, ()))}
    others = _others(standing, story)
    traced = _traced(others, material, said)
    articles = list(dict.fromkeys([*_articles(others, material, mine), *(article for article, _, _ in traced)]))
    if not articles:
        return Elsewhere()
    speaking = {part for _, path, name in traced for part in (path, name.rpartition(" ")[2])}
    mine |= {pk: (uid, one) for pk, (uid, one) in said.items() if {one.speaker_path, one.speaker} & speaking}
    items, _ = items_of(standing, Article.objects.filter(pk__in=articles[:ARTICLES]))
    theirs = Material.of(standing, items, material.topic)
    return Elsewhere(_matched(material, theirs, mine), theirs.traces)


def _matched(material: Material, theirs: Material, mine: Mine) -> dict[int, list[Quoted]]:
    """The statements of other stories that are one utterance with one of these, by the key of that one."""
    own = {item.uid for item in material.items}
    kept = {(uid, str(one.number)) for uid, one in mine.values()}
    # Their full names by their addresses, and bare surnames: another person of the name would leave these open.
    speaking = {one.speaker_path or "" for _, one in mine.values()}
    speaking |= {(one.speaker or "").rpartition(" ")[2] for _, one in mine.values()}
    both = (_only(told, kept if told.id in own else None, speaking) for told in material.with_(theirs).tellings())
    by_key = {(item.uid, str(one.number)): (item, one) for item in theirs.items for one in theirs.said[item.pk]}
    numbers = {(uid, str(one.number)): pk for pk, (uid, one) in mine.items()}
    found: dict[int, list[Quoted]] = defaultdict(list)
    for row in utterances_of(tuple(both)):
        keys = [(wording.said.telling, wording.said.statement.key) for wording in row.wordings]
        others = [Quoted(*by_key[key]) for key in keys if key in by_key]
        recorded = any(wording.said.statement.traced for wording in row.wordings)
        for key in keys if recorded and others else ():
            if key in numbers:
                found[numbers[key]] += others
    return dict(found)


def _others(standing: Standing, story: Story) -> QuerySet[Statement]:
    """The statements of other stories that may perhaps be shown, the earliest first."""
    rows = Statement.objects.told().filter(version__article__latest=F("version"))
    rows = rows.exclude(version__article__story=story).exclude(version__article__source__in=standing.closed)
    return rows.order_by("version__article__published", "version__article")


def _articles(others: QuerySet[Statement], material: Material, mine: Mine) -> list[int]:
    """Articles of other stories that may have the words: traced to the same records, or of the same speaker and day."""
    if not mine:
        return []
    records = {trace.record for pk in mine for trace in material.traces[pk]}
    spoken = Q(pk__in=QuotationTrace.objects.filter(transcript__in=records).order_by().values("statement"))
    for slug, surname, day in sorted(_spoken(mine)):
        moment = datetime.combine(day, time(), UTC)
        reported = Q(version__article__published__range=(moment, moment + 2 * DAY))
        who = Q(speaker__slug=slug) | Q(name=surname)
        spoken |= who & (Q(date=day.isoformat()) | (Q(date="") & reported))
    return list(others.filter(spoken).values_list("version__article", flat=True)[: 4 * ARTICLES])


def _spoken(mine: Mine) -> set[tuple[str, str, date]]:
    """Who spoke and when, as far as both are known: the speaker's part of an address, the surname, the day."""
    return {
        (_slug(one.speaker_path), (one.speaker or "").rpartition(" ")[2], date.fromisoformat(one.date))
        for _, one in mine.values()
        if one.speaker_path and len(one.date) == len("2022-04-12")
    }


def _traced(others: QuerySet[Statement], material: Material, said: Mine) -> list[tuple[int, str, str]]:
    """What was traced elsewhere of the story's speakers in its days: article, the speaker's address and name."""
    if not said:
        return []
    names = {one.speaker or "" for _, one in said.values()}
    who = Q(speaker__slug__in={_slug(one.speaker_path) for _, one in said.values() if one.speaker_path})
    for surname in sorted(name for name in names if " " not in name)[:SURNAMES]:
        who |= Q(name__endswith=f" {surname}")
    moments = [item.published for item in material.items]
    since, until = min(moments) - DAY, max(moments) + DAY
    told = Q(date__range=(since.date().isoformat(), until.date().isoformat()))
    told |= Q(date="", version__article__published__range=(since, until))
    traced = QuotationTrace.objects.filter(transcript__isnull=False).order_by().values("statement")
    rows = others.filter(who, told, pk__in=traced, speaker__isnull=False)
    columns = rows.values_list("version__article", "speaker__slug", "name")[:ARTICLES]
    paths = {_slug(one.speaker_path): one.speaker_path or "" for _, one in said.values() if one.speaker_path}
    return [(article, paths.get(slug, ""), name) for article, slug, name in columns]


def _slug(path: str | None) -> str:
    return (path or "").rstrip("/").rpartition("/")[2]


def _only(told: Told, kept: Collection[tuple[str, str]] | None, speaking: Collection[str]) -> Told:
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
