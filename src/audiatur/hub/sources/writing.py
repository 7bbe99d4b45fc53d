"""The register written as a document: as YAML's plain values, and as a list of feeds."""

from __future__ import annotations

from django.conf import settings

from audiatur.feeds.opml import ListedFeed, write_opml
from audiatur.hub.sources.models import Feed, FeedState, Policy, Source
from audiatur.hub.sources.plain import web_or_empty
from audiatur.hub.stories.models import Topic


def written_opml() -> bytes:
    """The list of all feeds as OPML, in their folders."""
    rows = (
        Feed.objects.select_related("source")
        .exclude(state=FeedState.RECORDED)  # a recording has no address that others could poll
        .order_by("folder", "source__name", "pk")
    )
    return write_opml(
        (
            ListedFeed(
                url=feed.url,
                title=feed.source.name,
                site=web_or_empty(feed.source.homepage) or None,
                folders=tuple(filter(None, feed.folder.split("/"))),
                language=feed.source.language or None,
                extra={"source": feed.source.slug, "kind": feed.kind},
            )
            for feed in rows
        ),
        title=settings.HUB_NAME,
    )


def write_register() -> dict[str, object]:
    """The whole register as a document that ``take_register`` takes."""
    topics = [
        {
            "slug": topic.slug,
            "name": topic.name,
            "description": topic.description,
            "sides": [{"slug": side.slug, "name": side.name} for side in topic.sides.all()],
        }
        for topic in Topic.objects.prefetch_related("sides")
    ]
    rows = Source.objects.select_related("policy").prefetch_related("claims", "feeds", "policy__bars", "sides__topic")
    return {"topics": topics, "sources": [written(source) for source in rows]}


def written(source: Source) -> dict[str, object]:
    """A source as the register's document has it; empty fields are left out."""
    policy = getattr(source, "policy", None)
    facts: dict[str, object] = {
        "slug": source.slug,
        "name": source.name,
        "homepage": source.homepage,
        "language": source.language,
        "why": source.why,
        "words": source.words,
        "records": source.records or None,
        "sides": [f"{side.topic.slug}/{side.slug}" for side in source.sides.all()],
        "claims": [
            {
                "field": claim.field,
                "value": claim.value,
                "source_url": claim.source_url,
                "retrieved": claim.retrieved,
                "asserted_by": claim.asserted_by,
            }
            for claim in source.claims.all()
        ],
        "policy": _written_policy(policy) if policy is not None else None,
        "feeds": [
            {"url": feed.url, "kind": feed.kind, "folder": feed.folder}
            for feed in source.feeds.all()
            if feed.state != FeedState.RECORDED
        ],
    }
    return {name: value for name, value in facts.items() if value not in ("", None, [])}


def _written_policy(policy: Policy) -> dict[str, object]:
    facts = {
        "mode": policy.mode,
        "excerpt_chars": policy.excerpt_chars,
        "starts": policy.starts,
        "ends": policy.ends,
        "outside": policy.outside,
        "full_page": policy.full_page,
        "bars": [
            {
                "jurisdictions": bar.jurisdictions.split(),
                "authority": bar.authority,
                "law": bar.law,
                "binds": bar.binds,
                "url": bar.url,
            }
            for bar in policy.bars.all()
        ],
    }
    return {name: value for name, value in facts.items() if value is not None and value != []}
