"""The register as a document: sources with claims, policies, feeds and sides, in and out.

Taking a document in adds and updates; it never removes a source, a feed or a claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify

from audiatur.errors import RegisterError
from audiatur.feeds.opml import ListedFeed, read_opml, write_opml
from audiatur.hub.sources.models import Bar, Claim, Feed, FeedKind, Policy, Source
from audiatur.hub.sources.plain import Plain
from audiatur.hub.stories.models import Side, Topic
from audiatur.provenance.values import ClaimField, Mode


@dataclass(frozen=True, slots=True)
class Registered:
    """What taking in a document did."""

    sources: int
    feeds: int
    topics: int


def slug_of(name: str) -> str:
    """A source's part of its addresses, made from its name."""
    return slugify(name)[:64] or slugify(name, allow_unicode=True)[:64] or "source"


def free_slug(name: str) -> str:
    """``slug_of``, with a number where another source has it already."""
    base, number = slug_of(name), 1
    slug = base
    while Source.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base[:60]}-{number}"
    return slug


@transaction.atomic
def take_register(document: Mapping[str, object], *, now: datetime) -> Registered:
    """Take in a register, all or nothing; RegisterError, with the place, for what cannot be understood."""
    plain = Plain(document, "")
    plain.only("topics", "sources")
    topics = [_topic(topic, place) for place, topic in enumerate(plain.each("topics"))]
    feeds, sources = 0, 0
    for entry in plain.each("sources"):
        source = _source(entry, now)
        feeds += _feeds(source, entry, now)
        sources += 1
    return Registered(sources, feeds, len(topics))


def _topic(plain: Plain, place: int) -> Topic:
    plain.only("slug", "name", "description", "sides")
    name = plain.needed("name")
    topic, _ = Topic.objects.update_or_create(
        slug=plain.text("slug") or slug_of(name),
        defaults={"name": name, "description": plain.text("description"), "position": place},
    )
    for position, side in enumerate(plain.each("sides")):
        side.only("slug", "name")
        label = side.needed("name")
        Side.objects.update_or_create(
            topic=topic,
            slug=side.text("slug") or slug_of(label),
            defaults={"name": label, "position": position},
        )
    return topic


def _source(plain: Plain, now: datetime) -> Source:
    plain.only("slug", "name", "homepage", "language", "why", "words", "sides", "claims", "policy", "feeds")
    name = plain.needed("name")
    source, _ = Source.objects.update_or_create(
        slug=plain.text("slug") or slug_of(name),
        defaults={
            "name": name,
            "homepage": plain.text("homepage"),
            "language": plain.text("language"),
            "why": plain.text("why"),
            "words": plain.text("words"),
        },
        create_defaults={
            "name": name,
            "homepage": plain.text("homepage"),
            "language": plain.text("language"),
            "why": plain.text("why"),
            "words": plain.text("words"),
            "created": now,
        },
    )
    for claim in plain.each("claims"):
        _claim(source, claim)
    policy = plain.part("policy")
    if policy is not None:
        _policy(source, policy)
    for word in plain.texts("sides"):
        side_of(word, place=plain.at("sides")).sources.add(source)
    return source


def side_of(word: str, *, place: str) -> Side:
    """The side that ``topic/side`` or, where only one topic has it, ``side`` names; RegisterError for none."""
    topic, _, side = word.rpartition("/")
    rows = Side.objects.filter(slug=side, **({"topic__slug": topic} if topic else {}))
    found = list(rows[:2])
    if len(found) != 1:
        raise RegisterError(
            "unknown-side",
            f"{'several topics have' if found else 'there is no'} side {word!r}",
            place=place,
            remedy="write it as topic/side, by their slugs",
        )
    return found[0]


def _claim(source: Source, plain: Plain) -> None:
    plain.only("field", "value", "source_url", "retrieved", "asserted_by")
    Claim.objects.update_or_create(
        source=source,
        field=plain.choice("field", ClaimField),
        value=plain.needed("value"),
        source_url=plain.text("source_url"),
        defaults={"retrieved": plain.day("retrieved"), "asserted_by": plain.text("asserted_by", "the editor")},
    )


def _policy(source: Source, plain: Plain) -> None:
    plain.only("mode", "excerpt_chars", "starts", "ends", "outside", "full_page", "bars")
    policy, _ = Policy.objects.update_or_create(
        source=source,
        defaults={
            "mode": plain.choice("mode", Mode),
            "excerpt_chars": plain.number("excerpt_chars", 300),
            "starts": plain.moment("starts"),
            "ends": plain.moment("ends"),
            "outside": plain.choice("outside", Mode, Mode.LINK),
            "full_page": plain.flag("full_page"),
        },
    )
    for bar in plain.each("bars"):
        bar.only("jurisdictions", "authority", "law", "binds", "url")
        Bar.objects.update_or_create(
            policy=policy,
            law=bar.needed("law"),
            defaults={
                "jurisdictions": " ".join(bar.texts("jurisdictions")).upper(),
                "authority": bar.needed("authority"),
                "binds": bar.needed("binds"),
                "url": bar.text("url"),
            },
        )


def _feeds(source: Source, plain: Plain, now: datetime) -> int:
    count = 0
    for feed in plain.each("feeds"):
        feed.only("url", "kind", "folder")
        _, made = add_feed(
            source,
            feed.needed("url"),
            now=now,
            kind=feed.choice("kind", FeedKind, FeedKind.PRIMARY),
            folder=feed.text("folder"),
        )
        count += made
    return count


def add_feed(
    source: Source, url: str, *, now: datetime, kind: str = FeedKind.PRIMARY, folder: str = ""
) -> tuple[Feed, bool]:
    """Put an address on the register, due at once; the feed, and whether it is new. An address is polled only once."""
    feed, made = Feed.objects.get_or_create(
        url=url, defaults={"source": source, "kind": kind, "folder": folder, "next_poll": now}
    )
    return feed, made


@transaction.atomic
def take_opml(data: bytes, *, mode: Mode, now: datetime) -> Registered:
    """Take in a list of feeds: a source each, by its title, with ``mode`` where new; RegisterError for no OPML."""
    listed = read_opml(data)
    sources: set[int] = set()
    new = 0
    for item in listed:
        known = Feed.objects.filter(url=item.url).first()
        if known is not None:
            sources.add(known.source_id)
            continue
        name = (item.title or item.url)[:200]
        source = Source.objects.filter(name=name).first()
        if source is None:
            source = Source.objects.create(
                slug=free_slug(name),
                name=name,
                homepage=item.site or "",
                language=(item.language or "")[:2],
                created=now,
            )
            Policy.objects.create(source=source, mode=mode)
        add_feed(source, item.url, now=now, folder="/".join(item.folders)[:300])
        sources.add(source.pk)
        new += 1
    return Registered(len(sources), new, 0)


def written_opml() -> bytes:
    """The list of all feeds as OPML, in their folders."""
    rows = (
        Feed.objects.select_related("source").exclude(url__startswith="urn:").order_by("folder", "source__name", "pk")
    )
    return write_opml(
        (
            ListedFeed(
                url=feed.url,
                title=feed.source.name,
                site=feed.source.homepage or None,
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
        "feeds": [{"url": feed.url, "kind": feed.kind, "folder": feed.folder} for feed in source.feeds.all()],
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
