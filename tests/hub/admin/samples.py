"""An invented register with one row of every kind that the back office shows."""

from __future__ import annotations

from dataclasses import dataclass

from audiatur.hub.models import (
    Article,
    Attempt,
    Correction,
    Decision,
    Feed,
    Report,
    Source,
    Speaker,
    Story,
    Topic,
)
from audiatur.provenance.values import Mode
from tests.hub.factories import (
    NOON,
    make_article,
    make_feed,
    make_source,
    make_speaker,
    make_statement,
    make_story,
    make_topic,
)


@dataclass(frozen=True, slots=True)
class Register:
    """Its rows."""

    source: Source
    feed: Feed
    attempt: Attempt
    article: Article
    story: Story
    speaker: Speaker
    topic: Topic
    report: Report
    correction: Correction
    decision: Decision

    @property
    def pages(self) -> dict[str, int]:
        """Every table of the back office with the key of one of its rows."""
        return {
            "source": self.source.pk,
            "policy": self.source.policy.pk,
            "feed": self.feed.pk,
            "attempt": self.attempt.pk,
            "article": self.article.pk,
            "story": self.story.pk,
            "speaker": self.speaker.pk,
            "topic": self.topic.pk,
            "report": self.report.pk,
            "correction": self.correction.pk,
            "decision": self.decision.pk,
        }


def make_register() -> Register:
    """Tavania Today with everything that hangs on it."""
    topic, sides = make_topic("ferry", "tavania", "ormland")
    source = make_source("tavania-today", mode=Mode.FULL, sides=sides[:1], barred="TV OR")
    feed = make_feed(source)
    attempt = Attempt.objects.create(
        feed=feed, source=source, url=feed.url, started=NOON, outcome="failed", stage="dns"
    )
    article = make_article(source, text="Ilka Maro said the ferry talks resume on Monday.", byline=["B. Tesk"])
    story = make_story("ferrystory", article)
    speaker = make_speaker("Ilka Maro")
    speaker.sides.set(sides)
    row = make_statement(article, "the ferry talks resume on Monday", speaker=speaker)
    report = Report.objects.create(article=article, statement=row.uid, wrong="other", made=NOON)
    given = {"article": article, "version": article.latest, "statement": row.uid}
    correction = Correction.objects.create(**given, field="date", value={"date": "2025"}, by_name="alice", made=NOON)
    decision = Decision.objects.create(act="rename", speaker=speaker, by_name="alice", made=NOON)
    return Register(source, feed, attempt, article, story, speaker, topic, report, correction, decision)
