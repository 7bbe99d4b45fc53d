"""Rows of an invented hub, made without feeds: sources, articles with versions, statements, stories, topics."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from audiatur.hub.articles.delivery import key_of
from audiatur.hub.articles.intake import uid_of
from audiatur.hub.models import (
    Article,
    Bar,
    Claim,
    Entry,
    Feed,
    Policy,
    Side,
    Source,
    Speaker,
    Statement,
    Story,
    Topic,
    Version,
)
from audiatur.hub.statements.models import NamedBy
from audiatur.hub.statements.speaking import add_name
from audiatur.provenance.values import ClaimField, Mode
from audiatur.statements.permanence import permanent_id

NOON = datetime(2025, 5, 4, 12, 0, tzinfo=UTC)


def make_source(
    slug: str, *, mode: Mode = Mode.FULL, sides: Sequence[Side] = (), barred: str = "", **policy: object
) -> Source:
    """A source with evidence for its owner and country, a policy, and a bar in ``barred`` where that is given."""
    name = slug.replace("-", " ").title()
    source = Source.objects.create(slug=slug, name=name, homepage=f"https://{slug}.example/", created=NOON)
    cited = f"https://registry.example/{slug}"
    for field, value in ((ClaimField.OWNER, f"Owner of {name}"), (ClaimField.COUNTRY, "Tavania")):
        Claim.objects.create(source=source, field=field, value=value, source_url=cited, asserted_by="the editor")
    row = Policy.objects.create(source=source, mode=mode, **policy)
    if barred:
        Bar.objects.create(
            policy=row, jurisdictions=barred, authority="Court of Tavania", law="Act 7", binds="everyone in Tavania"
        )
    for side in sides:
        side.sources.add(source)
    return source


def make_article(
    source: Source,
    title: str = "Ferry talks resume",
    text: str = "The ferry talks resume on Monday.",
    *,
    published: datetime = NOON,
    story: Story | None = None,
    language: str = "en",
    byline: Sequence[str] = (),
    html: str = "",
) -> Article:
    """An article with its entry and first version."""
    guid = f"{source.slug}/{Article.objects.count() + 1}"
    entry = Entry.objects.create(
        source=source, guid=guid, key=key_of(guid), digest="0" * 64, first_seen=published, last_seen=published
    )
    article = Article.objects.create(
        uid=uid_of(source, guid),
        source=source,
        entry=entry,
        url=f"https://{source.slug}.example/{entry.pk}",
        published=published,
        first_seen=published,
        story=story,
        pending=False,
    )
    article.latest = add_version(article, title, text, seen=published, language=language, byline=byline, html=html)
    article.save()
    return article


def add_version(
    article: Article,
    title: str,
    text: str,
    *,
    seen: datetime,
    language: str = "en",
    byline: Sequence[str] = (),
    html: str = "",
    changed: Sequence[str] = (),
    origin: str = "feed",
) -> Version:
    """A further version of an article; ``latest`` is left as it is."""
    return Version.objects.create(
        article=article,
        number=article.versions.count() + 1,
        seen=seen,
        origin=origin,
        title=title,
        text=text,
        html=html,
        byline=list(byline),
        language=language,
        digest="0" * 64,
        changed=list(changed),
    )


def make_story(uid: str, *articles: Article) -> Story:
    """A story of some articles."""
    days = [article.published for article in articles] or [NOON]
    story = Story.objects.create(uid=uid, created=NOON, first_published=min(days), last_published=max(days))
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(story=story)
    return story


def make_topic(slug: str, *sides: str) -> tuple[Topic, list[Side]]:
    """A topic with sides in the order given."""
    topic = Topic.objects.create(slug=slug, name=slug.title(), description=f"What {slug} is about.")
    return topic, [
        Side.objects.create(topic=topic, slug=side, name=side.title(), position=number)
        for number, side in enumerate(sides)
    ]


def make_speaker(name: str) -> Speaker:
    """A speaker of this name."""
    speaker = Speaker.objects.create(slug=name.lower().replace(" ", "-"), name=name, type="person")
    add_name(speaker, name, NamedBy.READER)
    return speaker


def make_statement(
    article: Article, words: str, *, speaker: Speaker | None = None, mention: str = "", cue: str = "said"
) -> Statement:
    """A statement whose words, mention and cue are found in the reading of the article's latest version."""
    version = article.latest
    assert version is not None
    reading = version.reading

    def span(text: str) -> dict[str, int | str] | None:
        start = reading.find(text)
        return {"start": start, "end": start + len(text), "text": text} if text and start >= 0 else None

    content, named, told = span(words), span(mention or (speaker.name if speaker else "")), span(cue)
    assert content is not None, words
    offset = len(version.title) + 1 if version.title else 0
    end = max(int(found["end"]) for found in (content, named, told) if found is not None)
    row = Statement(
        version=version,
        uid=permanent_id(article.uid, [words], mention or (speaker.name if speaker else None)),
        index=version.statements.count(),
        speaker=speaker,
        speaker_type=speaker.type if speaker else "",
        kind="indirect",
        class_name="speech",
        name=speaker.name if speaker else "",
        mention=named,
        cue=told,
        content=[content],
        confidence=0.9,
        reach=max(0, end - offset),
    )
    row.enlist()
    row.save()
    return row


def make_feed(source: Source) -> Feed:
    """A feed of a source that has never been polled."""
    return Feed.objects.create(source=source, url=f"https://{source.slug}.example/feed.xml", next_poll=NOON)


def hours(number: float) -> timedelta:
    """So many hours."""
    return timedelta(hours=number)
