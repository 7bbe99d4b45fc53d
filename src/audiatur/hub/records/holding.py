"""Which articles are records, and which of them may hold some words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, timedelta

from django.db import transaction
from django.db.models import Count, Sum

from audiatur.hub.articles.models import Article
from audiatur.hub.records.models import QuotationTrace, TraceDue, Transcript, TranscriptTerm
from audiatur.hub.statements.models import Statement
from audiatur.records.index import REGION
from audiatur.records.making import record_of
from audiatur.records.names import may_be_one
from audiatur.records.terms import terms_of
from audiatur.records.tracing import NEAR
from audiatur.records.values import Record
from audiatur.records.words import words_of

# Records made searchable in one turn, so that a source with years of them does not hold up what is new.
TURN = 25
# Days after a record in which its words are still quoted as news: what was published then is traced again.
QUOTED_FOR = 14
# Records of the same days that are compared, the newest first: what an institution says in a week.
SAME_DAYS = 60
# Records per quotation that are chosen by their terms, and of how many a term may be to choose by it.
CHOSEN, COMMON = 6, 400


def hold_records() -> int:
    """Make searchable what is a record and is not yet; how many were. What is none any more is forgotten.

    A record is the latest version of an article of a source that the editor marked, once it was analysed.
    """
    for old in Transcript.objects.exclude(version__article__source__records=True):
        _forget(old)
    waiting = Article.objects.filter(source__records=True, pending=False, latest__isnull=False)
    waiting = waiting.filter(latest__transcript__isnull=True).select_related("latest").order_by("-published", "-id")
    held = 0
    for article in waiting[:TURN]:
        with transaction.atomic():
            held += _hold(article)
    return held


def _hold(article: Article) -> int:
    latest = article.latest
    if latest is None:
        return 0
    for old in Transcript.objects.filter(version__article=article):
        _forget(old)
    day = article.published.astimezone(UTC).date()
    words = sum(1 for _ in words_of(latest.text, notes=False))
    row = Transcript.objects.create(version=latest, day=day, regions=math.ceil(words / REGION))
    TranscriptTerm.objects.bulk_create(
        (TranscriptTerm(transcript=row, term=term) for term in terms_of(latest.text)), batch_size=500
    )
    _ask_again(day, record_of("", latest.text), latest.text)
    return 1


def _forget(old: Transcript) -> None:
    """Forget a transcript; what was traced to it is due again."""
    with transaction.atomic():
        _due(QuotationTrace.objects.filter(transcript=old).values_list("statement__version", flat=True))
        old.delete()


def _ask_again(day: date, record: Record, text: str) -> None:
    """Have articles of the following days traced that quote somebody who speaks in a record or is named in it."""
    speaking = {turn.speaker for turn in record.turns if turn.named and turn.speaker}
    first, last = day - timedelta(days=NEAR), day + timedelta(days=QUOTED_FOR)
    quoting = (
        Statement.objects.told_now()
        .filter(speaker_type="person", version__article__published__date__range=(first, last))
        .exclude(kind="indirect")
        .values_list("version", "name")
    )
    versions = {
        version
        for version, name in quoting
        if any(may_be_one(name, one) for one in speaking) or (not speaking and name and name.split()[-1] in text)
    }
    _due(versions)


def note_due(version: int, *, quotes: bool) -> None:
    """Have the quotations of a version traced, if it has any and the hub holds a record."""
    if quotes and Transcript.objects.exists():
        _due([version])


def _due(versions: Iterable[int]) -> None:
    TraceDue.objects.bulk_create((TraceDue(version_id=pk) for pk in set(versions)), ignore_conflicts=True)


def searched() -> int:
    """How many regions of records the hub holds."""
    return int(Transcript.objects.aggregate(all=Sum("regions"))["all"] or 0)


def candidates(days: Iterable[date], quotations: Sequence[frozenset[int]]) -> list[Transcript]:
    """The transcripts of some days and those that have most of each quotation's rare terms; each once.

    ``quotations`` are the terms of each. Two queries, however many records there are.
    """
    wanted = Transcript.objects.select_related("version")
    near: dict[int, Transcript] = {}
    for day in sorted(set(days)):
        around = (day - timedelta(days=NEAR), day + timedelta(days=NEAR))
        near |= {row.pk: row for row in wanted.filter(day__range=around)[:SAME_DAYS]}
    chosen = _by_terms(quotations) - near.keys()
    return [*near.values(), *wanted.filter(pk__in=chosen)]


def _by_terms(quotations: Sequence[frozenset[int]]) -> set[int]:
    terms = frozenset[int]().union(*quotations)
    rows = TranscriptTerm.objects.filter(term__in=terms)
    counts = {row["term"]: int(row["n"]) for row in rows.values("term").annotate(n=Count("pk"))}
    rare = [term for term, count in counts.items() if count <= COMMON]
    holders: dict[int, list[int]] = defaultdict(list)
    for term, transcript in rows.filter(term__in=rare).values_list("term", "transcript"):
        holders[term].append(transcript)
    chosen: set[int] = set()
    for quotation in quotations:
        votes: dict[int, float] = defaultdict(float)
        for term in quotation & holders.keys():
            for transcript in holders[term]:
                votes[transcript] += 1 / math.log2(1 + counts[term])
        chosen.update(sorted(votes, key=lambda one: (-votes[one], one))[:CHOSEN])
    return chosen
