"""A story on which two sides report one utterance in different words, beside the record of it."""

from __future__ import annotations

from dataclasses import dataclass

from audiatur.hub.models import Article, QuotationTrace, Side, Source, Statement
from audiatur.hub.records.models import Transcript
from audiatur.provenance.values import Mode
from tests.hub.factories import (
    NOON,
    hours,
    make_article,
    make_source,
    make_speaker,
    make_statement,
    make_story,
    make_topic,
)

RECORD = "Ilka Maro: The harbour of Brenn will open again on Monday morning at six, as long as the pilots agree."
SAID = "the harbour of Brenn will open again on Monday morning at six"
EAST = "the harbour of Brenn opens again on Monday morning"
WEST = "the harbour of Brenn will open again on Monday morning at six, as long as the pilots agree"


@dataclass(frozen=True, slots=True)
class Compared:
    """The sides, the articles in order of time, and the record."""

    sides: list[Side]
    east: Article
    west: Article
    record: Article


def make_compared(record_mode: Mode = Mode.FULL) -> Compared:
    """The story ``one``: east reports first, west three hours later; the speaker is on the side east."""
    sides = make_topic("strait", "east", "west")[1]
    speaker = make_speaker("Ilka Maro")
    speaker.sides.add(sides[0])
    keeper = make_source("brenn-office", mode=record_mode)
    Source.objects.filter(pk=keeper.pk).update(records=True)
    record = make_article(keeper, "Words of the harbour master", RECORD)
    east = make_article(make_source("east-post", sides=sides[:1]), "Harbour opens", f"Ilka Maro said “{EAST}”.")
    west = make_article(
        make_source("west-post", sides=sides[1:]),
        "Harbour reopens",
        f"Ilka Maro said “{WEST}”.",
        published=NOON + hours(3),
    )
    for article, words in ((east, EAST), (west, WEST)):
        trace(make_statement(article, words, speaker=speaker), record)
    make_story("one", east, west)
    return Compared(sides, east, west, record)


def trace(statement: Statement, record: Article) -> None:
    """Let the words of a statement stand in the record, in other words."""
    assert record.latest is not None
    day = record.published.date()
    transcript, _ = Transcript.objects.get_or_create(version=record.latest, defaults={"day": day, "regions": 1})
    start = RECORD.casefold().index(SAID.casefold())
    span = statement.content[0]
    QuotationTrace.objects.create(
        statement=statement,
        start=span["start"],
        end=span["end"],
        agreement="rewording",
        transcript=transcript,
        place_start=start,
        place_end=start + len(SAID),
        score=0.7,
        speaker="Ilka Maro",
        words=[],
    )
